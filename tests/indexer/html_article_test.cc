#include "indexer/clean/html_article.h"

#include <doctest/doctest.h>

#include "tests/indexer/reading.h"
#include "text/error.h"

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

std::string body_of(const std::string& inner) {
  const auto article = parse_html_article(
      "<html><body><main><p>The mine opened on Tuesday, after four years of "
      "hard and costly work by its owner.</p>" +
          inner +
          "<p>It will send its ore to the coast, where a smelter has waited "
          "for it since the spring.</p></main></body></html>",
      {});
  const std::string body = article ? article->body : std::string();
  const size_t from = body.find("owner.\n\n");
  const size_t to = body.rfind("\n\nIt will");
  if (from == std::string::npos || to < from + 8) return {};
  return body.substr(from + 8, to - from - 8);
}

TEST_CASE("rows of data are lines, cells that lay out a page are not") {
  CHECK(body_of("<table><tr><th>Year<th>Ore, t<tr><td>2024<td>5,000</table>") ==
        "Year | Ore, t\n\n2024 | 5,000");
  CHECK(body_of("<table><tr><td><ul><li>A list of its own stands in here, and "
                "it is long.</ul></table>") ==
        "A list of its own stands in here, and it is long.");
}

TEST_CASE("lists and headings with text below stay") {
  CHECK(body_of("<h2>Plans</h2><h3>Rail</h3><ul><li>A line of 40 km<li>Two "
                "bridges</ul>") ==
        "Plans\n\nRail\n\nA line of 40 km\n\nTwo bridges");
}

TEST_CASE("links and quotations within the text stay, whatever their names") {
  CHECK(body_of("<p>The owner, <a class='tag' href='/t'>Lake Metals</a>, said "
                "so on Tuesday.</p>") ==
        "The owner, Lake Metals, said so on Tuesday.");
  CHECK(body_of("<div class='social-embed'><blockquote class='twitter'><p>We "
                "are glad to open at last.</p></blockquote></div>") ==
        "We are glad to open at last.");
}

TEST_CASE("what opens over a word, is hidden or comments is no text") {
  CHECK(body_of("<p>The owner, Lake Metals<span class='popup'>A company of the "
                "lake</span>, said so.</p>") ==
        "The owner, Lake Metals, said so.");
  CHECK(body_of("<p style='display: none'>A text that nobody who reads the "
                "page ever sees.</p>")
            .empty());
  CHECK(body_of("<div class='comments'><p>I do not think that this mine is "
                "good for the lake, and I say so.</p></div>")
            .empty());
}

TEST_CASE("an article that allows comments or is called one is no comment") {
  const std::string text =
      "<p>The mine beside the lake opened on Tuesday, after four years.</p>";
  for (const std::string name :
       {"post has-comments", "comments-enabled", "consent-required"}) {
    CAPTURE(name);
    CHECK_FALSE(
        body_of("<nav>News</nav><div class='" + name + "'>" + text + "</div>")
            .empty());
  }
  CHECK_FALSE(
      body_of("<div class='comment-piece'><h1>Zinc</h1>" + text + "</div>")
          .empty());
}

TEST_CASE("a text that recurs often is meant to") {
  CHECK(body_of("<p>Ore, rail and a smelter are in every plan of the "
                "company.</p><p>Ore, rail and a smelter are in every plan of "
                "the company.</p>") ==
        "Ore, rail and a smelter are in every plan of the company.");
}

TEST_CASE("a text that a page only states in JSON-LD is its article") {
  const auto article = parse_html_article(
      "<html><body><p>The mine opened on Tuesday, after four years of hard "
      "work.</p><script type='application/ld+json'>{\"@type\": \"Article\", "
      "\"articleBody\": \"The mine opened on Tuesday, after four years of hard "
      "work.\\nIt will send its ore to the coast, where a smelter has waited "
      "for it since the spring.\\nA second shaft is planned, but nobody has "
      "said when it will be sunk or who would pay for it.\"}</script>",
      {});
  REQUIRE(article);
  CHECK(article->body.ends_with("pay for it."));
  CHECK(article->body.find("\n\nIt will send") != std::string::npos);
}

TEST_CASE("a page that is nested 200,000 deep gives its text") {
  const std::string paragraph =
      "The mine opened on Tuesday, after four years of work.";
  std::string page = "<html><body>";
  for (int i = 0; i < 100000; ++i) page += "<div><b>";
  const auto article = parse_html_article(page + "<p>" + paragraph, {});
  REQUIRE(article);
  CHECK(article->body == paragraph);
}

TEST_CASE("markup that would take a parser hours is read or refused at once") {
  std::string stray = "<html><body>";
  for (int i = 0; i < 50000; ++i) stray += "<div></span></b>";
  CHECK_NOTHROW(parse_html_article(stray, {}));
  std::string script = "<html><SCRIPT>if (1 <b || '</b>') ";
  for (int i = 0; i < 5000; ++i) script += "a = b; ";
  CHECK_NOTHROW(parse_html_article(script + "</SCRIPT>", {}));
  const std::string indented =
      "<html><body\n" + std::string(9000, ' ') + "id='a'>";
  CHECK_NOTHROW(parse_html_article(indented, {}));
  std::string attributes = "<html><body ";
  for (int i = 0; i < 50000; ++i) attributes += "a" + std::to_string(i) + " ";
  CHECK_THROWS_WITH_AS(parse_html_article(attributes + ">", {}),
                       "a tag with more than 1,000 attributes",
                       text::InputError);
}

}  // namespace
}  // namespace indexer
