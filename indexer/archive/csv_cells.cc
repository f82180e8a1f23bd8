#include "indexer/archive/csv_cells.h"

#include <charconv>
#include <iterator>

#include "indexer/archive/record.h"
#include "text/error.h"
#include "text/utf8.h"

namespace indexer {
namespace {

// Quotes that do not fit are looked at ahead for no more bytes in all.
constexpr size_t kMaxPutBackBytes = size_t{64} << 20;

// What stands behind the last is text in it: no table has so many columns.
constexpr size_t kMaxCells = 10'000;

constexpr std::string_view kFormulaStarts = "=+-@\t\r";

bool is_number(std::string_view text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  return read.ec == std::errc() && read.ptr == end;
}

// Apostrophes, and then what a formula begins with.
bool needs_apostrophe(std::string_view text) {
  const size_t first = text.find_first_not_of('\'');
  if (first == std::string_view::npos) return false;
  if (kFormulaStarts.find(text[first]) == std::string_view::npos) return false;
  return first > 0 || !is_number(text);
}

std::string without_doubled_quotes(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    plain += text[i];
    if (text.substr(i, 2) == "\"\"") ++i;
  }
  return plain;
}

// Where the quote is that ends the cell which `line` begins with: before a
// separator or the end. npos if there is none.
size_t find_closing_quote(std::string_view line, char separator) {
  for (size_t i = 1; i < line.size(); ++i) {
    if (line[i] != '"') continue;
    if (i + 1 == line.size() || line[i + 1] == separator) return i;
    if (line[i + 1] == '"') ++i;
  }
  return std::string_view::npos;
}

// The size in `line` of the cell that it begins with, whose quotes need not
// fit. A tab always ends it, since tables with tabs are often without quotes.
size_t loose_cell_size(std::string_view line, char separator) {
  const size_t plain = std::min(line.find(separator), line.size());
  if (separator == '\t' || !line.starts_with('"')) return plain;
  const size_t closing = find_closing_quote(line, separator);
  return closing == std::string_view::npos ? plain : closing + 1;
}

// The cells of a line whose quotes do not fit.
std::vector<std::string> split_loosely(std::string_view line, char separator) {
  std::vector<std::string> cells;
  while (true) {
    const size_t size = loose_cell_size(line, separator);
    const std::string_view cell = line.substr(0, size);
    const bool quoted =
        size > 1 && cell.starts_with('"') && cell.ends_with('"');
    cells.push_back(quoted ? without_doubled_quotes(cell.substr(1, size - 2))
                           : std::string(cell));
    if (size == line.size()) return cells;
    line.remove_prefix(size + 1);
  }
}

}  // namespace

std::string to_csv_cell(std::string_view text) {
  std::string cell = needs_apostrophe(text) ? "'" : "";
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += c;
    quoted += c;
  }
  return quoted + "\"";
}

std::string from_csv_cell(std::string_view cell) {
  if (cell.starts_with('\'') && needs_apostrophe(cell)) cell.remove_prefix(1);
  return std::string(cell);
}

bool has_backslashes(std::string_view text, char separator) {
  const auto is_within = [&](size_t at) {
    return at + 1 < text.size() && text[at + 1] != separator &&
           text[at + 1] != '\r' && text[at + 1] != '\n';
  };
  bool found = false;
  for (size_t at = text.find('"', 1); at != std::string_view::npos;
       at = text.find('"', at + 1)) {
    const char before = text[at - 1];
    if (before == '\\') found = found || is_within(at);
    if (before == '"' && at > 1 && is_within(at) && text[at - 2] != separator &&
        text[at - 2] != '\n') {
      return false;
    }
  }
  return found;
}

bool CsvCells::add(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (quoted_) {
      const bool escape =
          c == '\\' && style_.has_backslashes && (next == '"' || next == '\\');
      if (escape || (c == '"' && next == '"')) {
        cells_.back() += next;
        ++i;
      } else if (c != '"') {
        cells_.back() += c;
      } else {
        quoted_ = false;
        closed_ = true;
      }
    } else if (c == '"' && cells_.back().empty() && !closed_) {
      quoted_ = true;
    } else if (c == style_.separator && cells_.size() < kMaxCells) {
      cells_.emplace_back();
      closed_ = false;
    } else {
      is_broken_ = is_broken_ || (closed_ && c != ' ');
      cells_.back() += c;
    }
  }
  return !quoted_;
}

std::optional<CsvReader::Line> CsvReader::next_line() {
  std::optional<Line> line;
  if (ahead_.empty()) {
    line = stream_.read_line(kMaxDocumentBytes);
  } else {
    line = std::move(ahead_.front());
    ahead_.pop_front();
  }
  if (line) ++line_;
  return line;
}

void CsvReader::put_back(std::vector<Line> lines) {
  line_ -= lines.size();
  for (const Line& line : lines) put_back_bytes_ += line.text.size() + 1;
  ahead_.insert(ahead_.begin(), std::move_iterator(lines.begin()),
                std::move_iterator(lines.end()));
}

CsvReader::QuotedRow CsvReader::read_quoted(std::string_view first) {
  QuotedRow row;
  CsvCells cells(style_);
  size_t bytes = first.size();
  bool open = !cells.add(first);
  while (open && !cells.is_broken() && row.problem.empty()) {
    std::optional<Line> line;
    if (put_back_bytes_ < kMaxPutBackBytes) line = next_line();
    if (!line) {
      row.problem = "the file ends inside of a quoted cell";
      break;
    }
    bytes += line->text.size() + 1;
    if (bytes > kMaxDocumentBytes) row.problem = kTooLarge;
    cells.add("\n");
    open = !cells.add(line->text);
    row.more.push_back(*std::move(line));
  }
  row.is_broken = cells.is_broken();
  if (row.is_broken) row.problem = "its quotes do not fit";
  row.cells = cells.take();
  return row;
}

std::vector<std::string> CsvReader::drop_empty_end(
    std::vector<std::string> cells) const {
  while (width_ > 0 && cells.size() > width_ && cells.back().empty()) {
    cells.pop_back();
  }
  return cells;
}

std::optional<CsvRow> CsvReader::next() {
  auto first = next_line();
  while (first && first->text.empty()) first = next_line();
  if (!first) return std::nullopt;
  CsvRow row;
  row.line = line_;
  if (first->too_long) {
    row.problem = kTooLarge;
    return row;
  }
  QuotedRow quoted = read_quoted(first->text);
  row.cells = drop_empty_end(std::move(quoted.cells));
  if (!quoted.problem.empty()) {
    row.cells = drop_empty_end(split_loosely(first->text, style_.separator));
    const bool fits = row.cells.size() == width_;
    if (fits || quoted.is_broken) put_back(std::move(quoted.more));
    if (!fits) row.problem = std::move(quoted.problem);
  }
  if (width_ == 0) width_ = row.cells.size();
  for (std::string& cell : row.cells) {
    row.well_formed = row.well_formed && text::is_valid_utf8(cell);
    cell = text::make_valid_utf8(from_csv_cell(cell));
  }
  return row;
}

}  // namespace indexer
