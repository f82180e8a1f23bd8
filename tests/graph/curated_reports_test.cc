// Reports, paths and overviews under a ledger that is newer than the graph.

#include "graph/curated_reports.h"

#include <doctest/doctest.h>

#include "graph/curated_overviews.h"
#include "graph/facts.h"
#include "graph/graph_builder.h"
#include "graph/graph_reader.h"
#include "graph/paths.h"
#include "tests/graph/judging.h"
#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

constexpr auto kOwns = text::RelationType::kOwns;
constexpr auto kLeads = text::RelationType::kLeads;

const std::string kAcme = "company:acme-zinc";
const std::string kHoldings = "company:az-holdings";
const std::string kMine = "facility:ada-mine";
const std::string kBerg = "person:bo-berg";

// Bo Berg leads what owns the mine, under one name or the other.
const std::vector<Draft> kDrafts = {
    {.id = 1,
     .body = "Acme Zinc owns the Ada mine. " + filler(1),
     .names = {"company:Acme Zinc", "facility:Ada mine"},
     .relations = {{"company:Acme Zinc", kOwns, "facility:Ada mine"}},
     .published = "2025-01-01T00:00:00Z"},
    {.id = 2,
     .body = "AZ Holdings owns the Ada mine. " + filler(2),
     .names = {"company:AZ Holdings", "facility:Ada mine"},
     .relations = {{"company:AZ Holdings", kOwns, "facility:Ada mine"}},
     .published = "2025-02-01T00:00:00Z"},
    {.id = 3,
     .body = "Bo Berg leads AZ Holdings. " + filler(3),
     .names = {"company:AZ Holdings", "person:Bo Berg"},
     .relations = {{"person:Bo Berg", kLeads, "company:AZ Holdings"}},
     .published = "2025-03-01T00:00:00Z"},
    {.id = 4,
     .body = "AZ Holdings, which is Acme Zinc, owns the Ada mine. " + filler(4),
     .names = {"company:AZ Holdings", "company:Acme Zinc", "facility:Ada mine"},
     .relations = {{"company:Acme Zinc", kOwns, "facility:Ada mine"},
                   {"company:AZ Holdings", kOwns, "facility:Ada mine"}},
     .published = "2025-03-02T00:00:00Z"},
};

class Graph {
 public:
  Graph() { build(directory_ / "graph", kDrafts); }
  GraphReader read(const std::vector<Judgement>& judgements) const {
    return read("graph", judgements);
  }
  GraphReader rebuild(const std::vector<Judgement>& judgements) const {
    const auto name = "built-" + std::to_string(++builds_);
    GraphBuilder builder(directory_ / name, directory_ / "graph");
    builder.judge(judgements);
    builder.finish();
    return read(name, judgements);
  }

 private:
  GraphReader read(const std::string& name,
                   const std::vector<Judgement>& judgements) const {
    std::vector<LedgerEntry> ledger;
    for (const Judgement& judgement : judgements) ledger.push_back({judgement});
    return GraphReader(GraphReader(directory_ / name), std::move(ledger));
  }

  TemporaryDirectory directory_;
  mutable int builds_ = 0;
};

std::string told(const Edge& edge) {
  return to_string(EdgeName{edge.source.id, edge.type, edge.target.id}) + " " +
         edge.target.name + " " + std::to_string(edge.story_count) + " " +
         std::to_string(edge.confidence) + " " +
         std::to_string(edge.evidence.size()) + "\n";
}

