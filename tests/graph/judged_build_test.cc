// Graphs that are built with judgements.

#include <doctest/doctest.h>

#include "graph/graph_builder.h"
#include "graph/graph_reader.h"
#include "tests/graph/judging.h"
#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

constexpr auto kOwns = text::RelationType::kOwns;

// Acme under two names, each of which two articles use.
const std::vector<Draft> kDrafts = {
    {.id = 1,
     .body = "Acme Zinc owns the Ada mine. " + filler(1),
     .names = {"company:Acme Zinc", "facility:Ada mine"},
     .relations = {{"company:Acme Zinc", kOwns, "facility:Ada mine"}}},
    {.id = 2,
     .body = "Acme Zinc met Bo Berg. " + filler(2),
     .names = {"company:Acme Zinc", "person:Bo Berg"}},
    {.id = 3,
     .body = "AZ Holdings owns the Ada mine. " + filler(3),
     .names = {"company:AZ Holdings", "facility:Ada mine"},
     .relations = {{"company:AZ Holdings", kOwns, "facility:Ada mine"}}},
    {.id = 4,
     .body = "AZ Holdings met Acme Zinc in Oslo. " + filler(4),
     .names = {"company:AZ Holdings", "company:Acme Zinc", "place:Oslo"}},
};
const std::string kAcme = "company:acme-zinc";
const std::string kHoldings = "company:az-holdings";
const std::string kMine = "facility:ada-mine";

struct Built {
  TemporaryDirectory directory;
  int graphs = 0;

  std::filesystem::path path(int number) const {
    return directory / ("graph" + std::to_string(number));
  }
  // On top of the graph that was built last.
  void add(const std::vector<Draft>& drafts,
           const std::vector<Judgement>& judgements) {
    const auto previous =
        graphs > 0 ? std::optional(path(graphs)) : std::nullopt;
    GraphBuilder builder(path(++graphs), previous);
    for (const Draft& draft : drafts) {
      const AnnotatedArticle made = annotate(draft);
      builder.add(made.article, made.annotation, made.entities);
    }
    builder.judge(judgements);
    builder.finish();
  }
  GraphReader reader() const { return GraphReader(path(graphs)); }
};

}  // namespace

TEST_CASE("two that are the same are counted as one") {
  Built built;
  built.add(kDrafts, {same(kHoldings, kAcme)});
  const GraphReader reader = built.reader();
  const auto acme = reader.entity(kAcme);
  REQUIRE(acme.has_value());
  CHECK(acme->summary.name == "Acme Zinc");
  CHECK(acme->summary.article_count == 4);
  CHECK(acme->aliases == std::vector<std::string>{"AZ Holdings"});
  CHECK_FALSE(reader.entity(kHoldings).has_value());
  const auto owned = reader.relations({.entity = kAcme});
  REQUIRE(owned.edges.size() == 1);
  CHECK(owned.edges[0].story_count == 2);
  REQUIRE(owned.edges[0].evidence.size() == 2);
  CHECK(owned.edges[0].evidence[1].marks.size() == 2);
  CHECK(reader.resolve("AZ Holdings", 1)[0].entity.id == kAcme);
  for (const Related& related : reader.related({.entity = kAcme}).related) {
    CHECK(related.entity.id != kAcme);
  }
}

TEST_CASE("the name of what stands is kept however often others are named") {
  Built built;
  built.add(kDrafts, {same(kAcme, kHoldings)});
  CHECK(built.reader().entity(kHoldings)->summary.name == "AZ Holdings");
}

TEST_CASE("an entity may be the same as one that no article names") {
  Built built;
  built.add(kDrafts, {same(kHoldings, "company:nobody")});
  const auto entity = built.reader().entity("company:nobody");
  REQUIRE(entity.has_value());
  CHECK(entity->summary.name == "AZ Holdings");
}

