#include "search/index_reader.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "search/index_writer.h"
#include "tests/search/test_segment.h"
#include "text/error.h"

namespace search {

namespace {

using Ids = std::vector<uint64_t>;

constexpr uint64_t kSmelter = 1;
constexpr uint64_t kMinerals = 2;
constexpr uint64_t kTungsten = 3;
constexpr uint64_t kChinese = 4;
constexpr uint64_t kKorean = 5;
constexpr uint64_t kBrief = 6;

struct Details {
  std::string source{};
  std::string published{};
  std::string language = "en";
};

IndexedArticle with_details(text::Article article, const Details& details,
                            std::vector<std::string> entities = {}) {
  article.source = details.source;
  article.published = text::parse_rfc3339(details.published);
  article.language = details.language;
  return {.article = std::move(article), .entities = std::move(entities)};
}

std::vector<IndexedArticle> news() {
  auto brief =
      with_details(make_article(kBrief, "Tungsten up", "Tungsten rose again."),
                   {.source = "Reuters"});
  brief.article.kind = text::ArticleKind::kBrief;
  return {
      with_details(
          make_article(kSmelter, "Korea Zinc to build in the United States",
                       "Korea Zinc plans smelters of zinc in Tennessee. The "
                       "minerals are critical."),
          {.source = "SMM News", .published = "2025-12-16T00:24:00Z"},
          {"company:korea-zinc", "place:tennessee"}),
      with_details(make_article(kMinerals, "Critical minerals list grows",
                                "The list of critical minerals now has zinc."),
                   {.source = "Reuters", .published = "2026-02-28T23:59:59Z"}),
      with_details(make_article(kTungsten, "Tungsten prices climb",
                                "Tungsten concentrate cost more."),
                   {.source = "SMM", .published = "2024-05-01"}),
      with_details(
          make_article(kChinese, "株冶集团", "株洲锌业公司停产检修。"),
          {.source = "SMM", .published = "2025-01-01", .language = "zh"}),
      with_details(
          make_article(kKorean, "제련소", "고려아연이 미국에 제련소를 짓는다."),
          {.source = "연합뉴스", .language = "ko"}),
      brief,
  };
}

std::vector<std::string> resolve_korea_zinc(std::string_view name) {
  if (name == "Korea Zinc" || name == "company:korea-zinc")
    return {"company:korea-zinc"};
  return {};
}

// An index of the news above.
class News {
 public:
  News() {
    write_segment(directory_ / "segment", news());
    reader_ =
        std::make_unique<IndexReader>(undeleted({directory_ / "segment"}));
  }

  SearchAnswer ask(const SearchRequest& request) const {
    return reader_->search(request, resolve_korea_zinc);
  }
  SearchAnswer ask(std::string query) const {
    return ask(SearchRequest{.query = std::move(query)});
  }
  Ids find(std::string query) const { return ids_of(ask(std::move(query))); }
  const IndexReader& reader() const { return *reader_; }

