#include "extract/cjk_arbitration.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace extract {
namespace {

using text::EntityType;

// What the models must be sure of, 0..1, to read a longer name than is found.
constexpr float kTakeInside = 0.6F;
constexpr float kBoth = 0.99F;

bool is_body(EntityType type) {
  return type == EntityType::kCompany || type == EntityType::kGovernment ||
         type == EntityType::kOrganization;
}

bool is_site(EntityType type) {
  return type == EntityType::kPlace || type == EntityType::kFacility;
}

bool alike(EntityType a, EntityType b) {
  return a == b || (is_body(a) && is_body(b)) || (is_site(a) && is_site(b));
}

class Additions {
 public:
  Additions(const Knowledge& knowledge, Reading& reading)
      : knowledge_(knowledge),
        reading_(reading),
        region_(knowledge.lexicon().set("cjk.region")),
        dropped_(reading.found.size()) {}

  void consider(size_t passage, std::vector<CjkName> names) {
    size_t sentence = 0;
    const auto& sentences = reading_.passages[passage].sentences;
    for (CjkName& name : names) {
      while (sentences[sentence].last <= name.first) ++sentence;
      if (is_site(name.type)) end_before_known(passage, name);
      if (name.first == name.last || !takes(passage, name)) continue;
      if (is_site(name.type)) drop_outer_places(passage, name);
      add(passage, sentence, name);
    }
  }

  void apply() {
    std::vector<Found> kept;
    for (size_t i = 0; i < dropped_.size(); ++i) {
      if (!dropped_[i]) kept.push_back(std::move(reading_.found[i]));
    }
    std::ranges::move(added_, std::back_inserter(kept));
    reading_.found = std::move(kept);
    reading_.arrange();
    name_surnames();
  }

 private:
  const Token& token(const Found& found, size_t i) const {
    return reading_.passages[found.passage].tokens[i];
  }

  const Found* owner(size_t passage, size_t i) const {
    const size_t index = reading_.owner[passage][i];
    return index == kNoMention ? nullptr : &reading_.found[index];
  }

  // `알래스카주 레드독 광산`: where what lies in a place is known, the name is
  // that of the place.
  void end_before_known(size_t passage, CjkName& name) const {
    const Found* last = owner(passage, name.last - 1);
    const bool known = last != nullptr && last->first > name.first &&
                       last->last == name.last && is_site(last->type());
    if (!known) return;
    name.last = last->first;
    name.type = EntityType::kPlace;
    name.name = text_of(passage, name.first, name.last);
  }

  // `미국 루이지애나주` is called `루이지애나주`.
  void drop_outer_places(size_t passage, CjkName& name) const {
    size_t first = name.first;
    for (const Found* outer = owner(passage, first);
         outer != nullptr && may_be_place(*outer) && outer->last < name.last;
         outer = owner(passage, first)) {
      first = outer->last;
    }
    if (first == name.first) return;
    const Token& rest = reading_.passages[passage].tokens[first];
    if (rest.space_before) name.name = text_of(passage, first, name.last);
  }

  static bool may_be_place(const Found& found) {
    return std::ranges::any_of(found.readings, [](const KnownEntity* reading) {
      return reading->entity.type == EntityType::kPlace;
    });
  }

  std::string text_of(size_t passage, size_t first, size_t last) const {
    const Passage& read = reading_.passages[passage];
    std::string text;
    for (size_t i = first; i < last; ++i) {
      if (i > first && read.tokens[i].space_before) text += ' ';
      text += text::slice(read.utf8, read.tokens[i].span);
    }
    return text;
  }

  // True if the words are the models'.
  bool takes(size_t passage, const CjkName& name) {
    std::set<size_t> met;
    size_t unread = 0;
    for (size_t i = name.first; i < name.last; ++i) {
      const size_t owner = reading_.owner[passage][i];
      if (owner == kNoMention)
        ++unread;
      else
        met.insert(owner);
    }
    if (met.empty()) return true;
    if (met.size() == 1 && agree(reading_.found[*met.begin()], name)) {
      return false;
    }
    const bool inside = std::ranges::all_of(met, [&](size_t i) {
      const Found& found = reading_.found[i];
      return found.first >= name.first && found.last <= name.last;
    });
    // `울산 온산` names two places.
    if (!inside || unread == 0 || name.confidence < kTakeInside) return false;
    if (unread == 1 && is_region_of_known(passage, name)) return false;
    for (const size_t i : met) dropped_[i] = true;
    return true;
  }

