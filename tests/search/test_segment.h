// A directory of segments that live as long as a test.

#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "search/index_reader.h"
#include "search/index_writer.h"
#include "tests/temporary_directory.h"
#include "text/article.h"

namespace search {

struct IndexedArticle {
  text::Article article;
  std::vector<std::string> entities{};
};

inline text::Article make_article(uint64_t id, std::string title,
                                  std::string body) {
  text::Article article;
  article.id = text::ArticleId{id};
  article.title = std::move(title);
  article.body = std::move(body);
  article.language = "en";
  return article;
}

inline void write_segment(const std::filesystem::path& directory,
                          std::span<const IndexedArticle> articles) {
  SegmentWriter writer(directory);
  for (const auto& [article, entities] : articles) {
    writer.add(article, entities);
  }
  writer.finish();
}

// Segments are opened without deleted articles.
inline std::vector<Segment> undeleted(
    std::initializer_list<std::filesystem::path> directories) {
  std::vector<Segment> segments;
  for (const auto& directory : directories) {
    segments.push_back({.directory = directory, .deleted = {}});
  }
  return segments;
}

inline std::vector<uint64_t> ids_of(const SearchAnswer& answer) {
  std::vector<uint64_t> ids;
  for (const Hit& hit : answer.hits) {
    ids.push_back(static_cast<uint64_t>(hit.id));
  }
  return ids;
}

}  // namespace search
