#include "graph/question_words.h"

#include <doctest/doctest.h>

#include "graph/question_language.h"
#include "text/error.h"

namespace graph {

TEST_CASE("the language of corpora/questions can be read") {
  const QuestionWords& words = question_language().words();
  CHECK(words.forms.size() > 100);
  CHECK(words.wordings.size() > 7);
  for (const RelationWords& relation : words.relations) {
    CAPTURE(relation.asked.name);
    CHECK_FALSE(relation.asked.steps.empty());
    CHECK(relation.verbs.size() + relation.objects.size() +
              relation.asked.titles.size() >
          0);
  }
}

TEST_CASE("an option that holds a slot makes two forms, one of words none") {
  const auto words = parse_question_words(
      "relation owns = owns\n"
      "verb owns = owns | own\n"
      "ask entities in = who/whom [now] {V} {X} [in {T}]\n");
  REQUIRE(words.forms.size() == 2);
  CHECK(words.forms[0].elements.size() == 6);
  CHECK(words.forms[1].elements.size() == 4);
  CHECK(words.forms[0].elements[0].phrases ==
        std::vector<Phrase>{{"who"}, {"whom"}});
  CHECK(words.forms[0].elements[1].phrases == std::vector<Phrase>{{"now"}, {}});
}

TEST_CASE("what is none of the language is refused with its line") {
  for (const char* words :
       {"ask entities = who {Z}", "ask poems = {X}", "relation r = likes",
        "kind k = dragon", "verb owns = owns", "ask both = {X", "nonsense",
        "month 13 = smarch", "period about = {year}", "ask both = <words>"}) {
    CAPTURE(words);
    CHECK_THROWS_WITH_AS(parse_question_words(words),
                         doctest::Contains("line 1"), ::text::InputError);
  }
}

}  // namespace graph
