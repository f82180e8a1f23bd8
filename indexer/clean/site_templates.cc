#include "indexer/clean/site_templates.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "indexer/clean/document.h"
#include "indexer/clean/plain_text.h"

namespace indexer {
namespace {

constexpr size_t kMaxHeldPages = 64;
constexpr size_t kMaxHeld = 1024;
constexpr size_t kMaxHeldBytes = size_t{8} << 20;
constexpr size_t kMaxParagraphs = 200'000;
constexpr size_t kMaxSeen = 400'000;
constexpr uint32_t kMinPages = 4;
constexpr size_t kMaxAnywhereBytes = 160;  // longer ones only at the ends

uint64_t hash(std::string_view text, uint64_t seed) {
  return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

// The host of the address, or else the source; 0 where neither is known.
uint64_t site_of(const text::Article& article) {
  const size_t scheme = article.url.find("://");
  if (scheme == std::string::npos) {
    return article.source.empty() ? 0 : hash(article.source, 1);
  }
  const std::string_view rest =
      std::string_view(article.url).substr(scheme + 3);
  return hash(rest.substr(0, rest.find_first_of("/?#")), 1);
}

std::vector<std::string_view> paragraphs_of(std::string_view body) {
  std::vector<std::string_view> paragraphs;
  while (!body.empty()) {
    const size_t end = std::min(body.find("\n\n"), body.size());
    paragraphs.push_back(body.substr(0, end));
    body.remove_prefix(std::min(body.size(), end + 2));
  }
  return paragraphs;
}

size_t body_bytes(const Cleaned& cleaned) {
  size_t bytes = 0;
  for (const ReadArticle& read : cleaned.articles) {
    bytes += read.article.body.size();
  }
  return bytes;
}

}  // namespace

void ParagraphCounts::add(const text::Article& article) {
  const uint64_t site = site_of(article);
  if (site == 0) return;
  if (seen_.size() >= kMaxSeen) seen_.clear();
  if (!seen_.insert(static_cast<uint64_t>(article.id)).second) return;
  ++pages_[site];
  std::vector<uint64_t> hashes;
  for (const std::string_view paragraph : paragraphs_of(article.body)) {
    hashes.push_back(hash(paragraph, site));
  }
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  for (const uint64_t one : hashes) ++paragraphs_[one];
  if (paragraphs_.size() > kMaxParagraphs) forget_rare();
}

std::string ParagraphCounts::without_common(
    const text::Article& article) const {
  const uint64_t site = site_of(article);
  const auto paragraphs = paragraphs_of(article.body);
  std::vector<bool> common;
  for (const std::string_view one : paragraphs) {
    common.push_back(site != 0 && is_common(site, one));
  }
  const auto first = std::ranges::find(common, false) - common.begin();
  const auto last =
      common.rend() - std::find(common.rbegin(), common.rend(), false);
  std::vector<std::string> kept;
  size_t bytes = 0;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    const bool at_end =
        static_cast<ptrdiff_t>(i) < first || static_cast<ptrdiff_t>(i) >= last;
    const bool goes =
        common[i] && (at_end || paragraphs[i].size() <= kMaxAnywhereBytes);
    if (goes) continue;
    kept.emplace_back(paragraphs[i]);
    bytes += paragraphs[i].size();
  }
  return bytes * 5 < article.body.size() * 3 ? article.body
                                             : join_paragraphs(kept);
}

bool ParagraphCounts::is_common(uint64_t site,
                                std::string_view paragraph) const {
  const auto found = paragraphs_.find(hash(paragraph, site));
  if (found == paragraphs_.end() || found->second < kMinPages) return false;
  const auto pages = pages_.find(site);
  return pages != pages_.end() && found->second * 4 >= pages->second;
}

// Forgets what was seen once; if that is not enough, everything.
void ParagraphCounts::forget_rare() {
  std::erase_if(paragraphs_,
                [](const auto& entry) { return entry.second == 1; });
  if (paragraphs_.size() * 2 <= kMaxParagraphs) return;
  paragraphs_.clear();
  pages_.clear();
}

TemplateFilter::TemplateFilter(std::function<void(Cleaned)> pass_on)
    : pass_on_(std::move(pass_on)) {}

void TemplateFilter::put(Cleaned cleaned) {
  if (cleaned.is_page && !cleaned.articles.empty()) {
    counts_.add(cleaned.articles.front().article);
  }
  held_pages_ += cleaned.is_page ? 1 : 0;
  held_bytes_ += body_bytes(cleaned);
  held_.push_back(std::move(cleaned));
  while (!held_.empty() && !may_wait()) pass_first();
}

bool TemplateFilter::may_wait() const {
  return held_.front().is_page && held_pages_ <= kMaxHeldPages &&
         held_.size() <= kMaxHeld && held_bytes_ <= kMaxHeldBytes;
}

void TemplateFilter::finish() {
  while (!held_.empty()) pass_first();
}

void TemplateFilter::pass_first() {
  Cleaned first = std::move(held_.front());
  held_.pop_front();
  held_pages_ -= first.is_page ? 1 : 0;
  held_bytes_ -= body_bytes(first);
  if (first.is_page && !first.articles.empty()) {
    text::Article& article = first.articles.front().article;
    article.body = counts_.without_common(article);
  }
  pass_on_(std::move(first));
}

}  // namespace indexer
