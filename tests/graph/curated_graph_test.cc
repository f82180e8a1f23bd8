// What a ledger changes about a graph at once, and what a new build makes of
// it.

#include "graph/curated_graph.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "graph/graph_builder.h"
#include "graph/graph_reader.h"
#include "tests/graph/judging.h"
#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

constexpr auto kOwns = text::RelationType::kOwns;
constexpr auto kPartners = text::RelationType::kPartnersWith;

const std::string kAcme = "company:acme-zinc";
const std::string kHoldings = "company:az-holdings";
const std::string kMine = "facility:ada-mine";
const std::string kBerg = "person:bo-berg";

const std::vector<Draft> kDrafts = {
    {.id = 1,
     .body = "Acme Zinc owns the Ada mine. " + filler(1),
     .names = {"company:Acme Zinc", "facility:Ada mine"},
     .relations = {{"company:Acme Zinc", kOwns, "facility:Ada mine"}}},
    {.id = 2,
     .body = "Acme Zinc met Bo Berg. " + filler(2),
     .names = {"company:Acme Zinc", "person:Bo Berg"}},
    {.id = 3,
     .body =
         "AZ Holdings owns the Ada mine. AZ Holdings met Bo Berg. " + filler(3),
     .names = {"company:AZ Holdings", "facility:Ada mine", "person:Bo Berg"},
     .relations = {{"company:AZ Holdings", kOwns, "facility:Ada mine"}}},
    {.id = 4,
     .body = "AZ Holdings works with Acme Zinc in Oslo. " + filler(4),
     .names = {"company:AZ Holdings", "company:Acme Zinc", "place:Oslo"},
     .relations = {{"company:AZ Holdings", kPartners, "company:Acme Zinc"}}},
    {.id = 5, .body = "Oslo sleeps. " + filler(5), .names = {"place:Oslo"}},
};

std::vector<LedgerEntry> ledger_of(std::vector<Judgement> judgements) {
  std::vector<LedgerEntry> entries;
  for (Judgement& judgement : judgements) {
    judgement.id = "j" + std::to_string(entries.size() + 1);
    entries.push_back({std::move(judgement)});
  }
  return entries;
}

std::vector<Judgement> judgements_of(const std::vector<LedgerEntry>& ledger) {
  std::vector<Judgement> judgements;
  for (const LedgerEntry& entry : ledger) {
    if (!entry.undone) judgements.push_back(entry.judgement);
  }
  return judgements;
}

// A graph, and one built on top of it with judgements.
struct Curated {
  TemporaryDirectory directory;
  explicit Curated(const std::vector<LedgerEntry>& built = {}) {
    build(directory / "first", kDrafts);
    rebuild("graph", {}, built);
  }
  void rebuild(const char* name, const std::vector<Draft>& drafts,
               const std::vector<LedgerEntry>& ledger) {
    GraphBuilder builder(directory / name, directory / last);
    for (const Draft& draft : drafts) {
      const AnnotatedArticle made = annotate(draft);
      builder.add(made.article, made.annotation, made.entities);
    }
    builder.judge(judgements_of(ledger));
    builder.finish();
    last = name;
  }
  GraphReader read(std::vector<LedgerEntry> ledger) const {
    return GraphReader(GraphReader(directory / last), std::move(ledger));
  }

  std::string last = "first";
};

std::vector<std::string> related_ids(const GraphReader& reader,
                                     const std::string& id) {
  std::vector<std::string> ids;
  for (const Related& related : reader.related({.entity = id}).related) {
    ids.push_back(related.entity.id);
  }
  return ids;
}

