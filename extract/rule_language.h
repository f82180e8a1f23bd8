// The language of corpora/rules/*.rules (docs/rules.md).

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/rule_types.h"
#include "extract/tree_language.h"
#include "text/entity.h"

namespace extract {

enum class Voice : uint8_t {
  kActive,
  kPassive,
  kParticiple,
  kGerund,
  kInfinitive,
};

struct Element {
  enum class Kind : uint8_t { kSlot, kWords, kVerb, kGap, kPossessive };
  Kind kind{};
  Role role{};           // of a slot
  TypeSet types = 0;     // of a slot
  SetId set = 0;         // of words and verbs
  Voice voice{};         // of a verb
  size_t limit = 0;      // of a gap: the most tokens that it may pass
  bool apposed = false;  // a slot after a comma: it takes no list of commas
  bool loose = false;    // a gap that may pass mentions, verbs and commas
};

// One way to say it; optional parts have been expanded.
struct Pattern {
  std::vector<Element> elements;
  Lexicon::Sets needs;  // a sentence without these sets can't match
};

struct Example {
  std::string sentence;
  std::vector<std::pair<std::string, std::string>> expected;  // names
  int line = 0;
};

struct Rule {
  std::string name;
  text::RelationType type{};
  float confidence = 1.0;
  std::optional<text::Modality> modality;  // overrides what the verbs say
  bool negated = false;
  bool cjk = false;    // read only where Chinese, Japanese or Korean is written
  bool known = false;  // of facts of place that the gazetteer agrees with
  std::vector<Pattern> patterns;
  std::vector<TreePattern> trees;
  std::vector<Example> examples;  // negative where nothing is expected
};

// Where a tree pattern stands in a book.
struct TreeRef {
  size_t rule = 0;
  size_t tree = 0;
};

// The word sets by which trees are read; the rules declare them.
struct TreeWords {
  TreeWords() = default;
  // Throws InputError if `lexicon` lacks one.
  explicit TreeWords(const Lexicon& lexicon);

  SetId planned = 0, possible = 0, rumoured = 0, denied = 0, plain = 0;
  SetId ended = 0;     // `stopped`: neither so nor denied
  SetId former = 0;    // `former chairman`
  SetId lesser = 0;    // `deputy chairman`
  SetId light = 0;     // verbs that do what their object says
  SetId becoming = 0;  // verbs that give or take a post
  SetId through = 0;   // `tonnes of`
};

struct RuleBook {
  Lexicon lexicon;
  std::vector<Rule> rules;
  // By set: the trees that its words trigger.
  std::vector<std::vector<TreeRef>> trees_of;
  Lexicon::Sets tree_triggers;
  TreeWords tree_words;  // where there are trees
};

// Reads every *.rules of `folder`, in the order of their names. Throws
// InputError naming file and line.
RuleBook load_rules(const std::filesystem::path& folder);

}  // namespace extract
