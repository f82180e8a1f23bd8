// From the tree of a query to a Xapian query, and back to words that say how
// it was understood.

#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "search/explain.h"
#include "search/index_reader.h"
#include "search/match_pattern.h"
#include "search/query_parser.h"
#include "search/vocabulary.h"

namespace search {

// Words and CJK characters of one query; further ones are left out.
inline constexpr size_t kMaxQueryPositions = 256;

struct BuiltQuery {
  Xapian::Query query;  // empty if there is nothing to look for
  std::string read_as;
  std::vector<std::string> notes;
  std::vector<MatchPattern> patterns;  // of what is looked for, not of NOT
  std::vector<QueryPart> parts;        // of what ranks
  std::vector<ReadName> names;         // of NodeKind::kName
  size_t words = 0;     // and phrases that are looked for, not of NOT
  bool is_bag = false;  // any of the words will do
  bool is_cjk = false;  // some words are of CJK characters
};

struct BuildOptions {
  std::string_view language;  // by whose rules words are read; may be empty
  MatchWords match = MatchWords::kAll;
  VocabularyWork* work = nullptr;    // of all readings of the request
  Vocabulary* vocabulary = nullptr;  // of the archive; of this reading
};

BuiltQuery build_query(const QueryNode& root, const BuildOptions& options,
                       const EntityResolver& resolve);

// Articles with any of these filter terms; nothing if the list is empty.
Xapian::Query make_any_query(std::string_view prefix,
                             const std::vector<std::string>& names);

}  // namespace search
