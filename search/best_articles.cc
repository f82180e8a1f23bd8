#include "search/best_articles.h"

#include <algorithm>
#include <utility>

#include "search/schema.h"
#include "search/selection.h"

namespace search {

namespace {

using Xapian::Query;

// Articles that are read beyond a page, so that equals at its end are known.
constexpr size_t kSpare = 10;

// Sums of the same scores differ in their last bits with the order of words.
constexpr double kRounding = 1e-9;

bool best_first(const ScoredDocument& a, const ScoredDocument& b) {
  return a.score > b.score;
}

// Orders equals as answers have them: newest first, then by id. Those that all
// stand before `from` stay in any order.
void order_equals(const Xapian::Database& database, size_t from,
                  std::vector<ScoredDocument>& ranked) {
  std::ranges::sort(ranked, best_first);
  for (auto begin = ranked.begin(); begin != ranked.end();) {
    const auto end = std::find_if(begin, ranked.end(), [&](const auto& one) {
      return one.score != begin->score;
    });
    const bool is_wanted = static_cast<size_t>(end - ranked.begin()) > from;
    if (is_wanted && end - begin > 1) {
      std::vector<std::pair<std::string, ScoredDocument>> equals;
      for (auto one = begin; one != end; ++one) {
        equals.emplace_back(
            database.get_document(one->document, Xapian::DOC_ASSUME_VALID)
                .get_value(kOrderSlot),
            *one);
      }
      std::ranges::sort(equals, std::ranges::greater(),
                        [](const auto& one) { return one.first; });
      std::ranges::transform(equals, begin,
                             [](const auto& one) { return one.second; });
    }
    begin = end;
  }
}

// Leaves those that can be among the first `count`.
void keep_best(std::vector<ScoredDocument>& scored, size_t count) {
  if (scored.size() <= count || count == 0) return;
  const auto last = scored.begin() + static_cast<std::ptrdiff_t>(count) - 1;
  std::ranges::nth_element(scored, last, best_first);
  const double least = last->score;
  std::erase_if(scored,
                [&](const ScoredDocument& one) { return one.score < least; });
}

// One score of each article, the sum of all that it has.
void add_up(std::vector<ScoredDocument>& scored) {
  std::ranges::sort(scored, {}, &ScoredDocument::document);
  size_t kept = 0;
  for (const ScoredDocument& one : scored) {
    if (kept > 0 && scored[kept - 1].document == one.document) {
      scored[kept - 1].score += one.score;
    } else {
      scored[kept++] = one;
    }
  }
  scored.resize(kept);
}

size_t end_of_page(const SearchRequest& request) {
  return size_t{request.offset} + request.limit;
}

void cut_page(std::vector<ScoredDocument>& ranked,
              const SearchRequest& request) {
  ranked.resize(std::min(ranked.size(), end_of_page(request)));
  const size_t before = std::min<size_t>(request.offset, ranked.size());
  ranked.erase(ranked.begin(),
               ranked.begin() + static_cast<std::ptrdiff_t>(before));
}

RankedPage make_page(const Xapian::MSet& found) {
  RankedPage page{.page = read_ranking(found)};
  page.total = found.get_matches_lower_bound();
  page.total_is_exact = page.total == found.get_matches_upper_bound();
  return page;
}

// Equals are put in order once the best are known: cheaper than reading the
// order of all that match.
RankedPage find_page(const Xapian::Database& database, const Query& query,
                     const SearchRequest& request, const Scoring& scoring) {
  const size_t end = end_of_page(request);
  const size_t count = end + kSpare;
  const Xapian::MSet found =
      find_best(database, query, static_cast<Xapian::doccount>(count), scoring);
  RankedPage page = make_page(found);
  const bool has_more = page.page.size() == count;
  if (end == 0 ||
      (has_more && page.page[end - 1].score == page.page.back().score)) {
    return make_page(find(database, query, request, scoring.writing));
  }
  order_equals(database, request.offset, page.page);
  cut_page(page.page, request);
  return page;
}

std::vector<Bm25> make_scoring(const Handles& handles, const WordQuery& words,
                               Writing writing) {
  std::vector<Bm25> scoring;
  for (const std::string& term : words.terms) {
    scoring.emplace_back(handles.all, term, writing);
  }
  return scoring;
}

// How many articles match words any of which will do. Exact if there is one
// word, and up to kCountedMatches with the words; beyond, a lower bound.
RankedPage count_any(std::span<const WordMatcher> matchers,
                     const WordQuery& words) {
  RankedPage counted;
  uint64_t sum = 0;
  for (size_t word = 0; word < words.terms.size(); ++word) {
    uint64_t articles = 0;
    for (const WordMatcher& matcher : matchers) articles += matcher.count(word);
    counted.total = std::max(counted.total, articles);
    sum += articles;
  }
  if (words.terms.size() == 1) return counted;
  counted.total_is_exact = sum <= kCountedMatches;
  if (!counted.total_is_exact) return counted;
  counted.total = 0;
  for (const WordMatcher& matcher : matchers) {
    counted.total += matcher.count_any();
  }
  return counted;
}

BestMatches find_best(std::span<const WordMatcher> matchers,
                      const BestWanted& wanted) {
  BestMatches all;
  for (const WordMatcher& matcher : matchers) {
    const BestMatches found = matcher.find_best(wanted);
    all.best.insert(all.best.end(), found.best.begin(), found.best.end());
    all.matches += found.matches;
  }
  return all;
}

// What the article of this rank among `scored` scores at least.
double score_at(std::vector<ScoredDocument> scored, size_t rank) {
  add_up(scored);
  if (rank == 0 || scored.size() < rank) return 0;
  const auto last = scored.begin() + static_cast<std::ptrdiff_t>(rank) - 1;
  std::ranges::nth_element(scored, last, best_first);
  return last->score * (1 - kRounding);
}

// What is known of the best before lists are gone through.
struct Outlook {
  std::vector<ScoredDocument> scored;  // of one word, its best
  size_t ranks = SIZE_MAX;             // how many of the best are among them
  double least_score = 0;              // no article of the page scores less
};

Outlook look_at_champions(std::span<const WordMatcher> matchers,
                          const WordQuery& words, size_t wanted) {
  Outlook outlook;
  if (words.all) return outlook;  // few champions have all words
  for (size_t word = 0; word < words.terms.size(); ++word) {
    for (const WordMatcher& matcher : matchers) {
      const auto champions = matcher.champions_of(word);
      outlook.ranks = std::min(outlook.ranks, champions.ranks);
      outlook.scored.insert(outlook.scored.end(), champions.scored.begin(),
                            champions.scored.end());
    }
  }
  outlook.least_score = score_at(outlook.scored, wanted);
  return outlook;
}

}  // namespace

BestArticles::BestArticles(const std::vector<Segment>& segments,
                           const DeletedDocuments& deleted)
    : deleted_(deleted) {
  for (const Segment& segment : segments) {
    frequent_.emplace_back(segment.directory);
  }
}

RankedPage BestArticles::find(const Handles& handles, const Query& query,
                              const SearchRequest& request,
                              Writing writing) const {
  const auto words = read_words(query);
  if (words) {
    if (auto page = find_words(handles, *words, request, writing)) {
      return std::move(*page);
    }
  }
  return find_page(handles.all, query, request,
                   {.writing = writing, .counted = kCountedMatches});
}

std::vector<Xapian::docid> BestArticles::find_all(const Handles& handles,
                                                  const Query& query) const {
  const auto words = read_words(query);
  if (!words) return search::find_all(handles, query);
  const auto scoring = make_scoring(handles, *words, Writing::kAlphabet);
  std::vector<Xapian::docid> documents;
  for (const auto& matcher : make_matchers(handles, *words, scoring)) {
    const auto found = matcher.find_all();
    documents.insert(documents.end(), found.begin(), found.end());
  }
  if (handles.segments.size() > 1) std::ranges::sort(documents);
  return documents;
}

std::optional<WordQuery> BestArticles::read_words(const Query& query) const {
  if (!std::ranges::all_of(frequent_, &FrequentTerms::exists)) return {};
  return read_word_query(query, deleted_);
}

std::vector<WordMatcher> BestArticles::make_matchers(
    const Handles& handles, const WordQuery& words,
    std::span<const Bm25> scoring) const {
  std::vector<WordMatcher> matchers;
  for (size_t i = 0; i < frequent_.size(); ++i) {
    matchers.emplace_back(SegmentPlace{.database = handles.segments[i],
                                       .frequent = frequent_[i],
                                       .number = i,
                                       .segments = frequent_.size()},
                          words, scoring, deleted_);
  }
  return matchers;
}

std::optional<RankedPage> BestArticles::find_words(const Handles& handles,
                                                   const WordQuery& words,
                                                   const SearchRequest& request,
                                                   Writing writing) const {
  const auto scoring = make_scoring(handles, words, writing);
  const auto matchers = make_matchers(handles, words, scoring);
  if (!std::ranges::all_of(matchers, &WordMatcher::can_score)) return {};
  const size_t wanted = end_of_page(request);
  Outlook outlook = look_at_champions(matchers, words, wanted);
  RankedPage page;
  if (!words.all) page = count_any(matchers, words);
  if (words.terms.size() == 1 && wanted <= outlook.ranks) {
    page.page = std::move(outlook.scored);
    keep_best(page.page, wanted);
  } else {
    BestMatches found = find_best(
        matchers, {.count = wanted, .least_score = outlook.least_score});
    page.page = std::move(found.best);
    if (words.all) page.total = found.matches;
  }
  order_equals(handles.all, request.offset, page.page);
  cut_page(page.page, request);
  if (!page.page.empty()) {
    page.total =
        std::max<uint64_t>(page.total, request.offset + page.page.size());
  }
  return page;
}

}  // namespace search
