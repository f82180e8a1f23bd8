#include "indexer/clean/html_article.h"

#include <doctest/doctest.h>

#include "tests/indexer/reading.h"

namespace indexer {
namespace {

text::Article parse_page() {
  return parse_html_article(file_content(data_path("page.html")), {}).value();
}

TEST_CASE("a page says its title, date, source, author and address") {
  const text::Article article = parse_page();
  CHECK(article.title == "Lake mine opens");
  CHECK(article.published == text::parse_rfc3339("2025-05-06T05:08:09Z"));
  CHECK(article.source == "The Lake Post");
  CHECK(article.authors == std::vector<std::string>{"Ana Brook"});
  CHECK(article.url == "https://lakepost.example/news/lake-mine-opens");
  CHECK(article.language == "en");
}

TEST_CASE("the body is the article without what stands around it") {
  CHECK(parse_page().body ==
        "The copper mine beside the lake opened on Tuesday, after four years "
        "of work and two changes of its owner.\n\n"
        "It will send its concentrate by rail to the coast, where a smelter "
        "waits for it, the company said.\n\n"
        "What comes next\n\n"
        "A second shaft is planned, but nobody has said when it will be sunk "
        "or who would pay for it.");
}

TEST_CASE("a page of links has no article") {
  CHECK_FALSE(parse_html_article(
      "<html><body><ul><li><a href='/a'>One</a><li><a href='/b'>Two</a></ul>",
      {}));
  CHECK_FALSE(parse_html_article("<html></html>", {}));
}

TEST_CASE("paragraphs parted by line breaks are paragraphs") {
  const auto article = parse_html_article(
      "<body><div>The mine opened on Tuesday, after four years of hard and "
      "costly work.<br><br>It will send its ore to the coast, where a smelter "
      "has waited for it.</div>",
      {});
  REQUIRE(article);
  CHECK(article->body ==
        "The mine opened on Tuesday, after four years of hard and costly "
        "work.\n\nIt will send its ore to the coast, where a smelter has "
        "waited for it.");
}

TEST_CASE("lines that say when and by whom are no paragraphs") {
  const auto article = parse_html_article(
      "<html lang='zh'><body><p>2025年3月3日 09:15 来源：港口日报 字号：大</p>"
      "<p>该冶炼厂将于六月重启，公司表示已经为重启招聘了一百二十名工人。</p>",
      {});
  REQUIRE(article);
  CHECK(article->body ==
        "该冶炼厂将于六月重启，公司表示已经为重启招聘了一百二十名工人。");
  CHECK(article->published == text::parse_rfc3339("2025-03-03T01:15"));
}

TEST_CASE("deep nesting is survived") {
  std::string page = "<html><body>";
  for (int i = 0; i < 20000; ++i) page += "<div><b>";
  page += "<p>The mine opened on Tuesday, after four years of work.</p>";
  CHECK_NOTHROW(parse_html_article(page, {}));
}

TEST_CASE("the address of the crawl stands where the page has none") {
  const auto article = parse_html_article(
      "<body><p>The mine opened on Tuesday, after four years of hard work.</p>",
      {"https://www.lakepost.example/2025/05/06/mine", {}});
  REQUIRE(article);
  CHECK(article->url == "https://www.lakepost.example/2025/05/06/mine");
  CHECK(article->source == "lakepost.example");
  CHECK(article->published == text::parse_rfc3339("2025-05-06"));
}

}  // namespace
}  // namespace indexer
