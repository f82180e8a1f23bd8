#include "indexer/archive/json_reader.h"

#include <utility>

#include "indexer/archive/header_lines.h"
#include "indexer/archive/json_list.h"
#include "indexer/archive/kind.h"
#include "indexer/graph_line.h"
#include "text/error.h"

namespace indexer {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

void skip_mark(BufferedStream& stream) {
  if (stream.peek(kUtf8Mark.size()) == kUtf8Mark) stream.skip(3);
}

Record make_record(const std::string& archive, uint64_t number,
                   std::string bytes) {
  Record record;
  record.archive = archive;
  record.number = number;
  record.kind = RecordKind::kArticleLine;
  record.bytes = std::move(bytes);
  return record;
}

// Finds the end of a JSON object that is fed to it byte by byte.
class ObjectEnd {
 public:
  // True if `c` is the last byte of the object.
  bool is_last(char c) {
    if (escaped_) {
      escaped_ = false;
    } else if (in_string_) {
      escaped_ = c == '\\';
      in_string_ = c != '"';
    } else if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if (c == '}' || c == ']') {
      --depth_;
    }
    return depth_ == 0;
  }

 private:
  uint64_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

// Reads the object that begins here. Throws InputError if it has no end.
std::string read_object(BufferedStream& values) {
  std::string object;
  ObjectEnd end;
  while (!values.at_end()) {
    const std::string_view part = values.peek(4096);
    for (size_t i = 0; i < part.size(); ++i) {
      if (!end.is_last(part[i])) continue;
      object.append(part.substr(0, i + 1));
      values.skip(i + 1);
      return object;
    }
    object.append(part);
    values.skip(part.size());
    if (object.size() > kMaxDocumentBytes) {
      throw text::InputError(kTooLarge);
    }
  }
  throw text::InputError("not JSON: the file ends inside of an object");
}

// What the lines of an exported graph lack.
class GraphLines {
 public:
  void add(std::string_view line) {
    if (line.starts_with(kGraphHeaderLine)) is_graph_ = true;
    if (line.starts_with(kGraphEdgeLine)) has_edges_ = true;
    if (line.starts_with(kGraphArticleLine)) has_articles_ = true;
    if (line.starts_with(kGraphEndLine)) has_end_ = true;
  }

  // Empty if nothing.
  std::string problem() const {
    if (is_graph_ && !has_end_) {
      return "the exported graph ends early: its last line is missing";
    }
    if (has_edges_ && !has_articles_) {
      return "edges of an exported graph without its articles, from which they "
             "are counted";
    }
    return {};
  }

 private:
  bool is_graph_ = false;
  bool has_edges_ = false;
  bool has_articles_ = false;
  bool has_end_ = false;
};

struct ObjectsPlace {
  const std::string& archive;
  std::string source;           // of the feed
  std::string_view separators;  // between objects
};

// Reads objects up to the end of the file or, where brackets do not separate,
// of the list.
void read_objects(BufferedStream& values, const ObjectsPlace& place,
                  const RecordSink& sink) {
  uint64_t number = 0;
  while (!values.at_end()) {
    const char next = values.peek(1).front();
    if (place.separators.find(next) != std::string_view::npos) {
      values.skip(1);
      continue;
    }
    if (next == ']') return;
    ++number;
    if (next != '{') {
      sink.on_reject(
          {place.archive, number, "not JSON: no object begins here", {}, true});
      return;
    }
    try {
      Record record = make_record(place.archive, number, read_object(values));
      record.source = place.source;
      sink.on_record(std::move(record));
    } catch (const DamageError&) {
      throw;
    } catch (const text::InputError& error) {
      sink.on_reject({place.archive, number, error.what(), {}, true});
      return;
    }
  }
}

}  // namespace

void read_json_lines(BufferedStream& lines, const std::string& archive,
                     const RecordSink& sink) {
  skip_mark(lines);
  uint64_t number = 0;
  GraphLines graph;
  while (auto line = lines.read_line(kMaxDocumentBytes)) {
    ++number;
    graph.add(line->text);
    if (line->too_long) {
      sink.on_reject({archive, number, kTooLarge});
    } else if (!trim_ascii(line->text).empty()) {
      sink.on_record(make_record(archive, number, std::move(line->text)));
    }
  }
  if (std::string problem = graph.problem(); !problem.empty()) {
    sink.on_reject({archive, number, std::move(problem)});
  }
}

void read_json_values(BufferedStream& values, const std::string& archive,
                      const RecordSink& sink) {
  skip_mark(values);
  read_objects(values, {archive, {}, " \t\r\n,[]"}, sink);
}

void read_json_list(BufferedStream& values, const std::string& archive,
                    const RecordSink& sink) {
  skip_mark(values);
  const auto list = find_json_list(values.peek(kKindBytes));
  if (!list) return read_json_values(values, archive, sink);
  values.skip(list->begin);
  read_objects(values, {archive, list->source, " \t\r\n,"}, sink);
}

}  // namespace indexer
