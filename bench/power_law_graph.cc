#include "bench/power_law_graph.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace bench {
namespace {

constexpr double kExponent = 0.51;
constexpr int kSentences = 20;  // of an article
constexpr int64_t kFirstDay = 1600000000;
constexpr int64_t kYears = 5;
constexpr int64_t kYear = 31557600;

// splitmix64, as published by S. Vigna: any 64 bits give as good ones.
uint64_t mix(uint64_t& state) {
  uint64_t z = state += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

std::string make_name(uint32_t number) {
  constexpr std::string_view kSyllables[] = {"ka", "lo",  "mi", "ren", "sta",
                                             "tu", "vor", "ze", "bal", "dri"};
  std::string name;
  for (uint32_t rest = number + 10; rest > 0; rest /= 10) {
    name += kSyllables[rest % 10];
  }
  return name + " " + std::to_string(number);
}

}  // namespace

EntityDraw::EntityDraw(uint32_t entities, uint64_t seed)
    : entities_(entities), state_(seed) {}

double EntityDraw::fraction() {
  return static_cast<double>(mix(state_) >> 11) * 0x1p-53;
}

// The inverse of the share that the first n have: (n / all)^(1 - exponent).
uint32_t EntityDraw::next() {
  const double drawn = std::pow(fraction(), 1 / (1 - kExponent));
  return std::min(static_cast<uint32_t>(drawn * entities_), entities_ - 1);
}

PowerLawGraph make_graph(const GraphSize& size) {
  PowerLawGraph graph;
  for (uint32_t i = 0; i < size.entities; ++i) {
    const auto type = static_cast<text::EntityType>(i % text::kEntityTypeCount);
    const std::string name = make_name(i);
    graph.entities.push_back(
        {text::make_entity_id(type, name), type, name, {}});
  }
  uint64_t state = kSeed;
  EntityDraw draw(size.entities, kSeed);
  for (uint32_t i = 0; i < size.articles; ++i) {
    graph.article_ids.push_back(mix(state));
    graph.published.push_back(
        kFirstDay + static_cast<int64_t>(draw.fraction() * kYears * kYear));
  }
  std::unordered_set<uint64_t> edges;
  while (edges.size() < size.edges) {
    Statement made;
    made.source = draw.next();
    made.target = draw.next();
    if (made.source == made.target) continue;
    // A relation of a pair is mostly the same one.
    uint64_t pair = (uint64_t{made.source} << 32 | made.target) ^ kSeed;
    made.type = static_cast<text::RelationType>((mix(pair) + mix(state) % 2) %
                                                text::kRelationTypeCount);
    if (text::is_symmetric(made.type) && made.target < made.source) {
      std::swap(made.source, made.target);
    }
    made.article = static_cast<uint32_t>(mix(state) % size.articles);
    made.sentence = static_cast<uint8_t>(mix(state) % kSentences);
    made.modality = static_cast<text::Modality>(
        std::max<int>(0, static_cast<int>(mix(state) % 8) - 4));
    made.confidence = static_cast<float>(50 + mix(state) % 50) / 100;
    edges.insert(uint64_t{made.source} << 37 | uint64_t{made.target} << 5 |
                 static_cast<uint64_t>(made.type));
    graph.statements.push_back(made);
  }
  graph.edge_count = static_cast<uint32_t>(edges.size());
  return graph;
}

}  // namespace bench
