#include "indexer/clean/html_metadata.h"

#include <doctest/doctest.h>

#include "indexer/clean/html_article.h"

namespace indexer {
namespace {

TEST_CASE("JSON-LD in a list, a graph or hidden from XHTML is read") {
  const auto article = parse_html_article(
      "<html><head><title>Mine opens | Lake Post</title><script "
      "type='application/ld+json'>//<![CDATA[\n{\"@graph\": [{\"@type\": "
      "\"WebSite\"}, {\"@type\": [\"NewsArticle\"], \"headline\": \"Lake mine "
      "opens\", \"datePublished\": \"2025-05-06T07:00:00+02:00\", "
      "\"dateModified\": \"2025-05-07\", \"articleSection\": [\"Business\"], "
      "\"author\": [{\"@type\": \"Person\", \"name\": \"By Ana Brook\"}, "
      "{\"name\": \"Jo Field\"}]}]}\n//]]></script></head><body><p>The mine "
      "opened on Tuesday, after four years of hard work.</p></body></html>",
      {});
  REQUIRE(article);
  CHECK(article->title == "Lake mine opens");
  CHECK(article->published == text::parse_rfc3339("2025-05-06T05:00:00Z"));
  CHECK(article->modified == text::parse_rfc3339("2025-05-07"));
  CHECK(article->section == "Business");
  CHECK(article->authors == std::vector<std::string>{"Ana Brook", "Jo Field"});
}

TEST_CASE("microdata, a byline and the address tell what nothing else does") {
  const auto article = parse_html_article(
      "<html><head><title>The lake mine opens at last - Lake Post</title>"
      "</head><body><div class='byline'>By Ana Brook and Jo Field</div>"
      "<meta itemprop='dateModified' content='2025-05-07'>"
      "<span itemprop='articleSection'>Business</span>"
      "<p>The mine opened on Tuesday, after four years of hard work.</p>",
      {"https://lakepost.example/2025-05-06-mine", {}});
  REQUIRE(article);
  CHECK(article->title == "The lake mine opens at last");
  CHECK(article->published == text::parse_rfc3339("2025-05-06"));
  CHECK(article->modified == text::parse_rfc3339("2025-05-07"));
  CHECK(article->section == "Business");
  CHECK(article->authors == std::vector<std::string>{"Ana Brook", "Jo Field"});
}

TEST_CASE("a line called a byline that can be no name tells no author") {
  const auto article = parse_html_article(
      "<html><body><p class='byline'>한서윤 기자 다른기사 보기</p><p>The mine "
      "opened on Tuesday, after four years of hard work.</p>",
      {});
  REQUIRE(article);
  CHECK(article->authors.empty());
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

HtmlMetadata metadata_of(const std::string& html, const std::string& url = {}) {
  return read_metadata(parse_html(html), {url, {}});
}

TEST_CASE("addresses are those that their page or its <base> makes of them") {
  CHECK(metadata_of("<html><head><base href='https://o.example/x/'><link "
                    "rel=canonical href='/a/b'></head>")
            .url == "https://o.example/a/b");
  CHECK(metadata_of("<html><head><link rel=canonical href='../b'></head>",
                    "https://o.example/a/c/d")
            .url == "https://o.example/a/b");
  CHECK(metadata_of("<html><head><link rel=canonical href='/b'></head>").url ==
        "");
  CHECK(metadata_of("<html><head><link rel=canonical href='/'><meta "
                    "property=og:url content='b?c=1'></head>",
                    "https://o.example/a")
            .url == "https://o.example/b?c=1");
}

TEST_CASE("a logo in <h1> is no headline") {
  CHECK(metadata_of("<html><body><h1><a href='/'>Lake Gazette</a></h1><h1>Mine "
                    "opens</h1>")
            .title == "Mine opens");
}

TEST_CASE("lines near the headline tell date and author, quotations do not") {
  const HtmlMetadata found = metadata_of(
      "<html lang=en><body><p>Jan 2, 2024</p><blockquote>Jan 3, 2024"
      "</blockquote><ul><li>A<li>B<li>C</ul><h1>Mine opens</h1><div>By Ana "
      "Brook | May 6, 2025</div>");
  CHECK(found.published == text::parse_rfc3339("2025-05-06"));
  CHECK(found.authors == std::vector<std::string>{"Ana Brook"});
}

TEST_CASE("a Chinese page says when and by whom without saying it is Chinese") {
  const HtmlMetadata found = metadata_of(
      "<html><head><title>锌冶炼厂六月重启</title></head><body><h1>锌冶炼厂六月"
      "重启</h1><div>2025年05月06日 08:30　来源：港口日报　作者：王小明</div>");
  CHECK(found.published == text::parse_rfc3339("2025-05-06T00:30"));
  CHECK(found.authors == std::vector<std::string>{"王小明"});
}

TEST_CASE("a byline is a name, whatever stands behind it, and no comment's") {
  const auto authors = [](const std::string& byline) {
    return metadata_of(
               "<html><body><div class=comment><p class=author>Jay "
               "Jay</p></div><p class=byline>" +
               byline + "</p>")
        .authors;
  };
  using Names = std::vector<std::string>;
  CHECK(authors("By Ana Brook, Staff Writer") == Names{"Ana Brook"});
  CHECK(authors("By Ana Brook May 6, 2025 at 5:00 pm") == Names{"Ana Brook"});
  CHECK(authors("Written by Ana Brook<br>Edited by Jo Field") ==
        Names{"Ana Brook"});
  CHECK(authors("김하늘 기자 sky@port.example") == Names{"김하늘"});
  CHECK(metadata_of("<html><head><meta name=author content='김하늘 기자'>")
            .authors == Names{"김하늘"});
  CHECK(authors("Our own correspondent").empty());
}

TEST_CASE("the dateline of a press release is its date") {
  const auto article = parse_html_article(
      "<html><body><p>WESTPORT, May 6, 2025 /NewsLine/ -- Lake Metals opened "
      "its mine on Tuesday, after four years of work and two of talks.</p>",
      {});
  REQUIRE(article);
  CHECK(article->published == text::parse_rfc3339("2025-05-06"));
}

}  // namespace
}  // namespace indexer
