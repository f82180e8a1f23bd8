#include "search/explain.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/search/test_segment.h"

namespace search {

namespace {

std::vector<IndexedArticle> metals() {
  std::vector<IndexedArticle> articles = {
      {make_article(1, "Smelters of zinc",
                    "Two smelters of zinc in Tennessee restart.")},
      {make_article(2, "Smelting costs", "A smelter of zinc costs more.")},
      {make_article(3, "Zinc", "Critical minerals and zinc in Tennessee.")},
      {make_article(4, "株冶集团", "株洲锌业公司停产检修。")},
  };
  for (uint64_t id = 5; id < 20; ++id) {
    articles.push_back({make_article(id, "Ships", "Ships sail on.")});
  }
  return articles;
}

// `smelters (stem), ...` of the first hit.
std::string parts_of(const SearchAnswer& answer) {
  std::string shown;
  for (const ScorePart& part : answer.hits.front().parts) {
    if (!shown.empty()) shown += ", ";
    shown += (part.title_only ? "title:" : "") + part.text + " (" +
             std::string(to_string(part.kind)) + ")";
  }
  return shown;
}

double sum_of_parts(const Hit& hit) {
  double sum = 0;
  for (const ScorePart& part : hit.parts) sum += part.score;
  return sum;
}

bool has_unknown_part(const Hit& hit) {
  return std::ranges::find(hit.parts, PartKind::kOther, &ScorePart::kind) !=
         hit.parts.end();
}

}  // namespace

TEST_CASE("the parts of every score add up to it") {
  const TemporaryDirectory directory;
  const auto articles = metals();
  write_segment(directory / "one", std::span(articles).first(2));
  write_segment(directory / "two", std::span(articles).subspan(2));
  const IndexReader reader(undeleted({directory / "one", directory / "two"}));
  for (const std::string query :
       {"zinc", "smelters tennessee", "\"critical minerals\" OR smelt*^2",
        "title:(smelter OR zinc^0.5) AND NOT costs",
        "smeltrs~ OR zinc NEAR tin", "smelters NEAR/2 zinc",
        "do smelters of zinc sail in Tennessee", "lead-zinc tennessee smelters",
        "锌业公司 zinc", "(zinc zinc) -tin",
        "zinc source:nobody OR tennessee lang:en"}) {
    for (const bool folds : {false, true}) {
      const SearchAnswer answer = reader.search(
          {.query = query, .fold_stories = folds, .explain = true}, {});
      REQUIRE_FALSE(answer.hits.empty());
      for (const Hit& hit : answer.hits) {
        CHECK_MESSAGE(sum_of_parts(hit) == doctest::Approx(hit.score), query);
        CHECK_MESSAGE(!has_unknown_part(hit),
                      (query + ": " + parts_of(answer)));
      }
    }
  }
}

TEST_CASE("a part is told as the reader wrote it") {
  const TemporaryDirectory directory;
  write_segment(directory / "segment", metals());
  const IndexReader reader(undeleted({directory / "segment"}));
  const auto explain_best = [&](const char* query) {
    return parts_of(reader.search({.query = query, .explain = true}, {}));
  };
  CHECK(explain_best("Smelters") == "Smelters (stem)");
  CHECK(explain_best("title:Smelters") == "title:Smelters (stem)");
  CHECK(explain_best("\"critical minerals\"") == "critical minerals (phrase)");
  CHECK(explain_best("restar*") == "restar (prefix)");
  CHECK(explain_best("restarr~^2") == "restarr (fuzzy)");
  CHECK(explain_best("锌业公司") == "锌业公司 (phrase)");
  CHECK(explain_best("restart lang:en") == "restart (stem)");
}

TEST_CASE("what the best articles share is told as such") {
  const TemporaryDirectory directory;
  write_segment(directory / "segment", metals());
  const IndexReader reader(undeleted({directory / "segment"}));
  const SearchAnswer answer =
      reader.search({.query = "smelters restart costs minerals nowhere",
                     .match = MatchWords::kAny,
                     .explain = true},
                    {});
  const auto& parts = answer.hits.front().parts;
  CHECK(std::ranges::find(parts, PartKind::kFeedback, &ScorePart::kind) !=
        parts.end());
}

TEST_CASE("scores are explained only where they were asked to be") {
  const TemporaryDirectory directory;
  write_segment(directory / "segment", metals());
  const IndexReader reader(undeleted({directory / "segment"}));
  CHECK(reader.search({.query = "zinc"}, {}).hits.front().parts.empty());
  const SearchAnswer newest = reader.search(
      {.query = "zinc", .sort = Sort::kNewest, .explain = true}, {});
  CHECK(newest.hits.front().parts.empty());
}

}  // namespace search