// Everything that identity decides, in one text: not what is related by mere
// association, which a build counts over the stories of both.
std::string told(const GraphReader& reader) {
  std::string text;
  for (const EntitySummary& entity : reader.entities({}, 0, 100)) {
    text += entity.id + " " + entity.name + " " +
            std::string(text::to_string(entity.type)) + " " +
            std::to_string(entity.article_count) + " " +
            std::to_string(entity.story_count) + "\n";
    const auto detail = reader.entity(entity.id);
    REQUIRE(detail.has_value());
    for (const auto& alias : detail->aliases) {
      text += "  also " + alias + "\n";
    }
    std::vector<std::string> lines;
    for (const Edge& edge : reader.relations({.entity = entity.id}).edges) {
      lines.push_back(edge.source.id + " " +
                      std::string(text::to_string(edge.type)) + " " +
                      edge.target.id + " " + std::to_string(edge.story_count) +
                      " " + std::to_string(edge.evidence.size()));
    }
    std::ranges::sort(lines);
    for (const std::string& line : lines) text += "  " + line + "\n";
    for (const auto& mention : reader.articles(entity.id, 0, 100)) {
      text += "  in " + text::to_string(mention.article) + " " +
              std::to_string(mention.mention_count) + "\n";
    }
  }
  return text;
}

using Ids = std::vector<std::string>;

const Judgement kSplit =
    split(kAcme, text::ArticleId{2}, "company:acme-zinc~2");

}  // namespace

TEST_CASE("the ledger at once and a new build tell the same") {
  const std::vector<std::vector<Judgement>> cases = {
      {same(kHoldings, kAcme)},
      {same(kAcme, kHoldings)},
      {rename(kMine, "Ada pit")},
      {retype(kMine, text::EntityType::kPlace)},
      {hide(kMine)},
      {hide("place:oslo"), same(kHoldings, kAcme)},
      {reject(kAcme, kOwns, kMine, "Acme Zinc owns the Ada mine.")},
      {same(kHoldings, kAcme), rename(kHoldings, "Acme"),
       reject(kHoldings, kOwns, kMine, "AZ Holdings owns the Ada mine.")},
      {reject(kAcme, kPartners, kHoldings,
              "AZ Holdings works with Acme Zinc in Oslo.")},
  };
  for (size_t i = 0; i < cases.size(); ++i) {
    CAPTURE(i);
    const auto ledger = ledger_of(cases[i]);
    const Curated at_once;
    const Curated built(ledger);
    CHECK(told(at_once.read(ledger)) == told(built.read(ledger)));
    CHECK(told(at_once.read(ledger)) != told(at_once.read({})));
    CHECK(at_once.read(ledger).needs_build());
    CHECK_FALSE(built.read(ledger).needs_build());
  }
}

TEST_CASE("two that are the same answer as one, under either id") {
  const Curated graph;
  const GraphReader reader = graph.read(ledger_of({same(kHoldings, kAcme)}));
  const auto acme = reader.entity(kHoldings);
  REQUIRE(acme.has_value());
  CHECK(acme->summary.id == kAcme);
  CHECK(acme->summary.article_count == 4);
  CHECK(acme->edge_count == 1);
  CHECK(reader.relations({.entity = kHoldings}).edges[0].story_count == 2);
  CHECK(related_ids(reader, kHoldings) == related_ids(reader, kAcme));
  CHECK(reader.articles(kHoldings, 1, 2).size() == 2);
  CHECK(reader.ids_of(kHoldings) == Ids{kAcme, kHoldings});
  const auto named = reader.resolve("AZ Holdings", 5);
  REQUIRE(named.size() == 1);
  CHECK(named[0].entity.id == kAcme);
  CHECK(named[0].match == NameMatch::kAlias);
  CHECK(reader.counts().entities == 4);
}

TEST_CASE("a neighbour under two ids is listed once, with both scores") {
  const Curated graph;
  const auto score = [](const GraphReader& reader, const std::string& id) {
    for (const Related& related : reader.related({.entity = kBerg}).related) {
      if (related.entity.id == id) return related.score;
    }
    return 0.0;
  };
  const GraphReader apart = graph.read({});
  const GraphReader one = graph.read(ledger_of({same(kHoldings, kAcme)}));
  CHECK(score(one, kHoldings) == 0);
  CHECK(score(one, kAcme) ==
        doctest::Approx(1 - (1 - score(apart, kAcme)) *
                                (1 - score(apart, kHoldings))));
}

