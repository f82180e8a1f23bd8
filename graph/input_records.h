// The values of `articles` and `annotations`: what came in, from which all else
// is counted (docs/graph_format.md).
//
// Every decode_*() throws text::StorageError where the bytes are not what the
// matching encode() writes.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/entity_id.h"
#include "graph/records.h"
#include "text/annotation.h"
#include "text/article.h"
#include "text/entity.h"
#include "text/minhash.h"

namespace graph {

// A name that a sentence contains.
struct NameMark {
  uint32_t entity = 0;  // index into ArticleRecord::entities
  text::Span span;      // bytes of the sentence
  bool nominal = false;

  bool operator==(const NameMark&) const = default;
};

// A sentence that can serve as evidence.
struct SentenceRecord {
  text::Span span;  // bytes of the body, or of the title if `in_title`
  bool in_title = false;
  // Position among all sentences of the article; sentences with adjacent
  // numbers follow each other. Nothing where no sentence rule found it.
  std::optional<uint32_t> number;
  std::string text;
  std::vector<NameMark> marks;  // by position

  bool operator==(const SentenceRecord&) const = default;
};

// `articles`: what evidence needs of an article.
struct ArticleRecord {
  std::string title;
  std::string source;
  OptionalTime published;
  text::ArticleKind kind{};
  std::string language;
  std::vector<EntityId> entities;  // that it names, by public id
  std::vector<SentenceRecord> sentences;

  bool operator==(const ArticleRecord&) const = default;
};

// `annotations`: everything else that the graph is rebuilt from.
struct AnnotationRecord {
  text::Sketch sketch;
  std::vector<text::Entity> entities;  // parallel to ArticleRecord::entities
  text::Annotation annotation;

  bool operator==(const AnnotationRecord&) const = default;
};

std::string encode(const ArticleRecord& record);
ArticleRecord decode_article(std::string_view bytes);
// An encoded ArticleRecord of which sentences are decoded one by one; views
// die with its bytes.
struct ArticleHead {
  std::string_view title;
  std::string_view source;
  OptionalTime published;
  std::string_view entities;  // encoded
  uint32_t sentence_count = 0;
  std::string_view sentences;  // encoded

  size_t entity_count() const { return entities.size() / sizeof(EntityId); }
  EntityId entity(size_t index) const;  // below entity_count()
};
ArticleHead decode_article_head(std::string_view bytes);
// Also throws where the article has fewer sentences.
SentenceRecord decode_sentence(const ArticleHead& article, uint32_t index);
std::string encode(const AnnotationRecord& record);
// Of an encoded AnnotationRecord.
text::Sketch decode_sketch(std::string_view bytes);
AnnotationRecord decode_annotation(std::string_view bytes);

}  // namespace graph
