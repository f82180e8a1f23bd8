#include "indexer/archive/warc_reader.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/indexer/reading.h"
#include "tests/temporary_directory.h"
#include "text/timestamp.h"

namespace indexer {
namespace {

using Strings = std::vector<std::string>;

TEST_CASE("only pages that were found become articles") {
  const Reading reading = read_data("crawl.warc");
  CHECK(reading.titles() ==
        Strings{"Lake mine opens", "Lake mine opens",
                "Harbour Smelter to Restart Its Second Line",
                "Port Workers Accept a New Contract",
                "Council Approves the Rail Link"});
  CHECK(reading.rejects.empty());
  CHECK(reading.articles[0].article.record == 3);
  CHECK(reading.articles[2].article.record == 9);
}

TEST_CASE("a crawl packed record by record reads as the plain one") {
  CHECK(read_data("crawl.warc.gz").titles() ==
        read_data("crawl.warc").titles());
}

TEST_CASE("chunks and gzip of the transfer are undone") {
  const Reading reading = read_data("crawl.warc");
  CHECK(reading.articles[1].article.body == reading.articles[0].article.body);
  CHECK(reading.articles[1].article.url ==
        "https://lakepost.example/news/packed");
}

TEST_CASE("the time of the crawl dates what is told relative to it") {
  const Reading reading = read_data("crawl.warc");
  CHECK(reading.articles[3].article.published ==
        text::parse_rfc3339("2025-05-07T08:00:00Z"));
}

TEST_CASE("a wrong Content-Length costs at most its own record") {
  const Reading reading = read_data("wrong_length.warc");
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].article.url == "https://lakepost.example/news/a");
  CHECK(reading.articles[1].article.url == "https://lakepost.example/news/c");
  CHECK(reading.rejects ==
        Strings{"wrong_length.warc: record 2: its Content-Length is wrong"});
}

// A record of plain text whose header claims `length` bytes.
std::string record(const std::string& length, const std::string& text) {
  return "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\n"
         "Content-Length: " +
         length + "\r\n\r\n" + text + "\r\n\r\n";
}

Reading read_warc_bytes(const std::string& warc) {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "a.warc";
  std::ofstream(file, std::ios::binary) << warc;
  return read_paths({file});
}

TEST_CASE("a Content-Length beyond the file or all measure costs one record") {
  for (const char* length : {"60000000", "18446744073709551615"}) {
    CAPTURE(length);
    const Strings titles =
        read_warc_bytes(record(length, "Lost mine") + record("9", "Lake mine"))
            .titles();
    REQUIRE_FALSE(titles.empty());
    CHECK(titles.back() == "Lake mine");
  }
}

TEST_CASE("a Content-Length that swallows the next record loses neither") {
  const std::string swallowed = record("9", "Lost mine");
  const std::string end = record("9", "Last mine");
  const size_t whole = 9 + 4 + swallowed.size();
  for (const size_t length : {whole - 4, whole - 2, size_t{9 + 4 + 10}}) {
    CAPTURE(length);
    const Reading reading = read_warc_bytes(
        record(std::to_string(length), "Lake mine") + swallowed + end);
    CHECK(reading.titles() == Strings{"Lake mine", "Lost mine", "Last mine"});
    CHECK(reading.rejects.empty());
  }
}

TEST_CASE("in files with LF alone a wrong length costs as little") {
  const std::string lost = record("9", "Lost mine");
  const std::string end = record("9", "Last mine");
  for (const size_t length : {size_t{3}, size_t{60}, size_t{5000}}) {
    CAPTURE(length);
    std::string warc = record(std::to_string(length), "Lake mine") + lost + end;
    std::erase(warc, '\r');
    const Strings titles = read_warc_bytes(warc).titles();
    REQUIRE(titles.size() >= 2);
    CHECK(titles[titles.size() - 2] == "Lost mine");
    CHECK(titles.back() == "Last mine");
  }
}

// A resource of the media type `type`.
std::string typed_record(const std::string& type, const std::string& content) {
  return "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: " + type +
         "\r\nContent-Length: " + std::to_string(content.size()) + "\r\n\r\n" +
         content + "\r\n\r\n";
}

