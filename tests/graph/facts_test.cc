#include "graph/facts.h"

#include <doctest/doctest.h>

#include "graph/fact_rows.h"
#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

const std::string kPort = "facility:Port Mill";
const std::string kZinc = "commodity:zinc";

struct StatedFact {
  uint64_t article = 0;
  std::string published;
  std::string sentence;
  std::string quantity;  // its words
  std::string entity;
  std::string measure;
  std::string commodity;
  double value = 0;
  std::string unit = "t/year";
  std::string date;
};

AnnotatedArticle article_with(const StatedFact& stated) {
  AnnotatedArticle made = annotate({.id = stated.article,
                                    .body = stated.sentence,
                                    .names = {kPort, kZinc},
                                    .published = stated.published});
  text::Fact fact;
  fact.entity = id_of(stated.entity);
  fact.measure = stated.measure;
  if (!stated.commodity.empty()) fact.commodity = id_of(stated.commodity);
  fact.value = stated.value;
  fact.unit = stated.unit;
  fact.date = stated.date;
  fact.sentence = {0, static_cast<uint32_t>(stated.sentence.size())};
  const size_t at = stated.sentence.find(stated.quantity);
  fact.quantity = {static_cast<uint32_t>(at),
                   static_cast<uint32_t>(at + stated.quantity.size())};
  made.annotation.facts.push_back(fact);
  return made;
}

// Capacities of Port Mill, and prices of zinc.
std::vector<StatedFact> sample() {
  return {{1, "2025-03-01", "Port Mill can make 500 t of zinc.", "500 t", kPort,
           "capacity", kZinc, 500, "t/year", "2028"},
          {2, "2025-01-10", "Port Mill makes 400 t of zinc.", "400 t", kPort,
           "capacity", kZinc, 400, "t/year", ""},
          {3, "2025-04-02", "It will make 550 t of it.", "550 t", kPort,
           "capacity", kZinc, 550, "t/year", "2028"},
          {4, "2025-04-03", "Port Mill has 7 MW.", "7 MW", kPort, "capacity",
           "", 7, "MW", ""},
          {5, "2025-01-05", "A tonne of zinc is $3000.", "$3000", kZinc,
           "price", "", 3000, "USD/t", ""},
          {6, "", "A tonne of zinc was $2000.", "$2000", kZinc, "price", "",
           2000, "USD/t", ""}};
}

struct SampleGraph {
  SampleGraph() {
    GraphBuilder builder(directory / "graph", {});
    for (const StatedFact& stated : sample()) {
      const AnnotatedArticle made = article_with(stated);
      builder.add(made.article, made.annotation, made.entities);
    }
    builder.finish();
  }

  FactsAnswer facts(FactsRequest request) const {
    request.entity = id_of(request.entity);
    return GraphReader(directory / "graph").facts(request);
  }

  TemporaryDirectory directory;
};

std::vector<double> values(const FactSeries& series) {
  std::vector<double> all;
  for (const FactPoint& point : series.points) all.push_back(point.value);
  return all;
}

text::Timestamp day(std::string_view text) {
  return text::parse_rfc3339(text).value();
}

}  // namespace

TEST_CASE("quantities of one measure and unit are one series, by date") {
  const SampleGraph graph;
  const auto answer = graph.facts({.entity = kPort});
  REQUIRE(answer.total == 2);
  const FactSeries& tonnes = answer.series[0];
  CHECK(tonnes.measure == "capacity");
  CHECK(tonnes.unit == "t/year");
  CHECK(tonnes.commodity->id == id_of(kZinc));
  CHECK(values(tonnes) == std::vector<double>{400, 500, 550});
  CHECK(tonnes.points[0].date == "2025-01-10");
  CHECK_FALSE(tonnes.points[0].date_is_stated);
  CHECK(tonnes.points[1].date == "2028");
  CHECK(tonnes.points[1].date_is_stated);
  CHECK(answer.series[1].unit == "MW");
  CHECK_FALSE(answer.series[1].commodity.has_value());
}

