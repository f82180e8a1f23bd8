#include "graph/curated_edges.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/edge_view.h"
#include "graph/evidence_reader.h"
#include "graph/joined_evidence.h"
#include "graph/keys.h"
#include "graph/ranking.h"
#include "graph/relations.h"

namespace graph {
namespace {

// Edges of one part that are read at most: what comes after is not joined.
constexpr uint32_t kMaxRead = 20000;

using EdgeEndsAndType =
    std::tuple<text::RelationType, std::string, std::string>;

EdgeEndsAndType name_of(const Edge& edge) {
  return {edge.type, edge.source.id, edge.target.id};
}

double strength_of(const Edge& edge, OptionalTime newest) {
  EdgeRecord record;
  record.modality = edge.modality;
  record.negated = edge.negated;
  record.confidence = edge.confidence;
  record.story_count = edge.story_count;
  record.opposing_story_count = edge.opposing_story_count;
  record.first_reported = edge.first_reported;
  record.last_reported = edge.last_reported;
  return edge_strength(edge.type, record, newest);
}

bool is_same_sentence(const Evidence& one, const Evidence& other) {
  return one.article == other.article && one.in_title == other.in_title &&
         one.span == other.span;
}

void add_evidence(const Evidence& evidence, std::vector<Evidence>& shown) {
  const bool is_known = std::ranges::any_of(shown, [&](const Evidence& other) {
    return is_same_sentence(evidence, other);
  });
  if (!is_known) shown.push_back(evidence);
}

// What is left of an edge of the graph without its rejected evidence.
std::optional<Edge> without_rejected(const Database& database, Edge edge,
                                     const CuratedEdge& curated) {
  if (!curated.after) return std::nullopt;
  const EvidenceKey key = evidence_of(edge);
  Edge left = make_edge(edge.type, curated.after->edge);
  left.source = std::move(edge.source);
  left.target = std::move(edge.target);
  EvidenceReader reader(database);
  for (const EvidenceRecord& record : curated.after->evidence) {
    if (left.evidence.size() >= kEvidenceShown) break;
    left.evidence.push_back(reader.of_record(record, key.source, key.target));
  }
  return left;
}

// What is joined of several edges, or told of a period without rejected
// evidence, is counted from its sentences; nothing where none is left.
std::optional<Edge> tell_exactly(const Database& database,
                                 const Curation& curation, Edge edge,
                                 const RelationsRequest& request) {
  const auto source = curation.parts(edge.source.id);
  const auto target = curation.parts(edge.target.id);
  const bool is_plain =
      source.size() == 1 && target.size() == 1 &&
      curation.edge(edge.type, source.front(), target.front()) == nullptr;
  if (is_plain) return edge;
  JoinedEvidence joined(database, curation,
                        {edge.source.id, edge.type, edge.target.id},
                        period_of(request));
  auto told = joined.edge();
  if (!told) return std::nullopt;
  for (const EvidenceRecord& record : joined.records()) {
    if (told->evidence.size() == kEvidenceShown) break;
    told->evidence.push_back(joined.show(record));
  }
  return told;
}

// Reads every part up to `count` edges; returns how many more there are.
uint64_t read_parts(const Database& database, const Curation& curation,
                    RelationsRequest request, uint32_t count,
                    std::map<EdgeEndsAndType, Edge>& joined) {
  uint64_t unread = 0;
  request.offset = 0;
  request.limit = count;
  request.min_confidence = 0;  // Parts that are unsure may be sure together.
  const std::string asked = request.entity;
  for (const std::string& part : curation.parts(asked)) {
    request.entity = part;
    RelationsAnswer read = find_relations(database, request);
    unread += read.total - read.edges.size();
    for (Edge& edge : read.edges) {
      auto curated = curate_edge(database, curation, std::move(edge));
      if (!curated) continue;
      const auto [known, is_new] =
          joined.try_emplace(name_of(*curated), *curated);
      if (!is_new) known->second = join(std::move(known->second), *curated);
    }
  }
  return unread;
}

void leave_out_unsure(const Database& database, const Curation& curation,
                      const RelationsRequest& request,
                      std::map<EdgeEndsAndType, Edge>& joined) {
  if (request.min_confidence <= 0) return;
  for (auto at = joined.begin(); at != joined.end();) {
    auto told = tell_exactly(database, curation, at->second, request);
    if (told && told->confidence >= request.min_confidence) {
      (at++)->second = *std::move(told);
    } else {
      at = joined.erase(at);
    }
  }
}

}  // namespace

std::optional<Edge> curate_edge(const Database& database,
                                const Curation& curation, Edge edge) {
  const CuratedEdge* curated =
      curation.edge(edge.type, edge.source.id, edge.target.id);
  if (curated != nullptr) {
    auto left = without_rejected(database, std::move(edge), *curated);
    if (!left) return std::nullopt;
    edge = *std::move(left);
  }
  const auto source = curation.show(edge.source);
  const auto target = curation.show(edge.target);
  if (!source || !target || source->id == target->id) return std::nullopt;
  edge.source = *source;
  edge.target = *target;
  if (text::is_symmetric(edge.type) && edge.target.id < edge.source.id) {
    std::swap(edge.source, edge.target);
  }
  return edge;
}

Edge join(Edge one, const Edge& other) {
  Edge joined = one.story_count >= other.story_count ? one : other;
  const Edge& less = one.story_count >= other.story_count ? other : one;
  if (joined.negated == less.negated) {
    joined.story_count += less.story_count;
    joined.opposing_story_count += less.opposing_story_count;
    joined.confidence = 1 - (1 - joined.confidence) * (1 - less.confidence);
    joined.modality = std::min(joined.modality, less.modality);
  } else {
    joined.opposing_story_count += less.story_count;
  }
  if (less.first_reported && (!joined.first_reported ||
                              *less.first_reported < *joined.first_reported)) {
    joined.first_reported = less.first_reported;
  }
  if (less.last_reported &&
      (!joined.last_reported || *less.last_reported > *joined.last_reported)) {
    joined.last_reported = less.last_reported;
  }
  for (const Evidence& evidence : less.evidence) {
    add_evidence(evidence, joined.evidence);
  }
  std::ranges::stable_sort(joined.evidence, [](const auto& a, const auto& b) {
    return a.confidence > b.confidence;
  });
  if (joined.evidence.size() > kEvidenceShown) {
    joined.evidence.resize(kEvidenceShown);
  }
  return joined;
}

RelationsAnswer find_curated_relations(const Database& database,
                                       const Curation& curation,
                                       RelationsRequest request) {
  const uint32_t wanted = request.offset + request.limit;
  std::map<EdgeEndsAndType, Edge> joined;
  uint64_t unread = 0;
  for (uint32_t count = wanted;; count *= 2) {
    count = std::min(count, kMaxRead);
    joined.clear();
    unread = read_parts(database, curation, request, count, joined);
    leave_out_unsure(database, curation, request, joined);
    if (unread == 0 || joined.size() >= wanted || count == kMaxRead) break;
  }
  RelationsAnswer answer;
  std::vector<Edge> edges;
  for (auto& [name, edge] : joined) edges.push_back(std::move(edge));
  const OptionalTime newest = database.catalogue().newest_report();
  std::ranges::stable_sort(edges, std::greater(), [&](const Edge& edge) {
    return strength_of(edge, newest);
  });
  answer.total = edges.size() + unread;
  for (size_t i = request.offset; i < std::min<size_t>(wanted, edges.size());
       ++i) {
    auto told = tell_exactly(database, curation, std::move(edges[i]), request);
    if (told) {
      answer.edges.push_back(*std::move(told));
    } else {
      --answer.total;
    }
  }
  answer.total_is_exact = unread == 0;
  return answer;
}

Neighbourhood curate_neighbourhood(const Curation& curation,
                                   const Neighbourhood& read) {
  Neighbourhood shown;
  shown.nodes_left_out = read.nodes_left_out;
  shown.links_left_out = read.links_left_out;
  std::map<std::string, uint32_t> numbers;
  std::vector<std::optional<uint32_t>> places;
  for (const EntitySummary& node : read.nodes) {
    const auto entity = curation.show(node);
    if (!entity) {
      places.emplace_back();
      continue;
    }
    const auto number = static_cast<uint32_t>(shown.nodes.size());
    const auto [known, is_new] = numbers.try_emplace(entity->id, number);
    if (is_new) shown.nodes.push_back(*entity);
    places.emplace_back(known->second);
  }
  std::map<std::tuple<uint32_t, uint32_t, std::optional<text::RelationType>>,
           size_t>
      known;
  for (const Link& link : read.links) {
    const auto source = places[link.source];
    const auto target = places[link.target];
    if (!source || !target || source == target) continue;
    if (link.type) {
      const CuratedEdge* edge = curation.edge(
          *link.type, read.nodes[link.source].id, read.nodes[link.target].id);
      if (edge != nullptr && !edge->after) continue;
    }
    const auto [at, is_new] = known.try_emplace(
        std::tuple(*source, *target, link.type), shown.links.size());
    if (is_new) {
      shown.links.push_back({*source, *target, link.type, link.weight});
    }
  }
  return shown;
}

}  // namespace graph
