// What the pages of one site have in common is of the site, not of an article.

#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/clean/cleaning_line.h"

namespace indexer {

// Counts on how many pages of a site each paragraph stands. Memory is bounded:
// rare paragraphs are forgotten first.
class ParagraphCounts {
 public:
  // Counts the paragraphs of `article` once, and not again for its id.
  void add(const text::Article& article);

  // The body without paragraphs that are the site's: on at least four pages and
  // a quarter of those known. Longer ones only at its beginning or end, and
  // nothing at all where more than two fifths of the body would go: then it is
  // a reprint.
  std::string without_common(const text::Article& article) const;

 private:
  bool is_common(uint64_t site, std::string_view paragraph) const;
  void forget_rare();

  std::unordered_map<uint64_t, uint32_t> pages_;       // by site
  std::unordered_map<uint64_t, uint32_t> paragraphs_;  // by site and text
  std::unordered_set<uint64_t> seen_;                  // article ids
};

// Passes what was cleaned on in its order, without what the pages of a site
// have in common. Each page is compared with those before it and with the next
// ones, of which a bounded number is held back; so what comes out depends on
// what comes in alone. For one thread.
class TemplateFilter {
 public:
  explicit TemplateFilter(std::function<void(Cleaned)> pass_on);

  void put(Cleaned cleaned);

  // Passes on what is held back.
  void finish();

 private:
  bool may_wait() const;
  void pass_first();

  std::function<void(Cleaned)> pass_on_;
  ParagraphCounts counts_;
  std::deque<Cleaned> held_;
  size_t held_pages_ = 0;
  size_t held_bytes_ = 0;  // of bodies
};

}  // namespace indexer
