#include "extract/coreference.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "extract/bodies_spoken_of.h"
#include "extract/facility_choice.h"
#include "extract/facility_nominal.h"
#include "extract/people_spoken_of.h"
#include "extract/sentence_view.h"

namespace extract {
namespace {

using text::EntityType;

// Of lists without end only the first facilities are looked through.
std::set<const KnownEntity*> facilities_of(const Reading& reading) {
  constexpr size_t kMost = 500;
  std::set<const KnownEntity*> facilities;
  for (const Found& f : reading.found) {
    if (facilities.size() == kMost) break;
    if (f.type() == EntityType::kFacility && !f.office) {
      facilities.insert(&f.entity());
    }
  }
  return facilities;
}

std::set<const KnownEntity*> seated_companies_of(const Reading& reading) {
  std::set<const KnownEntity*> companies;
  for (const Found& f : reading.found) {
    const bool seated =
        f.type() == EntityType::kCompany && !f.entity().fact("country").empty();
    if (seated) companies.insert(&f.entity());
  }
  return companies;
}

class Nominals {
 public:
  Nominals(const Knowledge& knowledge, Reading& reading)
      : knowledge_(knowledge),
        grammar_(knowledge.grammar()),
        reading_(reading),
        facilities_(knowledge, facilities_of(reading)),
        people_(knowledge, reading),
        bodies_(knowledge),
        site_(knowledge.lexicon().set("nominal.site")),
        seated_companies_(seated_companies_of(reading)) {}

  void find() {
    for (size_t p = 0; p < reading_.passages.size(); ++p) {
      subject_ = nullptr;
      last_subject_ = nullptr;
      people_.begin_passage();
      bodies_.begin_passage();
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
  SentenceView view() const { return {reading_, passage_, sentence_}; }
  const Sentence& sentence() const {
    return reading_.passages[passage_].sentences[sentence_];
  }
  const Token& token(size_t i) const { return view().token(i); }
  const Found* mention_at(size_t i) const { return view().mention_at(i); }

  void read_sentence() {
    last_subject_ = subject_;
    subject_ = nullptr;
    people_.begin_sentence();
    bodies_.begin_sentence();
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
        people_.name(f->entity(), leads_clause(*f));
      }
      if (is_body(f->type()) && company == nullptr) company = f;
      if (is_body(f->type())) bodies_.name(f->entity());
      if (subject_ == nullptr && is_subject(*f)) make_subject(f->entity());
    }
  }

  // Not the object of a preposition, nor a possessor.
  bool leads_clause(const Found& f) const {
    const bool attached =
        f.first > sentence().first &&
        knowledge_.in(grammar_.preposition, token(f.first - 1));
    return !attached && !token(f.last - 1).possessive;
  }

  // The first mention, a company at the head of its sentence.
  bool is_subject(const Found& f) const {
    if (!is_body(f.type())) return false;
    if (f.last == f.first || token(f.last - 1).possessive) return false;
    if (is_cjk(token(f.first).kind)) return f.first == sentence().first;
    if (f.first - sentence().first >= 8) return false;
    for (size_t i = sentence().first; i < f.first; ++i) {
      const Found* before = mention_at(i);
      if (before == nullptr) continue;
      // `In Peru, Nexa Resources feeds`
      const bool place = before->type() == EntityType::kPlace &&
                         before->last + 1 == f.first &&
                         token(before->last).folded == ",";
      if (!place) return false;
    }
    return leads_clause(f);
  }

  size_t read_nominal(size_t i, const Found* company) {
    if (is_cjk(token(i).kind)) return read_site(i);
    if (token(i).kind != TokenKind::kWord) return i + 1;
    if (const size_t end = read_pronoun(i, company)) return end;
    if (const size_t end = read_company_noun(i)) return end;
    return read_facility_noun(i);
  }

