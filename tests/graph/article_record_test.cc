#include "graph/article_record.h"

#include <doctest/doctest.h>

#include "tests/graph/tiny_archive.h"
#include "text/error.h"

namespace graph {
namespace {

AnnotatedArticle sample() {
  return annotate(
      {.id = 1,
       .body = "Nothing here. Acme Zinc bought Port Mill.\n\nAcme Zinc grew.",
       .names = {"company:Acme Zinc", "facility:Port Mill"},
       .relations = {{"company:Acme Zinc", text::RelationType::kAcquires,
                      "facility:Port Mill"}},
       .title = "Acme Zinc grows"});
}

}  // namespace

TEST_CASE("only sentences that name something are kept, with their names") {
  const auto made = sample();
  const auto records =
      make_records(made.article, made.annotation, made.entities);
  const auto& sentences = records.article.sentences;
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[0].in_title);
  CHECK(sentences[1].text == "Acme Zinc bought Port Mill.");
  REQUIRE(sentences[1].marks.size() == 2);
  CHECK(text::slice(sentences[1].text, sentences[1].marks[1].span) ==
        "Port Mill");
  CHECK(sentences[2].number == 2);
}

TEST_CASE("records come back as they were written") {
  const auto made = sample();
  const auto records =
      make_records(made.article, made.annotation, made.entities);
  CHECK(decode_article(encode(records.article)) == records.article);
  CHECK(decode_annotation(encode(records.annotation)) == records.annotation);
}

TEST_CASE("a span outside the text is an input error") {
  auto made = sample();
  made.annotation.mentions[0].span.end = 9999;
  CHECK_THROWS_AS(make_records(made.article, made.annotation, made.entities),
                  text::InputError);
}

TEST_CASE("an entity that only a relation names is described by its id") {
  auto made = sample();
  made.annotation.relations[0].target = "place:nowhere";
  const auto records = make_records(made.article, made.annotation, {});
  CHECK(records.annotation.entities.back().id == "place:nowhere");
  CHECK(records.annotation.entities.back().type == text::EntityType::kPlace);
  made.annotation.relations[0].target = "nowhere";
  CHECK_THROWS_AS(make_records(made.article, made.annotation, {}),
                  text::InputError);
}

}  // namespace graph
