// Of an article, the sentences in which something was read.

#pragma once

#include <string_view>

#include "text/annotation.h"
#include "text/article.h"

namespace indexer {

// The paragraph that stands for what is left out.
inline constexpr std::string_view kLeftOut = "…";

struct Excerpt {
  text::Article article;
  text::Annotation annotation;
};

// The body becomes the sentences that a span of the annotation lies in, in
// their order: those that follow each other as they stand, the others with a
// paragraph kLeftOut between them. Spans move along; the title stays. The spans
// must lie inside the article.
Excerpt make_excerpt(text::Article article, text::Annotation annotation);

// True for an excerpt that tells nothing which `whole` lacks: each of its
// paragraphs stands there.
bool is_excerpt_of(std::string_view excerpt, std::string_view whole);

}  // namespace indexer
