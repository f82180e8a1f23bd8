// Which body `the company` and `the university` mean: the ones that the
// sentences before spoke of.

#pragma once

#include <array>
#include <map>
#include <set>

#include "extract/knowledge.h"
#include "extract/reading.h"

namespace extract {

// Companies and other bodies: `it` may mean them.
bool is_body(text::EntityType type);

// Told of one passage from its begin to its end.
class BodiesSpokenOf {
 public:
  explicit BodiesSpokenOf(const Knowledge& knowledge) : knowledge_(knowledge) {}

  void begin_passage();
  void begin_sentence();

  void name(const KnownEntity& body);
  // The current sentence is about `body`.
  void make_subject(const KnownEntity& body);

  // Whom the nouns mean that follow `the`, and how many tokens they are; null
  // where there is doubt.
  std::pair<const KnownEntity*, size_t> resolve(
      std::span<const Token> nouns) const;

  // The company that was last a subject; null if none was.
  const KnownEntity* company() const {
    return subjects_[static_cast<size_t>(text::EntityType::kCompany)];
  }

 private:
  const KnownEntity* organization() const;

  const Knowledge& knowledge_;
  // By type: the last subject.
  std::array<const KnownEntity*, text::kEntityTypeCount> subjects_{};
  int organization_age_ = 0;  // of its subject, in sentences
  // By the symbol of a noun that their names have; null if it is of several.
  std::map<uint32_t, const KnownEntity*> named_;
  std::set<const KnownEntity*> known_;
};

}  // namespace extract
