// Cells of CSV tables (RFC 4180), and the columns of an exported graph.

#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/archive/byte_stream.h"

namespace indexer {

// The table of edges: a row for each piece of evidence (docs/export.md).
inline constexpr std::array<std::string_view, 29> kGraphColumns = {
    "source",
    "source_name",
    "source_type",
    "relation",
    "target",
    "target_name",
    "target_type",
    "modality",
    "negated",
    "confidence",
    "story_count",
    "opposing_story_count",
    "first_reported",
    "last_reported",
    "article",
    "story",
    "title",
    "publisher",
    "published",
    "sentence",
    "in_title",
    "sentence_begin",
    "source_marks",
    "target_marks",
    "evidence_modality",
    "evidence_negated",
    "evidence_confidence",
    "evidence_date",
    "rule",
};

// Quoted where it must be. What a spreadsheet would take for a formula (it
// begins with = + - @, tab or carriage return and is no number) is given a
// leading apostrophe; so is what looks as if it had been given one.
std::string to_csv_cell(std::string_view text);

// Takes the apostrophe away again. `cell` is without its quotes.
std::string from_csv_cell(std::string_view cell);

// How a table is written.
struct CsvStyle {
  char separator = ',';
  bool has_backslashes = false;  // before quotes in quoted cells
};

// True if quotes in quoted cells of `text` have backslashes before them, as
// databases write them, and none is doubled.
bool has_backslashes(std::string_view text, char separator);

// The cells of one row, its quotes as RFC 4180 has them. A cell is quoted if it
// begins with a quote; quotes elsewhere are text.
class CsvCells {
 public:
  explicit CsvCells(CsvStyle style) : style_(style) {}

  // Goes on with `text`; false while a quoted cell is open at its end.
  bool add(std::string_view text);
  // True if text stood behind the closing quote of a cell.
  bool is_broken() const { return is_broken_; }
  std::vector<std::string> take() { return std::move(cells_); }

 private:
  CsvStyle style_;
  bool quoted_ = false;
  bool closed_ = false;  // the quotes of the last cell
  bool is_broken_ = false;
  std::vector<std::string> cells_ = std::vector<std::string>(1);
};

struct CsvRow {
  uint64_t line = 0;        // where it begins, from 1
  bool well_formed = true;  // all cells were UTF-8
  std::vector<std::string> cells;
  std::string problem;  // why it can't be read; empty if it can
};

// Used by one thread; the stream must outlive it.
class CsvReader {
 public:
  explicit CsvReader(BufferedStream& stream, CsvStyle style = {})
      : stream_(stream), style_(style) {}

  // Nothing at the end; empty lines are no rows. Cells are well-formed UTF-8,
  // U+FFFD where they were not. Empty cells beyond those of the first row are
  // dropped. Where quotes do not fit, a line that has as many cells as the
  // first row is a row of its own. Throws InputError if the stream can't be
  // read.
  std::optional<CsvRow> next();

 private:
  using Line = BufferedStream::Line;

  // A row whose first line is read, by its quotes.
  struct QuotedRow {
    std::vector<std::string> cells;
    std::vector<Line> more;  // lines, behind the first
    std::string problem;
    bool is_broken = false;  // more text behind a closing quote
  };

  std::optional<Line> next_line();
  QuotedRow read_quoted(std::string_view first);
  void put_back(std::vector<Line> lines);
  std::vector<std::string> drop_empty_end(std::vector<std::string> cells) const;

  BufferedStream& stream_;
  CsvStyle style_;
  uint64_t line_ = 0;
  size_t width_ = 0;        // cells of the first row
  std::deque<Line> ahead_;  // put back
  size_t put_back_bytes_ = 0;
};

}  // namespace indexer
