#include "graph/question.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "graph/question_answer.h"
#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

struct SampleGraph {
  SampleGraph() {
    GraphBuilder builder(directory / "graph", std::nullopt);
    for (const Draft& draft : drafts()) {
      auto made = annotate(draft);
      for (auto& entity : made.entities) {
        if (entity.name == "Acme Zinc") entity.aliases = {"艾克锌业", "아크메"};
        if (entity.name == "Aria") entity.aliases = {"아리아", "阿里亚"};
      }
      builder.add(made.article, made.annotation, made.entities);
    }
    builder.finish();
    graph.emplace(directory / "graph");
  }

  static std::vector<Draft> drafts() {
    using text::RelationType;
    return {
        {.id = 1,
         .body = "Acme Zinc runs the Bolt smelter. The Bolt smelter lies in "
                 "Aria. Aria is a part of Novia.",
         .names = {"company:Acme Zinc", "facility:Bolt smelter", "place:Aria",
                   "place:Novia"},
         .relations = {{"company:Acme Zinc", RelationType::kOperates,
                        "facility:Bolt smelter"},
                       {"facility:Bolt smelter", RelationType::kLocatedIn,
                        "place:Aria"},
                       {"place:Aria", RelationType::kPartOf, "place:Novia"}}},
        {.id = 2,
         .body = "The Bolt smelter makes tin. Beta Holding owns Acme Zinc. "
                 "Gamma Trust never owned Acme Zinc.",
         .names = {"facility:Bolt smelter", "commodity:tin",
                   "company:Beta Holding", "company:Acme Zinc",
                   "company:Gamma Trust"},
         .relations = {{"facility:Bolt smelter", RelationType::kProduces,
                        "commodity:tin"},
                       {"company:Beta Holding", RelationType::kOwns,
                        "company:Acme Zinc"},
                       {.source = "company:Gamma Trust",
                        .type = RelationType::kOwns,
                        .target = "company:Acme Zinc",
                        .negated = true}},
         .published = "2026-01-05T00:00:00Z"}};
  }

  Question read(std::string_view question) const {
    return read_question(question, *graph);
  }

  EntitiesAnswer entities(std::string_view question) const {
    const Question understood = read(question);
    REQUIRE(understood.kind != QuestionKind::kNotUnderstood);
    const auto answer = answer_question(understood, *graph).answer;
    return std::get<EntitiesAnswer>(answer);
  }

  // Those that are stated, in alphabetical order.
  std::vector<std::string> names(std::string_view question) const {
    std::vector<std::string> found;
    for (const auto& one : entities(question).entities) {
      if (!one.edges.front().negated) found.push_back(one.entity.name);
    }
    std::ranges::sort(found);
    return found;
  }

  TemporaryDirectory directory;
  std::optional<GraphReader> graph;
};

using Names = std::vector<std::string>;

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
    REQUIRE(read.name);
    CHECK(read.name->name == "Acme Zinc");
    CHECK(read.not_understood.empty());
  }
}

TEST_CASE("who owns and who runs something is told by its edges") {
  const SampleGraph graph;
  for (const char* question :
       {"who owns Acme Zinc?", "Owner of Acme Zinc", "Acme Zinc's owner",
        "which companies own Acme Zinc", "who is Acme Zinc owned by",
        "谁拥有艾克锌业？", "艾克锌业的所有者是谁",
        "아크메의 소유주는 누구인가?", "아크메를 소유한 회사는?"}) {
    CAPTURE(question);
    CHECK(graph.names(question) == Names{"Beta Holding"});
  }
  CHECK(graph.names("Who operates the Bolt smelter?") == Names{"Acme Zinc"});
  CHECK(graph.names("What does Acme Zinc operate?") == Names{"Bolt smelter"});
  CHECK(graph.names("아크메가 운영하는 제련소는?") == Names{"Bolt smelter"});
}

