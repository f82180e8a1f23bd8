#include "graph/article_scope.h"

#include <algorithm>

namespace graph {

ArticleScope::ArticleScope(const Catalogue& catalogue, const Period& period,
                           const std::vector<std::string>& sources)
    : catalogue_(catalogue),
      range_(catalogue.published(period)),
      is_open_(period.is_open() && sources.empty()) {
  for (uint32_t i = 0; i < catalogue.sources().size(); ++i) {
    if (std::ranges::find(sources, catalogue.sources()[i]) != sources.end()) {
      sources_.push_back(i);
    }
  }
  if (!sources.empty() && sources_.empty()) range_ = {0, 0};
}

bool ArticleScope::contains(ArticleNumber article) const {
  if (!range_.contains(article)) return false;
  return sources_.empty() ||
         std::ranges::find(sources_, catalogue_.article(article).source) !=
             sources_.end();
}

uint32_t ArticleScope::count_stories(
    std::span<const ArticleNumber> articles) const {
  std::vector<ArticleNumber> stories;
  for (const ArticleNumber article : articles) {
    if (contains(article)) stories.push_back(catalogue_.article(article).story);
  }
  if (stories.size() < 2) return static_cast<uint32_t>(stories.size());
  std::ranges::sort(stories);
  const auto repeated = std::ranges::unique(stories);
  return static_cast<uint32_t>(stories.size() - repeated.size());
}

std::optional<text::Timestamp> ArticleScope::newest_report() const {
  ArticleRange range = range_;
  while (range.begin < range.end && !contains(ArticleNumber{range.begin})) {
    ++range.begin;
  }
  return catalogue_.newest_report(range);
}

uint32_t ArticleScope::count_all_stories() const {
  return is_open_ ? catalogue_.story_count()
                  : catalogue_.count_stories(range_, sources_);
}

}  // namespace graph
