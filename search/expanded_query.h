// A cut (`smelt*`) or mistyped (`smeltr~`) word of a query, as the words of the
// archive that it may stand for, and words near each other.

#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/query_tree.h"
#include "search/text_query.h"
#include "search/vocabulary.h"

namespace search {

// Letters that a word must have at least: fewer say too little.
inline constexpr size_t kMinPrefixLetters = 2;
inline constexpr size_t kMinFuzzyLetters = 3;

// A kPrefix or kFuzzy node as it is written: `smelt*`, `smeltr~1`.
std::string written_with_sign(const QueryNode& node);

// The words for a kPrefix or kFuzzy node. Nothing if its text is too short, of
// CJK characters, which are found within others anyway, or not one word.
std::optional<KnownWords> find_words(const QueryNode& node,
                                     std::string_view language,
                                     Vocabulary& vocabulary);

// `smelt* stands for smelter, smelters and 3 more words`.
std::string describe(const QueryNode& node, const KnownWords& words);

// Any of `words` as if they were one; those with mistakes count less.
TextQuery make_expanded_query(const QueryNode& node, const KnownWords& words);

// Where a word, a phrase, or words with OR between them stand; nothing for any
// other node. Words of an alphabet stand there in any form.
std::optional<Places> find_places(const QueryNode& node,
                                  std::string_view language,
                                  Vocabulary& vocabulary);

// Where the phrases that `text`, of `field`, looks for stand.
Places places_of_phrases(const TextQuery& text, std::string_view field);

// The words of `node`, a word or phrase, but stop words: each for itself.
QueryNode telling_words(const QueryNode& node, std::string_view language);

// Articles in which the one begins at most `distance` words after the other
// ends.
Xapian::Query make_near_query(const Places& one, const Places& other,
                              uint32_t distance);

}  // namespace search
