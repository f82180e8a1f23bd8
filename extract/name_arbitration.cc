#include "extract/name_arbitration.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/name_surroundings.h"

namespace extract {
namespace {

using models::NameClass;
using text::EntityType;

// What the tagger must be sure of, 0..1, to ...
constexpr float kSupport = 0.4F;     // ... make a weak name count
constexpr float kTakeWeak = 0.5F;    // ... read a weak name otherwise
constexpr float kTakeSingle = 0.8F;  // ... read a strong single word so
constexpr float kTakeInside = 0.4F;  // ... take a name into a longer one
constexpr float kVeto = 0.5F;        // ... take a place into a work's title

// The gazetteer's own certainty where the tagger read nothing.
constexpr float kUnseenWord = 0.85F;
constexpr float kUnseenName = 0.93F;
constexpr float kBoth = 0.99F;

bool fits(EntityType type, NameClass name_class) {
  switch (name_class) {
    case NameClass::kPerson:
      return type == EntityType::kPerson;
    case NameClass::kOrganization:
      return type == EntityType::kCompany || type == EntityType::kGovernment ||
             type == EntityType::kOrganization;
    case NameClass::kLocation:
      return type == EntityType::kPlace || type == EntityType::kFacility;
    case NameClass::kOther:
      return type == EntityType::kAgreement || type == EntityType::kProduct ||
             type == EntityType::kCommodity;
  }
  return false;
}

class Arbitration {
 public:
  Arbitration(const Knowledge& knowledge, Reading& reading)
      : knowledge_(knowledge),
        reading_(reading),
        dropped_(reading.found.size()),
        seen_(reading.found.size()) {}

  std::vector<TaggedName> decide(std::vector<TaggedName> tagged) {
    std::vector<TaggedName> left;
    for (TaggedName& name : tagged) {
      if (is_currency(reading_.passages[name.passage], name.last)) continue;
      take_whole(name);
      if (takes(name)) left.push_back(name);
    }
    mark_unseen();
    drop();
    return left;
  }

 private:
  const std::vector<Token>& tokens(const TaggedName& name) const {
    return reading_.passages[name.passage].tokens;
  }

  // A body that begins within a known name has all of its words: `United
  // States Congress`.
  void take_whole(TaggedName& name) const {
    const size_t owner = reading_.owner[name.passage][name.first];
    if (owner == kNoMention || dropped_[owner] ||
        name.name_class != NameClass::kOrganization) {
      return;
    }
    const Found& found = reading_.found[owner];
    if (found.weak || found.office || found.how == "pattern" ||
        found.last >= name.last) {
      return;
    }
    name.with_article = name.with_article && found.first == name.first;
    name.first = found.first;
  }

  // True if the words are the tagger's.
  bool takes(const TaggedName& name) {
    const std::vector<size_t> met = met_by(name);
    if (met.empty()) return true;
    if (met.size() == 1) {
      Found& found = reading_.found[met.front()];
      if (found.first <= name.first && found.last >= name.last) {
        return takes_inner(met.front(), name);
      }
      if (ends_in_legal_form(found, name)) {
        found.last = name.last;
        return takes_inner(met.front(), name);
      }
    }
    return takes_outer(met, name);
  }

  // The names found that share words with `name`, by position.
  std::vector<size_t> met_by(const TaggedName& name) const {
    std::vector<size_t> met;
    for (size_t i = name.first; i < name.last; ++i) {
      const size_t owner = reading_.owner[name.passage][i];
      const bool fresh = owner != kNoMention && !dropped_[owner] &&
                         (met.empty() || met.back() != owner);
      if (fresh) met.push_back(owner);
    }
    return met;
  }

  // The name found is the tagger's or longer.
  bool takes_inner(size_t index, const TaggedName& name) {
    Found& found = reading_.found[index];
    const bool equal = found.first == name.first && found.last == name.last;
    if (found.office) {
      tell_inner_place(name);
      return false;
    }
    if (equal && is_of_other_land(knowledge_, reading_, found))
      return dropped_[index] = true;
    if (takes_apart(found, name, equal)) return dropped_[index] = true;
    if (drops_title(found, name)) found.first = name.first;
    if (agree(found, name)) {
      seen_[index] = true;
      return false;
    }
    dropped_[index] = equal && yields(found, name);
    return dropped_[index];
  }

  // `Walesa works`, `Jerry Quarry` and `Sultan Qabus bin Sa` are people, `Paris
  // Radio France International` is a place and a body.
  bool takes_apart(const Found& found, const TaggedName& name,
                   bool equal) const {
    if (found.how != "pattern") return false;
    const bool person = name.name_class == NameClass::kPerson &&
                        found.type() != EntityType::kPerson;
    if (person) {
      const bool facility = found.type() == EntityType::kFacility;
      return name.confidence >= (facility ? kTakeWeak : kTakeSingle);
    }
    const bool place = name.name_class == NameClass::kLocation &&
                       fits(found.type(), NameClass::kOrganization) &&
                       found.confidence < kTakeSingle && !equal;
    if (place) return name.confidence >= kTakeSingle;
    return !equal && is_loose_facility(found) && name.confidence >= kTakeInside;
  }

