// Which articles tell the same news.

#pragma once

#include <functional>
#include <span>
#include <vector>

#include "text/article_id.h"
#include "text/minhash.h"

namespace graph {

struct SignedArticle {
  text::ArticleId id{};
  text::Signature signature{};
};

// The sample of an article that was signed.
using ReadSample = std::function<text::Sample(text::ArticleId)>;

// Articles whose resemblance is at least this, or that are tied by a chain of
// such pairs, are one story.
inline constexpr double kStoryResemblance = 0.6;

// The story of each article, in the same order: the smallest id among the
// articles that tell it. Pairs are looked for among articles that agree in one
// of 21 bands of 3 signature values, and are verified by their samples. The
// order of `articles` makes no difference.
std::vector<text::ArticleId> group_stories(
    std::span<const SignedArticle> articles, const ReadSample& read_sample);

}  // namespace graph
