#include "indexer/clean/scraped_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "tests/indexer/reading.h"

namespace indexer {
namespace {

std::vector<text::Article> parse_data(const std::string& name) {
  return parse_scraped_text(file_content(data_path(name)), {});
}

TEST_CASE("title, date and source are told from the text") {
  const text::Article article = parse_data("smelter.txt").front();
  CHECK(article.title == "Harbour Smelter to Restart Its Second Line");
  CHECK(article.published == text::parse_rfc3339("2025-03-03T01:15:00Z"));
  CHECK(article.source == "Harbour Daily");
}

TEST_CASE("the body has no repeated summary, disclaimer or contact line") {
  CHECK(parse_data("smelter.txt").front().body ==
        "The smelter at Northbay will restart its second line in June. The "
        "line has stood still since a fire in 2023.\n\n"
        "Output should reach 40,000 tonnes a year. The owner said that it had "
        "hired 120 people for the restart.");
}

TEST_CASE("each teaser is one brief with its longest text") {
  const auto articles = parse_data("smelter.txt");
  REQUIRE(articles.size() == 3);
  CHECK(articles[1].kind == text::ArticleKind::kBrief);
  CHECK(articles[1].title == "Port Workers Accept a New Contract");
  CHECK(articles[1].body.starts_with("Workers at the port of Northbay"));
  CHECK(articles[1].source == "Harbour Daily");
  CHECK_FALSE(articles[1].published);
  CHECK(articles[2].title == "Council Approves the Rail Link");
  CHECK(articles[2].body.starts_with("The council of Northbay"));
  CHECK(articles[2].published == text::parse_rfc3339("2025-03-01"));
}

TEST_CASE("a first paragraph that says something of its own stays") {
  const auto articles = parse_scraped_text(
      "Title\n\nOnly here is this said. The mine opened.\n\nThe mine opened.",
      {});
  CHECK(articles.front().body ==
        "Only here is this said. The mine opened.\n\nThe mine opened.");
}

TEST_CASE("Chinese and Korean pages are read alike") {
  const auto chinese = parse_scraped_text(
      "冶炼厂重启\n发布时间：2025年3月3日 09:15\n来源：港口日报\n\n"
      "该冶炼厂将于六月重启。\n\n免责声明：仅供参考。\n相关阅读\n"
      "港口工人接受合同\n2小时前\n港口工人接受合同\n查看更多\n",
      {});
  REQUIRE(chinese.size() == 2);
  CHECK(chinese[0].source == "港口日报");
  CHECK(chinese[0].published == text::parse_rfc3339("2025-03-03T01:15"));
  CHECK(chinese[0].body == "该冶炼厂将于六月重启。");
  CHECK(chinese[1].title == "港口工人接受合同");
  const auto korean = parse_scraped_text(
      "제련소 재가동\n입력: 2025. 3. 3. 오전 9:15\n출처: 항구일보\n\n"
      "제련소가 6월에 재가동한다.\n\n문의: desk@harbour.example\n관련 기사\n",
      {});
  REQUIRE(korean.size() == 1);
  CHECK(korean[0].source == "항구일보");
  CHECK(korean[0].published == text::parse_rfc3339("2025-03-03T00:15"));
  CHECK(korean[0].body == "제련소가 6월에 재가동한다.");
}

TEST_CASE("a byline names the authors and is no paragraph") {
  const auto articles = parse_scraped_text(
      "Title\n\nBy Jo Field and Ana Brook\n\nThe mine opened.", {});
  CHECK(articles.front().authors ==
        std::vector<std::string>{"Jo Field", "Ana Brook"});
  CHECK(articles.front().body == "The mine opened.");
}

TEST_CASE("a brief has the same id on every page that shows it") {
  const Reading plain = read_data("smelter.txt");
  const Reading crawl = read_data("crawl.warc");
  CHECK(plain.articles[1].article.id == crawl.articles[3].article.id);
}

TEST_CASE("the reference article is one article and three briefs") {
  const std::string path = std::string(LODE_SOURCE_DIR) +
                           "/../shared/data/articles/us-zinc-supply-chains.txt";
  if (!std::filesystem::exists(path)) {
    MESSAGE("the reference article is not here");
    return;
  }
  const Reading reading = read_paths({path});
  REQUIRE(reading.articles.size() == 4);
  const text::Article& article = reading.articles[0].article;
  CHECK(article.published == text::parse_rfc3339("2025-12-16T00:24:00Z"));
  CHECK(article.source == "SMM");
  CHECK(article.language == "en");
  CHECK(article.body.starts_with("Recent developments suggest"));
  CHECK(article.body.ends_with("over time."));
  CHECK(article.body.find('@') == std::string::npos);
  CHECK(reading.articles[1].article.title.starts_with("A mine in Henan"));
  CHECK(reading.articles[1].article.body.starts_with("[Tungsten Concentrate"));
  CHECK(reading.articles[2].article.title.starts_with("Ganzhou Tungsten"));
  CHECK(reading.articles[3].article.title.starts_with("Tungsten Market"));
  CHECK(reading.rejects.empty());
}

constexpr const char* kProse =
    "Korea Zinc said on Tuesday that it would build a smelter in Tennessee, "
    "and "
    "that it would cost billions.";

TEST_CASE("a page with its menu gives the article's title and text") {
  const auto articles = parse_scraped_text(
      std::string("Home\nBusiness\nMarkets\nSign in\nSearch\n"
                  "Zinc story of the day\nBy Jane Doe\nDecember 16, 2025 8:24 "
                  "AM\nShare\nFacebook\nTwitter\n") +
          kProse +
          "\nNext steps\nNyrstar, which owns the site today, confirmed "
          "the sale to reporters on Wednesday, it said.\nAbout us\n"
          "Contact\nPrivacy policy\n",
      {});
  REQUIRE(articles.size() == 1);
  CHECK(articles[0].title == "Zinc story of the day");
  CHECK(articles[0].authors == std::vector<std::string>{"Jane Doe"});
  CHECK(articles[0].published == text::parse_rfc3339("2025-12-16T08:24:00Z"));
  CHECK(articles[0].body ==
        std::string(kProse) +
            "\n\nNext steps\n\nNyrstar, which owns the site today, confirmed "
            "the sale to reporters on Wednesday, it said.");
}

TEST_CASE("lines above a text may tell its address and section") {
  const auto articles = parse_scraped_text(
      std::string("https://l.example/1\nZinc\nSection: Business\n\n") + kProse,
      {});
  CHECK(articles[0].url == "https://l.example/1");
  CHECK(articles[0].title == "Zinc");
  CHECK(articles[0].section == "Business");
  CHECK(articles[0].body == kProse);
  CHECK(parse_scraped_text("Zinc\nURL: https://l.example/1\n", {})[0].url ==
        "https://l.example/1");
}

TEST_CASE("a first line of several sentences is no title") {
  const std::string first = std::string(kProse) + " It did not say when.";
  const auto articles = parse_scraped_text(first + "\n\nIt rose.", {});
  CHECK(articles[0].title == "");
  CHECK(articles[0].body == first + "\n\nIt rose.");
}

}  // namespace
}  // namespace indexer
