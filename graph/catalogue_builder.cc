#include "graph/catalogue_builder.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "text/error.h"

namespace graph {
namespace {

// Newer first, undated last.
auto rank(const Catalogue::Article& article) {
  const auto time = article.published.value_or(text::Timestamp{});
  return std::tuple(!article.published.has_value(), -static_cast<int64_t>(time),
                    article.id);
}

}  // namespace

void CatalogueBuilder::add_article(text::ArticleId id,
                                   std::optional<text::Timestamp> published,
                                   std::string_view source) {
  auto known = sources_.find(source);
  if (known == sources_.end()) {
    known = sources_.emplace(source, 0).first;
  }
  // Pointers into a map stay; the number follows in build().
  articles_.push_back({id, published, {}, 0});
  article_sources_.push_back(&known->second);
}

Catalogue CatalogueBuilder::build(const std::vector<text::ArticleId>& stories) {
  std::vector<std::string> sources;
  for (auto& [source, number] : sources_) {
    number = static_cast<uint32_t>(sources.size());
    sources.push_back(source);
  }
  std::vector<uint32_t> order(articles_.size());
  std::iota(order.begin(), order.end(), uint32_t{0});
  std::ranges::sort(order, {}, [&](uint32_t i) { return rank(articles_[i]); });
  numbers_.resize(order.size());
  std::vector<std::pair<text::ArticleId, ArticleNumber>> by_id;
  for (uint32_t i = 0; i < order.size(); ++i) {
    numbers_[order[i]] = ArticleNumber{i};
    by_id.emplace_back(articles_[order[i]].id, ArticleNumber{i});
  }
  std::ranges::sort(by_id);
  std::vector<Catalogue::Article> articles;
  for (const uint32_t i : order) {
    Catalogue::Article article = articles_[i];
    article.source = *article_sources_[i];
    const auto story = std::ranges::lower_bound(
        by_id, stories[i], {}, [](const auto& pair) { return pair.first; });
    if (story == by_id.end() || story->first != stories[i]) {
      throw text::StorageError("stories", "a story has no article");
    }
    article.story = story->second;
    articles.push_back(article);
  }
  std::vector<EntityId> entities;
  for (const uint64_t entity : entities_) entities.push_back(EntityId{entity});
  std::ranges::sort(entities);
  return Catalogue(std::move(entities), std::move(articles),
                   std::move(sources));
}

}  // namespace graph
