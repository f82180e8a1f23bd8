#include "indexer/articles.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/article_line.h"
#include "tests/indexer/reading.h"
#include "tests/temporary_directory.h"
#include "text/error.h"

namespace indexer {
namespace {

using Strings = std::vector<std::string>;

const Strings kSmelterTitles = {"Harbour Smelter to Restart Its Second Line",
                                "Port Workers Accept a New Contract",
                                "Council Approves the Rail Link"};

TEST_CASE("every line of JSON lines is an article or a reject of its own") {
  const Reading reading = read_data("metals.jsonl");
  CHECK(reading.titles() == Strings{"One", "Two", "Four", "Five", "Eight"});
  REQUIRE(reading.rejects.size() == 2);
  CHECK(reading.rejects[0] ==
        "metals.jsonl: record 6: neither title nor body: its members are note");
  CHECK(reading.rejects[1].starts_with("metals.jsonl: record 7: not JSON: "));
  CHECK(reading.articles.back().article.record == 8);
}

TEST_CASE("a JSON array gives its objects, also over several lines") {
  const Reading reading = read_data("array.json");
  CHECK(reading.titles() ==
        Strings{"A [bracket] in {a} \"string\"", "Over several lines"});
  CHECK(reading.rejects.empty());
}

TEST_CASE("packed lines read as the plain ones") {
  CHECK(read_data("metals.jsonl.zst").titles() ==
        read_data("metals.jsonl").titles());
  CHECK(read_data("page.html.gz").titles() == read_data("page.html").titles());
}

TEST_CASE("a zip gives the articles of every file in it, named by its place") {
  const Reading reading = read_data("texts.zip");
  CHECK(reading.articles.size() == 9);
  CHECK(reading.articles[0].article.archive ==
        data_path("texts.zip/a/smelter.txt"));
  CHECK(reading.articles[4].article.archive == data_path("texts.zip/c.jsonl"));
  CHECK(reading.articles[4].article.record == 1);
  CHECK(reading.rejects[0].starts_with("texts.zip/c.jsonl: record 6: "));
}

TEST_CASE("a packed tar gives the articles of its files") {
  const Reading reading = read_data("two.tar.gz");
  CHECK(reading.articles.size() == 5);
  CHECK(reading.articles[3].article.title == "Quarry & railway agree");
}

TEST_CASE("a tar of the folder `.` gives its files, but not the hidden ones") {
  CHECK(read_data("dot.tar.gz").titles() == Strings{"Quarry opens"});
}

TEST_CASE("a damaged zip gives what comes before the damage") {
  const Reading reading = read_data("cut.zip");
  CHECK(reading.titles() == kSmelterTitles);
  REQUIRE(reading.rejects.size() == 2);
  CHECK(reading.rejects[1].starts_with("cut.zip: damaged container: "));
}

TEST_CASE("a gzip file that is cut off gives what comes before") {
  const Reading reading = read_data("cut.jsonl.gz");
  CHECK(reading.articles.size() > 5000);
  CHECK(reading.articles[6].article.title == "Line 6, 47514");
  CHECK(reading.rejects == Strings{"cut.jsonl.gz: gzip data ends too early"});
}

TEST_CASE("a small file that unpacks to a huge one is given up") {
  const Reading reading = read_data("bomb.jsonl.gz");
  CHECK(reading.titles() == Strings{"a"});
  CHECK(reading.rejects ==
        Strings{"bomb.jsonl.gz: unpacks to more than 200 times its size"});
}

TEST_CASE("what one layer may unpack, two may not together") {
  const Reading reading = read_data("nested_bomb.jsonl.gz");
  CHECK(reading.titles() == Strings{"a"});
  CHECK(reading.rejects ==
        Strings{"nested_bomb.jsonl.gz: unpacks to more than 200 times its "
                "size"});
}

TEST_CASE("archives in archives are opened three deep and not deeper") {
  CHECK(read_data("three_deep.zip").titles() == Strings{"One", "Two"});
  CHECK(read_data("four_deep.zip").rejects ==
        Strings{"four_deep.zip/d3.zip/d2.zip/a.zip: archives in archives are "
                "too deep"});
}

TEST_CASE("a 7z file is read, also inside of a zip") {
  CHECK(read_data("lines.7z").titles() == Strings{"One", "Two"});
  CHECK(read_data("7z.zip").titles() == Strings{"One", "Two"});
}

TEST_CASE("a line with a NUL costs nothing but itself") {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "a.jsonl";
  std::ofstream(file) << "{\"title\": \"One\"}\n"
                      << std::string("{\"title\": \"T\0\"}\n", 16)
                      << "{\"title\": \"Three\"}\n";
  const Reading reading = read_paths({file});
  CHECK(reading.titles() == Strings{"One", "Three"});
  CHECK(reading.rejects.size() == 1);
}

TEST_CASE("what is no text is told in one line") {
  CHECK(read_data("empty.txt").rejects == Strings{"empty.txt: empty"});
  CHECK(read_data("binary.txt").rejects == Strings{"binary.txt: not text"});
}

TEST_CASE("a path that does not exist costs only itself") {
  const Strings paths = {"/no/such/file", data_path("metals.jsonl")};
  const Reading reading = read_paths(paths);
  CHECK_FALSE(reading.articles.empty());
  REQUIRE_FALSE(reading.rejects.empty());
  CHECK(reading.rejects.front() ==
        "/no/such/file: can't be opened: No such file or directory");
}

TEST_CASE("where no path exists, that is an error") {
  CHECK_THROWS_WITH_AS(read_articles({"/no/such/file", "/nor/this"}, 1, {}),
                       "no such file or folder: /no/such/file",
                       text::InputError);
}

TEST_CASE("articles come in the order of their records on any threads") {
  const Reading one = read_data("cut.jsonl.gz", 1);
  const Reading four = read_data("cut.jsonl.gz", 4);
  CHECK(one.titles() == four.titles());
}

TEST_CASE("progress ends at the size of all files") {
  const Strings paths = {data_path("texts.zip"), data_path("metals.jsonl"),
                         data_path("crawl.warc.gz")};
  CHECK(read_paths(paths).bytes == total_bytes(paths));
}

TEST_CASE("an error of the receiver ends the reading and reaches the caller") {
  int received = 0;
  const ReadSink sink = {[&](const ReadArticle&) {
                           if (++received == 3) throw std::logic_error("full");
                         },
                         {},
                         {}};
  CHECK_THROWS_WITH_AS(read_articles({data_path("cut.jsonl.gz")}, 2, sink),
                       "full", std::logic_error);
  CHECK(received == 3);
}

TEST_CASE("reading again what was parsed gives the same articles") {
  const Reading first = read_data("texts.zip");
  for (const ReadArticle& read : first.articles) {
    const std::string line = to_article_line(read.article);
    CHECK(to_article_line(parse_article_line(line).article) == line);
  }
}

}  // namespace
}  // namespace indexer
