#include "graph/question.h"

#include <doctest/doctest.h>

#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

struct SampleGraph {
  SampleGraph() {
    auto made = annotate(
        {.id = 1, .body = "Acme Zinc grew.", .names = {"company:Acme Zinc"}});
    made.entities[0].aliases = {"艾克锌业", "아크메"};
    GraphBuilder builder(directory / "graph", std::nullopt);
    builder.add(made.article, made.annotation, made.entities);
    builder.finish();
  }

  Question read(std::string_view question) const {
    return read_question(question, GraphReader(directory / "graph"));
  }

  TemporaryDirectory directory;
};

}  // namespace

TEST_CASE("what is related is understood in English, Korean and Chinese") {
  const SampleGraph graph;
  for (const char* question :
       {"related to Acme Zinc", "What is related to  acme zinc?",
        "who is connected to Acme Zinc", "Related to the Acme Zinc.",
        "아크메 관련", "아크메와 관련된 것은?", "与艾克锌业相关",
        "与艾克锌业相关的有哪些？", "和 Acme Zinc 有关"}) {
    CAPTURE(question);
    const Question read = graph.read(question);
    CHECK(read.kind == QuestionKind::kRelated);
    REQUIRE(read.candidates.size() == 1);
    CHECK(read.candidates[0].entity.name == "Acme Zinc");
    CHECK(read.not_understood.empty());
  }
}

TEST_CASE("a name that fits nothing is said to be not understood") {
  const SampleGraph graph;
  const Question read = graph.read("related to Nobody Inc?");
  CHECK(read.kind == QuestionKind::kRelated);
  CHECK(read.candidates.empty());
  CHECK(read.not_understood == "Nobody Inc");
}

TEST_CASE("a question outside the grammar gets an example that works") {
  const SampleGraph graph;
  for (const char* question :
       {"how heavy is the moon?", "", "related to", "관련", "与相关", "?"}) {
    CAPTURE(question);
    const Question read = graph.read(question);
    CHECK(read.kind == QuestionKind::kNotUnderstood);
    CHECK(read.candidates.empty());
    CHECK(graph.read(read.example).candidates.size() == 1);
  }
}

}  // namespace graph
