#include "graph/pair_records.h"

#include <algorithm>
#include <set>

#include "graph/encoding.h"

namespace graph {
namespace {

constexpr uint8_t kEdgeTag = 0;
constexpr uint8_t kPlaceTag = 1;
constexpr size_t kPairBytes = 8;
constexpr int kSideCount = 3;
constexpr int kModalityCount = 4;

Encoder begin_key(EntityPair pair, uint8_t tag) {
  Encoder key;
  key.u32(static_cast<uint32_t>(pair.first));
  key.u32(static_cast<uint32_t>(pair.second)).u8(tag);
  return key;
}

// Better places sort first.
std::string encode(const PairPlace& place) {
  Encoder out;
  out.u8(static_cast<uint8_t>(kClosenessCount - 1 -
                              static_cast<int>(place.closeness)));
  out.u32(place.gap).u32(static_cast<uint32_t>(place.article));
  out.u32(place.first_sentence).u32(place.second_sentence);
  return out.take();
}

PairPlace decode_place(std::string_view bytes) {
  Decoder in(bytes);
  PairPlace place;
  place.closeness = static_cast<Closeness>(kClosenessCount - 1 -
                                           in.choice<int>(kClosenessCount));
  place.gap = in.u32();
  place.article = ArticleNumber{in.u32()};
  place.first_sentence = in.u32();
  place.second_sentence = in.u32();
  return place;
}

// The best places so far, encoded.
using BestPlaces = std::set<std::string>;

void keep_place(std::string_view bytes, PairSummary& summary,
                BestPlaces& best) {
  const auto closeness = decode_place(bytes).closeness;
  ++summary.counts.together[static_cast<int>(closeness)];
  if (best.size() == kEvidenceShown) {
    if (*best.rbegin() <= bytes) return;
    best.erase(std::prev(best.end()));
  }
  best.emplace(bytes);
}

void add_evidence(std::string_view key, std::string_view value,
                  const Catalogue& catalogue, PairSummary& summary) {
  Decoder name(key);
  const auto type = name.choice<text::RelationType>(text::kRelationTypeCount);
  const auto side = name.choice<Side>(kSideCount);
  if (summary.edges.empty() || summary.edges.back().type != type ||
      summary.edges.back().side != side) {
    summary.edges.push_back({type, side, {}, {}});
  }
  Decoder in(value);
  const ArticleNumber number{in.u32()};
  const Catalogue::Article& article = catalogue.article(number);
  EvidenceRecord record;
  record.article = article.id;
  record.story = catalogue.story_id(number);
  record.published = article.published;
  record.sentence = in.u32();
  record.modality = in.choice<text::Modality>(kModalityCount);
  record.negated = in.flag();
  record.confidence = in.f32();
  record.date = in.string();
  record.rule = in.string();
  summary.edges.back().evidence.push_back(std::move(record));
  summary.edges.back().articles.push_back(number);
}

}  // namespace

PairRow make_pair_row(const EdgeRowKey& edge, const EvidenceEntry& evidence) {
  Encoder key = begin_key({edge.first, edge.second}, kEdgeTag);
  key.u8(static_cast<uint8_t>(edge.type)).u8(static_cast<uint8_t>(edge.side));
  Encoder value;
  value.u32(static_cast<uint32_t>(evidence.article)).u32(evidence.sentence);
  value.u8(static_cast<uint8_t>(evidence.modality)).u8(evidence.negated);
  value.f32(evidence.confidence).string(evidence.date).string(evidence.rule);
  return {key.take(), value.take()};
}

PairRow make_pair_row(EntityPair pair, ArticleNumber story,
                      const PairPlace& place) {
  Encoder key = begin_key(pair, kPlaceTag);
  key.u32(static_cast<uint32_t>(story));
  return {key.take(), encode(place)};
}

PairSummary take_pair(SortedRecords& records, const Catalogue& catalogue) {
  const std::string pair(records.key().substr(0, kPairBytes));
  PairSummary summary;
  Decoder in(pair);
  summary.pair.first = EntityNumber{in.u32()};
  summary.pair.second = EntityNumber{in.u32()};
  BestPlaces best;
  std::string story;
  for (; records.valid() && records.key().starts_with(pair); records.next()) {
    const auto rest = records.key().substr(kPairBytes);
    if (static_cast<uint8_t>(rest[0]) == kEdgeTag) {
      add_evidence(rest.substr(1), records.value(), catalogue, summary);
      continue;
    }
    summary.reports.push_back(decode_place(records.value()).article);
    if (rest == story) continue;  // The first of a story is its best.
    story = rest;
    keep_place(records.value(), summary, best);
  }
  for (const auto& place : best) summary.places.push_back(decode_place(place));
  std::ranges::sort(summary.reports);
  return summary;
}

}  // namespace graph
