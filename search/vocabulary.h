// The words of an archive that a cut or mistyped one of a query may stand for.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/suggestion_file.h"

namespace search {

// A word of the archive.
struct KnownWord {
  std::string word;       // as indexed, without prefix
  uint32_t mistakes = 0;  // letters by which it differs from what was typed
  Xapian::doccount articles = 0;
};

struct KnownWords {
  std::vector<KnownWord> words;  // fewest mistakes, then most articles first
  bool is_all = true;            // false: there are more, or may be
};

// Words that one word of a query may stand for, and words that are looked at
// for one query.
inline constexpr size_t kMaxKnownWords = 64;
inline constexpr size_t kMaxWordsLookedAt = 30'000;

// Mistyped words of a query that are looked up, and terms that all its cut and
// mistyped words stand for.
inline constexpr size_t kMaxWordsGuessed = 16;
inline constexpr size_t kMaxExpandedTerms = 512;

// Postings of the words that all cut and mistyped words of a query stand for.
inline constexpr uint64_t kMaxExpandedPostings = 500'000;

// The terms that may stand at each of consecutive positions.
using Places = std::vector<std::vector<std::string>>;

// Lists of positions that phrases and words near each other may take to read.
inline constexpr uint64_t kMaxPositionLists = 100'000;

// What all readings of one request have looked at and found.
struct VocabularyWork {
  std::map<std::string, KnownWords> known{};
  size_t looked_at = 0;
  size_t guessed = 0;
  size_t terms = 0;
  uint64_t postings = 0;
  uint64_t position_lists = 0;
};

struct ArchiveWords {
  const Xapian::Database& database;
  const std::vector<SuggestionFile>& files;  // of its segments
};

// What one query may know of the words of all segments; its work is bounded
// over all that share a VocabularyWork. For one thread.
class Vocabulary {
 public:
  // `work` and what `archive` names outlive it.
  // `languages`: by whose rules words are stemmed, too, in their articles.
  Vocabulary(ArchiveWords archive, VocabularyWork& work,
             std::vector<std::string> languages = {});

  const std::vector<std::string>& languages() const { return languages_; }

  // Articles with a term (schema.h).
  Xapian::doccount count(const std::string& term) const {
    return database_.get_termfreq(term);
  }

  // Words that begin with `beginning`, after the prefix of a field (schema.h).
  KnownWords find_beginning(std::string_view field, std::string_view beginning);

  // `word` and those that differ from it by at most `mistakes` letters, of
  // those that the suggestions of a segment have (docs/search_format.md).
  KnownWords find_alike(std::string_view field, std::string_view word,
                        uint32_t mistakes);

  // `word` and other words with its stem, in `language` or one of languages().
  KnownWords find_forms(std::string_view field, std::string_view word,
                        std::string_view language);

  // True, and they count as read, if the positions of terms at `places` may be
  // read in all articles that have a term of each.
  bool may_read_positions(const Places& places);

 private:
  std::vector<KnownWord> scan(std::string_view field,
                              std::string_view beginning, bool& is_all);
  KnownWords choose(std::vector<KnownWord> words, bool is_all);

  const Xapian::Database& database_;
  const std::vector<SuggestionFile>& files_;
  VocabularyWork& work_;
  std::vector<std::string> languages_;
};

}  // namespace search
