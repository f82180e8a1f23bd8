#include "tests/server/typed_archive.h"

#include <string>
#include <vector>

#include "graph/graph_builder.h"
#include "search/index_writer.h"
#include "text/analysis.h"

namespace server {
namespace {

struct Written {
  const char* title;
  const char* body;
  const char* entity = nullptr;  // name in the body
};

const std::vector<Written>& articles() {
  static const std::vector<Written> kArticles = {
      {"Korea Zinc to buy smelter", "Korea Zinc buys a smelter.", "Korea Zinc"},
      {"Korea Zinc reports", "Korea Zinc and its smelter in Tennessee.",
       "Korea Zinc"},
      {"Korea Zinc grows", "A smelter for Korea Zinc in Tennessee.",
       "Korea Zinc"},
      {"Nyrstar sells", "Nyrstar sold nickel; prices and money.", "Nyrstar"},
      {"Nyrstar waits", "Nyrstar and the price of money, of nickel.",
       "Nyrstar"},
      {"Nyrstar again", "Nyrstar, a price, money and nickel.", "Nyrstar"},
      {"A lead mine", "The lead mine is open."},
      {"Lead from a mine", "A mine of lead."},
      {"No lead", "A lead mine is closed."},
      {"高丽亚锌收购冶炼厂", "高丽亚锌收购。", "高丽亚锌"},
      {"고려아연 제련소", "고려아연 제련소.", "고려아연"},
      {"住友金属鉱山のニッケル", "ニッケルの価格。", "ニッケル"},
  };
  return kArticles;
}

const std::vector<text::Entity>& entities() {
  using enum text::EntityType;
  static const std::vector<text::Entity> kEntities = {
      {"commodity:nickel", kCommodity, "nickel", {"ニッケル"}},
      {"company:korea-zinc", kCompany, "Korea Zinc", {"高丽亚锌", "고려아연"}},
      {"company:nyrstar", kCompany, "Nyrstar", {}},
  };
  return kEntities;
}

const text::Entity* entity_of(const char* name) {
  if (name == nullptr) return nullptr;
  for (const text::Entity& entity : entities()) {
    if (entity.name == name) return &entity;
    for (const std::string& alias : entity.aliases) {
      if (alias == name) return &entity;
    }
  }
  return nullptr;
}

text::Annotation annotate(const Written& written) {
  text::Annotation annotation;
  const text::Entity* entity = entity_of(written.entity);
  if (entity == nullptr) return annotation;
  const std::string body = written.body;
  const std::string name = written.entity;
  const auto begin = static_cast<uint32_t>(body.find(name));
  text::Mention mention;
  mention.span = {begin, begin + static_cast<uint32_t>(name.size())};
  mention.entity = entity->id;
  mention.type = entity->type;
  mention.name = entity->name;
  mention.how = "gazetteer";
  annotation.mentions.push_back(mention);
  return annotation;
}

text::Article make_article(uint64_t id, const Written& written) {
  text::Article article;
  article.id = text::ArticleId{id};
  article.title = written.title;
  article.body = written.body;
  article.published = text::Timestamp{static_cast<int64_t>(id) * 86400};
  return article;
}

}  // namespace

TypedArchive::TypedArchive() {
  const generation::WriterLock lock(data_.path());
  generation::NewGeneration draft(data_.path(), lock);
  const std::string name = to_string(draft.id());
  search::SegmentWriter segment(draft.search_directory() / name);
  graph::GraphBuilder graph(draft.graph_directory(), std::nullopt);
  uint64_t id = 0;
  for (const Written& written : articles()) {
    const text::Article article = make_article(++id, written);
    segment.add(article, {});
    graph.add(article, annotate(written), entities());
  }
  segment.finish();
  generation::Manifest manifest;
  manifest.analysis_version = text::kAnalysisVersion;
  manifest.articles = id;
  manifest.graph = graph.finish();
  manifest.segments = {{name, id, {}}};
  draft.publish(manifest);
  generation_ = generation::open_current(data_.path());
}

}  // namespace server
