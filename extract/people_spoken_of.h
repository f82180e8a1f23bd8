// Whom `he` and `she` mean: the people that the last sentences spoke of.

#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "extract/knowledge.h"
#include "extract/reading.h"

namespace extract {

// Told of one passage from its begin to its end, sentence by sentence.
class PeopleSpokenOf {
 public:
  // Borrows both. Titles (`Mrs`) and given names tell who is a man or woman.
  PeopleSpokenOf(const Knowledge& knowledge, const Reading& reading);

  void begin_passage();
  void begin_sentence();

  // `person` is named in the current sentence, maybe as its subject.
  void name(const KnownEntity& person, bool is_subject);

  // Whom the person pronoun at this place of the sentence means, who is spoken
  // of again thereby; null where there is doubt.
  const KnownEntity* resolve(const Token& pronoun);

 private:
  enum class Gender : uint8_t { kUnknown, kHe, kShe };

  struct Person {
    const KnownEntity* entity = nullptr;
    bool is_subject = false;
  };
  using People = std::vector<Person>;

  void learn_gender(const Found& found);
  Gender gender_of_name(const KnownEntity& person) const;
  Gender gender_of(const Token& pronoun) const;
  bool fits(const KnownEntity& person, Gender gender) const;
  People fitting(const People& people, Gender gender) const;
  const KnownEntity* choose(Gender gender) const;

  const Knowledge& knowledge_;
  const Reading& reading_;
  std::map<const KnownEntity*, Gender> genders_;
  People current_;                      // of this sentence, everybody once
  People last_;                         // of the sentence before
  const KnownEntity* topic_ = nullptr;  // of the last sentence that had one
  int topic_age_ = 0;                   // in sentences
};

}  // namespace extract
