#include "indexer/archive/table_reader.h"

#include <algorithm>
#include <array>
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

constexpr size_t kMaxNameBytes = 128;
constexpr size_t kMaxNameWords = 4;
constexpr std::array kSeparators = {',', '\t', ';', '|'};

using Cells = std::vector<std::string>;

// The cells of the row that `text` begins with, and takes it off; nothing if it
// does not end in `text`.
std::optional<Cells> take_row(std::string_view& text, CsvStyle style) {
  CsvCells cells(style);
  for (bool open = true; open;) {
    const size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    open = !cells.add(line);
    text.remove_prefix(end + 1);
  }
  return cells.take();
}

// `_source.title`, as exports of databases have it, is `title`.
std::string column_name(std::string_view cell) {
  constexpr std::string_view kDatabase = "_source.";
  cell = trim_ascii(cell);
  if (cell.starts_with(kDatabase)) cell.remove_prefix(kDatabase.size());
  return std::string(cell);
}

bool is_short(std::string_view cell) { return cell.size() <= kMaxNameBytes; }

bool has_few_words(std::string_view cell) {
  const auto spaces = std::ranges::count(trim_ascii(cell), ' ');
  return static_cast<size_t>(spaces) < kMaxNameWords;
}

// True if `count` rows at the beginning of `text` have `width` cells.
bool rows_fit(std::string_view text, CsvStyle style, size_t width, int count) {
  for (int row = 0; row < count; ++row) {
    const auto cells = take_row(text, style);
    if (!cells || cells->size() != width) return false;
  }
  return true;
}

bool is_mapped(std::string_view name, const FieldMap& fields) {
  return std::ranges::any_of(fields, [&](const MappedField& mapped) {
    return (mapped.field == "title" || mapped.field == "body") &&
           (mapped.name == name || mapped.path.front() == name);
  });
}

bool names_text(const std::string& cell, const FieldMap& fields) {
  const std::string name = column_name(cell);
  return is_field(name, ArticleField::kTitle) ||
         is_field(name, ArticleField::kBody) || is_mapped(name, fields);
}

struct Header {
  CsvStyle style;
  bool is_known = true;  // a column names a title or a text
  size_t begin = 0;
  uint64_t lines_before = 0;
};

// Tables have no space behind separators, and prose has.
bool is_spaced(const Cells& names) {
  return std::ranges::any_of(
      names, [](const std::string& name) { return name.starts_with(' '); });
}

bool is_field_name(const std::string& cell) {
  static constexpr auto kFields = std::to_array(
      {ArticleField::kTitle, ArticleField::kBody, ArticleField::kSummary,
       ArticleField::kUrl, ArticleField::kPublished, ArticleField::kModified,
       ArticleField::kSource, ArticleField::kAuthors, ArticleField::kLanguage,
       ArticleField::kSection});
  const std::string name = column_name(cell);
  return std::ranges::any_of(
      kFields, [&](ArticleField field) { return is_field(name, field); });
}

// A row of names, one of which is that of a title or a text, above one that
// has several cells too.
bool is_known_header(std::string_view text, CsvStyle style,
                     const FieldMap& fields) {
  const auto names = take_row(text, style);
  if (!names || names->size() < 2 || !std::ranges::all_of(*names, is_short)) {
    return false;
  }
  if (!std::ranges::all_of(*names, has_few_words) &&
      !rows_fit(text, style, names->size(), 2)) {
    return false;
  }
  if (is_spaced(*names) && std::ranges::count_if(*names, is_field_name) < 2) {
    return false;
  }
  text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  const std::string_view next = text.substr(0, text.find('\n'));
  const bool alone = trim_ascii(next).empty() || next.starts_with('"') ||
                     next.find(style.separator) != std::string_view::npos;
  return alone && std::ranges::any_of(*names, [&](const std::string& name) {
           return names_text(name, fields);
         });
}

bool is_word(const std::string& cell) {
  return !cell.empty() && cell.size() <= kMaxNameBytes &&
         std::ranges::none_of(cell, [](char c) {
           return c == ' ' || c == '.' || c == ':' || c == '/';
         });
}

