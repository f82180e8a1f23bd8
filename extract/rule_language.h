// The language of corpora/rules/*.rules (docs/rules.md).

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/lexicon.h"
#include "text/entity.h"

namespace extract {

enum class Role : uint8_t { kSource, kTarget, kOther };
enum class Voice : uint8_t {
  kActive,
  kPassive,
  kParticiple,
  kGerund,
  kInfinitive,
};

// What a slot may hold: bits 1 << EntityType, or an office.
using TypeSet = uint16_t;
inline constexpr TypeSet kOfficeBit = 1U << 15U;

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
  bool cjk = false;  // read only where Chinese, Japanese or Korean is written
  std::vector<Pattern> patterns;
  std::vector<Example> examples;  // negative where nothing is expected
};

struct RuleBook {
  Lexicon lexicon;
  std::vector<Rule> rules;
};

// Reads every *.rules of `folder`, in the order of their names. Throws
// InputError naming file and line.
RuleBook load_rules(const std::filesystem::path& folder);

}  // namespace extract