  // `알래스카주`: a known place and what kind of region it is.
  bool is_region_of_known(size_t passage, const CjkName& name) const {
    const Found* last = owner(passage, name.last - 2);
    return name.type == EntityType::kPlace && last != nullptr &&
           may_be_place(*last) && owner(passage, name.last - 1) == nullptr &&
           knowledge_.in(region_,
                         reading_.passages[passage].tokens[name.last - 1]);
  }

  // The name found is the models' or longer.
  bool agree(Found& found, const CjkName& name) const {
    if (found.first > name.first || found.last < name.last) return false;
    const bool equal = found.first == name.first && found.last == name.last;
    if (equal && alike(found.type(), name.type) && !found.office) {
      found.confidence = std::max(found.confidence, kBoth);
      found.how = "both";
    }
    return true;
  }

  void add(size_t passage, size_t sentence, const CjkName& name) {
    Found found;
    found.passage = passage;
    found.sentence = sentence;
    found.first = name.first;
    found.last = name.last;
    found.confidence = name.confidence;
    found.how = name.learned ? "model" : "pattern";
    const KnownEntity* known = known_by_name(found, name.type);
    const bool surname = name.type == EntityType::kPerson &&
                         name.last - name.first == 1 &&
                         is_cjk(token(found, name.first).kind);
    found.readings = {known != nullptr ? known
                      : surname        ? stranger(name)
                                       : reading_.bear(name.type, name.name)};
    added_.push_back(std::move(found));
  }

  const KnownEntity* stranger(const CjkName& name) {
    return reading_.bear_stranger(name.type, name.name);
  }

  // The one entity of a like type that the gazetteer calls so, even weakly.
  const KnownEntity* known_by_name(const Found& found, EntityType type) const {
    Phrase phrase;
    for (size_t i = found.first; i < found.last; ++i) {
      phrase.push_back(token(found, i).symbol);
    }
    const auto& gazetteer = knowledge_.gazetteer();
    const KnownEntity* known = nullptr;
    for (const uint32_t value : knowledge_.names().exactly(phrase)) {
      if (value >= Knowledge::kOffices) continue;
      const KnownEntity& entity =
          gazetteer.entities()[gazetteer.aliases()[value].entity];
      if (!alike(entity.entity.type, type)) continue;
      if (known != nullptr && known != &entity) return nullptr;
      known = &entity;
    }
    return known;
  }

  // `박` is the one person of the article whose name begins so.
  void name_surnames() {
    for (Found& found : reading_.found) {
      if (!found.stranger() || found.type() != EntityType::kPerson ||
          found.how != "model") {
        continue;
      }
      if (const KnownEntity* person = full_name(token(found, found.first))) {
        found.readings = {person};
        found.local = true;
        found.how = "alias";
      }
    }
  }

  const KnownEntity* full_name(const Token& surname) {
    if (surnames_.empty()) {
      for (const Found& found : reading_.found) {
        const bool person = found.type() == EntityType::kPerson &&
                            !found.stranger() && !found.nominal;
        if (!person) continue;
        const std::string& first = token(found, found.first).folded;
        const auto [known, created] =
            surnames_.try_emplace(first, &found.entity());
        if (!created && known->second != &found.entity()) {
          known->second = nullptr;
        }
      }
    }
    const auto known = surnames_.find(surname.folded);
    return known == surnames_.end() ? nullptr : known->second;
  }

  const Knowledge& knowledge_;
  Reading& reading_;
  SetId region_;
  std::vector<bool> dropped_;
  std::vector<Found> added_;
  std::map<std::string, const KnownEntity*> surnames_;  // null: of several
};

}  // namespace

void add_cjk_names(const Knowledge& knowledge, const CjkModels& models,
                   Reading& reading) {
  Additions additions(knowledge, reading);
  for (size_t p = 0; p < reading.passages.size(); ++p) {
    additions.consider(p,
                       find_cjk_names(knowledge, models, reading.passages[p]));
  }
  additions.apply();
}

}  // namespace extract
