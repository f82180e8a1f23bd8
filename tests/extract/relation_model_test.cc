#include "extract/relation_model.h"

#include <doctest/doctest.h>

#include "tests/extract/reading_article.h"

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

TEST_CASE("a person is of the body that a sentence says he works for") {
  const auto read = read_body(
      "Mark Hanley of the Centre for Energy Research told reporters that ships "
      "would wait.");
  const auto& relations = read.annotation.relations;
  const bool works = std::ranges::any_of(relations, [](const Relation& r) {
    return r.type == RelationType::kWorksFor && !r.negated &&
           r.source == "person:mark-hanley";
  });
  CHECK(works);
}

TEST_CASE("a relative pronoun means the name before it") {
  const std::string body = "It sold Nyrstar, which runs smelters.";
  const auto read = read_body(body);
  const auto& mentions = read.annotation.mentions;
  const bool found = std::ranges::any_of(mentions, [&](const auto& mention) {
    return mention.nominal && mention.entity == "company:nyrstar" &&
           text::slice(body, mention.span) == "which";
  });
  CHECK(found);
}

}  // namespace
}  // namespace extract
