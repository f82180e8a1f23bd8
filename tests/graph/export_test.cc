#include "graph/export.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "graph/edge_history.h"
#include "tests/graph/judging.h"
#include "tests/graph/tiny_archive.h"

namespace graph {

namespace {

using text::RelationType;

const std::string kAcme = "company:Acme Zinc";
const std::string kBolt = "company:Bolt Metals";
const std::string kMine = "facility:Cobb Mine";
const std::string kTown = "place:Dunford";

Draft stated(uint64_t id, StatedRelation relation) {
  const auto name = [](const std::string& typed) {
    return typed.substr(typed.find(':') + 1);
  };
  Draft draft;
  draft.id = id;
  draft.body = name(relation.source) + " deals with " + name(relation.target) +
               ". " + filler(id);
  draft.names = {relation.source, relation.target};
  draft.relations = {std::move(relation)};
  return draft;
}

// Acme owns Bolt (twice), Bolt owns the mine, the mine is in the town; Acme and
// Bolt are partners.
class Sample {
 public:
  Sample() {
    Draft late = stated(4, {kMine, RelationType::kLocatedIn, kTown});
    late.published = "2026-02-01T00:00:00Z";
    build(directory_.path() / "graph",
          {stated(1, {kAcme, RelationType::kOwns, kBolt}),
           stated(2, {kBolt, RelationType::kOwns, kMine,
                      text::Modality::kPlanned, false, 0.5F}),
           stated(3, {kAcme, RelationType::kOwns, kBolt}), late,
           stated(5, {kBolt, RelationType::kPartnersWith, kAcme})});
    reader_.emplace(directory_.path() / "graph");
  }

  GraphExport begin(const ExportFilter& filter) const {
    return reader_->begin_export(filter);
  }
  GraphReader under(std::vector<LedgerEntry> ledger) const {
    return GraphReader(*reader_, std::move(ledger));
  }
  GraphReader rebuilt(const std::vector<Judgement>& judgements) const {
    GraphBuilder builder(directory_ / "built", directory_ / "graph");
    builder.judge(judgements);
    builder.finish();
    return GraphReader(directory_ / "built");
  }

