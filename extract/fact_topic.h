// What the sentences before were about, for sentences that don't say it again.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/reading.h"
#include "extract/rule_language.h"

namespace extract {

class FactTopic {
 public:
  // Borrows the reading. Nothing is spoken of yet.
  explicit FactTopic(const Reading& reading);

  // Reads the mentions of the next sentence.
  void pass(size_t passage, size_t sentence);
  // What is said of a commodity keeps it spoken of.
  void say(const std::string& entity);

  // The only entity of these types that the last sentence with mentions named;
  // of places also the one before it. Null if there is none, or several.
  const KnownEntity* entity(TypeSet types) const;
  // The facility that the sentence before named, else the only one there is; of
  // several the only one whose name ends with `noun`.
  const KnownEntity* facility(std::string_view noun = {}) const;
  // The commodity that one of the last `sentences` named; null if none did.
  const KnownEntity* commodity(size_t sentences) const;

 private:
  bool is_grade(const Found& found) const;

  const Reading& reading_;
  size_t next_ = 0;  // in reading_.found
  std::vector<const KnownEntity*> last_;
  std::vector<const KnownEntity*> earlier_;     // of the sentence before that
  std::vector<const KnownEntity*> facilities_;  // of all before, each once
  const KnownEntity* only_facility_ = nullptr;  // of the whole article
  const KnownEntity* commodity_ = nullptr;
  size_t commodity_age_ = 0;  // in sentences
};

}  // namespace extract
