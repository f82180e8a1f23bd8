#include "tests/exchange/awkward_graph.h"

#include "text/timestamp.h"

namespace exchange {

namespace {

constexpr text::ArticleId kArticle{0xa1};
const std::string kSentence = kAwkwardName + " may buy Plain.";

text::Span of(std::string_view text, std::string_view part) {
  const auto begin = static_cast<uint32_t>(text.find(part));
  return {begin, begin + static_cast<uint32_t>(part.size())};
}

}  // namespace

graph::EntityDetail awkward_entity() {
  graph::EntityDetail entity;
  entity.summary = {kAwkwardId, text::EntityType::kCompany, kAwkwardName, 2, 1};
  entity.aliases = {"a|b", "]]>"};
  entity.first_reported = text::parse_rfc3339("2025-12-16T00:24:00Z");
  return entity;
}

graph::ExportedEdge awkward_edge() {
  graph::ExportedEdge exported;
  graph::Edge& edge = exported.edge;
  edge.type = text::RelationType::kAcquires;
  edge.source = awkward_entity().summary;
  edge.target = {"facility:plain", text::EntityType::kFacility, "Plain", 1, 1};
  edge.modality = text::Modality::kPlanned;
  edge.confidence = 0.9F;
  edge.story_count = 1;
  graph::ExportedEvidence one;
  one.story = kArticle;
  one.evidence.article = kArticle;
  one.evidence.title = "-1 point";
  one.evidence.source = "Wire";
  one.evidence.sentence = kSentence;
  one.evidence.modality = text::Modality::kPlanned;
  one.evidence.confidence = 0.9F;
  one.evidence.rule = "acquire.may";
  one.source_marks = {of(kSentence, kAwkwardName)};
  one.target_marks = {of(kSentence, "Plain")};
  exported.evidence = {one};
  return exported;
}

ReadText awkward_article() {
  ReadText read;
  read.article.id = kArticle;
  read.article.title = "-1 point";
  read.article.url = "https://news.example/a b?q=\"<ü>\"";
  read.article.body = "Nothing of note.\n\n" + kSentence;
  read.story = kArticle;
  text::Fact fact;
  fact.entity = kAwkwardId;
  fact.measure = "capacity";
  fact.value = -5000.5;
  fact.unit = "t/year";
  fact.sentence = of(read.article.body, kSentence);
  fact.quantity = of(read.article.body, "two");
  read.annotation.facts = {fact};
  read.entities = {
      {kAwkwardId, text::EntityType::kCompany, kAwkwardName, {"a|b"}}};
  return read;
}

std::string write_all(GraphWriter& writer) {
  std::string all = writer.begin({"000007", "2026-01-02T03:04:05Z", {}});
  all += writer.entity(awkward_entity());
  graph::EntityDetail target;
  target.summary = awkward_edge().edge.target;
  all += writer.entity(target);
  all += writer.begin_edges();
  all += writer.edge(awkward_edge());
  all += writer.article(awkward_article());
  return all + writer.end({2, 1, 1});
}

}  // namespace exchange