 private:
  TemporaryDirectory directory_;
  std::optional<GraphReader> reader_;
};

// All that an export tells, one thing a line.
std::string text_of(GraphExport walk) {
  std::string text;
  while (const auto entity = walk.next_entity()) {
    text += entity->summary.id + " " + entity->summary.name + " " +
            std::string(to_string(entity->summary.type)) + " " +
            std::to_string(entity->summary.story_count) + " " +
            std::to_string(entity->edge_count) + "\n";
  }
  while (const auto edge = walk.next_edge()) {
    const Edge& told = edge->edge;
    text += to_string(EdgeName{told.source.id, told.type, told.target.id}) +
            " " + std::to_string(told.confidence) + "\n";
    for (const ExportedEvidence& one : edge->evidence) {
      text += "  " + text::to_string(one.evidence.article) + " " +
              one.evidence.sentence + "\n";
    }
  }
  while (const auto article = walk.next_article()) {
    text += text::to_string(article->id);
    for (const auto& mention : article->annotation.mentions) {
      text += " " + mention.entity;
    }
    text += "\n";
  }
  return text;
}

struct Exported {
  std::vector<std::string> entities;
  std::vector<std::string> edges;
  std::vector<uint64_t> articles;
  size_t evidence = 0;
  size_t relations = 0;
};

Exported all_of(GraphExport walk) {
  Exported all;
  while (const auto entity = walk.next_entity()) {
    all.entities.push_back(entity->summary.id);
  }
  while (const auto edge = walk.next_edge()) {
    all.edges.push_back(to_string(
        EdgeName{edge->edge.source.id, edge->edge.type, edge->edge.target.id}));
    all.evidence += edge->evidence.size();
  }
  while (const auto article = walk.next_article()) {
    all.articles.push_back(static_cast<uint64_t>(article->id));
    all.relations += article->annotation.relations.size();
  }
  std::ranges::sort(all.entities);
  std::ranges::sort(all.edges);
  return all;
}

using Names = std::vector<std::string>;

const std::string kOwnsBolt = "company:acme-zinc|owns|company:bolt-metals";
const std::string kOwnsMine = "company:bolt-metals|owns|facility:cobb-mine";
const std::string kInTown = "facility:cobb-mine|located_in|place:dunford";
const std::string kPartners =
    "company:acme-zinc|partners_with|company:bolt-metals";

}  // namespace

TEST_CASE("the whole graph comes out, each edge once with all its evidence") {
  const Sample sample;
  const Exported all = all_of(sample.begin({}));
  CHECK(all.entities == Names{"company:acme-zinc", "company:bolt-metals",
                              "facility:cobb-mine", "place:dunford"});
  CHECK(all.edges == Names{kOwnsBolt, kPartners, kOwnsMine, kInTown});
  CHECK(all.evidence == 5);
  CHECK(all.articles == std::vector<uint64_t>{1, 2, 3, 4, 5});
}

TEST_CASE("evidence tells which marks are of which end") {
  const Sample sample;
  GraphExport walk = sample.begin({.relations = {RelationType::kLocatedIn}});
  const auto edge = walk.next_edge();
  REQUIRE(edge);
  const ExportedEvidence& one = edge->evidence.at(0);
  const auto mark = [&](const std::vector<text::Span>& marks) {
    return text::slice(one.evidence.sentence, marks.at(0));
  };
  CHECK(mark(one.source_marks) == "Cobb Mine");
  CHECK(mark(one.target_marks) == "Dunford");
  CHECK(one.story == text::ArticleId{4});
  CHECK_FALSE(walk.next_edge());
}

TEST_CASE("a part of the graph ends so many relations away") {
  const Sample sample;
  ExportFilter filter{.entities = {"place:dunford"}, .hops = 0};
  CHECK(all_of(sample.begin(filter)).entities == Names{"place:dunford"});
  filter.hops = 1;
  CHECK(all_of(sample.begin(filter)).edges == Names{kInTown});
  filter.hops = 2;
  const Exported two = all_of(sample.begin(filter));
  CHECK(two.edges == Names{kOwnsMine, kInTown});
  CHECK(two.articles == std::vector<uint64_t>{2, 4});
  filter.hops = 3;
  CHECK(all_of(sample.begin(filter)).edges.size() == 4);
  filter.entities = {"place:nowhere"};
  CHECK(all_of(sample.begin(filter)).entities.empty());
}

TEST_CASE("types and relations leave what they name") {
  const Sample sample;
  const Exported companies =
      all_of(sample.begin({.types = {text::EntityType::kCompany}}));
  CHECK(companies.entities ==
        Names{"company:acme-zinc", "company:bolt-metals"});
  CHECK(companies.edges == Names{kOwnsBolt, kPartners});
  const Exported owners =
      all_of(sample.begin({.relations = {RelationType::kOwns}}));
  CHECK(owners.edges == Names{kOwnsBolt, kOwnsMine});
  CHECK(owners.entities == Names{"company:acme-zinc", "company:bolt-metals",
                                 "facility:cobb-mine"});
  CHECK(owners.relations == 3);
}

TEST_CASE("edges that are not confident enough are left out of all") {
  const Sample sample;
  const Exported sure = all_of(sample.begin({.min_confidence = 0.8F}));
  CHECK(sure.edges == Names{kOwnsBolt, kPartners, kInTown});
  CHECK(sure.articles == std::vector<uint64_t>{1, 3, 4, 5});
}

TEST_CASE("a period counts what was published then, and nothing else") {
  const Sample sample;
  ExportFilter filter;
  filter.period.from = text::parse_rfc3339("2026-01-01");
  const Exported late = all_of(sample.begin(filter));
  CHECK(late.edges == Names{kInTown});
  CHECK(late.entities == Names{"facility:cobb-mine", "place:dunford"});
  CHECK(late.articles == std::vector<uint64_t>{4});
}

TEST_CASE("articles that are said to tell one story do, whatever their texts") {
  const TemporaryDirectory directory;
  const auto one = annotate(stated(7, {kAcme, RelationType::kOwns, kBolt}));
  const auto two = annotate(stated(8, {kAcme, RelationType::kOwns, kBolt}));
  {
    GraphBuilder builder(directory.path() / "graph", {});
    builder.add(one.article, one.annotation, one.entities, text::ArticleId{9});
    builder.add(two.article, two.annotation, two.entities, text::ArticleId{9});
    CHECK(builder.finish().stories == 1);
  }
}

TEST_CASE("an export under newer judgements is that of the next build") {
  const std::string acme = "company:acme-zinc";
  const std::string bolt = "company:bolt-metals";
  const std::string mine = "facility:cobb-mine";
  const std::vector<std::vector<Judgement>> cases = {
      {same(acme, bolt)},
      {rename(mine, "Big Pit"), retype(mine, text::EntityType::kPlace)},
      {hide(bolt)},
      {reject(acme, RelationType::kOwns, bolt,
              "Acme Zinc deals with Bolt Metals.")},
      {split(acme, text::ArticleId{3}, "company:acme-zinc~2")}};
  for (const auto& judgements : cases) {
    const Sample sample;
    std::vector<LedgerEntry> ledger;
    for (const Judgement& judgement : judgements) ledger.push_back({judgement});
    const GraphReader judged = sample.under(ledger);
    const GraphReader built = sample.rebuilt(judgements);
    const auto at_once = text_of(judged.begin_export({}));
    CHECK(at_once == text_of(built.begin_export({})));
    CHECK(at_once != text_of(sample.begin({})));
    const ExportFilter part{.relations = {RelationType::kOwns}};
    CHECK(text_of(judged.begin_export(part)) ==
          text_of(built.begin_export(part)));
  }
}

}  // namespace graph
