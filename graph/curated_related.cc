#include "graph/curated_related.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <type_traits>
#include <variant>

#include "graph/evidence_reader.h"
#include "graph/keys.h"
#include "graph/ranking.h"
#include "graph/related.h"

namespace graph {
namespace {

// Related entities of one part that are read at most: what comes after is not
// joined.
constexpr uint32_t kMaxRead = 20000;
// A relation that is all but taken back leaves this much of a score.
constexpr double kLeastScore = 0.001;

bool is_same_sentence(const Evidence& one, const Evidence& other) {
  return one.article == other.article && one.in_title == other.in_title &&
         one.span == other.span;
}

// One related entity of the graph, as it is shown.
class RelatedCurator {
 public:
  RelatedCurator(const Database& database, const Curation& curation)
      : curation_(curation),
        evidence_(database),
        newest_(database.catalogue().newest_report()) {}

  // `part` is the id that was asked about; nothing where no reason is left.
  std::optional<Related> curate(const std::string& part, Related read) {
    const auto entity = curation_.show(read.entity);
    if (!entity) return std::nullopt;
    Related shown;
    shown.score = read.score;
    shown.evidence = std::move(read.evidence);
    for (const Reason& reason : read.reasons) {
      if (auto kept = curate(part, read.entity.id, reason, shown)) {
        shown.reasons.push_back(*std::move(kept));
      }
    }
    if (shown.reasons.empty() || shown.evidence.empty()) return std::nullopt;
    shown.entity = *entity;
    return shown;
  }

 private:
  std::optional<Reason> curate(const std::string& part,
                               const std::string& other, const Reason& reason,
                               Related& shown) {
    if (const auto* common = std::get_if<SharedReason>(&reason)) {
      const auto third = curation_.show(common->third);
      if (!third || is_rejected(*common, part) || is_rejected(*common, other)) {
        return std::nullopt;
      }
      return SharedReason{common->type, common->direction, *third};
    }
    const auto* relation = std::get_if<RelationReason>(&reason);
    if (relation == nullptr) return reason;
    const bool is_source = relation->direction == Direction::kOut;
    const std::string& source = is_source ? part : other;
    const std::string& target = is_source ? other : part;
    const CuratedEdge* edge = curation_.edge(relation->type, source, target);
    if (edge == nullptr) return reason;
    weaken(relation->type, *edge, shown);
    replace_evidence(*edge, part, other, shown);
    if (!edge->after) return std::nullopt;
    RelationReason left = *relation;
    left.modality = edge->after->edge.modality;
    left.negated = edge->after->edge.negated;
    left.story_count = edge->after->edge.story_count;
    return left;
  }

  // True where nothing is left of what ties `end` to the third entity.
  bool is_rejected(const SharedReason& shared, const std::string& end) const {
    const bool is_source = shared.direction == Direction::kOut;
    const std::string& third = shared.third.id;
    const CuratedEdge* edge = curation_.edge(
        shared.type, is_source ? end : third, is_source ? third : end);
    return edge != nullptr && !edge->after;
  }

  // A score is about 1 - product of (1 - strength): the rejected edge's factor
  // is taken out, and that of what is left of it put in.
  void weaken(text::RelationType type, const CuratedEdge& edge,
              Related& shown) const {
    const double before = edge_strength(type, edge.before, newest_);
    const double after =
        edge.after ? edge_strength(type, edge.after->edge, newest_) : 0.0;
    if (before >= 1) return;
    const double score = 1 - (1 - shown.score) / (1 - before) * (1 - after);
    shown.score = std::clamp(score, kLeastScore, shown.score);
  }

  // A rejected sentence still names both: it stays, as no more than that,
  // unless other evidence of its edge takes its place.
  void replace_evidence(const CuratedEdge& edge, const std::string& part,
                        const std::string& other, Related& shown) {
    const EntityId one = make_entity_key(part);
    const EntityId two = make_entity_key(other);
    for (const EvidenceRecord& rejected : edge.rejected) {
      Evidence named = evidence_.of_sighting(
          {rejected.article, rejected.sentence}, one, two);
      for (Evidence& evidence : shown.evidence) {
        if (is_same_sentence(evidence, named)) evidence = named;
      }
    }
    if (!edge.after) return;
    for (const EvidenceRecord& left : edge.after->evidence) {
      if (shown.evidence.size() >= kEvidenceShown) return;
      add(evidence_.of_record(left, one, two), shown.evidence);
    }
  }

  static void add(Evidence evidence, std::vector<Evidence>& shown) {
    const bool known = std::ranges::any_of(shown, [&](const Evidence& other) {
      return is_same_sentence(evidence, other);
    });
    if (!known) shown.push_back(std::move(evidence));
  }

