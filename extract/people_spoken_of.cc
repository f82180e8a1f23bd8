#include "extract/people_spoken_of.h"

#include <algorithm>
#include <string_view>

namespace extract {
namespace {

// Somebody spoken of so many sentences ago is still meant, if nobody was since.
constexpr int kMemory = 3;
// Of a list without end only the first are kept.
constexpr size_t kMostPeople = 16;

}  // namespace

PeopleSpokenOf::PeopleSpokenOf(const Knowledge& knowledge,
                               const Reading& reading)
    : knowledge_(knowledge), reading_(reading) {
  for (const Found& found : reading.found) {
    if (found.type() == text::EntityType::kPerson && !found.office) {
      learn_gender(found);
    }
  }
}

void PeopleSpokenOf::learn_gender(const Found& found) {
  Gender& gender = genders_[&found.entity()];
  if (gender != Gender::kUnknown) return;
  const Grammar& grammar = knowledge_.grammar();
  const Passage& passage = reading_.passages[found.passage];
  if (found.first > passage.sentences[found.sentence].first) {
    const Token& title = passage.tokens[found.first - 1];
    if (knowledge_.in(grammar.title_he, title)) gender = Gender::kHe;
    if (knowledge_.in(grammar.title_she, title)) gender = Gender::kShe;
  }
  if (gender == Gender::kUnknown) gender = gender_of_name(found.entity());
}

PeopleSpokenOf::Gender PeopleSpokenOf::gender_of_name(
    const KnownEntity& person) const {
  const std::string_view name = person.entity.name;
  const auto words = tokenize(name.substr(0, name.find(' ')));
  if (words.empty() || words.front().span.end == name.size()) {
    return Gender::kUnknown;  // a surname
  }
  Token given;
  given.symbol = knowledge_.lexicon().symbols().find(words.front().folded);
  if (knowledge_.in(knowledge_.grammar().given_he, given)) return Gender::kHe;
  return knowledge_.in(knowledge_.grammar().given_she, given)
             ? Gender::kShe
             : Gender::kUnknown;
}

void PeopleSpokenOf::begin_passage() {
  current_.clear();
  last_.clear();
  topic_ = nullptr;
}

void PeopleSpokenOf::begin_sentence() {
  const auto subject = std::ranges::find_if(current_, &Person::is_subject);
  ++topic_age_;
  if (subject != current_.end()) {
    topic_ = subject->entity;
    topic_age_ = 0;
  } else if (!current_.empty()) {
    topic_ = current_.size() == 1 ? current_.front().entity : nullptr;
    topic_age_ = 0;
  }
  last_ = std::move(current_);
  current_.clear();
}

void PeopleSpokenOf::name(const KnownEntity& person, bool is_subject) {
  const auto known = std::ranges::find(current_, &person, &Person::entity);
  if (known != current_.end()) {
    known->is_subject |= is_subject;
  } else if (current_.size() < kMostPeople) {
    current_.push_back({&person, is_subject});
  }
}

PeopleSpokenOf::Gender PeopleSpokenOf::gender_of(const Token& pronoun) const {
  return knowledge_.in(knowledge_.grammar().pronoun_she, pronoun) ? Gender::kShe
                                                                  : Gender::kHe;
}

bool PeopleSpokenOf::fits(const KnownEntity& person, Gender gender) const {
  const auto known = genders_.find(&person);
  return known == genders_.end() || known->second == Gender::kUnknown ||
         known->second == gender;
}

PeopleSpokenOf::People PeopleSpokenOf::fitting(const People& people,
                                               Gender gender) const {
  People fitting;
  std::ranges::copy_if(
      people, std::back_inserter(fitting),
      [&](const Person& person) { return fits(*person.entity, gender); });
  return fitting;
}

const KnownEntity* PeopleSpokenOf::choose(Gender gender) const {
  const People here = fitting(current_, gender);
  if (here.size() == 1) return here.front().entity;
  if (here.size() > 1) return nullptr;
  const People before = fitting(last_, gender);
  if (before.size() == 1) return before.front().entity;
  if (before.size() > 1) {
    const auto subject = std::ranges::find_if(before, &Person::is_subject);
    return subject == before.end() ? nullptr : subject->entity;
  }
  const bool recent = topic_ != nullptr && topic_age_ < kMemory;
  return recent && fits(*topic_, gender) ? topic_ : nullptr;
}

const KnownEntity* PeopleSpokenOf::resolve(const Token& pronoun) {
  const Gender gender = gender_of(pronoun);
  const KnownEntity* person = choose(gender);
  if (person == nullptr) return nullptr;
  Gender& known = genders_[person];
  if (known == Gender::kUnknown) known = gender;
  const bool is_subject = pronoun.folded == "he" || pronoun.folded == "she";
  name(*person, is_subject);
  // Somebody whom nobody can tell is no entity, but still the one meant.
  return person->entity.id.empty() ? nullptr : person;
}

}  // namespace extract
