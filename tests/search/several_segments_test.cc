// Queries whose parts end in some segments before they do in others.

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/search/test_segment.h"

namespace search {
namespace {

// Ten articles with both words or names, then ten with one of them.
class TwoSegments {
 public:
  TwoSegments() {
    std::vector<IndexedArticle> first;
    std::vector<IndexedArticle> second;
    for (uint64_t id = 1; id <= 10; ++id) {
      first.push_back({make_article(id, "Metal news",
                                    "Smelter, smelters. Korea Zinc 고려아연."),
                       {"company:x"}});
      second.push_back(
          {make_article(100 + id, "Other news", "A smelterr."), {"company:x"}});
    }
    write_segment(directory_.path() / "1", first);
    write_segment(directory_.path() / "2", second);
  }

  std::vector<uint64_t> search(const std::string& query) const {
    const IndexReader index(
        undeleted({directory_.path() / "1", directory_.path() / "2"}));
    const auto recognize = [](std::string_view words) {
      std::vector<FoundName> found;
      if (words == "korea zinc") {
        found.push_back({.span = {0, 10},
                         .is_telling = true,
                         .entity = {.ids = {"company:x"},
                                    .names = {"Korea Zinc", "고려아연"}}});
      }
      return found;
    };
    auto ids = ids_of(index.search(
        {.query = query, .limit = 30},
        [](std::string_view) { return std::vector<std::string>(); },
        recognize));
    std::ranges::sort(ids);
    return ids;
  }

 private:
  TemporaryDirectory directory_;
};

}  // namespace

TEST_CASE("words with mistakes are found in every segment") {
  const auto ids = TwoSegments().search("smelter~2");
  REQUIRE(ids.size() == 20);
  CHECK(ids.front() == 1);
  CHECK(ids.back() == 110);
}

TEST_CASE("an entity is found in every segment by any of its names") {
  CHECK(TwoSegments().search("korea zinc").size() == 20);
}

TEST_CASE("a replaced article is found in its new form only") {
  const TemporaryDirectory directory;
  write_segment(directory / "old",
                std::vector<IndexedArticle>{
                    {make_article(1, "Tungsten climbs", "Concentrate rose.")},
                    {make_article(2, "Tungsten up", "It rose again.")},
                    {make_article(3, "Zinc", "Zinc rose.")}});
  auto replaced = make_article(1, "Tungsten falls", "It fell.");
  replaced.source = "Argus";
  write_segment(directory / "new", std::vector<IndexedArticle>{{replaced}});
  const IndexReader reader(
      {{.directory = directory / "old",
        .deleted = {text::ArticleId{1}, text::ArticleId{2}}},
       {.directory = directory / "new", .deleted = {}}});

  CHECK(reader.search({.query = "concentrate"}, {}).hits.empty());
  const SearchAnswer answer = reader.search({.query = "tungsten"}, {});
  CHECK(ids_of(answer) == std::vector<uint64_t>{1});
  CHECK(answer.total == 1);
  CHECK(answer.total_is_exact);
  CHECK(reader.search({}, {}).total == 2);
  CHECK(reader.article(text::ArticleId{1})->source == "Argus");
  CHECK_FALSE(reader.article(text::ArticleId{2}).has_value());
  CHECK(reader.article_ids().size() == 2);
  const IndexCounts counts = reader.counts();
  CHECK(counts.articles == 2);
  CHECK(counts.by_source.front() ==
        std::pair<std::string, uint64_t>{"Argus", 1});
}

}  // namespace search
