// What was read in one article, as curators judge it.

#pragma once

#include <set>
#include <string>
#include <vector>

#include "graph/identity.h"
#include "graph/input_records.h"
#include "text/annotation.h"

namespace graph {

// The records of an article with every entity under the id, name and type that
// curators give it: hidden entities and rejected evidence are left out, and
// what is said of two that are one is said of one.
struct JudgedRecords {
  ArticleRecord article;        // sentences keep their indexes
  AnnotationRecord annotation;  // entities parallel to the article's
  // Parallel to the entities: true where the article gave only names of ids
  // that the entity took in; these count less than its own.
  std::vector<bool> second_hand;
  std::set<std::string> rejections;  // judgements that left evidence out
};

// `article` and `annotation` are what was read in the article `id`; their
// entities are parallel by public id.
JudgedRecords judge(const ArticleRecord& article,
                    const AnnotationRecord& annotation,
                    const Identity& identity, text::ArticleId id);

// Under which public id each entity of `annotation` stands in article `id`;
// empty where it is hidden.
std::vector<std::string> read_ids(const AnnotationRecord& annotation,
                                  const Identity& identity, text::ArticleId id);

}  // namespace graph
