#include "graph/pair_records.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/encoding.h"

namespace graph {
namespace {

constexpr uint8_t kEdgeTag = 0;
constexpr uint8_t kPlaceTag = 1;
constexpr size_t kPairBytes = 16;
constexpr int kSideCount = 3;

Encoder begin_key(EntityPair pair, uint8_t tag) {
  Encoder key;
  key.id(pair.first).id(pair.second).u8(tag);
  return key;
}

// Better places sort first.
std::string encode(const PairPlace& place) {
  Encoder out;
  out.u8(static_cast<uint8_t>(kClosenessCount - 1 -
                              static_cast<int>(place.closeness)));
  out.u32(place.gap).u64(~encode_time(place.published));
  out.id(place.article);
  out.u32(place.first_sentence).u32(place.second_sentence);
  return out.take();
}

PairPlace decode_place(std::string_view bytes) {
  Decoder in(bytes);
  PairPlace place;
  place.closeness = static_cast<Closeness>(kClosenessCount - 1 -
                                           in.choice<int>(kClosenessCount));
  place.gap = in.u32();
  place.published = decode_time(~in.u64());
  place.article = in.id<text::ArticleId>();
  place.first_sentence = in.u32();
  place.second_sentence = in.u32();
  return place;
}

NeighbourEdge decode_neighbour_edge(std::string_view bytes) {
  Decoder in(bytes);
  NeighbourEdge edge;
  edge.type = in.choice<text::RelationType>(text::kRelationTypeCount);
  edge.side = in.choice<Side>(kSideCount);
  edge.edge = decode_edge(in.rest());
  return edge;
}

void sort_strongest_first(std::vector<NeighbourEdge>& edges) {
  std::ranges::sort(edges, {}, [](const NeighbourEdge& edge) {
    return std::tuple(-edge_strength(edge.type, edge.edge), edge.type,
                      edge.side);
  });
}

// The best places so far, encoded.
using BestPlaces = std::set<std::string>;

void keep_place(std::string_view bytes, PairSummary& summary,
                BestPlaces& best) {
  const auto closeness = decode_place(bytes).closeness;
  ++summary.counts.together[static_cast<int>(closeness)];
  best.emplace(bytes);
  if (best.size() > kEvidenceShown) best.erase(std::prev(best.end()));
}

}  // namespace

void add_edge(EntityPair pair, const NeighbourEdge& edge,
              ExternalSorter& records) {
  Encoder value;
  value.u8(static_cast<uint8_t>(edge.type)).u8(static_cast<uint8_t>(edge.side));
  value.raw(encode(edge.edge));
  records.add(begin_key(pair, kEdgeTag).bytes(), value.bytes());
}

void add_place(EntityPair pair, text::ArticleId story, const PairPlace& place,
               ExternalSorter& records) {
  records.add(begin_key(pair, kPlaceTag).id(story).bytes(), encode(place));
}

PairSummary take_pair(ExternalSorter& records) {
  const std::string pair(records.key().substr(0, kPairBytes));
  PairSummary summary;
  Decoder in(pair);
  summary.pair.first = in.id<EntityId>();
  summary.pair.second = in.id<EntityId>();
  BestPlaces best;
  std::string story;
  for (; records.valid() && records.key().starts_with(pair); records.next()) {
    const auto rest = records.key().substr(kPairBytes);
    if (static_cast<uint8_t>(rest[0]) == kEdgeTag) {
      summary.edges.push_back(decode_neighbour_edge(records.value()));
    } else if (rest != story) {  // The first of a story is its best.
      story = rest;
      keep_place(records.value(), summary, best);
    }
  }
  sort_strongest_first(summary.edges);
  for (const auto& place : best) summary.places.push_back(decode_place(place));
  return summary;
}

NeighbourEdge seen_from_other_end(NeighbourEdge edge) {
  if (edge.side == Side::kOut) {
    edge.side = Side::kIn;
  } else if (edge.side == Side::kIn) {
    edge.side = Side::kOut;
  }
  return edge;
}

}  // namespace graph
