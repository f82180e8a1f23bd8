#include "extract/relation_merge.h"

#include <doctest/doctest.h>

#include <string>

namespace extract {
namespace {

using text::Modality;
using text::Relation;
using text::RelationType;

Relation say(RelationType type, uint32_t sentence, const std::string& rule) {
  Relation relation;
  relation.type = type;
  relation.source = "person:ada-park";
  relation.target = "company:zinco";
  relation.sentence = {sentence, sentence + 10};
  relation.rule = rule;
  return relation;
}

TEST_CASE("what a rule says of two entities the model does not say again") {
  const auto merged =
      merge_relations({say(RelationType::kLeads, 0, "lead.is")},
                      {say(RelationType::kLeads, 0, "model.leads"),
                       say(RelationType::kWorksFor, 0, "model.works_for")});
  REQUIRE(merged.size() == 1);
  CHECK(merged[0].rule == "lead.is");
}

TEST_CASE("what a rule says is denied or planned the model does not assert") {
  Relation planned = say(RelationType::kFounded, 0, "found.by");
  planned.modality = Modality::kPlanned;
  const auto merged =
      merge_relations({planned}, {say(RelationType::kFounded, 0, "model.x")});
  REQUIRE(merged.size() == 1);
  CHECK(merged[0].modality == Modality::kPlanned);
}

TEST_CASE("what only the model says is told in its place") {
  const auto merged =
      merge_relations({say(RelationType::kLeads, 0, "lead.is"),
                       say(RelationType::kLeads, 40, "lead.is")},
                      {say(RelationType::kFounded, 0, "model.founded"),
                       say(RelationType::kWorksFor, 20, "model.works_for")});
  REQUIRE(merged.size() == 4);
  CHECK(merged[1].rule == "model.founded");
  CHECK(merged[2].rule == "model.works_for");
}

TEST_CASE("who has a post by a rule gets no second one by a doubtful guess") {
  Relation doubtful = say(RelationType::kWorksFor, 0, "model.works_for");
  doubtful.target = "company:other";
  doubtful.confidence = 0.6F;
  Relation sure = doubtful;
  sure.target = "company:third";
  sure.confidence = 0.9F;
  const auto merged = merge_relations({say(RelationType::kLeads, 0, "lead.is")},
                                      {doubtful, sure});
  REQUIRE(merged.size() == 2);
  CHECK(merged[1].target == "company:third");
}

}  // namespace
}  // namespace extract