  void add(size_t first, size_t last, const KnownEntity* entity,
           float confidence) {
    if (entity->entity.id.empty()) return;
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
      const KnownEntity* person = people_.resolve(token(i));
      if (person == nullptr) return 0;
      add(i, i + 1, person, 0.75F);
      return i + 1;
    }
    const KnownEntity* subject = subject_;
    if (knowledge_.in(grammar_.pronoun_it, token(i))) {
      if (first) {
        subject = last_subject_;
        if (subject != nullptr) make_subject(*subject);
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
    for (size_t i = view().begin_before(its); i < its; ++i) {
      const Found* f = mention_at(i);
      if (f != nullptr && !f->office && is_body(f->type()) &&
          &f->entity() != subject) {
        return true;
      }
    }
    return false;
  }

  // `Teck makes it, and Umicore refines it through its subsidiary`: the nearest
  // company before, where it begins a clause of its own.
  const KnownEntity* clause_subject(size_t its) const {
    for (size_t i = its; i-- > view().begin_before(its);) {
      const Found* f = mention_at(i);
      if (f == nullptr || !is_body(f->type())) continue;
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
    for (size_t i = its; i-- > view().begin_before(its);) {
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
      if (i <= sentence().first + 1 + that + back) return false;
      const size_t verb = i - 1 - that - back;
      if (mention_at(verb) != nullptr) return false;
      if (knowledge_.in(grammar_.saying, token(verb)) ||
          knowledge_.in(grammar_.denying, token(verb))) {
        return true;
      }
    }
    return false;
  }

  // `该厂`, `同製錬所`: the facility named last.
  size_t read_site(size_t i) {
    const size_t size = knowledge_.lexicon().match(site_, view().from(i)).size;
    if (size == 0) return i + 1;
    if (last_facility_ != nullptr) add(i, i + size, last_facility_, 0.78F);
    return i + size;
  }

  size_t read_company_noun(size_t i) {
    if (token(i).folded != "the" || i + 2 >= sentence().last) return 0;
    size_t noun = i + 1;
    const KnownEntity* company = nullptr;
    if (const Found* seat = mention_at(noun)) {
      noun = based_end(*seat);
      company = company_based_in(seat->entity(), bodies_.company());
    } else if (token(noun).capitalised) {
      company = company_of(token(noun++));
    }
    const bool described = noun > i + 1;
    const auto [body, noun_size] = bodies_.resolve(view().from(noun));
    const size_t size =
        described ? knowledge_.lexicon()
                        .match(grammar_.nominal_company, view().from(noun))
                        .size
                  : noun_size;
    if (!described) company = body;
    if (size == 0 || company == nullptr) return 0;
    const size_t end = noun + size;
    const bool compound = end < sentence().last && token(end).folded == "of";
    if (compound) return 0;
    // `the Seoul-based company`: the seat is a name of its own.
    add(mention_at(i + 1) != nullptr ? noun : i, end, company, 0.8F);
    if (i == sentence().first) make_subject(*company);
    return end;
  }

  void make_subject(const KnownEntity& body) {
    subject_ = &body;
    bodies_.make_subject(body);
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
    return only_company(is_of);
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
    return only_company([&](const KnownEntity& company) {
      return company.fact("country").starts_with(land);
    });
  }

  // The only company with a known seat that the article names and `is_meant`
  // fits; null if there are several.
  template <typename Predicate>
  const KnownEntity* only_company(const Predicate& is_meant) const {
    const KnownEntity* only = nullptr;
    for (const KnownEntity* company : seated_companies_) {
      if (!is_meant(*company)) continue;
      if (only != nullptr) return nullptr;
      only = company;
    }
    return only;
  }

  size_t read_facility_noun(size_t i) {
    const auto [next, nominal] =
        read_facility_nominal(knowledge_, view(), i, subject_);
    if (!nominal) return next;
    const KnownEntity* facility =
        facilities_.choose(nominal->description, last_facility_);
    if (facility == nullptr) return next;
    const bool placed = !nominal->description.places.empty();
    add(nominal->first, nominal->last, facility, placed ? 0.82F : 0.78F);
    last_facility_ = facility;
    return next;
  }

  const Knowledge& knowledge_;
  const Grammar& grammar_;
  Reading& reading_;
  FacilityChoice facilities_;
  PeopleSpokenOf people_;
  BodiesSpokenOf bodies_;
  SetId site_;
  std::set<const KnownEntity*> seated_companies_;
  std::vector<Found> added_;
  size_t passage_ = 0;
  size_t sentence_ = 0;
  const KnownEntity* subject_ = nullptr;
  const KnownEntity* last_subject_ = nullptr;  // of the sentence before
  const KnownEntity* last_facility_ = nullptr;
};

}  // namespace

void find_nominals(const Knowledge& knowledge, Reading& reading) {
  Nominals(knowledge, reading).find();
}

}  // namespace extract
