// The articles of one generation: full-text search and retrieval by id.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/entity_names.h"
#include "search/facets.h"
#include "search/score_part.h"
#include "text/article.h"
#include "text/entity.h"
#include "text/span.h"

namespace search {

// A sealed segment and the articles in it that a later batch replaced.
struct Segment {
  std::filesystem::path directory;
  std::vector<text::ArticleId> deleted{};
};

enum class Sort : uint8_t { kRelevance, kNewest, kOldest };

// What words side by side ask for.
enum class MatchWords : uint8_t {
  kAll,  // all of them; if no article has them all, any
  kAny,  // any of them, and AND, OR and NOT are words: a bag of words, ranked
};

// Turns a name of the query language (`entity:"Korea Zinc"`) into entity ids.
using EntityResolver =
    std::function<std::vector<std::string>(std::string_view name)>;

// What is asked. Lists are OR, different fields AND. A blank query asks for all
// articles that pass the filters.
struct SearchRequest {
  std::string query{};  // docs/query_language.md
  std::vector<std::string> entities{};
  std::vector<std::string> sources{};  // without regard to case
  std::vector<std::string> languages{};
  std::vector<text::ArticleKind> kinds{};
  std::vector<text::EntityType> types{};        // of entities that it names
  std::vector<text::RelationType> relations{};  // that it states
  std::vector<int> years{};                     // 1..9999, in UTC
  std::optional<text::Timestamp> from{};        // inclusive
  std::optional<text::Timestamp> to{};          // exclusive
  MatchWords match = MatchWords::kAll;
  Sort sort = Sort::kRelevance;
  uint32_t offset = 0;
  uint32_t limit = 10;  // at most kMaxLimit
  bool snippets = true;
  std::set<Facet> facets{};
  std::optional<Interval> histogram{};
  bool fold_stories = false;  // the best article of each story stands for it
  bool explain = false;
};
inline constexpr uint32_t kMaxLimit = 1000;

// A stretch of the body around the matches, whole words, `…` where it is cut.
struct Snippet {
  std::string text;
  std::vector<text::Span> marks;  // bytes of `text`, in order, not overlapping
};

struct Hit {
  text::ArticleId id{};
  double score = 0;
  text::Article article;                // without its body
  std::vector<text::Span> title_marks;  // bytes of the title
  Snippet snippet;
  // Where stories are folded: how many articles that match tell the same story,
  // this one included, and the others without bodies, newest first, at most
  // kOthersShown.
  uint64_t story_articles = 1;
  std::vector<text::Article> others;
  // Where it was asked for and hits are ranked by score: what adds up to it,
  // most first.
  std::vector<ScorePart> parts;
};
inline constexpr size_t kOthersShown = 5;

// Words of a query that were also read as the entity that they name.
struct ReadName {
  std::string words;   // as they were typed
  std::string entity;  // public id
};

struct SearchAnswer {
  std::vector<Hit> hits;
  // Of articles, or of stories where they are folded; a lower bound unless
  // `total_is_exact`.
  uint64_t total = 0;
  bool total_is_exact = true;
  std::vector<FacetCounts> facets;     // in the order of Facet
  std::optional<Histogram> histogram;  // where it was asked for
  std::string read_as;                 // the query as it was understood
  std::vector<std::string> notes;  // what was not understood, and what was done
  std::vector<ReadName> names;     // in their order in the query
};

// An article like another.
struct SimilarArticle {
  text::Article article;  // without its body
  double score = 0;
  std::vector<std::string> shared;  // ids of entities that both name
};
inline constexpr size_t kSharedShown = 3;

// Briefs count in `by_source` and `by_language`. Sources that differ in case
// only are one.
struct IndexCounts {
  uint64_t articles = 0;
  uint64_t briefs = 0;  // not among `articles`
  std::vector<std::pair<std::string, uint64_t>> by_source;    // most first
  std::vector<std::pair<std::string, uint64_t>> by_language;  // most first
};

// Articles and the stories that they tell.
using StoryList = std::vector<std::pair<text::ArticleId, text::ArticleId>>;

// Safe for any number of threads: each call borrows its own Xapian handles.
class IndexReader {
 public:
  // Throws StorageError if a segment is missing, broken or of another format.
  // `list_stories` is called once, by the first request that needs more of all
  // articles than their words; articles that it leaves out are stories of their
  // own.
  explicit IndexReader(std::vector<Segment> segments,
                       std::function<StoryList()> list_stories = {});
  ~IndexReader();
  IndexReader(const IndexReader&) = delete;
  IndexReader& operator=(const IndexReader&) = delete;

  // Reads what facets, dates, stories and orders by time need of all articles,
  // unless a request has; the first that needs it waits for it otherwise.
  void warm_up() const;

  // Never fails on a malformed query: it is read as well as it can be and
  // `notes` say how. Throws BadRequest for a limit above kMaxLimit.
  // Articles of equal rank come newest first, then by id. Names that
  // `recognize` finds in a query that is no bag of words find the articles that
  // name the entity, too; words of every day among them, where the words alone
  // find nothing.
  SearchAnswer search(const SearchRequest& request,
                      const EntityResolver& resolve,
                      const NameRecognizer& recognize = {}) const;

  std::optional<text::Article> article(text::ArticleId id) const;

  // Articles that tell of the same in other stories, the most alike first, one
  // of each story. Empty for an unknown article. Throws BadRequest as search().
  std::vector<SimilarArticle> similar(text::ArticleId id, uint32_t limit) const;

  // All ids, ascending.
  std::vector<text::ArticleId> article_ids() const;

  IndexCounts counts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace search
