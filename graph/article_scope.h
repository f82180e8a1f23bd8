// Which articles count for a request: those of a period, of some sources.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/catalogue.h"
#include "graph/period.h"

namespace graph {

// Used by one thread; the catalogue must outlive it.
class ArticleScope {
 public:
  // `sources` by name; empty: any. One that no article has leaves out all.
  ArticleScope(const Catalogue& catalogue, const Period& period,
               const std::vector<std::string>& sources);

  // True where every article counts.
  bool is_open() const { return is_open_; }

  bool contains(ArticleNumber article) const;

  // The stories that articles of `articles` in the scope tell.
  uint32_t count_stories(std::span<const ArticleNumber> articles) const;

  // When the newest article in the scope was published.
  std::optional<text::Timestamp> newest_report() const;

  // The stories that any article in the scope tells.
  uint32_t count_all_stories() const;

 private:
  const Catalogue& catalogue_;
  ArticleRange range_;
  std::vector<uint32_t> sources_;  // indexes; empty: any
  bool is_open_ = false;
};

}  // namespace graph
