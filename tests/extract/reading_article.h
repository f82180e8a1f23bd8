// The extractor over the project's own gazetteer and rules, and questions
// that tests ask of what it read.

#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "extract/extractor.h"

namespace extract {

inline std::filesystem::path resources() {
  return std::filesystem::path(LODE_SOURCE_DIR) / "corpora";
}

// Loaded once: tests only read with it.
inline const Extractor& extractor() {
  static const Extractor kExtractor(resources());
  return kExtractor;
}

inline Extraction read_body(std::string body) {
  text::Article article;
  article.body = std::move(body);
  return extractor().extract(article);
}

inline const text::Relation* find_relation(const Extraction& extraction,
                                           std::string_view source,
                                           text::RelationType type,
                                           std::string_view target) {
  const auto& relations = extraction.annotation.relations;
  const auto found =
      std::ranges::find_if(relations, [&](const text::Relation& r) {
        return r.type == type && r.source == source && r.target == target;
      });
  return found == relations.end() ? nullptr : &*found;
}

inline const text::Mention* find_mention(const Extraction& extraction,
                                         std::string_view entity) {
  const auto& mentions = extraction.annotation.mentions;
  const auto found =
      std::ranges::find(mentions, entity, &text::Mention::entity);
  return found == mentions.end() ? nullptr : &*found;
}

}  // namespace extract
