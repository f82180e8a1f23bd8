// What the answers of several endpoints have in common.
//
// Offsets are code points, half-open. What is not known is absent.

#pragma once

#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "generation/generation.h"
#include "graph/graph_reader.h"
#include "text/article.h"
#include "text/span.h"
#include "text/utf8.h"

namespace server::api {

// Keeps fields in the order in which they were set.
using Json = nlohmann::ordered_json;

// On one line, UTF-8.
std::string dump(const Json& json);

// Without the digits that a float doesn't have: 0.98, not 0.98000001907.
double rounded(double value);

// Adds a field unless the value is empty.
void set_text(Json& json, const char* name, std::string_view value);
void set_time(Json& json, const char* name,
              const std::optional<text::Timestamp>& time);

// [[begin, end], ...]
Json marks_json(std::string_view text, std::span<const text::Span> marks);

// Without its body.
Json article_head(const text::Article& article);

Json entity_json(const graph::EntitySummary& entity);
// Id, name and type only.
Json entity_name(const graph::EntitySummary& entity);

std::string_view to_string(graph::NameMatch match);
std::string_view to_string(graph::Direction direction);

// Throws NotFound.
graph::EntityDetail require_entity(const generation::Generation& generation,
                                   std::string_view id);

// Writes evidence; keeps the articles that it comes from for the next one.
// Used by one thread, for one answer.
class EvidenceWriter {
 public:
  // `generation` must outlive it.
  explicit EvidenceWriter(const generation::Generation& generation)
      : generation_(&generation) {}

  Json write(const graph::Evidence& evidence);
  Json write_all(std::span<const graph::Evidence> evidence);

 private:
  struct Offsets {
    text::Article article;
    text::CodePointIndex title;
    text::CodePointIndex body;

    explicit Offsets(text::Article whole);
    Offsets(const Offsets&) = delete;
    Offsets& operator=(const Offsets&) = delete;
  };
  const Offsets* offsets(text::ArticleId id);

  const generation::Generation* generation_;
  std::map<text::ArticleId, std::unique_ptr<Offsets>> articles_;
};

}  // namespace server::api
