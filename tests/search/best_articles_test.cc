#include "search/best_articles.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "search/schema.h"
#include "search/selection.h"
#include "tests/search/test_segment.h"

namespace search {

namespace {

constexpr uint32_t kArticles = 700;  // of each segment
constexpr uint32_t kWords = 24;

using Random = std::mt19937;

uint32_t draw(Random& random, uint32_t below) {
  return static_cast<uint32_t>(random() % below);
}

// The first words are common, and of one article some return often.
std::string draw_word(Random& random) {
  const uint32_t number = std::min(draw(random, kWords), draw(random, kWords));
  return {'q', static_cast<char>('a' + number), 'k'};
}

std::vector<IndexedArticle> draw_articles(uint64_t first_id, Random& random) {
  std::vector<IndexedArticle> articles;
  for (uint64_t i = 0; i < kArticles; ++i) {
    std::string body;
    for (uint32_t words = 1 + draw(random, 12); words > 0; --words) {
      body += draw_word(random) + " ";
    }
    auto article = make_article(first_id + i, "", body);
    article.published = text::Timestamp{86'400 * draw(random, 100)};
    articles.push_back({std::move(article)});
  }
  return articles;
}

struct Archive {
  explicit Archive(const std::vector<text::ArticleId>& gone) {
    Random random(5);
    for (const uint64_t first_id : {1u, 1u + kArticles}) {
      const auto path = directory / std::to_string(first_id);
      write_segment(path, draw_articles(first_id, random));
      segments.push_back({.directory = path, .deleted = {}});
      handles.segments.push_back(open_segment(path));
      handles.all.add_database(handles.segments.back());
    }
    segments.front().deleted = gone;
  }

  TemporaryDirectory directory;
  std::vector<Segment> segments;
  Handles handles;
};

std::vector<Xapian::docid> documents_of(const RankedPage& page) {
  std::vector<Xapian::docid> documents;
  for (const auto& found : page.page) documents.push_back(found.document);
  return documents;
}

std::vector<Xapian::docid> documents_of(const Xapian::MSet& page) {
  return {page.begin(), page.end()};
}

std::vector<double> scores_of(const RankedPage& page) {
  std::vector<double> scores;
  for (const auto& found : page.page) scores.push_back(found.score);
  return scores;
}

std::vector<double> scores_of(const Xapian::MSet& page) {
  std::vector<double> scores;
  for (auto hit = page.begin(); hit != page.end(); ++hit) {
    scores.push_back(hit.get_weight());
  }
  return scores;
}

std::vector<std::string> draw_terms(size_t words, Random& random) {
  std::vector<std::string> terms;
  for (size_t word = 0; word < words; ++word) {
    terms.push_back("Z" + draw_word(random));
  }
  return terms;
}

// Queries of `words` words each give what looking at all articles gives.
void check_queries(const Archive& archive, size_t words,
                   Xapian::Query::op joined = Xapian::Query::OP_OR) {
  const DeletedDocuments deleted(archive.segments);
  const BestArticles best(archive.segments, deleted);
  Random random(7);
  for (int i = 0; i < 60; ++i) {
    const auto terms = draw_terms(words, random);
    const Xapian::Query query = deleted.exclude_from(
        words == 1 ? Xapian::Query(terms.front())
                   : Xapian::Query(joined, terms.begin(), terms.end()));
    SearchRequest request;
    request.offset = draw(random, 3) * 5 + draw(random, 2) * 30;
    const auto all =
        find(archive.handles.all, query, request, Writing::kAlphabet);
    const auto page =
        best.find(archive.handles, query, request, Writing::kAlphabet);
    CHECK(documents_of(page) == documents_of(all));
    CHECK(scores_of(page) == scores_of(all));
    CHECK(page.total <= all.get_matches_lower_bound());
    CHECK(
        (!page.total_is_exact || page.total == all.get_matches_lower_bound()));
    CHECK(best.find_all(archive.handles, query) ==
          find_all(archive.handles, query));
  }
}

}  // namespace

TEST_CASE("one word finds what looking at all articles finds") {
  check_queries(Archive({}), 1);
}

TEST_CASE("any of three words find what looking at all articles finds") {
  check_queries(Archive({}), 3);
}

TEST_CASE("any of seven words find what looking at all articles finds") {
  check_queries(Archive({}), 7);
}

TEST_CASE("all of some words find what looking at all articles finds") {
  const Archive archive({});
  for (const size_t words : {2u, 3u, 4u}) {
    check_queries(archive, words, Xapian::Query::OP_AND);
  }
}

TEST_CASE("deleted articles are not among the best") {
  const Archive archive({text::ArticleId{3}, text::ArticleId{70},
                         text::ArticleId{400}, text::ArticleId{401}});
  check_queries(archive, 1);
  check_queries(archive, 3);
  check_queries(archive, 2, Xapian::Query::OP_AND);
}

}  // namespace search