TEST_CASE("sources that disagree on a date stand side by side, and are told") {
  const SampleGraph graph;
  const auto answer = graph.facts({.entity = kPort});
  const FactSeries& series = answer.series.at(0);
  CHECK(series.disputed);
  CHECK_FALSE(series.points[0].disputed);
  CHECK(series.points[1].disputed);
  CHECK(series.points[2].disputed);
  CHECK_FALSE(answer.series.at(1).disputed);
}

TEST_CASE("an article that tells last year's value as well disputes nothing") {
  const TemporaryDirectory directory;
  GraphBuilder builder(directory / "graph", {});
  AnnotatedArticle both = article_with(sample()[0]);
  text::Fact last_year = both.annotation.facts[0];
  last_year.value = 450;
  both.annotation.facts.push_back(last_year);
  builder.add(both.article, both.annotation, both.entities);
  StatedFact again = sample()[0];
  again.article = 9;
  const AnnotatedArticle made = article_with(again);
  builder.add(made.article, made.annotation, made.entities);
  builder.finish();
  const auto answer =
      GraphReader(directory / "graph").facts({.entity = id_of(kPort)});
  REQUIRE(answer.total == 1);
  CHECK(answer.series[0].point_count == 3);
  CHECK_FALSE(answer.series[0].disputed);
}

TEST_CASE("each quantity comes with its sentence, even one that names nobody") {
  const SampleGraph graph;
  const auto answer = graph.facts({.entity = kPort});
  const FactPoint& last = answer.series.at(0).points.at(2);
  CHECK(last.evidence.article == text::ArticleId{3});
  CHECK(last.evidence.sentence == "It will make 550 t of it.");
  CHECK(text::slice(last.evidence.sentence, last.quantity) == "550 t");
}

TEST_CASE("a commodity has its own facts and those that others have of it") {
  const SampleGraph graph;
  const auto answer = graph.facts({.entity = kZinc});
  REQUIRE(answer.total == 2);
  CHECK(answer.series[0].entity.id == id_of(kPort));
  CHECK(answer.series[1].measure == "price");
  // What has no date comes first.
  CHECK(values(answer.series[1]) == std::vector<double>{2000, 3000});
  CHECK(answer.series[1].points[0].date.empty());
}

TEST_CASE("facts are filtered by measure, commodity and period") {
  const SampleGraph graph;
  CHECK(graph.facts({.entity = kZinc, .measures = {"price"}}).total == 1);
  CHECK(graph.facts({.entity = kZinc, .measures = {"grade"}}).total == 0);
  CHECK(graph.facts({.entity = kPort, .commodities = {id_of(kZinc)}}).total ==
        1);
  const auto then =
      graph.facts({.entity = kPort, .period = {day("2026"), day("2029")}});
  REQUIRE(then.total == 1);
  CHECK(values(then.series[0]) == std::vector<double>{500, 550});
}

TEST_CASE("pages of series follow each other") {
  const SampleGraph graph;
  const auto second = graph.facts({.entity = kPort, .offset = 1, .limit = 1});
  REQUIRE(second.series.size() == 1);
  CHECK(second.series[0].unit == "MW");
  CHECK(second.total == 2);
}

TEST_CASE("an unknown entity has no facts") {
  const SampleGraph graph;
  CHECK(graph.facts({.entity = "company:Nobody"}).series.empty());
}

TEST_CASE("facts are kept as documented") {
  const FactKey key{EntityId{7}, "price",   EntityId{7},         std::nullopt,
                    "USD/t",     "2025-12", text::ArticleId{42}, 1};
  CHECK(to_hex(encode(key)) ==
        "0000000000000007"
        "707269636500"
        "0000000000000007"
        "00"
        "5553442f7400"
        "323032352d313200"
        "000000000000002a"
        "00000001");
  CHECK(decode_fact_key(encode(key)) == key);
  const FactRecord record{0.5, true, 3, {10, 14}};
  CHECK(to_hex(encode(record)) ==
        "3fe0000000000000"
        "01"
        "03"
        "0a"
        "04");
  CHECK(decode_fact(encode(record)) == record);
}

}  // namespace graph
