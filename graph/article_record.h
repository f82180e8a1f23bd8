// From an annotated article to the records that the graph keeps of it.

#pragma once

#include <span>

#include "graph/input_records.h"
#include "text/annotation.h"
#include "text/article.h"
#include "text/entity.h"

namespace graph {

struct ArticleRecords {
  ArticleRecord article;
  AnnotationRecord annotation;
};

// Keeps the sentences that name an entity or state a relation or a fact. Throws
// text::InputError where a span lies outside the text, or an entity has no
// description and an id that tells no type.
ArticleRecords make_records(const text::Article& article,
                            const text::Annotation& annotation,
                            std::span<const text::Entity> entities);

// The index of the sentence that a relation or a fact was read in.
uint32_t find_sentence(const ArticleRecord& article,
                       const text::Relation& relation);
uint32_t find_sentence(const ArticleRecord& article, const text::Fact& fact);

// The index of an entity in the record's tables; `id` must be in it.
uint32_t find_entity(const AnnotationRecord& record, std::string_view id);

}  // namespace graph
