#include "extract/coreference.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "extract/facility_choice.h"

namespace extract {
namespace {

using text::EntityType;

std::set<const KnownEntity*> facilities_of(const Reading& reading) {
  std::set<const KnownEntity*> facilities;
  for (const Found& f : reading.found) {
    if (f.type() == EntityType::kFacility && !f.office) {
      facilities.insert(&f.entity());
    }
  }
  return facilities;
}

class Nominals {
 public:
  Nominals(const Knowledge& knowledge, Reading& reading)
      : knowledge_(knowledge),
        grammar_(knowledge.grammar()),
        reading_(reading),
        facilities_(knowledge, facilities_of(reading)) {}

  void find() {
    for (size_t p = 0; p < reading_.passages.size(); ++p) {
      previous_subject_ = nullptr;
      subject_ = nullptr;
      last_subject_ = nullptr;
      for (size_t s = 0; s < reading_.passages[p].sentences.size(); ++s) {
        passage_ = p;
        sentence_ = s;
        read_sentence();
      }
    }
    std::ranges::move(added_, std::back_inserter(reading_.found));
    reading_.arrange();
  }

 private:
  const Passage& passage() const { return reading_.passages[passage_]; }
  const Sentence& sentence() const { return passage().sentences[sentence_]; }
  const Token& token(size_t i) const { return passage().tokens[i]; }
  std::span<const Token> from(size_t i) const {
    return std::span(passage().tokens).subspan(i, sentence().last - i);
  }
  const Found* mention_at(size_t i) const {
    const size_t owner = reading_.owner[passage_][i];
    return owner == kNoMention ? nullptr : &reading_.found[owner];
  }

  void read_sentence() {
    last_subject_ = subject_;
    previous_subject_ = subject_ != nullptr ? subject_ : previous_subject_;
    previous_speaker_ = speaker_;
    subject_ = nullptr;
    speaker_ = nullptr;
    bool several_speakers = false;
    const Found* company = nullptr;
    for (size_t i = sentence().first; i < sentence().last;) {
      const Found* f = mention_at(i);
      if (f == nullptr) {
        const Found* in_sentence = company;
        i = std::max(i + 1, read_nominal(i, in_sentence));
        continue;
      }
      i = f->last;
      if (f->office) continue;
      if (f->type() == EntityType::kFacility) last_facility_ = &f->entity();
      if (f->type() == EntityType::kPerson) {
        several_speakers |= speaker_ != nullptr && speaker_ != &f->entity();
        speaker_ = &f->entity();
      }
      if (f->type() == EntityType::kCompany && company == nullptr) company = f;
      if (subject_ == nullptr && is_subject(*f)) subject_ = &f->entity();
    }
    if (several_speakers) speaker_ = nullptr;
  }

  // The first mention, a company at the head of its sentence.
  bool is_subject(const Found& f) const {
    if (f.type() != EntityType::kCompany) return false;
    if (f.last == f.first || token(f.last - 1).possessive) return false;
    if (is_cjk(token(f.first).kind)) return f.first == sentence().first;
    for (size_t i = sentence().first; i < f.first; ++i) {
      const Found* before = mention_at(i);
      if (before == nullptr) continue;
      // `In Peru, Nexa Resources feeds`
      const bool place = before->type() == EntityType::kPlace &&
                         before->last + 1 == f.first &&
                         token(before->last).folded == ",";
      if (!place) return false;
    }
    const bool attached =
        f.first > sentence().first &&
        knowledge_.in(grammar_.preposition, token(f.first - 1));
    return !attached && f.first - sentence().first < 8;
  }

  size_t read_nominal(size_t i, const Found* company) {
    if (token(i).kind != TokenKind::kWord) return i + 1;
    if (const size_t end = read_pronoun(i, company)) return end;
    if (const size_t end = read_company_noun(i)) return end;
    return read_facility_noun(i);
  }

  void add(size_t first, size_t last, const KnownEntity* entity,
           float confidence) {
    Found f;
    f.passage = passage_;
    f.sentence = sentence_;
    f.first = first;
    f.last = last;
    f.readings = {entity};
    f.nominal = true;
    f.confidence = confidence;
    f.how = "nominal";
    added_.push_back(std::move(f));
  }

