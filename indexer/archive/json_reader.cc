#include "indexer/archive/json_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "indexer/archive/header_lines.h"
#include "indexer/archive/json_list.h"
#include "indexer/archive/kind.h"
#include "indexer/graph_line.h"
#include "text/error.h"

namespace indexer {
namespace {

constexpr const char* kCutObject =
    "not JSON: the file ends inside of an object";

Record make_record(const std::string& archive, uint64_t number,
                   std::string bytes) {
  Record record;
  record.archive = archive;
  record.number = number;
  record.kind = RecordKind::kArticleLine;
  record.bytes = std::move(bytes);
  return record;
}

// Finds the end of an object, list or string that is fed to it byte by byte.
class ValueEnd {
 public:
  // `depth`: of objects and lists that are open already.
  explicit ValueEnd(uint64_t depth = 0) : depth_(depth) {}

  // True if `c` is the last byte of the value.
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
    return depth_ == 0 && !in_string_;
  }

 private:
  uint64_t depth_;
  bool in_string_ = false;
  bool escaped_ = false;
};

// Reads the object that begins here. Throws InputError if it has no end.
std::string read_object(BufferedStream& values) {
  std::string object;
  ValueEnd end;
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
  throw text::InputError(kCutObject);
}

// False if the value has no end.
bool skip_value(BufferedStream& values, ValueEnd end) {
  while (!values.at_end()) {
    const std::string_view part = values.peek(4096);
    for (size_t i = 0; i < part.size(); ++i) {
      if (!end.is_last(part[i])) continue;
      values.skip(i + 1);
      return true;
    }
    values.skip(part.size());
  }
  return false;
}

// The list in the object that begins here.
std::optional<JsonListPlace> find_list(BufferedStream& values) {
  for (size_t window = kKindBytes;; window *= 4) {
    const std::string_view text = values.peek(window);
    JsonListSearch search = find_json_list(text);
    if (search.complete || text.size() < window ||
        window >= kMaxDocumentBytes) {
      return std::move(search.list);
    }
  }
}

class TextStream : public ByteStream {
 public:
  explicit TextStream(std::string text) : text_(std::move(text)) {}

  size_t read(std::span<char> into) override {
    const size_t count = std::min(into.size(), text_.size() - at_);
    std::copy_n(text_.begin() + static_cast<std::ptrdiff_t>(at_), count,
                into.begin());
    at_ += count;
    return count;
  }

 private:
  std::string text_;
  size_t at_ = 0;
};

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

// Reads objects, and those in lists, up to the end of a file or a line.
class ValuesReading {
 public:
  // `line`: the number of all records; without it they are counted.
  ValuesReading(BufferedStream& values, const std::string& archive,
                const RecordSink& sink, std::optional<uint64_t> line = {})
      : values_(values), archive_(archive), sink_(sink), line_(line) {}

  void read_all() {
    while (skip_any(" \t\r\n,[]")) {
      if (next() != '{') {
        if (!reject_value()) return;
      } else if (const auto list = find_list(values_)) {
        if (!read_list(*list)) return;
      } else if (!read_record({})) {
        return;
      }
    }
  }

 private:
  char next() { return values_.peek(1).front(); }

  // False at the end.
  bool skip_any(std::string_view separators) {
    while (!values_.at_end()) {
      if (separators.find(next()) == std::string_view::npos) return true;
      values_.skip(1);
    }
    return false;
  }

  // False where there is no reading on.
  bool read_list(const JsonListPlace& list) {
    values_.skip(list.begin);
    const char end = list.is_map ? '}' : ']';
    while (skip_any(list.is_map ? " \t\r\n,:" : " \t\r\n,")) {
      if (next() == end) {
        values_.skip(1);
        if (list.depth == 0) return true;
        return skip_value(values_, ValueEnd(list.depth)) || reject(kCutObject);
      }
      if (next() == '{') {
        if (!read_record(list.source)) return false;
      } else if (list.is_map && next() == '"') {
        if (!skip_value(values_, ValueEnd())) return reject(kCutObject);
      } else if (!reject_value()) {
        return false;
      }
    }
    return reject(kCutObject);
  }

