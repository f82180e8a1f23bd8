// What one part of a query adds to the score of an article.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace search {

// How it is looked for.
enum class PartKind : uint8_t {
  kStem,      // a word in any form
  kExact,     // a word, or a pair of CJK characters, as it is written
  kPhrase,    // words one after the other
  kPrefix,    // words that begin so
  kFuzzy,     // words that are spelled almost so
  kName,      // the words of a name, or another name of the same entity
  kEntity,    // that the article names the entity, however it is called
  kFeedback,  // a stem that the best articles share
  kOther,
};

std::string_view to_string(PartKind kind);  // `stem`

struct ScorePart {
  PartKind kind = PartKind::kOther;
  std::string text{};  // as the query has it; of kFeedback the stem
  bool title_only = false;
  double score = 0;
};

}  // namespace search