TEST_CASE("a drawn neighbourhood joins what is one and drops what is hidden") {
  const Curated graph;
  const GraphReader reader =
      graph.read(ledger_of({same(kHoldings, kAcme), hide("place:oslo")}));
  const auto drawn = reader.neighbourhood({.entities = {kHoldings}, .hops = 2});
  Ids ids;
  for (const EntitySummary& node : drawn.nodes) ids.push_back(node.id);
  CHECK(ids.front() == kAcme);
  std::ranges::sort(ids);
  CHECK(ids == Ids{kAcme, kMine, kBerg});
  for (const Link& link : drawn.links) CHECK(link.source != link.target);
}

TEST_CASE("a given name is found at once, whole or begun, and so is the old") {
  const Curated graph;
  const GraphReader reader = graph.read(ledger_of({rename(kMine, "Big Pit")}));
  CHECK(reader.resolve("big pit", 1).at(0).match == NameMatch::kExact);
  CHECK(reader.resolve("Ada mine", 1).at(0).match == NameMatch::kAlias);
  CHECK(reader.suggest("bi", 5).at(0).entity.name == "Big Pit");
  CHECK(reader.suggest("pit", 5).at(0).match == NameMatch::kWord);
}

TEST_CASE("a list by type holds what curators say has the type") {
  const Curated graph;
  const GraphReader reader =
      graph.read(ledger_of({retype(kMine, text::EntityType::kPlace)}));
  const auto places =
      reader.related({.entity = kAcme, .types = {text::EntityType::kPlace}});
  const bool is_listed = std::ranges::any_of(
      places.related,
      [](const Related& related) { return related.entity.id == kMine; });
  CHECK(is_listed);
  CHECK(
      reader.related({.entity = kAcme, .types = {text::EntityType::kFacility}})
          .related.empty());
}

TEST_CASE("what articles say is told with the ids that curators give") {
  const Curated graph;
  const GraphReader reader = graph.read(ledger_of(
      {same(kHoldings, kAcme), hide("place:oslo"), rename(kAcme, "Acme")}));
  const text::ArticleId article{4};
  const auto annotation = reader.annotation(article);
  REQUIRE(annotation.has_value());
  REQUIRE(annotation->mentions.size() == 2);
  CHECK(annotation->mentions[0].entity == kAcme);
  CHECK(annotation->mentions[0].name == "Acme");
  CHECK(annotation->relations.empty());
  CHECK(reader.annotation_as_read(article)->mentions.size() == 3);
}

TEST_CASE("an undo shows at once where the graph was not built with it") {
  const Curated graph;
  auto ledger = ledger_of({same(kHoldings, kAcme)});
  ledger[0].undone = Undo{{}, "Bo"};
  CHECK(told(graph.read(ledger)) == told(graph.read({})));
  CHECK_FALSE(graph.read(ledger).needs_build());
}

TEST_CASE("an undo of what a small graph was built with shows at once") {
  auto ledger = ledger_of({same(kHoldings, kAcme)});
  Curated graph(ledger);
  ledger[0].undone = Undo{{}, "Bo"};
  CHECK(told(graph.read(ledger)) == told(Curated().read({})));
  CHECK_FALSE(graph.read(ledger).judgement_states()[0].waits_for_build);
  CHECK(graph.read(ledger).needs_build());
  graph.rebuild("next", {}, ledger);
  CHECK(told(graph.read(ledger)) == told(Curated().read({})));
  CHECK_FALSE(graph.read(ledger).needs_build());
}

TEST_CASE("a split of a small graph shows at once, as the next build has it") {
  const auto ledger = ledger_of({kSplit});
  const Curated at_once;
  const Curated built(ledger);
  const GraphReader reader = at_once.read(ledger);
  CHECK(told(reader) == told(built.read(ledger)));
  CHECK(reader.entity("company:acme-zinc~2")->summary.article_count == 1);
  CHECK_FALSE(reader.judgement_states()[0].waits_for_build);
}

TEST_CASE("in the view alone, splits and undoing what was built wait") {
  auto ledger =
      ledger_of({same(kHoldings, kAcme),
                 split(kAcme, text::ArticleId{2}, "company:acme-zinc~2")});
  const Curated graph({ledger[0]});
  ledger[0].undone = Undo{{}, "Bo"};
  const auto database = Database::open(graph.directory / graph.last);
  const CuratedGraph view(database, ledger);
  CHECK(view.entity(kHoldings)->summary.id == kAcme);
  CHECK(view.states()[0].waits_for_build);
  CHECK(view.states()[1].waits_for_build);
}

