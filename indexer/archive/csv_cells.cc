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

bool CsvCells::add(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted_) {
      if (c != '"') {
        cells_.back() += c;
      } else if (text.substr(i + 1, 1) == "\"") {
        cells_.back() += c;
        ++i;
      } else {
        quoted_ = false;
      }
    } else if (c == '"' && cells_.back().empty()) {
      quoted_ = true;
    } else if (c == separator_) {
      cells_.emplace_back();
    } else {
      cells_.back() += c;
    }
  }
  return !quoted_;
}

std::optional<std::string> CsvReader::next_line() {
  auto line = stream_.read_line(kMaxDocumentBytes);
  if (!line) return std::nullopt;
  ++line_;
  if (line->too_long) throw text::InputError(kTooLarge);
  return std::move(line->text);
}

std::optional<CsvRow> CsvReader::next() {
  auto text = next_line();
  while (text && text->empty()) text = next_line();
  if (!text) return std::nullopt;
  CsvRow row;
  row.line = line_;
  CsvCells cells(separator_);
  size_t bytes = text->size();
  while (!cells.add(*text)) {
    text = next_line();
    if (!text) throw text::InputError("the file ends inside of a quoted cell");
    bytes += text->size();
    if (bytes > kMaxDocumentBytes) throw text::InputError(kTooLarge);
    cells.add("\n");
  }
  row.cells = cells.take();
  for (std::string& cell : row.cells) {
    row.well_formed = row.well_formed && text::is_valid_utf8(cell);
    cell = text::make_valid_utf8(from_csv_cell(cell));
  }
  return row;
}

}  // namespace indexer
