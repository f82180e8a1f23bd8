#include "extract/name_choice.h"

#include <algorithm>
#include <set>

namespace extract {
namespace {

using text::EntityType;

// `lead` is a metal beside another metal or before `smelter`, after `refined`.
bool has_commodity_context(const Knowledge& knowledge, const Reading& reading,
                           const Found& found) {
  const Passage& passage = reading.passages[found.passage];
  const Sentence& sentence = passage.sentences[found.sentence];
  const Grammar& grammar = knowledge.grammar();
  const auto commodity_near = [&](size_t i) {
    const size_t owner = reading.owner[found.passage][i];
    return owner != kNoMention && !reading.found[owner].weak &&
           reading.found[owner].type() == EntityType::kCommodity;
  };
  const auto joins = [&](size_t i) {
    const std::string& word = passage.tokens[i].folded;
    return word == "," || word == "、" || word == "·" || word == "and" ||
           word == "or" || word == "-" || word == "/" || word == "&" ||
           word == "plus";
  };
  if (found.last < sentence.last) {
    if (knowledge.in(grammar.commodity_after, passage.tokens[found.last])) {
      return true;
    }
    for (size_t i = found.last;
         i + 1 < sentence.last && i < found.last + 2 && joins(i); ++i) {
      if (commodity_near(i + 1)) return true;
    }
  }
  if (found.first == sentence.first) return false;
  if (knowledge.in(grammar.commodity_before, passage.tokens[found.first - 1])) {
    return true;
  }
  for (size_t i = found.first - 1;
       i > sentence.first && i + 3 > found.first && joins(i); --i) {
    if (commodity_near(i - 1)) return true;
  }
  return false;
}

// `Trail in British Columbia`, `Phoenix, Arizona`: the reading that lies where
// the text says.
auto placed_reading(const Knowledge& knowledge, const Reading& reading,
                    Found& found) {
  const Passage& passage = reading.passages[found.passage];
  const size_t end = passage.sentences[found.sentence].last;
  size_t at = found.last;
  const bool leads = at + 1 < end && (passage.tokens[at].folded == "," ||
                                      passage.tokens[at].folded == "in");
  if (!leads) return found.readings.end();
  if (passage.tokens[++at].folded == "the" && at + 1 < end) ++at;
  const size_t owner = reading.owner[found.passage][at];
  if (owner == kNoMention) return found.readings.end();
  return std::ranges::find_if(found.readings, [&](const KnownEntity* inner) {
    return std::ranges::any_of(
        reading.found[owner].readings, [&](const KnownEntity* outer) {
          return outer->entity.type == EntityType::kPlace && inner != outer &&
                 knowledge.lies_in(*inner, outer->entity.id);
        });
  });
}

// True if `found` counts; its likeliest reading is put first then.
bool is_supported(const Knowledge& knowledge, const Reading& reading,
                  const std::set<const KnownEntity*>& strong, Found& found) {
  if (found.type() == EntityType::kCommodity) {
    return has_commodity_context(knowledge, reading, found);
  }
  const auto supported = std::ranges::find_if(
      found.readings, [&](const auto* r) { return strong.contains(r); });
  const auto chosen = supported != found.readings.end()
                          ? supported
                          : placed_reading(knowledge, reading, found);
  if (chosen == found.readings.end()) return false;
  std::iter_swap(found.readings.begin(), chosen);
  return true;
}

// Among several readings of a name the one that the article tells apart.
void choose_readings(const Knowledge& knowledge, Reading& reading) {
  std::set<const KnownEntity*> sure;
  for (const Found& f : reading.found) {
    if (f.readings.size() == 1 && !f.office) sure.insert(&f.entity());
  }
  for (Found& f : reading.found) {
    if (f.readings.size() < 2) continue;
    const Passage& passage = reading.passages[f.passage];
    const bool placed = f.first > passage.sentences[f.sentence].first &&
                        knowledge.in(knowledge.grammar().place_preposition,
                                     passage.tokens[f.first - 1]);
    std::ranges::stable_sort(f.readings, {}, [&](const KnownEntity* r) {
      const bool place = r->entity.type == EntityType::kPlace;
      if (placed && place) return 0;
      return sure.contains(r) ? 1 : 2;
    });
  }
}

// `operates Budel` speaks of the smelter there.
void imply_facilities(const Knowledge& knowledge, Reading& reading) {
  for (Found& f : reading.found) {
    if (f.type() != EntityType::kPlace || f.office) continue;
    const auto& tokens = reading.passages[f.passage].tokens;
    Phrase stem;
    for (size_t i = f.first; i < f.last; ++i) stem.push_back(tokens[i].symbol);
    const auto named = knowledge.facilities(stem);
    if (named.size() == 1) f.implied = named.front();
  }
}

}  // namespace

void support_weak_names(const Knowledge& knowledge, Reading& reading) {
  std::set<const KnownEntity*> strong;
  for (const Found& f : reading.found) {
    if (!f.weak && !f.office) strong.insert(&f.entity());
  }
  // Lists of weak names support each other from a strong one outwards.
  for (int round = 0; round < 2; ++round) {
    for (Found& f : reading.found) {
      if (!f.weak || !is_supported(knowledge, reading, strong, f)) continue;
      f.weak = false;
      f.confidence = 0.88F;
      f.how = "alias";
    }
  }
}

void settle_names(const Knowledge& knowledge, Reading& reading) {
  support_weak_names(knowledge, reading);
  std::erase_if(reading.found, [](const Found& f) { return f.weak; });
  choose_readings(knowledge, reading);
  imply_facilities(knowledge, reading);
  reading.arrange();
}

}  // namespace extract