TEST_CASE("what is denied comes last and is told as denied") {
  const SampleGraph graph;
  const auto answer = graph.entities("who owns Acme Zinc");
  REQUIRE(answer.entities.size() == 2);
  CHECK_FALSE(answer.entities[0].edges.front().negated);
  CHECK(answer.entities[1].entity.name == "Gamma Trust");
  CHECK(answer.entities[1].edges.front().negated);
}

TEST_CASE("what lies in a part of a place lies in the place") {
  const SampleGraph graph;
  for (const char* question :
       {"smelters in Aria", "smelters in Novia", "which smelters are in Novia",
        "tin smelters in Novia", "阿里亚的冶炼厂", "아리아에 있는 제련소는?"}) {
    CAPTURE(question);
    CHECK(graph.names(question) == Names{"Bolt smelter"});
  }
  CHECK(graph.names("mines in Novia").empty());
}

TEST_CASE("an answer over several edges shows a sentence for each") {
  const SampleGraph graph;
  const auto answer = graph.entities("companies that produce tin in Novia");
  REQUIRE(answer.entities.size() == 1);
  const AnsweredEntity& acme = answer.entities[0];
  CHECK(acme.entity.name == "Acme Zinc");
  REQUIRE(acme.edges.size() == 4);  // makes, lies in, part of, runs
  for (const Edge& edge : acme.edges) {
    REQUIRE_FALSE(edge.evidence.empty());
    CHECK_FALSE(edge.evidence[0].sentence.empty());
  }
}

TEST_CASE("the parts of a question tell their words and alternatives") {
  const SampleGraph graph;
  const Question read = graph.read("smelters in Aria");
  REQUIRE(read.parts.size() == 2);
  CHECK(read.parts[0].span == text::Span{0, 8});
  CHECK(read.parts[0].role == PartRole::kKind);
  CHECK(read.parts[1].span == text::Span{12, 16});
  CHECK(read.parts[1].role == PartRole::kPlace);
  CHECK(std::ranges::any_of(read.parts[0].alternatives, [](const auto& one) {
    return one.question == "mines in Aria";
  }));
}

TEST_CASE("months and years are read in three languages") {
  const SampleGraph graph;
  const auto december = text::parse_rfc3339("2025-12");
  const auto january = text::parse_rfc3339("2026-01");
  for (const char* question :
       {"what happened to Acme Zinc in December 2025", "Acme Zinc in Dec 2025",
        "2025年12月艾克锌业发生了什么？",
        "2025년 12월 아크메에 무슨 일이 있었나?"}) {
    CAPTURE(question);
    const Question read = graph.read(question);
    CHECK(read.kind == QuestionKind::kEvents);
    CHECK(read.period.from == december);
    CHECK(read.period.to == january);
    const auto answered = answer_question(read, *graph.graph);
    CHECK(std::get<EventsAnswer>(answered.answer).articles.size() == 1);
  }
}

TEST_CASE("a path and what two have in common name both ends") {
  const SampleGraph graph;
  for (const char* question :
       {"how are Acme Zinc and Novia connected", "艾克锌业和阿里亚有什么关系",
        "아크메와 아리아는 어떤 관계인가?"}) {
    CAPTURE(question);
    CHECK(graph.read(question).kind == QuestionKind::kPath);
    const auto answered = answer_question(graph.read(question), *graph.graph);
    CHECK_FALSE(answered.is_empty);
  }
  CHECK(graph.read("Acme Zinc and Beta Holding").kind == QuestionKind::kBoth);
}

TEST_CASE("a name that fits nothing is told, with the names it is close to") {
  const SampleGraph graph;
  const Question unknown = graph.read("who owns Zorblatt?");
  CHECK(unknown.kind == QuestionKind::kNotUnderstood);
  CHECK(unknown.misunderstanding == Misunderstanding::kUnknownName);
  CHECK(unknown.not_understood == "Zorblatt");
  const Question misspelt = graph.read("who owns Acme Zink?");
  REQUIRE_FALSE(misspelt.suggestions.empty());
  CHECK(misspelt.suggestions[0] == "who owns Acme Zinc?");
}

