#include "graph/catalogue.h"

#include <algorithm>

#include "graph/hashed_ids.h"
#include "text/error.h"

namespace graph {
namespace {

constexpr int64_t kSecondsOfHalfYear = int64_t{365} * 86400 / 2;
// Of 20 articles on, one in a hundred is one at least.
constexpr uint32_t kRoundedUp = 80;

[[noreturn]] void fail(std::string_view detail) {
  throw text::StorageError("catalogue", detail);
}

}  // namespace

Catalogue::Catalogue(std::vector<EntityId> entities,
                     std::vector<Article> articles,
                     std::vector<std::string> sources)
    : entities_(std::move(entities)),
      articles_(std::move(articles)),
      sources_(std::move(sources)) {
  for (uint32_t i = 0; i < articles_.size(); ++i) {
    const Article& article = articles_[i];
    if (article.published) ++dated_;
    if (article.story == ArticleNumber{i}) ++stories_;
    if (static_cast<uint32_t>(article.story) >= articles_.size() ||
        article.source >= sources_.size()) {
      fail("an article has no story or source");
    }
  }
}

EntityId Catalogue::entity(EntityNumber number) const {
  const auto at = static_cast<uint32_t>(number);
  if (at >= entities_.size()) fail("no entity has this number");
  return entities_[at];
}

std::optional<EntityNumber> Catalogue::find(EntityId entity) const {
  const auto found = find_place(entities_, entity);
  if (found == entities_.end() || *found != entity) return std::nullopt;
  return EntityNumber{static_cast<uint32_t>(found - entities_.begin())};
}

const Catalogue::Article& Catalogue::article(ArticleNumber number) const {
  const auto at = static_cast<uint32_t>(number);
  if (at >= articles_.size()) fail("no article has this number");
  return articles_[at];
}

ArticleRange Catalogue::published(const Period& period) const {
  if (period.is_open()) return {0, static_cast<uint32_t>(articles_.size())};
  const auto begin = articles_.begin();
  const auto end = begin + dated_;
  // Newest first: an article before `to` comes after all that are not.
  const auto first = std::partition_point(begin, end, [&](const Article& a) {
    return period.to && *a.published >= *period.to;
  });
  const auto last = std::partition_point(first, end, [&](const Article& a) {
    return !period.from || *a.published >= *period.from;
  });
  return {static_cast<uint32_t>(first - begin),
          static_cast<uint32_t>(last - begin)};
}

std::optional<text::Timestamp> Catalogue::newest_report(
    ArticleRange range) const {
  if (range.begin >= std::min(range.end, dated_)) return std::nullopt;
  const auto begin = articles_.begin() + range.begin;
  const uint32_t late =
      (std::min(range.end, dated_) - range.begin + kRoundedUp) / 100;
  const text::Timestamp latest{static_cast<int64_t>(*begin[late].published) +
                               kSecondsOfHalfYear};
  return std::partition_point(begin, begin + late,
                              [&](const Article& article) {
                                return *article.published > latest;
                              })
      ->published;
}

std::optional<text::Timestamp> Catalogue::newest_report() const {
  return newest_report({0, static_cast<uint32_t>(articles_.size())});
}

uint32_t Catalogue::count_stories(ArticleRange range,
                                  const std::vector<uint32_t>& sources) const {
  std::vector<bool> seen(articles_.size());
  uint32_t count = 0;
  for (uint32_t at = range.begin; at < range.end; ++at) {
    const Article& article = articles_[at];
    if (!sources.empty() &&
        std::ranges::find(sources, article.source) == sources.end()) {
      continue;
    }
    const auto story = static_cast<uint32_t>(article.story);
    if (!seen[story]) ++count;
    seen[story] = true;
  }
  return count;
}

}  // namespace graph