TEST_CASE("feeds are read whatever XML their type is, other XML is not") {
  const Reading reading = read_warc_bytes(
      typed_record("text/xml",
                   "<rss><channel><item><title>Zinc</title><description>It "
                   "rose.</description></item></channel></rss>") +
      typed_record("text/xml",
                   "<urlset><url><loc>https://x/</loc></url></urlset>") +
      typed_record("text/xml",
                   "<?xml version=\"1.0\"?><prices><zinc/></prices>"));
  CHECK(reading.titles() == Strings{"Zinc"});
  CHECK(reading.rejects.empty());
}

TEST_CASE("of JSON what holds articles is read, all else is not") {
  const Reading reading = read_warc_bytes(
      typed_record("application/feed+json",
                   R"({"version": "https://jsonfeed.org/version/1.1",
    "items": [{"title": "Zinc", "content_text": "It rose."},
              {"title": "Lead", "content_text": "It fell."}]})") +
      typed_record("application/json; charset=utf-8",
                   R"({"status": "ok", "articles":
    [{"title": "Tin", "url": "https://x/t", "content": "It rose."}]})") +
      typed_record("application/json",
                   R"([{"id": 1, "title": {"rendered": "Ore"},
    "content": {"rendered": "<p>It rose.</p>", "protected": false}}])") +
      typed_record("application/json", R"({"title": "Bay", "body": "It."})") +
      typed_record("application/json",
                   R"({"title": "Menu", "parts": [{"body": "It."}]})") +
      typed_record("application/json",
                   R"({"items": [{"title": "Home", "url": "/"}]})") +
      typed_record("application/json", R"({"zinc": [1, 2]})"));
  CHECK(reading.titles() == Strings{"Zinc", "Lead", "Tin", "Ore", "Bay"});
  CHECK(reading.articles[1].article.record == 1);
  CHECK(reading.rejects.empty());
}

TEST_CASE("a response is news if its status is 200 or 203") {
  std::string warc;
  for (const std::string status : {"200", "203", "206", "404"}) {
    warc += typed_record("application/http; msgtype=response",
                         "HTTP/1.1 " + status +
                             " OK\r\nContent-Type: text/plain\r\n\r\nZinc " +
                             status);
  }
  size_t at = 0;
  while ((at = warc.find("resource", at)) != std::string::npos) {
    warc.replace(at, 8, "response");
  }
  CHECK(read_warc_bytes(warc).titles() == Strings{"Zinc 200", "Zinc 203"});
}

TEST_CASE("behind a damaged gzip member the next record is read") {
  const std::string corpus =
      std::string(LODE_SOURCE_DIR) +
      "/tests/fuzz/corpus/records/damaged_member_warc_gz";
  const Reading reading = read_paths({corpus});
  CHECK(reading.articles.size() == 2);
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].ends_with(
      "record 2: gzip data is damaged: 94 bytes are lost before the next "
      "record"));
}

TEST_CASE("the texts of a WET file are read, all else is counted") {
  const std::string corpus =
      std::string(LODE_SOURCE_DIR) + "/tests/fuzz/corpus/records/x_wet";
  std::map<std::string, uint64_t> skipped;
  std::vector<std::string> titles;
  read_articles(
      {corpus}, 1,
      {[&](const ReadArticle& read) { titles.push_back(read.article.title); },
       [](const Reject&) {},
       {},
       [&](const std::string& what, uint64_t count) {
         skipped[what] += count;
       }});
  CHECK(titles == Strings{"Title of the page"});
  CHECK(skipped == std::map<std::string, uint64_t>{{"WARC metadata", 1},
                                                   {"WARC revisit", 1}});
}

TEST_CASE("many records that claim too much are read in linear time") {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "a.warc";
  constexpr size_t kRecords = 20'000;
  std::ofstream warc(file);
  for (size_t i = 0; i < kRecords; ++i) warc << record("60000000", "Lake mine");
  warc.close();
  CHECK(read_paths({file}).articles.size() == kRecords - 1);
}

}  // namespace
}  // namespace indexer
