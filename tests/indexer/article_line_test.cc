#include "indexer/article_line.h"

#include <doctest/doctest.h>

#include "indexer/clean/document.h"
#include "text/error.h"

namespace indexer {
namespace {

text::Article sample_article() {
  text::Article article;
  article.title = "고려아연, 제련소 인수";
  article.body = "“Korea Zinc” buys it. It makes 5,000 tonnes.";
  article.url = "https://lines.example/1";
  article.published = text::parse_rfc3339("2025-12-16T00:24:00Z");
  article.modified = text::parse_rfc3339("2025-12-17T08:00:00Z");
  article.section = "Markets";
  article.source = "Wire";
  article.authors = {"Jo Field", "Ana Brook"};
  article.language = "en";
  article.archive = "a.warc.gz";
  article.record = 7;
  return article;
}

text::Span find(const std::string& text, std::string_view part) {
  const auto begin = static_cast<uint32_t>(text.find(part));
  return {begin, begin + static_cast<uint32_t>(part.size())};
}

text::Annotation sample_annotation(const text::Article& article) {
  text::Annotation annotation;
  annotation.mentions = {
      {find(article.title, "고려아연"), true, false, "company:korea-zinc",
       text::EntityType::kCompany, "Korea Zinc", 0.98F, "gazetteer"},
      {find(article.body, "Korea Zinc"), false, false, "company:korea-zinc",
       text::EntityType::kCompany, "Korea Zinc", 1.0F, "gazetteer"},
      {find(article.body, "It"), false, true, "facility:smelter",
       text::EntityType::kFacility, "Smelter", 0.5F, "nominal"}};
  annotation.relations = {
      {text::RelationType::kAcquires, "company:korea-zinc", "facility:smelter",
       find(article.body, "“Korea Zinc” buys it."), false,
       text::Modality::kPlanned, true, 0.91F, "2025-12", "acquire.buy", ""}};
  annotation.facts = {{"facility:smelter", "capacity", "", 5000, "t", "",
                       find(article.body, "It makes 5,000 tonnes."), false,
                       find(article.body, "5,000 tonnes")}};
  return annotation;
}

TEST_CASE("an article survives its line") {
  const std::string line = to_article_line(sample_article());
  CHECK(line.find('\n') == std::string::npos);
  const ReadArticle read = parse_article_line(line);
  CHECK(read.article.title == sample_article().title);
  CHECK(read.article.body == sample_article().body);
  CHECK(read.article.authors == sample_article().authors);
  CHECK(read.article.published == sample_article().published);
  CHECK(read.article.modified == sample_article().modified);
  CHECK(read.article.section == "Markets");
  CHECK(read.article.record == 7);
  CHECK_FALSE(read.annotation);
}

TEST_CASE("an annotation survives its line, in code points") {
  const text::Article article = sample_article();
  const text::Annotation annotation = sample_annotation(article);
  const std::string annotated = to_annotation_line(article, annotation);
  CHECK(annotated.find("{\"begin\":1,\"end\":11,\"text\":\"Korea Zinc\"") !=
        std::string::npos);
  // One object with the members of both lines.
  std::string line = to_article_line(article);
  line.pop_back();
  line.append(",").append(annotated, annotated.find("\"mentions\""));
  const ReadArticle read = parse_article_line(line);
  REQUIRE(read.annotation);
  CHECK(*read.annotation == annotation);
  REQUIRE(read.entities.size() == 2);
  CHECK(read.entities[0].id == "company:korea-zinc");
  CHECK(read.entities[0].aliases == std::vector<std::string>{"고려아연"});
  CHECK(read.entities[1].aliases.empty());
}

TEST_CASE("names that exporters use are understood") {
  const auto read = parse_article_line(
      R"({"_id": {"$oid": "5f"}, "headline": "T", "content": "B",
          "date": {"$date": "2025-12-16T00:24:00Z"}, "author": {"name": "A"},
          "link": "https://lines.example/2", "source": {"name": "S"}})");
  CHECK(read.article.external_id == "5f");
  CHECK(read.article.title == "T");
  CHECK(read.article.body == "B");
  CHECK(read.article.published == text::parse_rfc3339("2025-12-16T00:24"));
  CHECK(read.article.authors == std::vector<std::string>{"A"});
  CHECK(read.article.url == "https://lines.example/2");
  CHECK(read.article.source == "S");
}

TEST_CASE("numbers are seconds or milliseconds") {
  const auto date = [](std::string_view line) {
    return parse_article_line(line).article.published;
  };
  const auto day = text::parse_rfc3339("2025-01-02");
  CHECK(date(R"({"title": "T", "date": 1735776000})") == day);
  CHECK(date(R"({"title": "T", "date": 1735776000000})") == day);
  CHECK_FALSE(date(R"({"title": "T", "date": -1e300})"));
}

TEST_CASE("the body stands as it was written, so that offsets hold") {
  const auto read = parse_article_line(R"({"body": "  a\t b\n\nc "})");
  CHECK(read.article.body == "  a\t b\n\nc ");
}

TEST_CASE("no NUL of a line gets into its article, its entities or their ids") {
  const ReadArticle read = parse_article_line(
      R"({"title":"A\u0000B","mentions":[{"begin":0,"end":1,"in_title":true,)"
      R"("entity":"company:a\u0000","name":"A\u0000"}],"relations":[]})");
  CHECK(read.article.title == "A B");
  CHECK(read.entities.at(0).id == "company:a ");
  CHECK(read.entities.at(0).name == "A ");
}

TEST_CASE("tags and escapes within a text are undone, and nothing else is") {
  const auto body = [](const std::string& text) {
    return parse_article_line("{\"body\": \"" + text + "\"}").article.body;
  };
  const auto read = parse_article_line(
      R"({"title":"Zinc <b>up</b> &mdash; lead &amp; tin","body":)"
      R"("The firm&#8217;s <em class='x'>man</em>.<img src='x'>\n\nIt rose."})");
  CHECK(read.article.title == "Zinc up — lead & tin");
  CHECK(read.article.body == "The firm’s man.\n\nIt rose.");
  for (const char* plain :
       {"Price if a<b and b>c", "a<b>c", "AT&T; x&y &no; &#xD800;", "<<b", "&",
        "<tag>x</tag> <"}) {
    CHECK(body(plain) == plain);
  }
}

TEST_CASE("an annotated text stands as it is, so that its offsets hold") {
  const ReadArticle read = parse_article_line(
      R"({"title":"T","body":"A&amp;B <b>rose</b>.","relations":[],"mentions":)"
      R"([{"begin":11,"end":15,"entity":"company:rose","name":"rose"}]})");
  CHECK(read.article.body == "A&amp;B <b>rose</b>.");
}

TEST_CASE("a line of our own is read as it stands") {
  text::Article article = sample_article();
  article.body =
      "The owner of the smelter beside the lake has said\nthat it will open.";
  article.authors = {"By Jo Field; Ana Brook"};
  article.id = identify(article);
  const text::Article read =
      parse_article_line(to_article_line(article)).article;
  CHECK(read.id == article.id);
  CHECK(read.body == article.body);
  CHECK(read.authors == article.authors);
}

TEST_CASE("numbers that are none and halves of characters cost no article") {
  const ReadArticle read = parse_article_line(
      R"({"score":NaN,"low":-Infinity,"title":"A \ud83d NaN \\ud83d",)"
      R"("body":"\ud83d\ude00 \udc9c \ud83d\ud83d\n"})");
  CHECK(read.article.title == "A \uFFFD NaN \\ud83d");
  CHECK(read.article.body == "\U0001F600 \uFFFD \uFFFD\uFFFD\n");
}

TEST_CASE("a line that is wrong says how") {
  CHECK_THROWS_WITH_AS(parse_article_line(R"({"url": "x"})"),
                       "neither title nor body: its members are url",
                       text::InputError);
  CHECK_THROWS_WITH_AS(parse_article_line("[1]"), "not a JSON object",
                       text::InputError);
  CHECK_THROWS_WITH_AS(parse_article_line(R"({"title": "T", "relations": [],
        "mentions": [{"begin": 0, "end": 9, "entity": "company:x"}]})"),
                       "mentions 1 lies outside of the article",
                       text::InputError);
  CHECK_THROWS_WITH_AS(parse_article_line(R"({"title": "T", "mentions": [],
        "relations": [{"type": "likes"}]})"),
                       "relations 1 has the unknown type `likes`",
                       text::InputError);
  CHECK_THROWS_AS(parse_article_line(std::string(100000, '[')),
                  text::InputError);
}

}  // namespace
TEST_CASE("lines of one title are told apart by the ids they carry") {
  const auto one = parse_article_line(R"({"_id": "7", "title": "Flow"})");
  const auto two = parse_article_line(R"({"_id": "8", "title": "Flow"})");
  CHECK(one.article.external_id == "7");
  CHECK(one.article.id != two.article.id);
  const auto again = parse_article_line(to_article_line(one.article));
  CHECK(again.article.id == one.article.id);
  CHECK(again.article.external_id == "7");
}

}  // namespace indexer