TEST_CASE("new articles that use the old name are still counted as one") {
  Built built;
  built.add(kDrafts, {same(kHoldings, kAcme)});
  built.add({{.id = 5,
              .body = "AZ Holdings grows. " + filler(5),
              .names = {"company:AZ Holdings"}}},
            {same(kHoldings, kAcme)});
  CHECK(built.reader().entity(kAcme)->summary.article_count == 5);
  CHECK_FALSE(built.reader().entity(kHoldings).has_value());
}

TEST_CASE("without the judgement the next graph is as if it never stood") {
  Built undone;
  undone.add(kDrafts, {same(kHoldings, kAcme), hide("place:oslo")});
  undone.add({}, {});
  Built never;
  never.add(kDrafts, {});
  CHECK(dump(undone.path(2)) == dump(never.path(1)));
}

TEST_CASE("in batches or at once, judged graphs are the same") {
  const std::vector<Judgement> judgements = {same(kHoldings, kAcme),
                                             rename(kMine, "Ada pit")};
  Built batches;
  batches.add({kDrafts[0], kDrafts[2]}, {});
  batches.add({kDrafts[1], kDrafts[3]}, judgements);
  Built once;
  once.add(kDrafts, judgements);
  CHECK(dump(batches.path(2)) == dump(once.path(1)));
}

TEST_CASE("names and types are those that curators give") {
  Built built;
  built.add(kDrafts, {rename(kMine, "Ada pit"),
                      retype(kMine, text::EntityType::kPlace)});
  const GraphReader reader = built.reader();
  const auto mine = reader.entity(kMine);
  REQUIRE(mine.has_value());
  CHECK(mine->summary.name == "Ada pit");
  CHECK(mine->summary.type == text::EntityType::kPlace);
  CHECK(mine->aliases == std::vector<std::string>{"Ada mine"});
  CHECK(reader.resolve("Ada pit", 1)[0].match == NameMatch::kExact);
  const auto places =
      reader.related({.entity = kAcme, .types = {text::EntityType::kPlace}});
  CHECK(places.related[0].entity.id == kMine);
}

TEST_CASE("a hidden entity is nowhere, and the rest stays") {
  Built built;
  built.add(kDrafts, {hide(kMine)});
  const GraphReader reader = built.reader();
  CHECK_FALSE(reader.entity(kMine).has_value());
  CHECK(reader.resolve("Ada mine", 5).empty());
  CHECK(reader.relations({.entity = kAcme}).edges.empty());
  CHECK(reader.entity(kAcme)->summary.article_count == 3);
}

TEST_CASE("an edge without its rejected evidence is weaker, or gone") {
  Built built;
  built.add(kDrafts,
            {same(kHoldings, kAcme),
             reject(kAcme, kOwns, kMine, "Acme Zinc owns the Ada mine.")});
  const auto edges = built.reader().relations({.entity = kAcme}).edges;
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].story_count == 1);
  CHECK(edges[0].evidence[0].sentence == "AZ Holdings owns the Ada mine.");

  built.add({}, {reject(kAcme, kOwns, kMine, "Acme Zinc owns the Ada mine.")});
  CHECK(built.reader().relations({.entity = kAcme}).edges.empty());
  CHECK(built.reader().relations({.entity = kHoldings}).edges.size() == 1);
}

TEST_CASE("a split makes two of one, and new articles follow it") {
  Built built;
  Judgement split = same(kAcme, kAcme + "~2");
  split.action = JudgementAction::kDifferent;
  split.name = "Acme Zinc of Oslo";
  split.articles = {text::ArticleId{2}};
  split.beside = {"place:oslo"};
  built.add(kDrafts, {split});
  built.add({{.id = 6,
              .body = "Acme Zinc opens in Oslo. " + filler(6),
              .names = {"company:Acme Zinc", "place:Oslo"}}},
            {split});
  const GraphReader reader = built.reader();
  CHECK(reader.entity(kAcme)->summary.article_count == 1);
  const auto other = reader.entity(kAcme + "~2");
  REQUIRE(other.has_value());
  CHECK(other->summary.article_count == 3);
  CHECK(other->summary.name == "Acme Zinc of Oslo");
}

}  // namespace graph
