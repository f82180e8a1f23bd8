// Tiny hand-made archives, and the graphs built of them.

#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph_builder.h"
#include "graph/graph_reader.h"
#include "tests/temporary_directory.h"
#include "text/annotation.h"
#include "text/article.h"
#include "text/entity.h"

namespace graph {

struct AnnotatedArticle {
  text::Article article;
  text::Annotation annotation;
  std::vector<text::Entity> entities;
};

struct StatedRelation {
  std::string source;
  text::RelationType type{};
  std::string target;
  text::Modality modality = text::Modality::kAsserted;
  bool negated = false;
  float confidence = 0.9f;
};

// An article that mentions, wherever its text has their names, the entities
// `type:name` given (`company:Acme Zinc`). Relations belong to the first
// sentence of the body that names both ends.
struct Draft {
  uint64_t id = 0;
  std::string body;
  std::vector<std::string> names = {};  // `type:name`
  std::vector<StatedRelation> relations = {};
  std::string title = "A title";
  std::string published = "2025-12-16T00:24:00Z";
};

AnnotatedArticle annotate(const Draft& draft);

// The public id of `type:name`.
std::string id_of(std::string_view typed_name);

// Builds a graph in `directory`, on top of `previous` if given.
GraphCounts build(const std::filesystem::path& directory,
                  const std::vector<Draft>& drafts,
                  const std::optional<std::filesystem::path>& previous = {});

// Every record of every column family: "column key" -> value, in hexadecimal.
std::map<std::string, std::string> dump(const std::filesystem::path& directory);

std::string to_hex(std::string_view bytes);

// A few sentences of filler that make bodies with different numbers differ.
std::string filler(uint64_t number);

}  // namespace graph