  const Curation& curation_;
  EvidenceReader evidence_;
  OptionalTime newest_;  // report of all
};

bool absorb(RelationReason& known, const RelationReason& more) {
  if (known.type != more.type || known.direction != more.direction ||
      known.negated != more.negated) {
    return false;
  }
  known.story_count += more.story_count;
  known.modality = std::min(known.modality, more.modality);
  return true;
}

bool absorb(AssociationReason& known, const AssociationReason& more) {
  known.lift = std::max(known.lift, more.lift);
  known.story_count += more.story_count;
  return true;
}

bool absorb(const SharedReason& known, const SharedReason& more) {
  return known.type == more.type && known.direction == more.direction &&
         known.third.id == more.third.id;
}

// The same reason counts the stories of both.
void add_reason(const Reason& reason, std::vector<Reason>& reasons) {
  const bool is_known = std::visit(
      [&](const auto& more) {
        using Kind = std::decay_t<decltype(more)>;
        return std::ranges::any_of(reasons, [&](Reason& known) {
          auto* same = std::get_if<Kind>(&known);
          return same != nullptr && absorb(*same, more);
        });
      },
      reason);
  if (!is_known) reasons.push_back(reason);
}

void join(const Related& other, Related& into) {
  into.score = 1 - (1 - into.score) * (1 - other.score);
  for (const Reason& reason : other.reasons) add_reason(reason, into.reasons);
  std::ranges::stable_partition(into.reasons, [](const Reason& reason) {
    return std::holds_alternative<RelationReason>(reason);
  });
  for (const Evidence& evidence : other.evidence) {
    if (into.evidence.size() >= kEvidenceShown) return;
    if (std::ranges::none_of(into.evidence, [&](const Evidence& known) {
          return is_same_sentence(known, evidence);
        })) {
      into.evidence.push_back(evidence);
    }
  }
}

bool has_type(const std::vector<text::EntityType>& types,
              text::EntityType type) {
  return types.empty() || std::ranges::find(types, type) != types.end();
}

// The types by which the graph has what is shown under one of `wanted`.
std::vector<text::EntityType> types_read(const Curation& curation,
                                         std::vector<text::EntityType> wanted) {
  if (wanted.empty()) return wanted;
  std::vector<text::EntityType> read = wanted;
  for (const auto& [part, type] : curation.part_types()) {
    const CuratedEntity* entity = curation.entity_of(part);
    if (!entity->detail || has_type(read, type)) continue;
    if (has_type(wanted, entity->detail->summary.type)) read.push_back(type);
  }
  return read;
}

// Reads every part up to `count`; returns how many more there are.
uint64_t read_parts(const Database& database, const Curation& curation,
                    const RelatedRequest& asked, uint32_t count,
                    std::map<std::string, Related>& joined) {
  const std::string_view self = curation.identity().canonical(asked.entity);
  RelatedRequest request = asked;
  request.types = types_read(curation, asked.types);
  request.offset = 0;
  request.limit = count;
  RelatedCurator curator(database, curation);
  uint64_t unread = 0;
  for (const std::string& part : curation.parts(asked.entity)) {
    request.entity = part;
    RelatedAnswer read = find_related(database, request);
    unread += read.total - read.related.size();
    for (Related& one : read.related) {
      auto shown = curator.curate(part, std::move(one));
      if (!shown || shown->entity.id == self) continue;
      if (!has_type(asked.types, shown->entity.type)) continue;
      const auto [known, is_new] = joined.try_emplace(shown->entity.id, *shown);
      if (!is_new) join(*shown, known->second);
    }
  }
  return unread;
}

}  // namespace

RelatedAnswer find_curated_related(const Database& database,
                                   const Curation& curation,
                                   RelatedRequest request) {
  const uint32_t wanted = request.offset + request.limit;
  std::map<std::string, Related> joined;
  uint64_t unread = 0;
  for (uint32_t count = wanted;; count *= 2) {
    count = std::min(count, kMaxRead);
    joined.clear();
    unread = read_parts(database, curation, request, count, joined);
    if (unread == 0 || joined.size() >= wanted || count == kMaxRead) break;
  }
  std::vector<Related> ordered;
  for (auto& [id, related] : joined) ordered.push_back(std::move(related));
  std::ranges::stable_sort(ordered, [](const Related& a, const Related& b) {
    return std::tuple(-a.score, make_entity_key(a.entity.id)) <
           std::tuple(-b.score, make_entity_key(b.entity.id));
  });
  RelatedAnswer answer;
  answer.total = ordered.size() + unread;
  answer.total_is_exact = unread == 0;
  const size_t end = std::min<size_t>(wanted, ordered.size());
  for (size_t i = request.offset; i < end; ++i) {
    answer.related.push_back(std::move(ordered[i]));
  }
  return answer;
}

}  // namespace graph