  size_t read_pronoun(size_t i, const Found* company) {
    const bool first = i == sentence().first;
    if (knowledge_.in(grammar_.pronoun_person, token(i))) {
      if (!first || previous_speaker_ == nullptr) return 0;
      speaker_ = previous_speaker_;
      add(i, i + 1, previous_speaker_, 0.75F);
      return i + 1;
    }
    const KnownEntity* subject = subject_;
    if (knowledge_.in(grammar_.pronoun_it, token(i))) {
      if (first) {
        subject = subject_ = last_subject_;
      } else if (!follows_saying(i)) {
        return 0;
      }
      if (subject == nullptr) return 0;
      add(i, i + 1, subject, 0.75F);
      return i + 1;
    }
    if (!knowledge_.in(grammar_.pronoun_its, token(i))) return 0;
    // `Toyota is its partner`: its is someone else's.
    if (!first && knowledge_.in(grammar_.be, token(i - 1))) return 0;
    if (const KnownEntity* holder = holder_after(i)) {
      add(i, i + 1, holder, 0.8F);
      return i + 1;
    }
    const bool only = (company == nullptr || &company->entity() == subject) &&
                      !other_company_before(i, subject);
    if (const KnownEntity* near = clause_subject(i)) {
      add(i, i + 1, near, 0.75F);
      return i + 1;
    }
    if (subject == nullptr || !only) return 0;
    add(i, i + 1, subject, 0.75F);
    return i + 1;
  }

  bool other_company_before(size_t its, const KnownEntity* subject) const {
    for (size_t i = sentence().first; i < its; ++i) {
      const Found* f = mention_at(i);
      if (f != nullptr && !f->office && f->type() == EntityType::kCompany &&
          &f->entity() != subject) {
        return true;
      }
    }
    return false;
  }

  // `Teck makes it, and Umicore refines it through its subsidiary`: the nearest
  // company before, where it begins a clause of its own.
  const KnownEntity* clause_subject(size_t its) const {
    for (size_t i = its; i-- > sentence().first;) {
      const Found* f = mention_at(i);
      if (f == nullptr || f->type() != EntityType::kCompany) continue;
      if (f->first == sentence().first || token(f->last - 1).possessive) {
        return nullptr;
      }
      const Token& before = token(f->first - 1);
      const Token& after = token(f->last);
      const bool begins = before.folded == "," || before.folded == ";" ||
                          knowledge_.in(grammar_.relative, before) ||
                          knowledge_.in(grammar_.conjunction, before);
      const bool verb =
          after.kind == TokenKind::kWord && !after.capitalised &&
          mention_at(f->last) == nullptr &&
          (after.folded.ends_with("s") || after.folded.ends_with("ed") ||
           knowledge_.in(grammar_.be, after) ||
           knowledge_.in(grammar_.finite, after));
      return begins && verb ? &f->entity() : nullptr;
    }
    return nullptr;
  }

  // `the metal that Korea Zinc makes at its Onsan smelter`: the company of
  // this sentence, or the subject, that the gazetteer knows to hold it.
  const KnownEntity* holder_after(size_t its) const {
    size_t at = its + 1;
    while (at < sentence().last && at < its + 4 && mention_at(at) == nullptr) {
      ++at;
    }
    const Found* facility = at < sentence().last ? mention_at(at) : nullptr;
    if (facility == nullptr || facility->type() != EntityType::kFacility) {
      return nullptr;
    }
    const auto holds = [&](const KnownEntity& company) {
      return facility->entity().has_fact("operator", company.entity.id) ||
             facility->entity().has_fact("owner", company.entity.id);
    };
    for (size_t i = its; i-- > sentence().first;) {
      const Found* f = mention_at(i);
      if (f != nullptr && f->type() == EntityType::kCompany &&
          holds(f->entity())) {
        return &f->entity();
      }
    }
    return last_subject_ != nullptr && holds(*last_subject_) ? last_subject_
                                                             : nullptr;
  }

