#include <doctest/doctest.h>

#include "search/index_reader.h"
#include "tests/search/test_segment.h"

namespace search {

namespace {

struct Details {
  uint64_t id = 0;
  std::string source{};
  std::string published{};
  std::string language = "en";
  std::vector<std::string> entities{};
};

IndexedArticle zinc_article(const Details& details) {
  auto article = make_article(details.id, "Zinc", "Zinc is told of.");
  article.source = details.source;
  article.published = text::parse_rfc3339(details.published);
  article.language = details.language;
  return {.article = article, .entities = details.entities};
}

// Two segments; article 5 was replaced, 1 and 2 tell one story.
class ZincNews {
 public:
  ZincNews() {
    const std::vector first = {
        zinc_article({.id = 1,
                      .source = "SMM",
                      .published = "2024-12-30",
                      .entities = {"company:nyrstar", "place:paris"}}),
        zinc_article({.id = 2,
                      .source = "Reuters",
                      .published = "2025-02-01",
                      .entities = {"company:nyrstar"}}),
        zinc_article({.id = 5, .source = "SMM", .published = "2025-02-02"}),
    };
    const std::vector second = {
        zinc_article(
            {.id = 3, .source = "smm", .published = "2025-02-28T23:59:59Z"}),
        zinc_article({.id = 4, .language = "ko"}),
    };
    write_segment(directory_ / "first", first);
    write_segment(directory_ / "second", second);
    auto segments = undeleted({directory_ / "first", directory_ / "second"});
    segments.front().deleted = {text::ArticleId{5}};
    reader_ = std::make_unique<IndexReader>(segments, [] {
      return StoryList{{text::ArticleId{1}, text::ArticleId{1}},
                       {text::ArticleId{2}, text::ArticleId{1}}};
    });
  }

  SearchAnswer ask(const SearchRequest& request) const {
    return reader_->search(request, {});
  }

 private:
  TemporaryDirectory directory_;
  std::unique_ptr<IndexReader> reader_;
};

// `SMM 2, Reuters 1`, chosen ones with a star.
std::string told(const FacetCounts& facet) {
  std::string text;
  for (const FacetValue& value : facet.values) {
    if (!text.empty()) text += ", ";
    text += value.value + (value.is_chosen ? "* " : " ") +
            std::to_string(value.count);
  }
  return text;
}

std::vector<std::string> told(const Histogram& histogram) {
  std::vector<std::string> lines;
  for (const Bucket& bucket : histogram.buckets) {
    lines.push_back(text::to_date(bucket.begin) + " " +
                    std::to_string(bucket.count));
  }
  return lines;
}

}  // namespace

TEST_CASE("facets count all articles that match, not those of the page") {
  const ZincNews news;
  const auto answer =
      news.ask({.query = "zinc",
                .limit = 1,
                .facets = {Facet::kSource, Facet::kLanguage, Facet::kKind,
                           Facet::kYear, Facet::kEntity}});
  CHECK(answer.total == 4);
  REQUIRE(answer.facets.size() == kFacetCount);
  CHECK(told(answer.facets[0]) == "SMM 2, Reuters 1");
  CHECK(answer.facets[0].without == 1);
  CHECK(told(answer.facets[1]) == "en 3, ko 1");
  CHECK(told(answer.facets[2]) == "article 4");
  CHECK(told(answer.facets[3]) == "2025 2, 2024 1");
  CHECK(told(answer.facets[4]) == "company:nyrstar 2, place:paris 1");
}

TEST_CASE("a facet's counts ignore its own filter and obey all others") {
  const ZincNews news;
  const auto answer =
      news.ask({.query = "zinc",
                .sources = {"Reuters"},
                .years = {2025},
                .facets = {Facet::kSource, Facet::kYear, Facet::kLanguage}});
  CHECK(ids_of(answer) == std::vector<uint64_t>{2});
  CHECK(told(answer.facets[0]) == "Reuters* 1, SMM 1");
  CHECK(told(answer.facets[1]) == "en 1");
  CHECK(told(answer.facets[2]) == "2025* 1");
}

TEST_CASE("a chosen value stays in its facet though nothing has it") {
  const ZincNews news;
  const auto answer = news.ask(
      {.query = "zinc", .languages = {"fr"}, .facets = {Facet::kLanguage}});
  CHECK(answer.total == 0);
  CHECK(told(answer.facets[0]) == "en 3, ko 1, fr* 0");
}

TEST_CASE("a chosen source is told as it was asked for, however long") {
  const ZincNews news;
  const std::string source(300, 'x');
  const auto answer = news.ask(
      {.query = "zinc", .sources = {source}, .facets = {Facet::kSource}});
  CHECK(answer.facets[0].values.back().value == source);
}

TEST_CASE("a histogram has its empty buckets and counts undated apart") {
  const ZincNews news;
  const auto months =
      news.ask({.query = "zinc", .histogram = Interval::kMonth}).histogram;
  REQUIRE(months);
  CHECK(told(*months) == std::vector<std::string>{
                             "2024-12-01 1", "2025-01-01 0", "2025-02-01 2"});
  CHECK(months->undated == 1);
  const auto years =
      news.ask({.query = "zinc", .histogram = Interval::kYear}).histogram;
  CHECK(told(*years) ==
        std::vector<std::string>{"2024-01-01 1", "2025-01-01 2"});
  const auto weeks =
      news.ask({.query = "zinc", .years = {2025}, .histogram = Interval::kWeek})
          .histogram;
  CHECK(told(*weeks) == std::vector<std::string>{"2025-01-27 1", "2025-02-03 0",
                                                 "2025-02-10 0", "2025-02-17 0",
                                                 "2025-02-24 1"});
  CHECK(news.ask({.query = "lead", .histogram = Interval::kDay})
            .histogram->buckets.empty());
}

TEST_CASE("a histogram of centuries takes longer intervals") {
  const TemporaryDirectory directory;
  write_segment(
      directory / "segment",
      std::vector{zinc_article({.id = 1, .published = "0001-01-01"}),
                  zinc_article({.id = 2, .published = "9999-12-31"})});
  const IndexReader reader(undeleted({directory / "segment"}));
  const auto histogram =
      reader.search({.histogram = Interval::kDay}, {}).histogram;
  CHECK(histogram->interval == Interval::kYear);
  CHECK(histogram->buckets.size() == 9999);
  CHECK(histogram->buckets.back().count == 1);
}

TEST_CASE("a story is folded to its best article, which tells the others") {
  const ZincNews news;
  SearchRequest request{.query = "zinc", .fold_stories = true};
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest}) {
    request.sort = sort;
    const auto answer = news.ask(request);
    CHECK(answer.total == 3);
    CHECK(ids_of(answer) == std::vector<uint64_t>{3, 2, 4});
    CHECK(answer.hits[1].story_articles == 2);
    REQUIRE(answer.hits[1].others.size() == 1);
    CHECK(answer.hits[1].others[0].id == text::ArticleId{1});
    CHECK(answer.hits[0].others.empty());
  }
  request.offset = 1;
  request.limit = 1;
  CHECK(ids_of(news.ask(request)) == std::vector<uint64_t>{2});
}

TEST_CASE("types of entities and years are filters") {
  const ZincNews news;
  CHECK(ids_of(news.ask({.types = {text::EntityType::kPlace}})) ==
        std::vector<uint64_t>{1});
  CHECK(ids_of(news.ask({.years = {2024}})) == std::vector<uint64_t>{1});
  CHECK(news.ask({.relations = {text::RelationType::kAcquires}}).total == 0);
}

}  // namespace search
