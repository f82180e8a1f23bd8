#include "graph/stories.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

namespace graph {
namespace {

constexpr size_t kBandRows = 3;
constexpr size_t kBands = text::kSignatureSize / kBandRows;
using Band = std::array<uint32_t, kBandRows>;
// Each article is compared with at most so many that share a band with it:
// those before it in the order of their signatures.
constexpr size_t kCompared = 256;
// Signatures that agree less are not of one story: more than three standard
// errors below kStoryResemblance.
constexpr double kWorthVerifying = 0.4;

// Disjoint sets of article numbers.
class DisjointSets {
 public:
  explicit DisjointSets(size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), uint32_t{0});
  }

  uint32_t find(uint32_t member) {
    while (parents_[member] != member) {
      parents_[member] = parents_[parents_[member]];
      member = parents_[member];
    }
    return member;
  }

  void join(uint32_t a, uint32_t b) { parents_[find(a)] = find(b); }

 private:
  std::vector<uint32_t> parents_;
};

// Joins equal signatures and returns one article of each, by signature.
std::vector<uint32_t> join_equal(std::span<const SignedArticle> articles,
                                 DisjointSets& stories) {
  std::vector<uint32_t> order(articles.size());
  std::iota(order.begin(), order.end(), uint32_t{0});
  std::ranges::sort(order, {}, [&](uint32_t i) -> const text::Signature& {
    return articles[i].signature;
  });
  std::vector<uint32_t> distinct;
  for (const uint32_t i : order) {
    if (!distinct.empty() &&
        articles[distinct.back()].signature == articles[i].signature) {
      stories.join(i, distinct.back());
    } else {
      distinct.push_back(i);
    }
  }
  return distinct;
}

Band band_of(const text::Signature& signature, size_t band) {
  Band values;
  std::copy_n(signature.begin() + band * kBandRows, kBandRows, values.begin());
  return values;
}

// Ties articles that resemble each other.
class Comparison {
 public:
  Comparison(std::span<const SignedArticle> articles,
             const ReadSample& read_sample, DisjointSets& stories)
      : articles_(articles), read_sample_(read_sample), stories_(stories) {}

  void join_band(size_t band, std::span<const uint32_t> distinct) {
    std::vector<std::pair<Band, uint32_t>> entries;
    entries.reserve(distinct.size());
    for (const uint32_t i : distinct) {
      entries.emplace_back(band_of(articles_[i].signature, band), i);
    }
    std::ranges::stable_sort(entries, {}, &std::pair<Band, uint32_t>::first);
    for (size_t i = 1; i < entries.size(); ++i) {
      for (size_t j = i; j-- > i - std::min(i, kCompared);) {
        if (entries[j].first != entries[i].first) break;
        compare(entries[i].second, entries[j].second);
      }
    }
  }

 private:
  void compare(uint32_t a, uint32_t b) {
    if (stories_.find(a) == stories_.find(b)) return;
    if (text::resemblance(articles_[a].signature, articles_[b].signature) <
        kWorthVerifying) {
      return;
    }
    if (sampled_ != &articles_[a]) {
      sampled_ = &articles_[a];
      sample_ = read_sample_(sampled_->id);
    }
    if (text::sample_resemblance(sample_, read_sample_(articles_[b].id)) >=
        kStoryResemblance) {
      stories_.join(a, b);
    }
  }

  std::span<const SignedArticle> articles_;
  const ReadSample& read_sample_;
  DisjointSets& stories_;
  const SignedArticle* sampled_ = nullptr;
  text::Sample sample_;  // its sample
};

}  // namespace

std::vector<text::ArticleId> group_stories(
    std::span<const SignedArticle> articles, const ReadSample& read_sample) {
  DisjointSets stories(articles.size());
  const auto distinct = join_equal(articles, stories);
  Comparison comparison(articles, read_sample, stories);
  for (size_t band = 0; band < kBands; ++band) {
    comparison.join_band(band, distinct);
  }
  std::vector<text::ArticleId> smallest(articles.size(),
                                        text::ArticleId{UINT64_MAX});
  for (uint32_t i = 0; i < articles.size(); ++i) {
    text::ArticleId& story = smallest[stories.find(i)];
    story = std::min(story, articles[i].id);
  }
  std::vector<text::ArticleId> result(articles.size());
  for (uint32_t i = 0; i < articles.size(); ++i) {
    result[i] = smallest[stories.find(i)];
  }
  return result;
}

}  // namespace graph
