#include "indexer/archive/record_reader.h"

#include <utility>

#include "indexer/archive/container.h"
#include "indexer/archive/doc_block_reader.h"
#include "indexer/archive/expansion.h"
#include "indexer/archive/json_reader.h"
#include "indexer/archive/kind.h"
#include "indexer/archive/line_transcoding_stream.h"
#include "indexer/archive/markup_kind.h"
#include "indexer/archive/mbox_reader.h"
#include "indexer/archive/page_reader.h"
#include "indexer/archive/sgml_reader.h"
#include "indexer/archive/spooled_stream.h"
#include "indexer/archive/table_reader.h"
#include "indexer/archive/transcoding_stream.h"
#include "indexer/archive/unpacking_stream.h"
#include "indexer/archive/warc_reader.h"
#include "indexer/exported/graph_table.h"
#include "indexer/exported/graph_triples.h"
#include "indexer/exported/graph_xml.h"
#include "text/charset_guess.h"
#include "text/error.h"
#include "text/utf8.h"

namespace indexer {
namespace {

constexpr size_t kCharsetBytes = 64 << 10;

struct Place {
  std::string archive;
  int layers = 0;      // unpacked around it
  int containers = 0;  // of them, those with entries
};

// Kinds whose records are cut out of a stream of text.
bool is_text_stream(Kind kind) {
  return kind == Kind::kTable || kind == Kind::kDocBlocks ||
         kind == Kind::kJsonLines || kind == Kind::kJsonValues;
}

// UTF-8, though some bytes of it be broken: ten characters beyond ASCII for
// each sequence that is none. Other charsets give nearly none by chance.
bool is_mostly_utf8(std::string_view bytes) {
  constexpr std::string_view kReplacement = "\uFFFD";
  size_t good = 0;
  size_t broken = 0;
  for (size_t at = 0; at < bytes.size();) {
    const text::CodePoint next = text::code_point_at(bytes, at);
    const bool is_broken =
        next.value == 0xFFFD && bytes.substr(at, next.size) != kReplacement;
    broken += is_broken ? 1 : 0;
    good += !is_broken && next.size > 1 ? 1 : 0;
    at += next.size;
  }
  return good >= 10 * broken;
}

std::string lines_beside_utf8(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, size);
    if (!text::is_valid_utf8(line)) lines += line;
    text.remove_prefix(size);
  }
  return lines;
}

// The charset that lines must be converted from which are no UTF-8; empty if
// `beginning` is UTF-8.
std::string foreign_charset(std::string_view beginning) {
  const std::string_view whole = text::cut_utf8(
      beginning, beginning.size() - std::min<size_t>(beginning.size(), 4));
  if (is_mostly_utf8(whole)) return {};
  return text::guess_charset(lines_beside_utf8(beginning)).value_or("");
}

// Reads one file and all that is in it.
class FileReading {
 public:
  FileReading(const RecordSink& sink, const FieldMap& fields)
      : sink_(sink), fields_(fields) {}

  void read_file(ByteStream& stream, const std::string& archive) {
    CountedFile file(stream, expansion_);
    read_place(file, {archive});
  }

 private:
  void read_place(ByteStream& stream, const Place& place) {
    try {
      BufferedStream buffered(stream);
      read_encoded(buffered, place);
    } catch (const text::InputError& error) {
      sink_.on_reject({place.archive, 0, error.what()});
    }
  }

  // What a layer has unpacked.
  void read_layer(ByteStream& unpacked, const Place& place) {
    CountedLayer counted(unpacked, expansion_, place.layers);
    read_place(counted, place);
  }

  void read_encoded(BufferedStream& stream, const Place& place) {
    const std::string charset = wide_charset(stream.peek(kKindBytes));
    if (charset.empty()) return read_text(stream, place);
    TranscodingStream utf8(stream, charset);
    BufferedStream buffered(utf8);
    read_kind(buffered, place);
  }

  void read_text(BufferedStream& stream, const Place& place) {
    std::string charset;
    if (is_text_stream(recognise(stream.peek(kKindBytes), fields_))) {
      charset = foreign_charset(stream.peek(kCharsetBytes));
    }
    if (charset.empty()) return read_kind(stream, place);
    LineTranscodingStream utf8(stream, charset);
    BufferedStream buffered(utf8);
    read_kind(buffered, place);
  }

