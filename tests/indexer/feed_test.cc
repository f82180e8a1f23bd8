#include "indexer/clean/feed.h"

#include <doctest/doctest.h>

#include "tests/indexer/reading.h"

namespace indexer {
namespace {

TEST_CASE("an RSS item has title, address, date, author and its longest text") {
  const auto items = parse_feed(file_content(data_path("feed.xml")));
  REQUIRE(items.size() == 3);
  CHECK(items[0].article.title == "Quarry & railway agree");
  CHECK(items[0].article.url == "https://orewire.example/1");
  CHECK(items[0].article.published ==
        text::parse_rfc3339("2025-12-16T08:30:00Z"));
  CHECK(items[0].article.authors == std::vector<std::string>{"Jo Field"});
  CHECK(items[0].article.source == "Ore Wire");
  CHECK(items[0].article.body ==
        "The quarry and the railway agreed on Monday.\n\n"
        "Trains will run twice a day.");
  CHECK(items[0].article.kind == text::ArticleKind::kArticle);
}

TEST_CASE("an item of one paragraph is a brief, without its markup") {
  const auto items = parse_feed(file_content(data_path("feed.xml")));
  CHECK(items[1].article.body == "Inspectors found the dam sound.");
  CHECK(items[1].article.kind == text::ArticleKind::kBrief);
}

TEST_CASE("items of a file are its records, empty ones rejects") {
  const Reading reading = read_data("feed.xml");
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[1].article.record == 2);
  CHECK(reading.rejects ==
        std::vector<std::string>{"feed.xml: record 3: neither title nor text"});
}

TEST_CASE("Atom entries are read") {
  const auto items = parse_feed(
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>Wire</title><entry>"
      "<title>Dam</title><link rel='self' href='https://a.example/self'/>"
      "<link "
      "href='https://a.example/1'/><updated>2025-12-17T00:00:00Z</updated>"
      "<published>2025-12-16T00:00:00Z</published>"
      "<author><name>Jo Field</name></author>"
      "<summary>The dam holds.</summary></entry></feed>");
  REQUIRE(items.size() == 1);
  CHECK(items[0].article.url == "https://a.example/1");
  CHECK(items[0].article.published == text::parse_rfc3339("2025-12-16"));
  CHECK(items[0].article.authors == std::vector<std::string>{"Jo Field"});
  CHECK(items[0].article.source == "Wire");
}

text::Article read_item(const std::string& fields) {
  const auto items = parse_feed("<rss><channel><title>Wire</title><item>" +
                                fields + "</item></channel></rss>");
  REQUIRE(items.size() == 1);
  return items[0].article;
}

TEST_CASE("Atom says whose entry it is, and where, relative to its base") {
  const auto items = parse_feed(
      "<feed xml:base='https://a.example/blog/' xml:lang='de'><title>Wire"
      "</title><author><name>Jo Field</name></author><entry><title>Dam</title>"
      "<link href='2025/dam'/><published>2025-12-16T00:00:00Z</published>"
      "<updated>2025-12-17T00:00:00Z</updated><source><id>urn:s</id><title>"
      "Lake Post</title><updated>2025-12-01T00:00:00Z</updated></source>"
      "</entry></feed>");
  REQUIRE(items.size() == 1);
  const text::Article& article = items[0].article;
  CHECK(article.url == "https://a.example/blog/2025/dam");
  CHECK(article.source == "Lake Post");
  CHECK(article.authors == std::vector<std::string>{"Jo Field"});
  CHECK(article.language == "de");
  CHECK(article.modified == text::parse_rfc3339("2025-12-17"));
}

TEST_CASE("a guid is the address where there is no other") {
  CHECK(read_item("<guid>https://a.example/1</guid>").url ==
        "https://a.example/1");
  CHECK(read_item("<guid isPermaLink='false'>https://a.example/1</guid>").url ==
        "");
  CHECK(read_item("<guid>7</guid>").url == "");
}

TEST_CASE("the name of an author stands behind an address") {
  CHECK(read_item("<author>jo@a.example (Jo Field)</author>").authors ==
        std::vector<std::string>{"Jo Field"});
}

TEST_CASE("what feeds put behind a text is none of it") {
  CHECK(read_item("<description>&lt;p&gt;It holds.&lt;/p&gt;&lt;p&gt;The post "
                  "&lt;a href='x'&gt;Dam&lt;/a&gt; appeared first on &lt;a "
                  "href='y'&gt;Wire&lt;/a&gt;.&lt;/p&gt;</description>")
            .body == "It holds.");
  CHECK(read_item("<description>It holds. &lt;a href='x'&gt;Read more &amp;"
                  "raquo;&lt;/a&gt;</description>")
            .body == "It holds.");
  CHECK(read_item("<description>They could read more</description>").body ==
        "They could read more");
}

TEST_CASE("one long paragraph is no brief") {
  const std::string text = std::string(1001, 'a');
  CHECK(read_item("<description>" + text + "</description>").kind ==
        text::ArticleKind::kArticle);
}

std::string wordpress_item(const std::string& type, const std::string& status) {
  return "<item><title>Dam</title><dc:creator>jane</dc:creator><pubDate>Wed, "
         "30 "
         "Nov -0001 00:00:00 +0000</pubDate><content:encoded><![CDATA[One.\n\n"
         "[caption id=\"1\"]<img src='x'/> The dam[/caption]\n\n"
         "https://v.example/1\n\nTwo "
         "[sic].]]></content:encoded><wp:post_type>" +
         type + "</wp:post_type><wp:status>" + status + "</wp:status></item>";
}

TEST_CASE("a WordPress export gives its posts, with paragraphs and names") {
  const auto items = parse_feed(
      "<rss xmlns:wp='http://wordpress.org/export/1.2/' xmlns:content='c' "
      "xmlns:dc='d'><channel><wp:author><wp:author_login>jane</wp:author_login>"
      "<wp:author_display_name>Jane Doe</wp:author_display_name></wp:author>" +
      wordpress_item("post", "publish") + wordpress_item("post", "draft") +
      wordpress_item("attachment", "inherit") + "</channel></rss>");
  REQUIRE(items.size() == 3);
  CHECK(items[0].skipped_as == "");
  CHECK(items[0].article.body == "One.\n\nThe dam\n\nTwo [sic].");
  CHECK(items[0].article.authors == std::vector<std::string>{"Jane Doe"});
  CHECK_FALSE(items[0].article.published);
  CHECK(items[1].skipped_as == "WordPress post that is not published");
  CHECK(items[2].skipped_as == "WordPress attachment");
}

}  // namespace
}  // namespace indexer
