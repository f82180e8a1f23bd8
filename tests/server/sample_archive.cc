#include "tests/server/sample_archive.h"

#include <string>
#include <vector>

#include "graph/graph_builder.h"
#include "search/index_writer.h"
#include "text/analysis.h"

namespace server {
namespace {

struct Annotated {
  text::Article article;
  text::Annotation annotation;
};

const std::vector<text::Entity>& entities() {
  using enum text::EntityType;
  static const std::vector<text::Entity> kEntities = {
      {"commodity:copper", kCommodity, "copper", {"Cu"}},
      {"company:korea-zinc", kCompany, "Korea Zinc", {"고려아연"}},
      {"company:nyrstar", kCompany, "Nyrstar", {}},
      {"facility:clarksville-smelter", kFacility, "Clarksville smelter", {}},
  };
  return kEntities;
}

text::Span find(const std::string& text, std::string_view words) {
  const size_t begin = text.find(words);
  return {static_cast<uint32_t>(begin),
          static_cast<uint32_t>(begin + words.size())};
}

void mention(Annotated& annotated, size_t entity, std::string_view words) {
  const text::Entity& named = entities()[entity];
  text::Mention mention;
  mention.span = find(annotated.article.body, words);
  mention.entity = named.id;
  mention.type = named.type;
  mention.name = named.name;
  mention.how = "gazetteer";
  annotated.annotation.mentions.push_back(mention);
}

Annotated deal() {
  Annotated annotated;
  text::Article& article = annotated.article;
  article.id = text::ArticleId{0xa1};
  article.url = "https://news.example/deal";
  article.title = "“Zinc” deal in Tennessee";
  article.body =
      "Naïve — Korea Zinc plans to acquire the Clarksville smelter from "
      "Nyrstar.\n\nNyrstar said that zinc prices rose.";
  article.published = text::parse_rfc3339("2025-12-16T00:24:00Z");
  article.modified = text::parse_rfc3339("2025-12-17T08:00:00Z");
  article.section = "Markets";
  article.source = "SMM";
  article.language = "en";
  mention(annotated, 1, "Korea Zinc");
  mention(annotated, 3, "Clarksville smelter");
  mention(annotated, 2, "Nyrstar");
  text::Relation relation;
  relation.type = text::RelationType::kAcquires;
  relation.source = "company:korea-zinc";
  relation.target = "facility:clarksville-smelter";
  relation.sentence = {0, find(article.body, "\n").begin};
  relation.modality = text::Modality::kPlanned;
  relation.confidence = 0.9F;
  relation.rule = "acquire.plan-to";
  annotated.annotation.relations.push_back(relation);
  return annotated;
}

Annotated korean() {
  Annotated annotated;
  text::Article& article = annotated.article;
  article.id = text::ArticleId{0xa2};
  article.title = "고려아연 제련소";
  article.body = "고려아연이 아연을 생산한다.";
  article.published = text::parse_rfc3339("2025-11-02");
  article.source = "Metal Daily";
  article.language = "ko";
  mention(annotated, 1, "고려아연");
  return annotated;
}

Annotated copper() {
  Annotated annotated;
  text::Article& article = annotated.article;
  article.id = text::ArticleId{0xa3};
  article.title = "Prices";
  article.body = "The price of copper fell to $9,000 a tonne.";
  article.source = "SMM";
  article.language = "en";
  article.kind = text::ArticleKind::kBrief;
  mention(annotated, 0, "copper");
  text::Fact fact;
  fact.entity = "commodity:copper";
  fact.measure = "price";
  fact.value = 9000;
  fact.unit = "USD/t";
  fact.sentence = {0, static_cast<uint32_t>(article.body.size())};
  fact.quantity = find(article.body, "$9,000");
  annotated.annotation.facts.push_back(fact);
  return annotated;
}

std::vector<std::string> entity_ids(const text::Annotation& annotation) {
  std::vector<std::string> ids;
  for (const text::Entity& entity : entities()) {
    for (const text::Mention& mention : annotation.mentions) {
      if (mention.entity == entity.id) ids.push_back(entity.id);
    }
  }
  return ids;
}

}  // namespace

generation::GenerationId publish_sample(const std::filesystem::path& data) {
  const generation::WriterLock lock(data);
  generation::NewGeneration draft(data, lock);
  const std::string name = to_string(draft.id());
  search::SegmentWriter segment(draft.search_directory() / name);
  graph::GraphBuilder graph(draft.graph_directory(), std::nullopt);
  for (const Annotated& one : {deal(), korean(), copper()}) {
    segment.add(one.article, entity_ids(one.annotation));
    graph.add(one.article, one.annotation, entities());
  }
  segment.finish();
  generation::Manifest manifest;
  manifest.analysis_version = text::kAnalysisVersion;
  manifest.articles = 3;
  manifest.graph = graph.finish();
  manifest.segments = {{name, 3, {}}};
  draft.publish(manifest);
  return draft.id();
}

SampleArchive::SampleArchive() {
  publish_sample(data_.path());
  generation_ = generation::open_current(data_.path());
}

}  // namespace server
