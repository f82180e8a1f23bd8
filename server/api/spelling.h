// What a query may have meant whose words the archive hardly knows.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generation/generation.h"
#include "search/word_trie.h"
#include "server/api/json.h"
#include "text/span.h"

namespace server::api {

struct SpelledQuery {
  std::string query;
  std::vector<text::Span> marks;  // bytes of it: the words that are others
  // A word as it was typed is in no article: this query is to be searched for
  // in its place.
  bool replaces = false;
};

// Nothing where every word is right: three articles have it, or it is part of
// an entity's name. Words of fewer than four letters, numbers, quoted and
// excluded ones, filters and words with `*`, `~` or `^` are taken as right. Of
// several corrections the one whose words most articles that pass the filters
// of `request` have together; nothing where none of these has them. A corrected
// word has a capital or is all capitals where the typed one was. Bounded work
// for any query.
std::optional<SpelledQuery> correct_query(
    const search::SearchRequest& request,
    const generation::Generation& generation);

// `suggestion` of an answer to /v1/search; `searched` says whether its articles
// are those of the corrected query.
Json suggestion_json(const SpelledQuery& spelled, bool searched);

// A stretch of a query that is written as one.
struct QueryPiece {
  text::Span span;     // bytes of the query
  std::string folded;  // one word of an alphabet, or CJK characters
  bool is_cjk = false;
};

// The plain words that a query looks for, at most 16; `query` is valid UTF-8.
std::vector<QueryPiece> find_pieces(std::string_view query);

// What `piece` may stand for, best first, at most `limit`.
std::vector<std::string> guess_piece(const QueryPiece& piece,
                                     search::Ending ending, size_t limit,
                                     const generation::Generation& generation);

}  // namespace server::api