// Timeline, edge as of some days, history and evidence of who owns the mine.
std::string told(const GraphReader& reader) {
  std::string text;
  for (const auto& event : reader.timeline({.entity = kMine}).events) {
    text += event.source.id + ": " + event.evidence.sentence + "\n";
  }
  text += std::to_string(reader.timeline({.entity = kAcme}).total) + "\n";
  for (const int month : {1, 2, 3}) {
    RelationsRequest request{.entity = kMine, .relations = {kOwns}};
    request.as_of =
        text::to_timestamp({.year = 2025, .month = month, .day = 15});
    for (const Edge& edge : reader.relations(request).edges) {
      text += std::to_string(month) + " " + told(edge);
    }
  }
  for (const std::string& owner : {kAcme, kHoldings}) {
    const auto history = reader.history({owner, kOwns, kMine});
    if (!history) continue;
    text += told(history->edge);
    for (const MonthOfEdge& month : history->months) {
      text += text::to_date(month.begin) + " " + std::to_string(month.stating) +
              "\n";
    }
    for (const Turn& turn : history->turns) {
      text += turn.evidence.sentence + "\n";
    }
    for (const Evidence& evidence : history->stating) {
      text += evidence.sentence + "\n";
    }
    const auto evidence = reader.evidence({.edge = {owner, kOwns, kMine}});
    for (const Evidence& one : evidence.evidence) text += one.sentence + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a timeline joins the reports of all ids, in order") {
  const Graph graph;
  const GraphReader reader = graph.read({same(kHoldings, kAcme)});
  const auto timeline = reader.timeline({.entity = kHoldings});
  CHECK(timeline.total == 4);
  REQUIRE(timeline.events.size() == 4);
  CHECK(timeline.events[1].type == kLeads);
  CHECK(timeline.events[1].target.id == kAcme);
  CHECK(timeline.events[3].evidence.article == text::ArticleId{1});
  const auto second =
      reader.timeline({.entity = kAcme, .offset = 2, .limit = 1});
  REQUIRE(second.events.size() == 1);
  CHECK(second.events[0].evidence.article == text::ArticleId{2});
}

TEST_CASE(
    "the evidence of an edge is that of all its ids, without what was "
    "rejected") {
  const Graph graph;
  const EvidenceRequest request{.edge = {kAcme, kOwns, kMine}};
  const Judgement merge = same(kHoldings, kAcme);
  const auto joined = graph.read({merge}).evidence(request);
  CHECK(joined.total == 3);
  CHECK(joined.edge->story_count == 3);
  const Judgement rejection =
      reject(kHoldings, kOwns, kMine, "AZ Holdings owns the Ada mine.");
  const auto left = graph.read({merge, rejection}).evidence(request);
  CHECK(left.total == 2);
  for (const Evidence& evidence : left.evidence) {
    CHECK(evidence.article != text::ArticleId{2});
  }
}

TEST_CASE("rejected evidence is in no timeline and makes no history") {
  const Graph graph;
  const GraphReader reader =
      graph.read({reject(kAcme, kOwns, kMine, "Acme Zinc owns the Ada mine.")});
  CHECK(reader.timeline({.entity = kAcme}).total == 1);
  CHECK(reader.history({kAcme, kOwns, kMine})->months.size() == 1);
  CHECK(reader.history({kHoldings, kOwns, kMine})->months.size() == 2);
}

TEST_CASE("what both ids of a pair were told is told as after the next build") {
  const Graph graph;
  const std::vector<std::vector<Judgement>> cases = {
      {same(kHoldings, kAcme)},
      {same(kAcme, kHoldings)},
      {same(kHoldings, kAcme),
       reject(kHoldings, kOwns, kMine, "AZ Holdings owns the Ada mine.")},
      {same(kHoldings, kAcme), rename(kMine, "Big Pit")}};
  for (const auto& judgements : cases) {
    const GraphReader at_once = graph.read(judgements);
    const GraphReader built = graph.rebuild(judgements);
    CHECK(told(at_once) == told(built));
    CHECK(told(at_once) != told(graph.read({})));
  }
}

TEST_CASE("a path goes through what was merged, and not through the hidden") {
  const Graph graph;
  const auto merged =
      graph.read({same(kAcme, kHoldings)}).paths({.from = kBerg, .to = kMine});
  REQUIRE_FALSE(merged.paths.empty());
  CHECK(merged.paths[0].nodes[1].id == kHoldings);
  const auto hidden =
      graph.read({hide(kHoldings)}).paths({.from = kBerg, .to = kMine});
  for (const Path& path : hidden.paths) {
    for (const EntitySummary& node : path.nodes) CHECK(node.id != kHoldings);
  }
}

TEST_CASE("a path past the hidden is found where stronger ones led through") {
  const TemporaryDirectory directory;
  std::vector<Draft> drafts;
  // Two ways over what is told of often, one over what is told of once.
  uint64_t id = 0;
  for (const auto& [middle, times] :
       {std::pair("Big Mill", 4), {"Old Mill", 3}, {"Wee Mill", 1}}) {
    for (int i = 0; i < times; ++i) {
      for (const std::string end : {"Acme Zinc", "Bo Holdings"}) {
        const std::string name = "company:" + std::string(middle);
        drafts.push_back({.id = ++id,
                          .body = end + " owns " + middle + ". " + filler(id),
                          .names = {"company:" + end, name},
                          .relations = {{"company:" + end, kOwns, name}}});
      }
    }
  }
  build(directory / "graph", drafts);
  const GraphReader plain(directory / "graph");
  const PathsRequest request{
      .from = kAcme, .to = "company:bo-holdings", .max_hops = 2, .limit = 2};
  std::vector<LedgerEntry> ledger = {{hide("company:big-mill")},
                                     {hide("company:old-mill")}};
  ledger[1].judgement.id = "j2";
  REQUIRE(plain.paths(request).paths.size() == 2);
  const auto paths = GraphReader(plain, ledger).paths(request).paths;
  REQUIRE(paths.size() == 1);
  CHECK(paths[0].nodes[1].id == "company:wee-mill");
}

TEST_CASE("what two ids were told is one series: the newest, disputes marked") {
  const TemporaryDirectory directory;
  GraphBuilder builder(directory / "graph", {});
  const auto add = [&](uint64_t id, const std::string& name, double value,
                       int day) {
    const text::Timestamp at{86400 * int64_t{day}};
    AnnotatedArticle made = annotate({.id = id,
                                      .body = name + " makes it. " + filler(id),
                                      .names = {"company:" + name},
                                      .published = text::to_rfc3339(at)});
    text::Fact fact;
    fact.entity = graph::id_of("company:" + name);
    fact.measure = "output";
    fact.unit = "t";
    fact.value = value;
    fact.sentence = {0, static_cast<uint32_t>(name.size() + 10)};
    fact.quantity = fact.sentence;
    made.annotation.facts.push_back(fact);
    builder.add(made.article, made.annotation, made.entities);
  };
  constexpr int kDays = 120;
  for (int day = 0; day < kDays; ++day) {
    add(1000 + day, "Acme Zinc", day, day);
    add(2000 + day, "AZ Holdings", -1, kDays + day);
  }
  add(3000, "AZ Holdings", 5, 119);
  builder.finish();
  const GraphReader reader(GraphReader(directory / "graph"),
                           {{same(kHoldings, kAcme)}});
  const auto facts = reader.facts({.entity = kAcme});
  REQUIRE(facts.series.size() == 1);
  const FactSeries& series = facts.series[0];
  CHECK(series.point_count == 2 * kDays + 1);
  REQUIRE(series.points.size() == kPointsShown);
  CHECK(series.points.back().date ==
        text::to_date(text::Timestamp{86400 * (2 * kDays - 1)}));
  CHECK(series.disputed);
}

TEST_CASE("overviews name nothing hidden and what is one once") {
  const Graph graph;
  const GraphReader reader = graph.read({same(kHoldings, kAcme), hide(kBerg)});
  size_t met = 0;
  for (const CentralEntity& central : reader.central({}).entities) {
    CHECK(central.entity.id != kBerg);
    CHECK(central.entity.id != kHoldings);
    if (central.entity.id == kAcme) ++met;
  }
  CHECK(met == 1);
  for (const NewEntity& one : reader.news({.days = 31}).entities) {
    CHECK(one.entity.id != kBerg);
    CHECK(one.entity.id != kHoldings);
  }
  for (const Community& community : reader.communities({}).communities) {
    for (const CommunityMember& member : community.members) {
      CHECK(member.entity.id != kBerg);
      CHECK(member.entity.id != kHoldings);
    }
  }
}

}  // namespace graph
