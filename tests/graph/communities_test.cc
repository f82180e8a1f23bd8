#include "graph/communities.h"

#include <doctest/doctest.h>

#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

std::string member(const std::string& group, int number) {
  return "company:" + group + " " + std::string(1, char('A' + number));
}

// Everyone of a group of companies partners with everyone else of it.
void add_group(const std::string& group, int size, std::vector<Draft>& drafts) {
  for (int one = 0; one < size; ++one) {
    for (int other = one + 1; other < size; ++other) {
      const uint64_t id = drafts.size() + 1;
      const std::string first = member(group, one);
      const std::string second = member(group, other);
      drafts.push_back(
          {.id = id,
           .body = id_of(first) + " and " + first.substr(8) + " joined " +
                   second.substr(8) + ". " + filler(id),
           .names = {first, second},
           .relations = {{first, text::RelationType::kPartnersWith, second}}});
    }
  }
}

struct SampleGraph {
  SampleGraph() {
    std::vector<Draft> drafts;
    add_group("North", 3, drafts);
    add_group("South", 4, drafts);
    drafts.push_back({.id = 1000,
                      .body = "Hermit Ltd is alone.",
                      .names = {"company:Hermit Ltd"}});
    build(directory / "graph", drafts);
  }

  GraphReader reader() const { return GraphReader(directory / "graph"); }

  TemporaryDirectory directory;
};

}  // namespace

TEST_CASE("communities come with the largest first, named after members") {
  const SampleGraph graph;
  const auto answer = graph.reader().communities({});
  CHECK(answer.total == 2);
  REQUIRE(answer.communities.size() == 2);
  const Community& south = answer.communities[0];
  CHECK(south.member_count == 4);
  CHECK(south.members.size() == 4);
  CHECK(south.members[0].share == doctest::Approx(1));
  CHECK(south.id == south.members[0].entity.id);
  CHECK(south.name == south.members[0].entity.name + " · " +
                          south.members[1].entity.name + " · " +
                          south.members[2].entity.name);
  CHECK(answer.communities[1].member_count == 3);
}

TEST_CASE("a page of communities shows so many members of each as asked for") {
  const SampleGraph graph;
  const auto answer =
      graph.reader().communities({.members = 1, .offset = 1, .limit = 1});
  REQUIRE(answer.communities.size() == 1);
  CHECK(answer.communities[0].member_count == 3);
  CHECK(answer.communities[0].members.size() == 1);
  CHECK(answer.total == 2);
}

TEST_CASE("an entity is in the community of those it is tied to") {
  const SampleGraph graph;
  const auto north =
      graph.reader().community({.entity = id_of(member("North", 2))});
  REQUIRE(north.has_value());
  CHECK(north->member_count == 3);
  for (const CommunityMember& one : north->members) {
    CHECK(one.entity.name.starts_with("North"));
  }
  const auto rest = graph.reader().community(
      {.entity = id_of(member("North", 2)), .offset = 2, .limit = 5});
  CHECK(rest->members.size() == 1);
}

TEST_CASE("who is alone, or unknown, has no community") {
  const SampleGraph graph;
  CHECK_FALSE(graph.reader()
                  .community({.entity = id_of("company:Hermit Ltd")})
                  .has_value());
  CHECK_FALSE(graph.reader().community({.entity = "company:x"}).has_value());
}

}  // namespace graph
