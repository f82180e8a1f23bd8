#include "indexer/archive/record_reader.h"

#include <utility>

#include "indexer/archive/container.h"
#include "indexer/archive/gunzip_stream.h"
#include "indexer/archive/json_reader.h"
#include "indexer/archive/kind.h"
#include "indexer/archive/warc_reader.h"
#include "indexer/exported/graph_table.h"
#include "indexer/exported/graph_triples.h"
#include "indexer/exported/graph_xml.h"
#include "text/error.h"

namespace indexer {
namespace {

// A zip in a gzip in a zip is the deepest that is opened.
constexpr int kMaxDepth = 4;

struct Place {
  std::string archive;
  int depth = 0;
};

void read_place(ByteStream& stream, const Place& place, const RecordSink& sink);

void read_entries(BufferedStream& stream, const Place& place,
                  const RecordSink& sink) {
  read_container(stream, [&](const ContainerEntry& entry) {
    read_place(entry.bytes, {place.archive + "/" + entry.path, place.depth + 1},
               sink);
  });
}

void unpack(BufferedStream& stream, const Place& place,
            const RecordSink& sink) {
  read_packed(stream, [&](const ContainerEntry& content) {
    read_place(content.bytes, {place.archive, place.depth + 1}, sink);
  });
}

void gunzip(BufferedStream& stream, const Place& place,
            const RecordSink& sink) {
  GunzipStream unpacked(stream);
  read_place(unpacked, {place.archive, place.depth + 1}, sink);
}

void read_document(BufferedStream& stream, const Place& place,
                   const RecordSink& sink) {
  Record record;
  record.archive = place.archive;
  record.bytes = stream.read_block(kMaxRecordBytes);
  if (!stream.at_end()) throw text::InputError("larger than 64 MB");
  sink.on_record(std::move(record));
}

void read_kind(BufferedStream& stream, const Place& place,
               const RecordSink& sink) {
  if (place.depth > kMaxDepth) {
    throw text::InputError("archives in archives are too deep");
  }
  switch (recognise(stream.peek(kKindBytes))) {
    case Kind::kEmpty:
      throw text::InputError("empty");
    case Kind::kBinary:
      throw text::InputError("not text");
    case Kind::kGzip:
      return gunzip(stream, place, sink);
    case Kind::kPacked:
      return unpack(stream, place, sink);
    case Kind::kContainer:
      return read_entries(stream, place, sink);
    case Kind::kWarc:
      return read_warc(stream, place.archive, sink);
    case Kind::kJsonLines:
      return read_json_lines(stream, place.archive, sink);
    case Kind::kJsonValues:
      return read_json_values(stream, place.archive, sink);
    case Kind::kGraphTable:
      return read_graph_table(stream, place.archive, sink);
    case Kind::kGraphXml:
      return read_graph_xml(stream, place.archive, sink);
    case Kind::kTriples:
      return read_graph_triples(stream, place.archive, sink);
    case Kind::kOtherTable:
      throw text::InputError(
          "a table of an exported graph that is not read; the table of edges "
          "is");
    case Kind::kFeed:
    case Kind::kHtml:
    case Kind::kText:
      return read_document(stream, place, sink);
  }
}

void read_place(ByteStream& stream, const Place& place,
                const RecordSink& sink) {
  try {
    BufferedStream buffered(stream);
    read_kind(buffered, place, sink);
  } catch (const text::InputError& error) {
    sink.on_reject({place.archive, 0, error.what()});
  }
}

}  // namespace

void read_records(ByteStream& stream, const std::string& archive,
                  const RecordSink& sink) {
  read_place(stream, {archive, 0}, sink);
}

}  // namespace indexer
