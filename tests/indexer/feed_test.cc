#include "indexer/clean/feed.h"

#include <doctest/doctest.h>

#include "tests/indexer/reading.h"

namespace indexer {
namespace {

TEST_CASE("an RSS item has title, address, date, author and its longest text") {
  const auto items = parse_feed(file_content(data_path("feed.xml")));
  REQUIRE(items.size() == 3);
  CHECK(items[0].title == "Quarry & railway agree");
  CHECK(items[0].url == "https://orewire.example/1");
  CHECK(items[0].published == text::parse_rfc3339("2025-12-16T08:30:00Z"));
  CHECK(items[0].authors == std::vector<std::string>{"Jo Field"});
  CHECK(items[0].source == "Ore Wire");
  CHECK(items[0].body ==
        "The quarry and the railway agreed on Monday.\n\n"
        "Trains will run twice a day.");
  CHECK(items[0].kind == text::ArticleKind::kArticle);
}

TEST_CASE("an item of one paragraph is a brief, without its markup") {
  const auto items = parse_feed(file_content(data_path("feed.xml")));
  CHECK(items[1].body == "Inspectors found the dam sound.");
  CHECK(items[1].kind == text::ArticleKind::kBrief);
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
  CHECK(items[0].url == "https://a.example/1");
  CHECK(items[0].published == text::parse_rfc3339("2025-12-16"));
  CHECK(items[0].authors == std::vector<std::string>{"Jo Field"});
  CHECK(items[0].source == "Wire");
}

}  // namespace
}  // namespace indexer
