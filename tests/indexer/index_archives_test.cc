#include "indexer/index_archives.h"

#include <doctest/doctest.h>

#include <fstream>

#include "generation/generation.h"
#include "tests/indexer/reading.h"
#include "tests/temporary_directory.h"
#include "text/error.h"

namespace indexer {

namespace {

namespace fs = std::filesystem;

const extract::Extractor& extractor() {
  static const extract::Extractor loaded(LODE_SOURCE_DIR "/corpora");
  return loaded;
}

fs::path write_lines(const fs::path& file, const std::string& lines) {
  std::ofstream(file, std::ios::binary) << lines;
  return file;
}

std::string line(int number, const std::string& body) {
  const auto n = std::to_string(number);
  return R"({"url": "https://news.example/)" + n + R"(", "title": "Story )" +
         n + R"(", "body": ")" + body + "\"}\n";
}

IndexReport index(const fs::path& data, const fs::path& file) {
  Progress quiet(Progress::Mode::kQuiet);
  return index_archives(
      {.data = data, .paths = {file.string()}, .reading = {.threads = 2}},
      extractor(), quiet);
}

}  // namespace

TEST_CASE("many small batches end up in few segments that know it all") {
  const TemporaryDirectory temporary;
  const auto data = temporary.path() / "data";
  for (int i = 1; i <= 12; ++i) {
    index(data, write_lines(temporary.path() / "batch.jsonl",
                            line(i, "Nyrstar operates the Budel smelter.")));
  }
  const auto generation = generation::open_current(data);
  CHECK(generation->manifest().articles == 12);
  CHECK(generation->manifest().segments.size() < 8);
  CHECK(generation->index().article_ids().size() == 12);
  CHECK(generation->index().search({.query = "Budel"}, nullptr).total == 12);
  CHECK(generation->graph().counts().articles == 12);
}

TEST_CASE("an article of which all is stated is unchanged when read again") {
  const TemporaryDirectory temporary;
  const auto data = temporary.path() / "data";
  const auto file = write_lines(
      temporary.path() / "a.jsonl",
      R"({"url": "https://news.example/1", "title": "Zinc rises", "id": "a7",)"
      R"( "body": "Nyrstar said that zinc rose.", "source": "The Paper",)"
      R"( "published": "2025-12-16T00:24:00Z", "authors": ["Ada Poe"],)"
      R"( "modified": "2025-12-17T08:00:00Z", "section": "Markets"})"
      "\n");
  CHECK(index(data, file).added == 1);
  CHECK(index(data, file).unchanged == 1);
}

TEST_CASE("a teaser never takes the place of the article that it announces") {
  const TemporaryDirectory temporary;
  const auto data = temporary.path() / "data";
  const std::string address = R"({"url": "https://news.example/1", )";
  const std::string teaser = address +
                             R"("title": "Zinc", "summary": "Nyrstar sells."})"
                             "\n";
  const std::string page =
      address + R"("title": "Zinc", "body": "Nyrstar sells Budel.\n\nSoon."})"
                "\n";
  const auto archive = temporary.path() / "a.jsonl";
  const auto first = index(data, write_lines(archive, teaser + page));
  CHECK(first.added == 1);
  CHECK(first.repeated == 1);
  CHECK(index(data, write_lines(archive, teaser)).unchanged == 1);
  const std::string title = address + R"("title": "Zinc"})"
                                      "\n";
  CHECK(index(data, write_lines(archive, title)).unchanged == 1);
  const auto generation = generation::open_current(data);
  const auto ids = generation->index().article_ids();
  REQUIRE(ids.size() == 1);
  CHECK(generation->index().article(ids[0])->body ==
        "Nyrstar sells Budel.\n\nSoon.");
}

TEST_CASE("a title does not take the place of a teaser, whichever is first") {
  const TemporaryDirectory temporary;
  const auto data = temporary.path() / "data";
  const std::string address = R"({"url": "https://news.example/1", )";
  const auto archive =
      write_lines(temporary.path() / "a.jsonl",
                  address +
                      R"("title": "Zinc"})"
                      "\n" +
                      address +
                      R"("title": "Zinc", "summary": "Nyrstar sells."})"
                      "\n");
  CHECK(index(data, archive).repeated == 1);
  const auto generation = generation::open_current(data);
  const auto id = generation->index().article_ids()[0];
  CHECK(generation->index().article(id)->body == "Nyrstar sells.");
}

TEST_CASE("briefs are indexed as they were read, whatever their texts") {
  const TemporaryDirectory temporary;
  const auto data = temporary.path() / "data";
  const auto feed = write_lines(
      temporary.path() / "feed.xml",
      "<rss version=\"2.0\"><channel><title>https://paper.example</title>"
      "<item><title>A &amp;lt;b&amp;gt; tag</title><description>[+1 chars]"
      "</description></item><item><title>Zinc</title><description>It is said "
      "to rise\nagain… [+20 chars]</description></item></channel></rss>");
  Reading read;
  read_articles(
      {feed.string()}, 1,
      {[&](ReadArticle one) { read.articles.push_back(std::move(one)); },
       {},
       {}});
  REQUIRE_FALSE(read.articles.empty());
  CHECK(index(data, feed).added == read.articles.size());
  const auto generation = generation::open_current(data);
  for (const ReadArticle& one : read.articles) {
    const auto article = generation->index().article(one.article.id);
    REQUIRE(article.has_value());
    CHECK(article->title == one.article.title);
    CHECK(article->body == one.article.body);
    CHECK(article->url == one.article.url);
    CHECK(article->source == one.article.source);
  }
}

TEST_CASE("what a later reading does not know stays known") {
  const TemporaryDirectory temporary;
  const auto data = temporary.path() / "data";
  const auto archive = temporary.path() / "a.jsonl";
  index(data,
        write_lines(archive, R"({"url": "https://news.example/1", "title": "A")"
                             R"(, "body": "Old.", "source": "The Paper",)"
                             R"( "published": "2025-12-16"})"
                             "\n"));
  index(data, write_lines(archive, R"({"url": "https://news.example/1?utm_so)"
                                   R"(urce=x", "title": "A", "body": "New."})"
                                   "\n"));
  const auto generation = generation::open_current(data);
  const auto article =
      generation->index().article(generation->index().article_ids()[0]);
  CHECK(article->body == "New.");
  CHECK(article->url == "https://news.example/1");
  CHECK(article->source == "The Paper");
  CHECK(article->published == text::parse_rfc3339("2025-12-16"));
}

