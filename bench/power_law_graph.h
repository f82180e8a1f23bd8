// A made-up graph whose entities differ in degree by a power law.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/entity.h"

namespace bench {

inline constexpr uint64_t kSeed = 20251216;

struct GraphSize {
  uint32_t entities = 200000;
  uint32_t edges = 2000000;  // pairs are drawn until there are so many
  uint32_t articles = 100000;
};

// A sentence of an article that states an edge; all by number.
struct Statement {
  uint32_t source = 0;
  uint32_t target = 0;
  uint32_t article = 0;
  text::RelationType type{};
  uint8_t sentence = 0;
  text::Modality modality{};
  float confidence = 0;

  auto operator<=>(const Statement&) const = default;
};

// The same for the same size everywhere. Entity n has an end of an edge in
// proportion to (n + 1)^-0.51, which makes the first a hub of some 5,000 edges;
// an edge that is drawn again gets more evidence.
struct PowerLawGraph {
  std::vector<text::Entity> entities;
  std::vector<Statement> statements;
  std::vector<uint64_t> article_ids;
  std::vector<int64_t> published;  // of the articles, seconds since 1970
  uint32_t edge_count = 0;
};

PowerLawGraph make_graph(const GraphSize& size);

// An entity as likely as an edge ends there: what people ask about.
class EntityDraw {
 public:
  explicit EntityDraw(uint32_t entities, uint64_t seed = kSeed + 1);
  uint32_t next();
  double fraction();  // 0..1

 private:
  uint32_t entities_;
  uint64_t state_;
};

}  // namespace bench