  // `Secretary General Kofi Annan`: the tagger tells titles better.
  bool drops_title(const Found& found, const TaggedName& name) const {
    return found.how == "pattern" && found.type() == EntityType::kPerson &&
           name.name_class == NameClass::kPerson && found.last == name.last &&
           found.first < name.first && name.last - name.first > 1 &&
           name.confidence >= kTakeSingle;
  }

  // `Fallujah operation`: new, and told by a noun that tells little.
  bool is_loose_facility(const Found& found) const {
    if (found.how != "pattern" || found.type() != EntityType::kFacility ||
        !found.modifiers.empty()) {
      return false;
    }
    const auto& tokens = reading_.passages[found.passage].tokens;
    const auto last = std::span(tokens).subspan(found.last - 1, 1);
    return knowledge_.heads().match(last).first == HeadClass::kAny;
  }

  // `U.S. President` names the land, too.
  void tell_inner_place(const TaggedName& name) {
    if (name.name_class != NameClass::kLocation) return;
    Phrase words;
    for (size_t i = name.first; i < name.last; ++i) {
      words.push_back(tokens(name)[i].symbol);
    }
    const auto& gazetteer = knowledge_.gazetteer();
    for (const uint32_t value : knowledge_.names().exactly(words)) {
      if (value >= Knowledge::kOffices) continue;
      const Alias& alias = gazetteer.aliases()[value];
      const KnownEntity& entity = gazetteer.entities()[alias.entity];
      if (alias.weak || entity.entity.type != EntityType::kPlace) continue;
      Found found;
      found.passage = name.passage;
      found.sentence = name.sentence;
      found.first = name.first;
      found.last = name.last;
      found.readings = {&entity};
      found.confidence = kBoth;
      found.how = "both";
      reading_.inner.push_back(std::move(found));
      return;
    }
  }

  // Puts the readings first that fit. A name that is longer than the tagger's
  // is not confirmed by it.
  bool agree(Found& found, const TaggedName& name) const {
    const auto fitting = [&](const KnownEntity* reading) {
      return fits(reading->entity.type, name.name_class);
    };
    if (std::ranges::none_of(found.readings, fitting)) return false;
    if (found.weak && !proves(found, name)) return false;
    std::ranges::stable_partition(found.readings, fitting);
    const bool equal = found.first == name.first && found.last == name.last;
    if (!equal) {
      leave_plain_words(found, name);
      return true;
    }
    found.with_article = name.with_article;
    found.confidence =
        std::max(found.confidence, found.weak ? name.confidence : kBoth);
    found.weak = false;
    found.how = "both";
    return true;
  }

  // Of `upstate New York` and `Washington state` the name is a mention.
  void leave_plain_words(Found& found, const TaggedName& name) const {
    if (found.type() != EntityType::kPlace || found.how != "gazetteer") return;
    for (size_t i = found.first; i < found.last; ++i) {
      const bool inside = i >= name.first && i < name.last;
      if (!inside && (tokens(name)[i].capitalised || found.weak)) return;
    }
    found.first = name.first;
    found.last = name.last;
  }

  // `Smith` is some Smith, `ABC` some ABC, `Supreme Court` some court, and
  // `Middle Tennessee` no mine: the class of such a weak name is no proof that
  // the known one is meant.
  bool proves(const Found& found, const TaggedName& name) const {
    const Token& first = tokens(name)[found.first];
    const bool acronym = first.upper && found.last - found.first == 1;
    return name.confidence >= kSupport && !acronym &&
           found.type() != EntityType::kPerson &&
           found.type() != EntityType::kFacility &&
           (found.type() != EntityType::kGovernment || !name.common);
  }

  bool yields(const Found& found, const TaggedName& name) const {
    if (found.weak) return name.confidence >= kTakeWeak;
    const bool single = found.last - found.first == 1;
    if (found.how == "pattern") {
      return name.name_class == NameClass::kOther
                 ? name.confidence >= kVeto
                 : name.confidence > found.confidence;
    }
    const EntityType type = found.type();
    if (type == EntityType::kCommodity) {
      return name.confidence >= kTakeSingle &&
             tokens(name)[found.first].capitalised;
    }
    if (!single || name.name_class == NameClass::kOther) return false;
    // `China` that says or wins something is China all the same.
    const bool speaks = type == EntityType::kPlace &&
                        name.name_class == NameClass::kOrganization;
    return !speaks && name.confidence >= kTakeSingle;
  }

