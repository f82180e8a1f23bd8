#include "graph/cooccurrence.h"

#include <doctest/doctest.h>

#include "graph/article_record.h"
#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

std::vector<Cooccurrence> cooccurrences_in(const std::string& body) {
  const auto made = annotate(
      {.id = 1, .body = body, .names = {"company:Acme", "company:Bolt"}});
  return find_cooccurrences(
      make_records(made.article, made.annotation, made.entities).article);
}

}  // namespace

TEST_CASE("two names in one sentence keep the closest place") {
  const auto pairs = cooccurrences_in("Acme fell. Bolt rose. Acme beat Bolt.");
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].closeness == Closeness::kSentence);
  CHECK(pairs[0].gap == 6);
}

TEST_CASE("sentences that follow each other are nearer than others") {
  CHECK(cooccurrences_in("Acme fell. Bolt rose.").at(0).closeness ==
        Closeness::kAdjacentSentences);
  const auto apart =
      cooccurrences_in("Acme fell. Nothing else. Bolt rose.").at(0);
  CHECK(apart.closeness == Closeness::kArticle);
  CHECK(apart.first_sentence == 0);
  CHECK(apart.second_sentence == 1);
}

TEST_CASE("an entity does not occur with itself") {
  CHECK(cooccurrences_in("Acme fell. Acme rose.").empty());
}

TEST_CASE("of a list without end the most mentioned are paired") {
  constexpr uint32_t kListed = 40000;
  ArticleRecord article;
  article.entities.resize(kListed);
  for (uint32_t i = 0; i < kListed; ++i) {
    SentenceRecord& sentence = article.sentences.emplace_back();
    sentence.marks.push_back({i, {0, 1}, false});
    const bool is_often_named = i >= kListed - kMaxCooccurring;
    if (is_often_named) sentence.marks.push_back({i, {2, 3}, false});
  }
  const auto pairs = find_cooccurrences(article);
  CHECK(pairs.size() == kMaxCooccurring * (kMaxCooccurring - 1) / 2);
  CHECK(pairs.front().first == kListed - kMaxCooccurring);
}

}  // namespace graph