  void read_entries(BufferedStream& stream, const Place& place) {
    read_container(stream, [&](const ContainerEntry& entry) {
      read_layer(entry.bytes, {place.archive + "/" + entry.path,
                               place.layers + 1, place.containers + 1});
    });
    // Checksums of what it is packed in stand at the end.
    if (!stream.size()) stream.skip(UINT64_MAX);
  }

  // A 7z file is read from its end.
  void read_container_file(BufferedStream& stream, const Place& place) {
    if (place.containers >= kMaxContainers) {
      throw text::InputError("archives in archives are too deep");
    }
    if (stream.size() || !needs_seek(stream.peek(kKindBytes))) {
      return read_entries(stream, place);
    }
    SpooledStream spooled(stream);
    BufferedStream buffered(spooled);
    read_entries(buffered, place);
  }

  // A file packed again and again may use the memory of two.
  void unpack(BufferedStream& stream, const Place& place) {
    const std::string_view beginning = stream.peek(kMemberHeaderBytes);
    const Packing packing = packing_of(beginning).value();
    const int packed_around = place.layers - place.containers;
    UnpackingStream unpacked(stream, packing, kMaxWindow >> packed_around);
    read_layer(unpacked, {place.archive, place.layers + 1, place.containers});
    if (const uint64_t bytes = unpacked.trailing_bytes(); bytes > 0) {
      throw text::InputError(
          "no " + std::string(to_string(packing)) +
          " data behind the last member: " + std::to_string(bytes) +
          (bytes == 1 ? " byte" : " bytes"));
    }
  }

  void read_document(BufferedStream& stream, const Place& place) const {
    Record record;
    record.archive = place.archive;
    record.bytes = stream.read_block(kMaxDocumentBytes);
    if (!stream.at_end()) throw text::InputError(kTooLarge);
    sink_.on_record(std::move(record));
  }

  void read_kind(BufferedStream& stream, const Place& place) {
    if (place.layers > kMaxLayers) {
      throw text::InputError("archives in archives are too deep");
    }
    const std::string& archive = place.archive;
    switch (recognise(stream.peek(kKindBytes), fields_)) {
      case Kind::kEmpty:
        throw text::InputError("empty");
      case Kind::kBinary:
        throw text::InputError("not text");
      case Kind::kPacked:
        return unpack(stream, place);
      case Kind::kContainer:
        return read_container_file(stream, place);
      case Kind::kWarc:
        return read_warc(stream, archive, sink_);
      case Kind::kJsonLines:
        return read_json_lines(stream, archive, sink_);
      case Kind::kJsonValues:
        return read_json_values(stream, archive, sink_);
      case Kind::kTable:
        return read_table(stream, archive, sink_, fields_);
      case Kind::kDocBlocks:
        return read_doc_blocks(stream, archive, sink_);
      case Kind::kSgmlNews:
        return read_sgml_news(stream, archive, sink_);
      case Kind::kOtherXml:
        throw text::InputError(unknown_xml(stream.peek(kKindBytes)));
      case Kind::kHtml:
        return read_pages(stream, archive, sink_);
      case Kind::kMbox:
        return read_mbox(stream, archive, sink_);
      case Kind::kGraphTable:
        return read_graph_table(stream, archive, sink_);
      case Kind::kGraphXml:
        return read_graph_xml(stream, archive, sink_);
      case Kind::kTriples:
        return read_graph_triples(stream, archive, sink_);
      case Kind::kOtherTable:
        throw text::InputError(
            "a table of an exported graph that is not read; the table of edges "
            "is");
      case Kind::kMail:
      case Kind::kMarkdown:
      case Kind::kNewsXml:
      case Kind::kFeed:
      case Kind::kText:
        return read_document(stream, place);
    }
  }

  const RecordSink& sink_;
  const FieldMap& fields_;
  Expansion expansion_;
};

}  // namespace

void read_records(ByteStream& stream, const std::string& archive,
                  const RecordSink& sink, const FieldMap& fields) {
  FileReading(sink, fields).read_file(stream, archive);
}

}  // namespace indexer
