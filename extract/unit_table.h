// Units, currencies and number words, as corpora/measures/*.tsv name them
// (docs/facts.md).

#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/symbols.h"
#include "extract/tokens.h"

namespace extract {

// What a word of a table stands for.
struct UnitForm {
  std::string name;     // `t`, `USD`, `multiplier`: what it normalises to
  std::string kind;     // `mass`, `money`; empty for number words
  double factor = 1;    // one of it, in `name`; of a number word, its value
  bool exact = false;   // only as written: `Mt`, not `mt`
  bool unsure = false;  // means this only where something else says so: `mt`
};

struct UnitMatch {
  const UnitForm* form = nullptr;  // null if there is none
  size_t size = 0;                 // tokens

  explicit operator bool() const { return form != nullptr; }
};

// One of the tables: phrases and what they stand for.
class UnitTable {
 public:
  // `money` tells that the file is the table of currencies, whose columns are
  // code, factor and forms, and not unit, kind, factor and forms.
  enum class Columns { kUnits, kCurrencies, kNumbers };

  // Throws InputError naming file and line.
  UnitTable(const std::filesystem::path& file, Columns columns,
            Symbols& symbols);

  // True if a phrase has the word, and the word says something by itself.
  bool uses(uint32_t symbol) const { return words_.contains(symbol); }

  // The longest phrase that `tokens`, labelled by the symbols above and taken
  // from `utf8`, begin with and that `is_wanted` accepts.
  template <typename Predicate>
  UnitMatch match(std::string_view utf8, std::span<const Token> tokens,
                  Predicate is_wanted) const {
    UnitMatch best;
    if (tokens.empty()) return best;
    const auto found = entries_.find(tokens[0].symbol);
    if (found == entries_.end()) return best;
    for (const Entry& entry : found->second) {
      if (entry.phrase.size() > best.size && is_wanted(entry.form) &&
          agrees(entry, utf8, tokens)) {
        best = {&entry.form, entry.phrase.size()};
      }
    }
    return best;
  }

 private:
  struct Entry {
    Phrase phrase;
    std::string written;  // of an exact form
    UnitForm form;
  };

  void add(const UnitForm& form, std::string_view marked, Symbols& symbols);
  static bool agrees(const Entry& entry, std::string_view utf8,
                     std::span<const Token> tokens);

  std::unordered_map<uint32_t, std::vector<Entry>> entries_;
  std::unordered_set<uint32_t> words_;
};

}  // namespace extract