// Words, the names of at least three columns, above three rows of as many
// cells, or above what is in sight of the first.
bool is_unknown_header(std::string_view text, CsvStyle style) {
  constexpr int kRows = 3;
  const bool is_cut = text.size() + kMaxNameBytes >= kKindBytes;
  const auto names = take_row(text, style);
  if (!names || names->size() < 3 || !std::ranges::all_of(*names, is_word)) {
    return false;
  }
  for (int row = 0; row < kRows; ++row) {
    const std::string_view rest = text;
    const auto cells = take_row(text, style);
    if (!cells) {
      return is_cut && rest.substr(0, kMaxNameBytes).find(style.separator) !=
                           std::string_view::npos;
    }
    if (cells->size() != names->size()) return false;
  }
  return true;
}

// Spreadsheets state the separator above the header, and scripts comments.
bool stands_above_header(std::string_view line) {
  return line.starts_with('#') ||
         (line.size() == 5 && to_lower_ascii(line).starts_with("sep="));
}

std::optional<Header> find_header(std::string_view text,
                                  const FieldMap& fields) {
  Header header;
  while (true) {
    for (const bool known : {true, false}) {
      for (const char separator : kSeparators) {
        header.style = {separator, has_backslashes(text, separator)};
        header.is_known = known;
        if (known ? is_known_header(text, header.style, fields)
                  : is_unknown_header(text, header.style)) {
          return header;
        }
      }
    }
    const size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    if (!stands_above_header(trim_ascii(text.substr(0, end)))) return {};
    text.remove_prefix(end + 1);
    header.begin += end + 1;
    ++header.lines_before;
  }
}

// What programs write into cells that have no value.
bool is_missing(std::string_view cell) {
  static constexpr std::array<std::string_view, 10> kMissing = {
      "", "nan", "NaN", "None", "NaT", "null", "NULL", "\\N", "<NA>", "#N/A"};
  return std::ranges::find(kMissing, cell) != kMissing.end();
}

std::string to_article_line(const std::vector<std::string>& names,
                            Cells cells) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (size_t i = 0; i < cells.size(); ++i) {
    if (!is_missing(cells[i])) object[names[i]] = std::move(cells[i]);
  }
  return object.dump();
}

class TableReading {
 public:
  TableReading(Cells header, const std::string& archive, const RecordSink& sink)
      : header_(std::move(header)), archive_(archive), sink_(sink) {
    for (const std::string& cell : header_) names_.push_back(column_name(cell));
  }

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
    } else if (row.cells == header_) {
      sink_.on_skipped("table header");
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

  Cells header_;
  std::vector<std::string> names_;
  const std::string& archive_;
  const RecordSink& sink_;
  bool is_broken_ = false;  // no whole row since one whose quotes do not fit
};

[[noreturn]] void refuse_columns(const Cells& header) {
  constexpr size_t kShown = 12;
  std::string names;
  for (size_t i = 0; i < std::min(kShown, header.size()); ++i) {
    names += (i > 0 ? ", " : "") + column_name(header[i]);
  }
  if (header.size() > kShown) names += ", …";
  throw text::InputError(
      "a table without a column known to be a title or a text (--map names "
      "it): " +
      names);
}

}  // namespace

bool is_table(std::string_view text, const FieldMap& fields) {
  return find_header(text, fields).has_value();
}

void read_table(BufferedStream& table, const std::string& archive,
                const RecordSink& sink, const FieldMap& fields) {
  table.skip_utf8_mark();
  const Header start =
      find_header(table.peek(kKindBytes), fields).value_or(Header());
  table.skip(start.begin);
  CsvReader rows(table, start.style);
  auto header = rows.next();
  if (!header) return;
  if (!start.is_known) refuse_columns(header->cells);
  TableReading reading(std::move(header->cells), archive, sink);
  while (auto row = rows.next()) {
    row->line += start.lines_before;
    reading.take(*std::move(row));
  }
}

}  // namespace indexer
