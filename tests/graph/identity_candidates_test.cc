#include "graph/identity_candidates.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/graph/judging.h"
#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

struct Archive {
  TemporaryDirectory directory;
  explicit Archive(const std::vector<Draft>& drafts) {
    build(directory / "graph", drafts);
  }
  IdentityCandidates candidates(const std::vector<LedgerEntry>& ledger = {}) {
    const GraphReader opened(directory / "graph");
    return find_candidates(GraphReader(opened, ledger), 50);
  }
};

Draft naming(uint64_t id, const std::vector<std::string>& names) {
  std::string body;
  for (const std::string& name : names) {
    body += name.substr(name.find(':') + 1) + " was there. ";
  }
  return {.id = id, .body = body + filler(id), .names = names};
}

const MergeCandidate* find(const IdentityCandidates& candidates,
                           const std::string& one, const std::string& other) {
  const auto found =
      std::ranges::find_if(candidates.merges, [&](const auto& merge) {
        return (merge.entity.id == one && merge.other.id == other) ||
               (merge.entity.id == other && merge.other.id == one);
      });
  return found == candidates.merges.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("names that are alike make candidates, each with its reason") {
  Archive archive({
      naming(1, {"company:Acme Zinc", "organization:Acme Zinc"}),
      naming(2, {"company:Sun Metals", "company:Sun Metals Corporation"}),
      naming(3, {"person:Howard Lutnick", "person:Howard Lutnik"}),
      naming(4, {"organization:USGS",
                 "government:United States Geological Survey"}),
      naming(5, {"place:Howard", "person:Howard"}),
  });
  const auto candidates = archive.candidates();
  const auto reason = [&](const std::string& one, const std::string& other) {
    const MergeCandidate* merge = find(candidates, one, other);
    return merge == nullptr ? "" : std::string(to_string(merge->reason));
  };
  CHECK(reason("company:acme-zinc", "organization:acme-zinc") == "same_name");
  CHECK(reason("company:sun-metals", "company:sun-metals-corporation") ==
        "longer_name");
  CHECK(reason("person:howard-lutnick", "person:howard-lutnik") == "spelling");
  CHECK(reason("organization:usgs",
               "government:united-states-geological-survey") == "initials");
  CHECK(reason("place:howard", "person:howard") == "");
}

TEST_CASE("names in two scripts are candidates by what they share") {
  std::vector<Draft> drafts;
  for (uint64_t i = 0; i < 4; ++i) {
    drafts.push_back(naming(1 + i, {"company:Zhuye Group", "place:Zhuzhou",
                                    "commodity:zinc", "person:Li Bo"}));
    drafts.push_back(naming(11 + i, {"company:株冶集团", "place:Zhuzhou",
                                     "commodity:zinc", "person:Li Bo"}));
    drafts.push_back(naming(21 + i, {"company:Acme", "place:Oslo"}));
  }
  Archive archive(drafts);
  const auto candidates = archive.candidates();
  const MergeCandidate* merge =
      find(candidates, "company:zhuye-group", "company:株冶集团");
  REQUIRE(merge != nullptr);
  CHECK(merge->reason == MergeReason::kOtherScript);
  CHECK(merge->shared.size() == 3);
  CHECK(find(candidates, "company:acme", "company:株冶集团") == nullptr);
}

TEST_CASE("what was judged is no candidate any more") {
  Archive archive({naming(1, {"company:Acme Zinc", "organization:Acme Zinc"})});
  Judgement judgement = same("company:acme-zinc", "organization:acme-zinc");
  CHECK(archive.candidates({{judgement}}).merges.empty());
  judgement.action = JudgementAction::kDifferent;
  CHECK(archive.candidates({{judgement}}).merges.empty());
  CHECK(archive.candidates().merges.size() == 1);
}

TEST_CASE("a person between two circles may be two") {
  std::vector<Draft> drafts;
  for (uint64_t i = 0; i < 3; ++i) {
    drafts.push_back(naming(
        1 + i, {"person:Kim", "company:Acme", "place:Oslo", "commodity:zinc"}));
    drafts.push_back(naming(
        11 + i, {"person:Kim", "company:Bolt", "place:Lima", "commodity:tin"}));
    drafts.push_back(naming(21 + i, {"person:Li", "company:Cobb"}));
  }
  Archive archive(drafts);
  const auto splits = archive.candidates().splits;
  REQUIRE(splits.size() == 1);
  CHECK(splits[0].entity.id == "person:kim");
  CHECK(splits[0].groups.size() == 2);
}

TEST_CASE("two of one name are candidates though a third is reported more") {
  Archive archive(
      {naming(1, {"place:Jordan", "company:Jordan", "organization:Jordan"}),
       naming(2, {"place:Jordan"})});
  const auto candidates = archive.candidates();
  CHECK(find(candidates, "company:jordan", "organization:jordan") != nullptr);
  CHECK(find(candidates, "place:jordan", "company:jordan") == nullptr);
}

TEST_CASE("a longer name is a candidate for all that have its beginning") {
  Archive archive({naming(1, {"place:Rio Tinto", "company:Rio Tinto",
                              "company:Rio Tinto Group"}),
                   naming(2, {"place:Rio Tinto"})});
  const auto candidates = archive.candidates();
  const MergeCandidate* merge =
      find(candidates, "company:rio-tinto", "company:rio-tinto-group");
  REQUIRE(merge != nullptr);
  CHECK(merge->reason == MergeReason::kLongerName);
}

}  // namespace graph
