#include "extract/unit_table.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "extract/resource_files.h"
#include "text/error.h"

namespace extract {
namespace {

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> parts;
  size_t begin = 0;
  for (;;) {
    const size_t end = line.find(separator, begin);
    parts.push_back(line.substr(begin, end - begin));
    if (end == std::string::npos) return parts;
    begin = end + 1;
  }
}

}  // namespace

UnitTable::UnitTable(const std::filesystem::path& file, Columns columns,
                     Symbols& symbols) {
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line)) {
    throw text::InputError(file.string() + ": can't be read");
  }
  const bool has_kind = columns == Columns::kUnits;
  for (int number = 2; std::getline(in, line); ++number) {
    const std::vector<std::string> cells = split(line, '\t');
    const size_t factor = has_kind ? 2 : 1;
    if (cells.size() != factor + 2) {
      throw text::InputError(at_line(file, number) + "expected " +
                             std::to_string(factor + 2) + " columns");
    }
    UnitForm form;
    form.name = cells[0];
    if (has_kind) form.kind = cells[1];
    if (columns == Columns::kCurrencies) form.kind = "money";
    char* end = nullptr;
    form.factor = std::strtod(cells[factor].c_str(), &end);
    if (end == cells[factor].c_str() || *end != '\0') {
      throw text::InputError(at_line(file, number) + "`" + cells[factor] +
                             "` is no number");
    }
    for (const std::string& marked : split(cells[factor + 1], '|')) {
      add(form, marked, symbols);
    }
  }
}

void UnitTable::add(const UnitForm& form, std::string_view marked,
                    Symbols& symbols) {
  Entry entry{{}, {}, form};
  if (marked.starts_with('?')) {
    entry.form.unsure = true;
    marked.remove_prefix(1);
  }
  if (marked.starts_with('=')) {
    entry.form.exact = true;
    marked.remove_prefix(1);
    entry.written = marked;
  }
  entry.phrase = symbols.intern_phrase(marked);
  if (entry.phrase.empty()) return;
  for (const uint32_t word : entry.phrase) {
    if (word != symbols.intern("a") && word != symbols.intern("one") &&
        word != symbols.intern("-")) {
      words_.insert(word);
    }
  }
  entries_[entry.phrase.front()].push_back(std::move(entry));
}

bool UnitTable::agrees(const Entry& entry, std::string_view utf8,
                       std::span<const Token> tokens) {
  if (entry.phrase.size() > tokens.size()) return false;
  for (size_t i = 0; i < entry.phrase.size(); ++i) {
    if (tokens[i].symbol != entry.phrase[i]) return false;
  }
  if (!entry.form.exact) return true;
  const text::Span span{tokens[0].span.begin,
                        tokens[entry.phrase.size() - 1].span.end};
  return text::slice(utf8, span) == entry.written;
}

}  // namespace extract