  // `Korea Zinc said that it`.
  bool follows_saying(size_t i) const {
    const size_t that = token(i - 1).folded == "that" ? 1 : 0;
    // `said on Monday that it`
    const size_t reach = that == 1 ? 3 : 1;
    for (size_t back = 0; back < reach; ++back) {
      const size_t verb = i - 1 - that - back;
      if (verb <= sentence().first || mention_at(verb) != nullptr) return false;
      if (knowledge_.in(grammar_.saying, token(verb)) ||
          knowledge_.in(grammar_.denying, token(verb))) {
        return true;
      }
    }
    return false;
  }

  size_t read_company_noun(size_t i) {
    if (token(i).folded != "the" || i + 2 >= sentence().last) return 0;
    const KnownEntity* company =
        subject_ != nullptr ? subject_ : previous_subject_;
    size_t noun = token(i + 1).capitalised ? i + 2 : i + 1;
    if (noun == i + 2) company = company_of(token(i + 1));
    if (const Found* seat = mention_at(i + 1)) {
      noun = based_end(*seat);
      company = company_based_in(seat->entity(), company);
    }
    const size_t size =
        knowledge_.lexicon().match(grammar_.nominal_company, from(noun)).size;
    if (size == 0 || company == nullptr) return 0;
    const size_t end = noun + size;
    const bool compound = end < sentence().last && token(end).folded == "of";
    if (compound) return 0;
    add(i, end, company, 0.8F);
    if (i == sentence().first) subject_ = company;
    return end;
  }

  // The one spoken of, else the only one of the article, of the seat's land.
  const KnownEntity* company_based_in(const KnownEntity& seat,
                                      const KnownEntity* spoken_of) const {
    const auto is_of = [&](const KnownEntity& company) {
      const std::string_view country = company.fact("country");
      return !country.empty() &&
             (country == seat.fact("country") || country == seat.entity.id);
    };
    if (spoken_of != nullptr && is_of(*spoken_of)) return spoken_of;
    std::set<const KnownEntity*> others;
    for (const Found& f : reading_.found) {
      if (f.type() == EntityType::kCompany && is_of(f.entity())) {
        others.insert(&f.entity());
      }
    }
    return others.size() == 1 ? *others.begin() : nullptr;
  }

  // Past `-based` after a place, else the sentence's end.
  size_t based_end(const Found& seat) const {
    const size_t at = seat.last;
    const bool based = seat.type() == EntityType::kPlace &&
                       at + 2 < sentence().last && token(at).folded == "-" &&
                       token(at + 1).folded == "based";
    return based ? at + 2 : sentence().last;
  }

  // The only company of the article from the land that `demonym` begins like:
  // `the Swedish company`, company:boliden, place:sweden.
  const KnownEntity* company_of(const Token& demonym) const {
    constexpr size_t kCommon = 4;
    if (demonym.folded.size() < kCommon) return nullptr;
    const std::string land = "place:" + demonym.folded.substr(0, kCommon);
    const KnownEntity* only = nullptr;
    for (const Found& f : reading_.found) {
      if (f.type() != EntityType::kCompany || &f.entity() == only) continue;
      if (!f.entity().fact("country").starts_with(land)) continue;
      if (only != nullptr) return nullptr;
      only = &f.entity();
    }
    return only;
  }

  size_t read_facility_noun(size_t i) {
    auto [head, size] = knowledge_.match_head(from(i));
    if (knowledge_.in(grammar_.site, token(i))) {
      head = HeadClass::kAny;
      size = 1;
    }
    if (head == HeadClass::kNone) return i + 1;
    size_t end = i + size;
    if (end < sentence().last && knowledge_.in(grammar_.site, token(end))) {
      ++end;
    } else if (continues_compound(end)) {
      return end;
    }
    FacilityDescription description;
    description.head = head;
    const size_t begin = describe_before(i, description);
    if (begin > i) return end;
    describe_after(end, description);
    const KnownEntity* facility =
        facilities_.choose(description, last_facility_);
    if (facility == nullptr) return end;
    add(begin, end, facility, description.places.empty() ? 0.78F : 0.82F);
    last_facility_ = facility;
    return end;
  }

