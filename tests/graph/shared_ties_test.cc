#include "graph/shared_ties.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "graph/related.h"
#include "tests/graph/related_sample.h"

namespace graph {

using text::RelationType;

namespace {

const std::string kMine = "facility:North Mine";

// Bolt Metals and `others` operate North Mine with Acme Zinc; no article names
// any of them together.
std::vector<Draft> partners(const std::vector<std::string>& others) {
  auto drafts = sample();
  uint64_t id = 100;
  const auto operate = [&](const std::string& company) {
    const std::string name = company.substr(company.find(':') + 1);
    drafts.push_back(
        {.id = ++id,
         .body = name + " operates North Mine. " + filler(id),
         .names = {company, kMine},
         .relations = {{company, RelationType::kOperates, kMine}}});
  };
  operate(kAcme);
  operate(kBolt);
  for (const std::string& other : others) operate(other);
  return drafts;
}

bool shares_mine(const Related* related) {
  return related != nullptr &&
         std::ranges::any_of(related->reasons, [](const Reason& reason) {
           const auto* shared = std::get_if<SharedReason>(&reason);
           return shared != nullptr && shared->third.id == id_of(kMine) &&
                  shared->type == RelationType::kOperates &&
                  shared->direction == Direction::kOut;
         });
}

}  // namespace

TEST_CASE("a neighbour tells what both have to do with") {
  const TemporaryDirectory directory;
  build(directory / "graph", partners({}));
  const auto answer =
      GraphReader(directory / "graph").related({.entity = id_of(kAcme)});
  const Related* bolt = find(answer, kBolt);
  REQUIRE(bolt != nullptr);
  CHECK(std::get_if<AssociationReason>(&bolt->reasons.at(0)) != nullptr);
  CHECK(shares_mine(bolt));
}

TEST_CASE("who shares a tie comes last, with a sentence of either") {
  const TemporaryDirectory directory;
  const std::string cole = "company:Cole Mining";
  build(directory / "graph", partners({cole}));
  const auto answer =
      GraphReader(directory / "graph").related({.entity = id_of(kAcme)});
  CHECK(answer.total == answer.related.size());
  const Related& last = answer.related.back();
  CHECK(last.entity.id == id_of(cole));
  CHECK(shares_mine(&last));
  REQUIRE(last.evidence.size() == 2);
  CHECK(last.evidence[0].sentence == "Acme Zinc operates North Mine.");
  CHECK(last.evidence[1].sentence == "Cole Mining operates North Mine.");
}

TEST_CASE("what very many share is not told") {
  const TemporaryDirectory directory;
  std::vector<std::string> others;
  for (int i = 10; i < 40; ++i) {
    others.push_back("company:Miner Number " + std::to_string(i));
  }
  build(directory / "graph", partners(others));
  const auto answer =
      GraphReader(directory / "graph").related({.entity = id_of(kAcme)});
  REQUIRE(find(answer, kBolt) != nullptr);
  CHECK_FALSE(shares_mine(find(answer, kBolt)));
  CHECK(find(answer, others[0]) == nullptr);
}

TEST_CASE("shared ties that come in later are those of a graph built at once") {
  const TemporaryDirectory directory;
  auto drafts = partners({"company:Cole Mining"});
  build(directory / "at-once", drafts);
  const std::vector<Draft> last = {drafts.back()};
  drafts.pop_back();
  build(directory / "before", drafts);
  build(directory / "later", last, directory / "before");
  CHECK(dump(directory / "later") == dump(directory / "at-once"));
}

}  // namespace graph
