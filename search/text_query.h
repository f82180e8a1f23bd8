// Words of a query as a Xapian query, by the analysis that articles had.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "search/explain.h"
#include "search/match_pattern.h"
#include "search/vocabulary.h"

namespace search {

enum class Reading : uint8_t {
  kPhrase,   // the very words, one after the other
  kCompact,  // one word in any form; several (`lead-zinc`) as a phrase
  kLoose,    // any of the words, any pair of CJK characters
};

struct TextStyle {
  std::string_view language;  // ISO 639-1, of the stemmer; may be empty
  Reading reading = Reading::kCompact;
  bool title_only = false;
  size_t max_positions = 0;  // further words are left out
  double boost = 1;
  // Of the archive, which has words of other languages by their stems, and
  // tells Korean nouns from words with a particle; may be null.
  const Vocabulary* vocabulary = nullptr;
};

struct TextQuery {
  Xapian::Query query;  // empty if the text has no words
  std::vector<MatchPattern> patterns;
  std::vector<QueryPart> parts;
  size_t positions = 0;  // words and CJK characters that were read
  bool is_cjk = false;   // some are CJK characters
};

// What `query` finds, its scores times `weight`.
Xapian::Query scale_weight(const Xapian::Query& query, double weight);

TextQuery make_text_query(std::string_view text, const TextStyle& style);

// True if the text has words and every one is a stop word.
bool has_only_stop_words(std::string_view text, std::string_view language);

}  // namespace search