TEST_CASE("articles of one title and nothing else known stay apart") {
  const TemporaryDirectory temporary;
  const auto archive = temporary.path() / "a.jsonl";
  const auto report =
      index(temporary.path() / "data",
            write_lines(archive, R"({"title": "Market", "body": "Zinc rose."})"
                                 "\n"
                                 R"({"title": "Market", "body": "Lead fell."})"
                                 "\n"));
  CHECK(report.added == 2);
}

TEST_CASE("an article replaced again and again stays one") {
  const TemporaryDirectory temporary;
  const auto data = temporary.path() / "data";
  for (int i = 1; i <= 12; ++i) {
    const auto report = index(
        data, write_lines(
                  temporary.path() / "batch.jsonl",
                  line(1, "Version " + std::to_string(i) + " names Nyrstar.")));
    CHECK(report.articles == 1);
    CHECK(report.replaced == (i == 1 ? 0 : 1));
  }
  const auto generation = generation::open_current(data);
  CHECK(generation->index().article_ids().size() == 1);
  CHECK(generation->index().search({.query = "version 12"}, nullptr).total ==
        1);
  CHECK(generation->index().search({.query = "\"version 3\""}, nullptr).total ==
        0);
}

TEST_CASE("what is left after a removal is what was never more") {
  const TemporaryDirectory temporary;
  const auto both = temporary.path() / "both";
  const auto one = temporary.path() / "one";
  index(both, write_lines(temporary.path() / "batch.jsonl",
                          line(1, "Nyrstar operates the Budel smelter.") +
                              line(2, "Teck operates the Trail smelter.")));
  index(one, write_lines(temporary.path() / "batch.jsonl",
                         line(1, "Nyrstar operates the Budel smelter.")));
  const auto second = text::make_article_id({.url = "https://news.example/2"});
  CHECK(remove_articles(both, {second, second}).removed == 1);
  const auto left = generation::open_current(both)->manifest();
  const auto never_more = generation::open_current(one)->manifest();
  CHECK(left.content_digest == never_more.content_digest);
  CHECK(left.graph == never_more.graph);
  CHECK(left.articles == never_more.articles);
}

TEST_CASE("every article can be removed, and the archive filled again") {
  const TemporaryDirectory temporary;
  const auto data = temporary.path() / "data";
  const auto file = write_lines(temporary.path() / "batch.jsonl",
                                line(1, "Nyrstar operates Budel."));
  index(data, file);
  const auto only = text::make_article_id({.url = "https://news.example/1"});
  CHECK(remove_articles(data, {only}).unknown.empty());
  CHECK(generation::open_current(data)->index().article_ids().empty());
  CHECK(remove_articles(data, {only}).unknown == std::vector{only});
  CHECK(index(data, file).added == 1);
}

TEST_CASE("archives without an article publish nothing") {
  const TemporaryDirectory temporary;
  const auto data = temporary.path() / "data";
  const auto report =
      index(data, write_lines(temporary.path() / "empty.txt", ""));
  CHECK(report.generation.empty());
  CHECK(report.rejected == 1);
  CHECK_FALSE(generation::current_generation(data));
}

}  // namespace indexer
