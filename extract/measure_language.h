// The language of corpora/measures/*.measures (docs/facts.md): by which words
// a quantity is of which measure, and whose it is.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/lexicon.h"
#include "extract/quantities.h"
#include "extract/rule_language.h"

namespace extract {

// How the entity of a fact is found, where the pattern doesn't hold it.
enum class OwnerKind : uint8_t {
  kNamed,      // the pattern's slot `E`
  kSubject,    // the subject of the verb that the pattern begins with
  kPossessor,  // whose noun it is: `its output`, `output at Onsan`
  kCommodity,  // the commodity that is spoken of
};

struct FactElement {
  enum class Kind : uint8_t {
    kQuantity,
    kWords,
    kGap,
    kEntity,
    kCommodity,
    kOther,  // any other quantity
    kPrice,  // another quantity, of money per unit
    kPossessive,
  };
  Kind kind{};
  SetId set = 0;       // of words
  TypeSet types = 0;   // of a slot
  size_t limit = 0;    // of a gap: the most tokens that it may pass
  bool loose = false;  // a gap that may pass mentions and commas
};

// One way to say it; optional parts have been expanded.
struct FactPattern {
  OwnerKind owner{};
  bool negative = false;           // a fall: the value is below zero
  std::vector<FactElement> left;   // from the quantity to the left
  std::vector<FactElement> right;  // and to the right
};

// `entity name, value and unit, commodity name`, as an example expects them.
struct FactExample {
  std::string sentence;
  std::vector<std::string> expected;  // `Budel smelter | 300000 t/year | zinc`
  int line = 0;
};

struct Measure {
  std::string name;
  std::vector<std::string> kinds;  // of quantities: `mass`, `mass/time`
  TypeSet entities = 0;
  bool prefers_facility = false;       // `output at Onsan` is Onsan's
  bool takes_topic_facility = false;   // unsaid, it is the facility spoken of
  bool has_commodity = false;          // what it is of is part of the fact
  bool takes_topic_commodity = false;  // unsaid, it is the one spoken of
  bool shares = false;  // further quantities are of the same entity
  std::string over;  // what this sentence says by that measure is of this one
  std::string inherits;  // after that measure, its `a tonne` goes on
  std::vector<FactPattern> patterns;
  std::vector<FactExample> examples;
};

struct MeasureBook {
  // Reads `folder`. Throws InputError naming file and line.
  explicit MeasureBook(const std::filesystem::path& folder);

  Lexicon lexicon;  // its symbols label the tokens that it reads
  QuantityReader quantities;
  std::vector<Measure> measures;
  SetId delta = 0;     // words behind which a quantity is a change
  SetId pronouns = 0;  // `its`
};

}  // namespace extract
