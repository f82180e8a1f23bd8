#include "indexer/archive/table_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "indexer/archive/csv_cells.h"
#include "indexer/archive/header_lines.h"
#include "indexer/archive/kind.h"
#include "indexer/article_fields.h"
#include "text/error.h"

namespace indexer {
namespace {

constexpr size_t kMaxNameBytes = 64;

std::vector<std::string> split_header(std::string_view line, char separator) {
  CsvCells cells(separator);
  if (!cells.add(line)) return {};
  return cells.take();
}

bool is_mapped(std::string_view name, const FieldMap& fields) {
  return std::ranges::any_of(fields, [&](const MappedField& mapped) {
    return (mapped.field == "title" || mapped.field == "body") &&
           mapped.path.front() == name;
  });
}

bool is_header(const std::vector<std::string>& cells, const FieldMap& fields) {
  const auto is_short = [](const std::string& cell) {
    return cell.size() <= kMaxNameBytes;
  };
  const auto names_text = [&](const std::string& cell) {
    return is_field(cell, ArticleField::kTitle) ||
           is_field(cell, ArticleField::kBody) ||
           is_mapped(trim_ascii(cell), fields);
  };
  return cells.size() > 1 && std::ranges::all_of(cells, is_short) &&
         std::ranges::any_of(cells, names_text);
}

struct Header {
  char separator = ',';
  size_t begin = 0;
  uint64_t lines_before = 0;
};

// Spreadsheets state the separator above the header, and scripts comments.
bool stands_above_header(std::string_view line) {
  return line.starts_with('#') ||
         (line.size() == 5 && to_lower_ascii(line).starts_with("sep="));
}

std::optional<Header> find_header(std::string_view text,
                                  const FieldMap& fields) {
  Header header;
  while (true) {
    const size_t end = text.find('\n', header.begin);
    if (end == std::string_view::npos) return {};
    std::string_view line = text.substr(header.begin, end - header.begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    for (const char separator : {',', '\t', ';', '|'}) {
      header.separator = separator;
      if (is_header(split_header(line, separator), fields)) return header;
    }
    if (!stands_above_header(line)) return {};
    header.begin = end + 1;
    ++header.lines_before;
  }
}

std::string to_article_line(const std::vector<std::string>& names,
                            std::vector<std::string> cells) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].empty()) object[names[i]] = std::move(cells[i]);
  }
  return object.dump();
}

class TableReading {
 public:
  TableReading(std::vector<std::string> names, const std::string& archive,
               const RecordSink& sink)
      : names_(std::move(names)), archive_(archive), sink_(sink) {}

  void take(CsvRow row) {
    const bool follows_broken =
        std::exchange(is_broken_, !row.problem.empty()) && row.problem.empty();
    if (!row.problem.empty()) {
      sink_.on_reject({archive_, row.line, row.problem, {}, true});
    } else if (follows_broken && row.cells.size() != names_.size()) {
      is_broken_ = true;
      reject(row.line, "part of a row before it that can't be read");
    } else if (!row.well_formed) {
      reject(row.line, "not UTF-8, and no charset fits");
    } else if (row.cells.size() > names_.size()) {
      reject(row.line, "more cells than the header has: " +
                           std::to_string(row.cells.size()));
    } else {
      Record record;
      record.archive = archive_;
      record.number = row.line;
      record.kind = RecordKind::kArticleLine;
      record.bytes = to_article_line(names_, std::move(row.cells));
      sink_.on_record(std::move(record));
    }
  }

 private:
  void reject(uint64_t line, const std::string& reason) const {
    sink_.on_reject({archive_, line, reason});
  }

  std::vector<std::string> names_;
  const std::string& archive_;
  const RecordSink& sink_;
  bool is_broken_ = false;  // no whole row since one whose quotes do not fit
};

}  // namespace

std::optional<char> table_separator(std::string_view text,
                                    const FieldMap& fields) {
  const auto header = find_header(text, fields);
  return header ? std::optional(header->separator) : std::nullopt;
}

void read_table(BufferedStream& table, const std::string& archive,
                const RecordSink& sink, const FieldMap& fields) {
  if (table.peek(3) == "\xEF\xBB\xBF") table.skip(3);
  const Header start =
      find_header(table.peek(kKindBytes), fields).value_or(Header());
  table.skip(start.begin);
  CsvReader rows(table, start.separator);
  auto header = rows.next();
  if (!header) return;
  for (std::string& name : header->cells) name = trim_ascii(name);
  TableReading reading(std::move(header->cells), archive, sink);
  while (auto row = rows.next()) {
    row->line += start.lines_before;
    reading.take(*std::move(row));
  }
}

}  // namespace indexer
