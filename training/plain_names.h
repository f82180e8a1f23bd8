// Articles of plain text as lessons for the name tagger: an encyclopedia's
// first sentence or a company's profile tells whom an article is about, and a
// model that has learned from marked sets reads the rest (self-training).

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "training/name_sets.h"

namespace training {

enum class PlainText : uint8_t {
  kEncyclopedia,  // articles whose first sentence does not tell are left out
  kProfiles,      // titled by companies
  kNews,          // nobody knows their subject
};

// What an article calls its subject.
struct ArticleSubject {
  std::vector<std::vector<std::string>> names;  // by words
  models::NameClass name_class{};
};

struct PlainArticle {
  MarkedArticle article;  // its beginning, without names
  std::optional<ArticleSubject> subject;
};

// Each `step`-th article of a corpus (read_corpus).
std::vector<PlainArticle> read_plain_articles(const std::filesystem::path& path,
                                              PlainText kind, size_t step);

// Marks all uses of the subject's names and what a model is sure of among the
// names it `found` by sentence, the doubtful ones included; words of which
// neither is sure are marked as unknown.
MarkedArticle mark_names(PlainArticle plain,
                         std::span<const std::vector<models::NameSpan>> found);

}  // namespace training
