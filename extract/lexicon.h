// Word sets and verbs, as corpora/rules declares them (docs/rules.md).

#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/symbols.h"
#include "extract/tokens.h"

namespace extract {

// Bits of what a word may be of its verb.
enum VerbForm : uint8_t {
  kBase = 1,
  kThird = 2,
  kPast = 4,
  kParticiple = 8,
  kGerund = 16,
  kEveryForm = 31,
};

using SetId = uint32_t;

class Lexicon {
 public:
  static constexpr size_t kMaxSets = 1024;
  using Sets = std::bitset<kMaxSets>;

  // The forms of irregular verbs must be declared before the verbs are used.
  void add_irregular(const std::vector<std::string>& forms);
  // Words of `set`: phrases; `plan~ to` stands for every form of `plan`.
  void add_words(const std::string& set, const std::vector<std::string>& words);
  // Verbs of `set`, in every form; the first word of a phrase is inflected.
  void add_verbs(const std::string& set, const std::vector<std::string>& verbs);

  // Nouns of `set` in singular and plural; the last word of a phrase varies.
  void add_nouns(const std::string& set, const std::vector<std::string>& nouns);

  // Throws InputError if there is no set of this name.
  SetId set(std::string_view name) const;
  // The sets whose name begins with `prefix`, in the order of their names.
  std::vector<std::pair<std::string, SetId>> sets_beginning(
      const std::string& prefix) const;

  struct Match {
    size_t size = 0;  // tokens; 0 is no match
    uint8_t forms = 0;
  };

  // The longest phrase of `set` that `tokens` begin with.
  Match match(SetId set, std::span<const Token> tokens) const;
  bool contains(SetId set, const Token& token) const;

  // The sets that have a phrase beginning with `symbol`.
  const Sets& sets_of(uint32_t symbol) const;

  Symbols& symbols() { return symbols_; }
  const Symbols& symbols() const { return symbols_; }

 private:
  struct Entry {
    SetId set = 0;
    uint8_t forms = 0;
    Phrase rest;  // what follows the first word
  };
  struct Inflected {
    std::string word;
    uint8_t forms = 0;
  };

  SetId make_set(const std::string& name);
  void add_phrase(SetId set, const std::string& phrase, uint8_t forms);
  std::vector<Inflected> inflect(const std::string& verb) const;

  Symbols symbols_;
  std::map<std::string, SetId, std::less<>> ids_;
  std::map<std::string, std::vector<std::string>> irregular_;
  std::unordered_map<uint32_t, std::vector<Entry>> entries_;
  std::vector<Sets> sets_of_;  // by symbol
};

}  // namespace extract