  // The tagger's name is longer than one name found, or meets several.
  bool takes_outer(const std::vector<size_t>& met, const TaggedName& name) {
    if (is_list(met, name) || name.confidence < needed(met, name)) return false;
    for (const size_t index : met) {
      const Found& found = reading_.found[index];
      const bool inside = found.first >= name.first && found.last <= name.last;
      const bool holds = !inside && !found.weak && found.how != "pattern";
      if (holds || found.office) return false;
    }
    for (const size_t index : met) dropped_[index] = true;
    return true;
  }

  float needed(const std::vector<size_t>& met, const TaggedName& name) const {
    const bool strong = std::ranges::any_of(met, [&](size_t index) {
      const Found& found = reading_.found[index];
      // Bodies are named after places: `New Jersey Department of Education`.
      const bool names_body = found.type() == EntityType::kPlace &&
                              name.name_class == NameClass::kOrganization;
      return !found.weak && found.last - found.first > 1 && !names_body &&
             found.how != "pattern";
    });
    if (name.name_class == NameClass::kOther) return kVeto;
    return strong ? kTakeSingle : kTakeInside;
  }

  // `Seoul, South Korea`, `Glencore and Teck`, `Teck Resources of Canada`:
  // names beside each other.
  bool is_list(const std::vector<size_t>& met, const TaggedName& name) const {
    size_t covered = 0;
    for (const size_t index : met) {
      const Found& found = reading_.found[index];
      if (found.weak) return false;
      covered += found.last - found.first;
    }
    size_t joining = 0;
    const bool seated =
        reading_.found[met.front()].type() == EntityType::kCompany &&
        reading_.found[met.back()].type() == EntityType::kPlace;
    for (size_t i = name.first; i < name.last; ++i) {
      const Token& token = tokens(name)[i];
      const bool joins =
          token.kind == TokenKind::kPunctuation ||
          knowledge_.in(knowledge_.grammar().conjunction, token) ||
          (seated && token.folded == "of");
      if (joins && reading_.owner[name.passage][i] == kNoMention) ++joining;
    }
    return met.size() > 1 && joining > 0 &&
           covered + joining == name.last - name.first;
  }

  // `Barrick Gold Corporation` is the gazetteer's Barrick Gold.
  bool ends_in_legal_form(const Found& found, const TaggedName& name) const {
    if (found.first != name.first || found.last >= name.last) return false;
    if (!fits(found.type(), NameClass::kOrganization)) return false;
    const Grammar& grammar = knowledge_.grammar();
    for (size_t i = found.last; i < name.last; ++i) {
      const Token& token = tokens(name)[i];
      if (token.folded != "," && !knowledge_.in(grammar.legal_form, token)) {
        return false;
      }
    }
    return true;
  }

  void mark_unseen() {
    for (size_t i = 0; i < seen_.size(); ++i) {
      Found& found = reading_.found[i];
      if (seen_[i] || found.how != "gazetteer" || found.weak || found.office) {
        continue;
      }
      const Token& first = reading_.passages[found.passage].tokens[found.first];
      const bool plain =
          is_cjk(first.kind) || found.type() == EntityType::kCommodity;
      if (plain) continue;
      const bool word = found.last - found.first == 1;
      dropped_[i] = dropped_[i] ||
                    (!stands_in_headline(found) &&
                     is_part_of_name(knowledge_, reading_, found)) ||
                    is_in_address(reading_, found);
      found.confidence =
          std::min(found.confidence, word ? kUnseenWord : kUnseenName);
    }
  }

  // Asked in the order of the text: each sentence is judged once.
  bool stands_in_headline(const Found& found) {
    const std::pair place(found.passage, found.sentence);
    if (!judged_ || judged_->first != place) {
      const Passage& passage = reading_.passages[found.passage];
      judged_.emplace(
          place, passage.in_title ||
                     is_title_case(passage, passage.sentences[found.sentence]));
    }
    return judged_->second;
  }

  void drop() {
    std::vector<Found> kept;
    for (size_t i = 0; i < dropped_.size(); ++i) {
      if (!dropped_[i]) kept.push_back(std::move(reading_.found[i]));
    }
    reading_.found = std::move(kept);
    reading_.arrange();
  }

  const Knowledge& knowledge_;
  Reading& reading_;
  std::vector<bool> dropped_;
  std::vector<bool> seen_;  // by the tagger, with the same words
  // The sentence judged last, and whether it is a headline.
  std::optional<std::pair<std::pair<size_t, size_t>, bool>> judged_;
};

}  // namespace

std::vector<TaggedName> arbitrate(const Knowledge& knowledge,
                                  std::vector<TaggedName> tagged,
                                  Reading& reading) {
  return Arbitration(knowledge, reading).decide(std::move(tagged));
}

}  // namespace extract
