#include "extract/relation_model.h"

#include <doctest/doctest.h>

#include "tests/extract/reading_article.h"

namespace extract {
namespace {

using text::Relation;
using text::RelationType;

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