 private:
  TemporaryDirectory directory_;
  std::unique_ptr<IndexReader> reader_;
};

std::vector<std::string> marked(std::string_view text,
                                const std::vector<text::Span>& marks) {
  std::vector<std::string> stretches;
  for (const text::Span& mark : marks) {
    stretches.emplace_back(text::slice(text, mark));
  }
  return stretches;
}

}  // namespace

TEST_CASE("words side by side are all looked for, in any form") {
  const News news;
  CHECK(news.find("zinc smelter tennessee") == Ids{kSmelter});
  CHECK(news.ask("zinc smelter").read_as == "zinc AND smelter");
}

TEST_CASE("where no article has all the words, any of them do, with a note") {
  const News news;
  const SearchAnswer answer = news.ask("tungsten tennessee");
  CHECK(answer.total == 3);
  CHECK(answer.read_as == "tungsten OR tennessee");
  CHECK(answer.notes.size() == 1);
}

TEST_CASE("a phrase is found in its order only") {
  const News news;
  CHECK(news.find("\"critical minerals\"") == Ids{kMinerals});
  CHECK(news.find("\"minerals critical\"").empty());
}

TEST_CASE("no phrase reaches from the title into the body") {
  const News news;
  CHECK(news.find("\"list grows the list\"").empty());
}

TEST_CASE("a source is found by its name or a word of it, in any case") {
  const News news;
  CHECK(news.find("source:SMM tungsten") == Ids{kTungsten});
  CHECK(news.find("source:smm") == Ids{kSmelter, kChinese, kTungsten});
  CHECK(news.find("source:\"SMM News\"") == Ids{kSmelter});
  SearchRequest request;
  request.sources = {"smm"};
  CHECK(ids_of(news.ask(request)) == Ids{kChinese, kTungsten});
}

TEST_CASE("Chinese and Korean words are found inside compounds") {
  const News news;
  CHECK(news.find("锌") == Ids{kChinese});
  CHECK(news.find("锌业") == Ids{kChinese});
  CHECK(news.find("고려아연") == Ids{kKorean});
  CHECK(news.find("고려아연은") == Ids{kKorean});
  CHECK(news.find("아연") == Ids{kKorean});
  CHECK(news.ask("아연").notes.empty());
}

TEST_CASE("the title weighs more than the body") {
  const News news;
  CHECK(news.find("minerals").front() == kMinerals);
  CHECK(news.find("title:zinc") == Ids{kSmelter});
  CHECK(news.find("title:\"korea zinc\"") == Ids{kSmelter});
  CHECK(news.find("title:smelters").empty());
}

TEST_CASE("entities are found by name and by id") {
  const News news;
  CHECK(news.find("entity:\"Korea Zinc\"") == Ids{kSmelter});
  CHECK(news.find("entity:company:korea-zinc") == Ids{kSmelter});
  SearchRequest request;
  request.entities = {"place:tennessee", "place:nowhere"};
  CHECK(ids_of(news.ask(request)) == Ids{kSmelter});
}

TEST_CASE("an unknown entity is read as a phrase, with a note") {
  const News news;
  const SearchAnswer answer = news.ask("entity:\"critical minerals\"");
  CHECK(ids_of(answer) == Ids{kMinerals});
  CHECK(answer.notes.size() == 1);
  CHECK(news.reader().search({.query = "entity:nobody"}, {}).hits.empty());
}

TEST_CASE("language and kind are filters") {
  const News news;
  CHECK(news.find("lang:zh") == Ids{kChinese});
  CHECK(news.find("kind:brief") == Ids{kBrief});
  CHECK(news.find("tungsten kind:article") == Ids{kTungsten});
  CHECK(news.ask("kind:novel tungsten").total == 2);
}

TEST_CASE("dates include the whole first and last day, month or year") {
  const News news;
  CHECK(news.find("from:2025-12 to:2026-02") == Ids{kMinerals, kSmelter});
  CHECK(news.find("to:2026-02-27 from:2025-12") == Ids{kSmelter});
  CHECK(news.find("date:2025") == Ids{kSmelter, kChinese});
  CHECK(news.find("to:2024") == Ids{kTungsten});
  CHECK(news.find("from:2026 to:2025").empty());
}

TEST_CASE("the bounds of a request include from and exclude to") {
  const News news;
  SearchRequest request;
  request.from = text::parse_rfc3339("2025-01-01");
  request.to = text::parse_rfc3339("2025-12-16T00:24:00Z");
  CHECK(ids_of(news.ask(request)) == Ids{kChinese});
}

TEST_CASE("AND, OR, NOT and minus combine") {
  const News news;
  CHECK(news.find("zinc NOT tennessee") == Ids{kMinerals});
  CHECK(news.find("zinc -\"critical minerals\"") == Ids{kSmelter});
  CHECK(news.find("tungsten -source:SMM") == Ids{kBrief});
  CHECK(news.ask("tennessee OR tungsten").total == 3);
  CHECK(news.find("(tennessee OR tungsten) AND korea") == Ids{kSmelter});
  CHECK(news.ask("NOT zinc").total == 4);
}

TEST_CASE("frequent words count only in phrases or alone") {
  const News news;
  const SearchAnswer answer = news.ask("the tungsten");
  CHECK(answer.total == 2);
  CHECK(answer.read_as == "tungsten");
  CHECK(news.find("\"the list of\"") == Ids{kMinerals});
  CHECK(news.ask("the").total == 2);
}

TEST_CASE("a frequent word in capitals is a name where others are not") {
  const News news;
  CHECK(news.ask("THE tungsten").read_as.starts_with("THE "));
  CHECK(news.ask("THE TUNGSTEN").read_as == "TUNGSTEN");
  CHECK(news.ask("A tungsten").read_as == "tungsten");
}

TEST_CASE("a bag of words takes operators as words and needs any of them") {
  const News news;
  const SearchAnswer answer = news.ask(SearchRequest{
      .query = "TUNGSTEN AND NOT TENNESSEE", .match = MatchWords::kAny});
  CHECK(answer.total == 3);
}

TEST_CASE("a sentence is ranked by what its best articles share as well") {
  const TemporaryDirectory directory;
  const std::vector<IndexedArticle> articles = {
      {make_article(1, "", "Smelters in Tennessee reopen a roaster.")},
      {make_article(2, "", "Smelters in Tennessee need a roaster.")},
      {make_article(3, "", "Tennessee has rivers and hills.")},
      {make_article(4, "", "Tennessee buys a roaster today.")},
      {make_article(5, "", "Ships sail.")},
      {make_article(6, "", "Ships sail.")},
      {make_article(7, "", "Ships sail.")},
      {make_article(8, "", "Ships sail.")},
      {make_article(9, "", "Ships sail.")},
      {make_article(10, "", "Ships sail.")},
      {make_article(11, "", "Ships sail.")},
      {make_article(12, "", "Ships sail.")},
      {make_article(13, "", "Ships sail.")},
      {make_article(14, "", "Ships sail.")},
      {make_article(15, "", "Ships sail.")},
      {make_article(16, "", "Ships sail.")},
  };
  write_segment(directory.path() / "segment", articles);
  const IndexReader reader(undeleted({directory.path() / "segment"}));
  const SearchAnswer answer = reader.search(
      {.query = "do smelters reopen in Tennessee", .match = MatchWords::kAny},
      {});
  CHECK(ids_of(answer) == std::vector<uint64_t>{1, 2, 4, 3});
}

TEST_CASE("results come by time when asked, undated ones last") {
  const News news;
  SearchRequest request{.query = "lang:en", .sort = Sort::kNewest};
  CHECK(ids_of(news.ask(request)) ==
        Ids{kMinerals, kSmelter, kTungsten, kBrief});
  request.sort = Sort::kOldest;
  CHECK(ids_of(news.ask(request)) ==
        Ids{kTungsten, kSmelter, kMinerals, kBrief});
  request.offset = 1;
  request.limit = 2;
  CHECK(ids_of(news.ask(request)) == Ids{kSmelter, kMinerals});
  CHECK(news.ask(request).total == 4);
}

TEST_CASE("a blank query asks for all articles") {
  const News news;
  CHECK(news.ask("  ").total == 6);
  CHECK(news.ask("").total_is_exact);
}

TEST_CASE("a limit above the greatest is a bad request") {
  const News news;
  CHECK_THROWS_AS(
      news.ask(SearchRequest{.query = "zinc", .limit = kMaxLimit + 1}),
      text::BadRequest);
}

TEST_CASE("malformed queries are answered with a note") {
  const News news;
  for (const std::string& query :
       {std::string("AND OR"), std::string("((((\"zinc"), std::string("???"),
        std::string(1 << 20, '('), std::string("date:2025-02-30 zinc"),
        std::string("\0\x01\xff", 3)}) {
    CHECK_FALSE(news.ask(query).notes.empty());
  }
  CHECK(news.find("\"zinc (smelter") == Ids{kSmelter});
  CHECK(news.ask(std::string(1 << 20, 'z')).total == 0);
  std::string words;
  for (int i = 0; i < 10000; ++i) words += "zinc ";
  CHECK(news.ask(words).total == 2);
  std::string characters;
  for (int i = 0; i < 4000; ++i) characters += "锌";
  CHECK_FALSE(news.ask(characters).notes.empty());
}

TEST_CASE("what matched is marked in title and snippet") {
  const News news;
  const SearchAnswer answer = news.ask("korea smelter \"zinc in\"");
  REQUIRE(answer.hits.size() == 1);
  const Hit& hit = answer.hits.front();
  CHECK(marked(hit.article.title, hit.title_marks) ==
        std::vector<std::string>{"Korea"});
  CHECK(marked(hit.snippet.text, hit.snippet.marks) ==
        std::vector<std::string>{"Korea", "smelters", "zinc in"});
  const SearchAnswer chinese = news.ask("锌业");
  REQUIRE(chinese.hits.size() == 1);
  CHECK(marked(chinese.hits[0].snippet.text, chinese.hits[0].snippet.marks) ==
        std::vector<std::string>{"锌业"});
}

TEST_CASE("excluded words are not marked") {
  const News news;
  const SearchAnswer answer = news.ask("tungsten NOT tennessee");
  CHECK(answer.hits.front().title_marks.size() == 1);
}

TEST_CASE("a hit carries the article without its body") {
  const News news;
  const Hit hit = news.ask("tennessee").hits.front();
  CHECK(hit.id == text::ArticleId{kSmelter});
  CHECK(hit.score > 0);
  CHECK(hit.article.source == "SMM News");
  CHECK(hit.article.body.empty());
}

TEST_CASE("an article is read whole by its id") {
  const News news;
  const auto article = news.reader().article(text::ArticleId{kKorean});
  REQUIRE(article.has_value());
  CHECK(article->body == "고려아연이 미국에 제련소를 짓는다.");
  CHECK_FALSE(news.reader().article(text::ArticleId{99}).has_value());
}

TEST_CASE("articles and briefs are counted by source and language") {
  const News news;
  const IndexCounts counts = news.reader().counts();
  CHECK(counts.articles == 5);
  CHECK(counts.briefs == 1);
  using Counts = std::vector<std::pair<std::string, uint64_t>>;
  CHECK(counts.by_source ==
        Counts{{"Reuters", 2}, {"SMM", 2}, {"SMM News", 1}, {"연합뉴스", 1}});
  CHECK(counts.by_language == Counts{{"en", 4}, {"ko", 1}, {"zh", 1}});
}

TEST_CASE("eight threads search side by side and get the same answers") {
  const News news;
  std::atomic<int> wrong = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&] {
        for (int k = 0; k < 50; ++k) {
          if (news.find("zinc smelter tennessee") != Ids{kSmelter}) ++wrong;
          if (news.find("source:SMM tungsten") != Ids{kTungsten}) ++wrong;
          if (!news.reader().article(text::ArticleId{kKorean})) ++wrong;
        }
      });
    }
  }
  CHECK(wrong == 0);
}

}  // namespace search