TEST_CASE("a question outside the grammar gets one that works") {
  const SampleGraph graph;
  for (const char* question :
       {"how heavy is the moon?", "why did Acme Zinc run the Bolt smelter",
        "who will own Acme Zinc in the future", "is Acme Zinc a good buy",
        "largest smelter in Novia", "", "related to", "관련", "?"}) {
    CAPTURE(question);
    const Question read = graph.read(question);
    CHECK(read.kind == QuestionKind::kNotUnderstood);
    REQUIRE_FALSE(read.suggestions.empty());
    for (const auto& suggestion : read.suggestions) {
      CAPTURE(suggestion);
      const Question other = graph.read(suggestion);
      REQUIRE(other.kind != QuestionKind::kNotUnderstood);
      CHECK_FALSE(answer_question(other, *graph.graph).is_empty);
    }
  }
}

TEST_CASE("where nothing is said, what is said is suggested") {
  const SampleGraph graph;
  const auto answered =
      answer_question(graph.read("who leads Bolt smelter"), *graph.graph);
  CHECK(answered.is_empty);
  CHECK(std::ranges::find(answered.suggestions, "who operates Bolt smelter") !=
        answered.suggestions.end());
}

TEST_CASE("a question of any length is read in bounded time") {
  const SampleGraph graph;
  std::string question = "who owns";
  for (int i = 0; i < 2000; ++i) question += " and the Acme";
  CHECK(graph.read(question).kind == QuestionKind::kNotUnderstood);
}

TEST_CASE("what ties two is found though one of them has hundreds of ties") {
  const TemporaryDirectory directory;
  Draft draft{.id = 1,
              .body = "Acme Zinc may own Zamora.",
              .names = {"company:Acme Zinc", "company:Zamora"}};
  draft.relations.push_back({.source = "company:Acme Zinc",
                             .type = text::RelationType::kOwns,
                             .target = "company:Zamora",
                             .confidence = 0.1f});
  for (int i = 0; i < 250; ++i) {
    const char name[] = {static_cast<char>('A' + i / 26), 'o',
                         static_cast<char>('a' + i % 26), '\0'};
    draft.body += " Acme Zinc owns " + std::string(name) + " Works.";
    draft.names.push_back("company:" + std::string(name) + " Works");
    draft.relations.push_back(
        {"company:Acme Zinc", text::RelationType::kOwns, draft.names.back()});
  }
  build(directory / "graph", {draft});
  const GraphReader graph(directory / "graph");
  const auto both =
      answer_question(read_question("Acme Zinc and Zamora", graph), graph);
  const auto& ties = std::get<TiesAnswer>(both.answer);
  REQUIRE(ties.edges.size() == 1);
  CHECK(ties.edges[0].target.name == "Zamora");
  CHECK(ties.edges[0].evidence.at(0).sentence == "Acme Zinc may own Zamora.");
  const auto owned =
      answer_question(read_question("what does Acme Zinc own", graph), graph);
  CHECK_FALSE(std::get<EntitiesAnswer>(owned.answer).total_is_exact);
}

TEST_CASE("edges between two are told once, in either order of the names") {
  const SampleGraph graph;
  for (const char* question :
       {"Acme Zinc and Beta Holding", "Beta Holding and Acme Zinc"}) {
    CAPTURE(question);
    const auto answered = answer_question(graph.read(question), *graph.graph);
    const auto& ties = std::get<TiesAnswer>(answered.answer);
    REQUIRE(ties.edges.size() == 1);
    CHECK(ties.edges[0].source.name == "Beta Holding");
    CHECK_FALSE(ties.edges[0].evidence.empty());
  }
}

}  // namespace graph