TEST_CASE("what is newer than the build is applied on top of it") {
  auto ledger = ledger_of(
      {same(kHoldings, kAcme), hide(kMine), same(kAcme, "company:acme-group")});
  const Curated graph({ledger[0]});
  const Curated fresh;
  CHECK(told(graph.read(ledger)) == told(fresh.read(ledger)));
  CHECK(graph.read(ledger).entity(kHoldings)->summary.id ==
        "company:acme-group");
}

TEST_CASE("a judgement on what is not there waits, and applies once it is") {
  auto ledger =
      ledger_of({same("company:acme-z", kAcme), hide("place:atlantis"),
                 reject(kAcme, kOwns, kMine, "Never written."), hide(kMine)});
  Curated graph;
  const auto statuses = [&] {
    std::vector<JudgementStatus> found;
    for (const JudgementState& state : graph.read(ledger).judgement_states()) {
      found.push_back(state.status);
    }
    return found;
  };
  const auto dormant = JudgementStatus::kDormant;
  const auto applied = JudgementStatus::kApplied;
  CHECK(statuses() == std::vector{dormant, dormant, dormant, applied});
  graph.rebuild("next",
                {{.id = 6,
                  .body = "Acme Z grows. " + filler(6),
                  .names = {"company:Acme Z"}}},
                ledger);
  CHECK(statuses() == std::vector{applied, dormant, dormant, applied});
  CHECK(graph.read(ledger).entity("company:acme-z")->summary.id == kAcme);
}

TEST_CASE("a judgement in conflict has no effect and names the other") {
  auto ledger = ledger_of({same(kHoldings, kAcme), same(kHoldings, kAcme)});
  ledger[1].judgement.action = JudgementAction::kDifferent;
  const Curated graph;
  const auto states = graph.read(ledger).judgement_states();
  CHECK(states[0].status == JudgementStatus::kApplied);
  CHECK(states[1].status == JudgementStatus::kConflict);
  CHECK(states[1].conflicts_with == "j1");
}

TEST_CASE("an edge without evidence is gone, and what only it related") {
  const Curated graph;
  const GraphReader reader = graph.read(
      ledger_of({reject(kAcme, kOwns, kMine, "Acme Zinc owns the Ada mine.")}));
  CHECK(reader.relations({.entity = kMine}).edges.size() == 1);
  const Ids ids = related_ids(reader, kMine);
  CHECK(std::ranges::find(ids, kHoldings) != ids.end());
  CHECK(std::ranges::find(ids, kAcme) == ids.end());
}

TEST_CASE("a rejected sentence still names both, beside other reasons") {
  const Curated graph;
  const GraphReader reader = graph.read(
      ledger_of({reject(kAcme, kPartners, kHoldings,
                        "AZ Holdings works with Acme Zinc in Oslo.")}));
  const auto related = reader.related({.entity = kHoldings}).related;
  const auto acme = std::ranges::find_if(
      related, [](const Related& one) { return one.entity.id == kAcme; });
  REQUIRE(acme != related.end());
  for (const Reason& reason : acme->reasons) {
    CHECK_FALSE(std::holds_alternative<RelationReason>(reason));
  }
  const auto named = std::ranges::find(
      acme->evidence, "AZ Holdings works with Acme Zinc in Oslo.",
      &Evidence::sentence);
  REQUIRE(named != acme->evidence.end());
  CHECK(named->rule.empty());
}

TEST_CASE("edges that are sure only together are told at once as once built") {
  const auto ledger = ledger_of({same(kHoldings, kAcme)});
  const Curated at_once;
  const Curated built(ledger);
  // Either id alone is told of the mine with 0.9.
  const RelationsRequest request{.entity = kMine, .min_confidence = 0.95f};
  CHECK(at_once.read({}).relations(request).total == 0);
  CHECK(built.read(ledger).relations(request).total == 1);
  CHECK(at_once.read(ledger).relations(request).total == 1);
}

}  // namespace graph