  // False if the object has no end.
  bool read_record(const std::string& source) {
    ++number_;
    try {
      Record record =
          make_record(archive_, line_.value_or(number_), read_object(values_));
      record.source = source;
      sink_.on_record(std::move(record));
      return true;
    } catch (const DamageError&) {
      throw;
    } catch (const text::InputError& error) {
      return reject(error.what());
    }
  }

  // Passes over a value that is no object; false if there is none.
  bool reject_value() {
    ++number_;
    const char first = next();
    const bool nested = first == '"' || first == '[';
    if (nested ? !skip_value(values_, ValueEnd()) : !skip_word()) {
      return reject(nested ? kCutObject : "not JSON: no object begins here");
    }
    sink_.on_reject({archive_, line_.value_or(number_), "not a JSON object"});
    return true;
  }

  // `null`, a number and the like.
  bool skip_word() {
    static constexpr std::array<std::string_view, 6> kWords = {
        "null", "true", "false", "NaN", "Infinity", "-Infinity"};
    const std::string_view ahead = values_.peek(kMaxWord);
    for (const std::string_view word : kWords) {
      if (!ahead.starts_with(word)) continue;
      values_.skip(word.size());
      return true;
    }
    const size_t size =
        std::min(ahead.find_first_not_of("0123456789+-.eE"), ahead.size());
    values_.skip(size);
    return size > 0;
  }

  // What follows on a line is lost, and the lines behind are not.
  bool reject(const char* reason) {
    sink_.on_reject(
        {archive_, line_.value_or(number_), reason, {}, !line_.has_value()});
    return false;
  }

  static constexpr size_t kMaxWord = 32;

  BufferedStream& values_;
  const std::string& archive_;
  const RecordSink& sink_;
  std::optional<uint64_t> line_;
  uint64_t number_ = 0;
};

// A list whose first line break, if any, is far away: it is read piece by
// piece.
bool is_endless_list(BufferedStream& lines) {
  size_t window = kKindBytes;
  std::string_view text = lines.peek(window);
  if (!text.starts_with('{')) return false;
  while (text.find('\n') == std::string_view::npos) {
    if (text.size() < window || window > kMaxDocumentBytes) {
      return find_json_list(text).list.has_value();
    }
    window *= 4;
    text = lines.peek(window);
  }
  return false;
}

// The records of a line that is not blank.
void read_line(std::string line, const std::string& archive, uint64_t number,
               const RecordSink& sink) {
  if (is_graph_line(line) || !find_json_list(line).list) {
    sink.on_record(make_record(archive, number, std::move(line)));
    return;
  }
  read_json_text(std::move(line), archive, number, sink);
}

}  // namespace

void read_json_text(std::string text, const std::string& archive,
                    uint64_t number, const RecordSink& sink) {
  TextStream stream(std::move(text));
  BufferedStream values(stream);
  ValuesReading(values, archive, sink, number).read_all();
}

void read_json_lines(BufferedStream& lines, const std::string& archive,
                     const RecordSink& sink) {
  lines.skip_utf8_mark();
  if (is_endless_list(lines)) return read_json_values(lines, archive, sink);
  uint64_t number = 0;
  GraphLines graph;
  while (auto line = lines.read_line(kMaxDocumentBytes)) {
    ++number;
    graph.add(line->text);
    if (line->too_long) {
      sink.on_reject({archive, number, kTooLarge});
    } else if (!trim_ascii(line->text).empty()) {
      read_line(std::move(line->text), archive, number, sink);
    }
  }
  if (std::string problem = graph.problem(); !problem.empty()) {
    sink.on_reject({archive, number, std::move(problem)});
  }
}

void read_json_values(BufferedStream& values, const std::string& archive,
                      const RecordSink& sink) {
  values.skip_utf8_mark();
  ValuesReading(values, archive, sink).read_all();
}

}  // namespace indexer
