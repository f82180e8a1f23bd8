#include "indexer/archive/csv_cells.h"

#include <charconv>

#include "indexer/archive/record.h"
#include "text/error.h"
#include "text/utf8.h"

namespace indexer {
namespace {

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

// Splits what may be a row; nothing where a quote is still open at its end.
std::optional<std::vector<std::string>> split(std::string_view row) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (size_t i = 0; i < row.size(); ++i) {
    const char c = row[i];
    if (c == '"' && quoted && row.substr(i + 1, 1) == "\"") {
      cells.back() += c;
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  if (quoted) return std::nullopt;
  return cells;
}

// A quote is open after an odd number of them.
bool leaves_quote_open(std::string_view line, bool was_open) {
  bool open = was_open;
  for (const char c : line) open ^= c == '"';
  return open;
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

std::optional<std::string> CsvReader::next_line() {
  auto line = stream_.read_line(kMaxRecordBytes);
  if (!line) return std::nullopt;
  ++line_;
  if (line->too_long) throw text::InputError("larger than 64 MB");
  return std::move(line->text);
}

std::optional<CsvRow> CsvReader::next() {
  auto text = next_line();
  while (text && (text->empty() || *text == "\r")) text = next_line();
  if (!text) return std::nullopt;
  CsvRow row;
  row.line = line_;
  bool open = leaves_quote_open(*text, false);
  while (open) {
    const auto more = next_line();
    if (!more) throw text::InputError("the file ends inside of a quoted cell");
    *text += "\n" + *more;
    open = leaves_quote_open(*more, true);
    if (text->size() > kMaxRecordBytes) {
      throw text::InputError("larger than 64 MB");
    }
  }
  if (text->ends_with('\r')) text->pop_back();
  row.cells = split(*text).value();
  for (std::string& cell : row.cells) {
    cell = text::make_valid_utf8(from_csv_cell(cell));
  }
  return row;
}

}  // namespace indexer