  // `mine closures`, `plant manager`.
  bool continues_compound(size_t end) const {
    if (end >= sentence().last || mention_at(end) != nullptr) return false;
    const Token& next = token(end);
    return next.kind == TokenKind::kWord && !next.capitalised &&
           !knowledge_.in(grammar_.follower, next) &&
           !knowledge_.in(grammar_.function, next) &&
           !next.folded.ends_with("ed") && !next.folded.ends_with("ing") &&
           !next.folded.ends_with("s") && !next.folded.ends_with("ly");
  }

  // Walks left over `existing`, `zinc`, `Tennessee`, `Nyrstar's` to the
  // determiner. Returns where the span of the nominal begins (after any
  // mention), or more than `head` where there is no determiner.
  size_t describe_before(size_t head, FacilityDescription& description) const {
    size_t begin = head;
    bool fixed = false;
    for (size_t i = head; i > sentence().first && head - i < 9;) {
      const size_t before = i - 1;
      if (const Found* f = mention_at(before)) {
        fixed = true;
        const bool possessor = token(before).possessive;
        if (f->type() == EntityType::kPlace && !possessor) {
          description.places.push_back(&f->entity());
          description.definite = true;
        } else if (possessor || f->type() == EntityType::kCompany) {
          description.owner = &f->entity();
          description.definite = true;
          return begin;
        } else if (f->type() != EntityType::kCommodity) {
          return head + 1;
        } else {
          description.commodities.push_back(&f->entity());
        }
        i = f->first;
        continue;
      }
      const Token& word = token(before);
      if (knowledge_.in(grammar_.determiner, word)) {
        description.definite = true;
        if (knowledge_.in(grammar_.pronoun_its, word)) {
          description.owner = subject_;
        }
        return fixed ? begin : before;
      }
      if (knowledge_.in(grammar_.indefinite, word)) {
        return fixed ? begin : before;
      }
      const bool modifier =
          word.kind == TokenKind::kWord
              ? !knowledge_.in(grammar_.function, word) && !word.possessive
              : word.folded == "-" || word.kind == TokenKind::kNumber;
      // `the adjoining refinery` is not the one spoken of.
      if (knowledge_.in(grammar_.other, word)) return head + 1;
      const bool joined = word.folded == "and" || word.folded == ",";
      if (!modifier && !joined) break;
      if (!fixed && modifier) begin = before;
      i = before;
    }
    return description.places.empty() ? head + 1 : begin;
  }

  // `at Port Pirie in South Australia`.
  void describe_after(size_t end, FacilityDescription& description) const {
    size_t i = end;
    for (int steps = 0; steps < 3 && i + 1 < sentence().last; ++steps) {
      const bool preposition =
          knowledge_.in(grammar_.place_preposition, token(i));
      const bool comma = steps > 0 && token(i).folded == ",";
      if (!preposition && !comma) return;
      size_t at = i + 1;
      if (token(at).folded == "the" && at + 1 < sentence().last) ++at;
      const Found* place = mention_at(at);
      if (place == nullptr) return;
      const auto reading =
          std::ranges::find_if(place->readings, [](const KnownEntity* r) {
            return r->entity.type == EntityType::kPlace;
          });
      if (reading == place->readings.end()) return;
      description.places.push_back(*reading);
      i = place->last;
    }
  }

  const Knowledge& knowledge_;
  const Grammar& grammar_;
  Reading& reading_;
  FacilityChoice facilities_;
  std::vector<Found> added_;
  size_t passage_ = 0;
  size_t sentence_ = 0;
  const KnownEntity* subject_ = nullptr;
  const KnownEntity* last_subject_ = nullptr;      // of the sentence before
  const KnownEntity* previous_subject_ = nullptr;  // of any sentence before
  const KnownEntity* speaker_ = nullptr;
  const KnownEntity* previous_speaker_ = nullptr;
  const KnownEntity* last_facility_ = nullptr;
};

}  // namespace

void find_nominals(const Knowledge& knowledge, Reading& reading) {
  Nominals(knowledge, reading).find();
}

}  // namespace extract
