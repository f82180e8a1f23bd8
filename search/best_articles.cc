#include "search/best_articles.h"

#include <algorithm>
#include <utility>

#include "search/schema.h"

namespace search {

namespace {

using Xapian::Query;

// Articles that are read beyond a page, so that equals at its end are known.
constexpr size_t kSpare = 10;

// More deleted articles than these take longer to count than all matches.
constexpr size_t kMaxDeletedCounted = 200;

// Sums of the same scores differ in their last bits with the order of words.
constexpr double kRounding = 1e-9;

bool best_first(const ScoredDocument& a, const ScoredDocument& b) {
  return a.score > b.score;
}

// Orders equals as answers have them: newest first, then by id.
void order_equals(const Xapian::Database& database,
                  std::vector<ScoredDocument>& ranked) {
  std::ranges::sort(ranked, best_first);
  for (auto begin = ranked.begin(); begin != ranked.end();) {
    const auto end = std::find_if(begin, ranked.end(), [&](const auto& one) {
      return one.score != begin->score;
    });
    if (end - begin > 1) {
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

// Terms of a query of terms any of which will do; false if it is another.
bool add_terms(const Query& query, std::vector<std::string>& terms) {
  if (query.get_type() == Query::LEAF_TERM) {
    terms.push_back(*query.get_terms_begin());
    return true;
  }
  if (query.get_type() != Query::OP_OR) return false;
  for (size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (!add_terms(query.get_subquery(i), terms)) return false;
  }
  return true;
}

std::vector<WordCount> read_all(const Xapian::Database& segment,
                                const std::string& term) {
  std::vector<WordCount> postings;
  for (auto document = segment.postlist_begin(term);
       document != segment.postlist_end(term); ++document) {
    postings.push_back(
        {*document, document.get_wdf(), document.get_doclength()});
  }
  return postings;
}

uint64_t count_deleted(const Xapian::Database& database,
                       const DeletedDocuments& deleted,
                       const std::string& term) {
  uint64_t count = 0;
  auto document = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  for (const Xapian::docid gone : deleted.documents()) {
    if (document == end) break;
    document.skip_to(gone);
    if (document != end && *document == gone) ++count;
  }
  return count;
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

std::vector<ScoredDocument> read_ranking(const Xapian::MSet& found) {
  std::vector<ScoredDocument> ranked;
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    ranked.push_back({*hit, hit.get_weight()});
  }
  return ranked;
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
  order_equals(database, page.page);
  cut_page(page.page, request);
  return page;
}

}  // namespace

BestArticles::BestArticles(const std::vector<Segment>& segments,
                           const DeletedDocuments& deleted)
    : deleted_(deleted) {
  for (const Segment& segment : segments) {
    champions_.emplace_back(segment.directory);
  }
}

RankedPage BestArticles::find(const Handles& handles, const Query& query,
                              const SearchRequest& request,
                              Writing writing) const {
  const std::vector<std::string> words = words_of(query);
  if (words.size() == 1) {
    if (auto page = find_one(handles, words.front(), request, writing)) {
      return std::move(*page);
    }
  }
  if (words.size() > 1) {
    return find_any(handles, query, words, request, writing);
  }
  return find_page(handles.all, query, request,
                   {.writing = writing, .counted = kCountedMatches});
}

RankedPage BestArticles::find_any(const Handles& handles, const Query& query,
                                  const std::vector<std::string>& words,
                                  const SearchRequest& request,
                                  Writing writing) const {
  uint64_t most = 0;
  uint64_t sum = 0;
  for (const std::string& word : words) {
    const uint64_t articles = handles.all.get_termfreq(word);
    most = std::max(most, articles);
    sum += articles;
  }
  Scoring scoring{.writing = writing};
  if (sum <= kCountedMatchesOfAny) {
    scoring.counted = kCountedMatchesOfAny;
    return find_page(handles.all, query, request, scoring);
  }
  scoring.least_score = least_score(handles, words, request, writing);
  RankedPage page = find_page(handles.all, query, request, scoring);
  const uint64_t gone = deleted_.documents().size();
  const uint64_t shown =
      page.page.empty() ? 0 : request.offset + page.page.size();
  page.total = std::max(shown, most - std::min(most, gone));
  page.total_is_exact = false;
  return page;
}

std::vector<std::string> BestArticles::words_of(const Query& query) const {
  std::vector<std::string> words;
  const bool excludes =
      !deleted_.empty() && query.get_type() == Query::OP_AND_NOT &&
      query.get_subquery(1).get_type() == Query::LEAF_POSTING_SOURCE;
  if (!add_terms(excludes ? query.get_subquery(0) : query, words)) return {};
  std::ranges::sort(words);
  const bool repeats = std::ranges::adjacent_find(words) != words.end();
  return repeats ? std::vector<std::string>() : words;
}

std::optional<BestArticles::Candidates> BestArticles::candidates(
    const Handles& handles, const std::string& term, Writing writing) const {
  const Bm25 scoring(handles.all, term, writing);
  Candidates all{.scored = {}, .ranks = SIZE_MAX};
  size_t gone = 0;
  bool has_champions = false;
  const size_t segments = champions_.size();
  for (size_t i = 0; i < segments; ++i) {
    auto counts = champions_[i].find(term);
    const bool chosen = counts.has_value();
    if (chosen) {
      has_champions = true;
      if (scoring.least_length() > champions_[i].flat_length()) return {};
    } else if (handles.segments[i].get_termfreq(term) < kMinChampionFrequency) {
      counts = read_all(handles.segments[i], term);
    } else {
      return {};
    }
    for (const WordCount& count : *counts) {
      const auto document =
          static_cast<Xapian::docid>((count.document - 1) * segments + i + 1);
      if (!deleted_.empty() && deleted_.contains(document)) {
        gone += chosen ? 1 : 0;
        continue;
      }
      all.scored.push_back(
          {document, scoring.score(count.count, count.length)});
    }
  }
  if (has_champions)
    all.ranks = kChampionRanks - std::min(gone, kChampionRanks);
  return all;
}

std::optional<RankedPage> BestArticles::find_one(const Handles& handles,
                                                 const std::string& term,
                                                 const SearchRequest& request,
                                                 Writing writing) const {
  if (deleted_.documents().size() > kMaxDeletedCounted) return {};
  auto best = candidates(handles, term, writing);
  const size_t wanted = end_of_page(request);
  if (!best || wanted > best->ranks) return {};
  keep_best(best->scored, wanted);
  order_equals(handles.all, best->scored);
  RankedPage page;
  page.total = handles.all.get_termfreq(term) -
               count_deleted(handles.all, deleted_, term);
  cut_page(best->scored, request);
  page.page = std::move(best->scored);
  return page;
}

// No article of the page scores less; 0 where that isn't known. The sum of
// what champions are known to score is at most what they do.
double BestArticles::least_score(const Handles& handles,
                                 const std::vector<std::string>& words,
                                 const SearchRequest& request,
                                 Writing writing) const {
  std::vector<ScoredDocument> scored;
  for (const std::string& word : words) {
    const auto best = candidates(handles, word, writing);
    if (!best) continue;
    scored.insert(scored.end(), best->scored.begin(), best->scored.end());
  }
  add_up(scored);
  const size_t wanted = end_of_page(request);
  if (wanted == 0 || scored.size() < wanted) return 0;
  const auto last = scored.begin() + static_cast<std::ptrdiff_t>(wanted) - 1;
  std::ranges::nth_element(scored, last, best_first);
  return last->score * (1 - kRounding);
}

}  // namespace search
