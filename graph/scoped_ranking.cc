#include "graph/scoped_ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>

#include "graph/mention_rows.h"
#include "graph/ranking.h"

namespace graph {
namespace {

// Articles of the entity that are read to count its stories.
constexpr size_t kMentionsRead = 200000;

template <typename Wanted>
bool is_any(const std::vector<Wanted>& wanted, Wanted value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

// Scores the rows of one entity.
class ScopedScores {
 public:
  ScopedScores(const Database& database, EntityNumber entity,
               const RelatedRequest& request, const ArticleScope& scope)
      : request_(request), scope_(scope), catalogue_(database.catalogue()) {
    std::vector<ArticleNumber> articles;
    for (const MentionEntry& mention :
         read_mentions(database, entity, 0, kMentionsRead)) {
      articles.push_back(mention.article);
    }
    own_stories_ = scope.count_stories(articles);
    stories_ = scope.count_all_stories();
    newest_ = scope.newest_report();
    all_own_stories_ = ArticleScope(catalogue_, {}, {}).count_stories(articles);
    all_stories_ = catalogue_.story_count();
  }

  // Nothing where no article in the scope ties the two as it is wanted.
  std::optional<ScoredNeighbour> score(const NeighbourHead& head) const {
    ScoredNeighbour scored{head.other, 0, decode_neighbour(head)};
    NeighbourRecord& record = scored.record;
    const double other_stories = stories_of_other(record);
    const double relations = keep_edges(record);
    if (!request_.relations.empty() && !has_wanted_edge(record)) return {};
    const double association = keep_association(other_stories, record);
    if (record.edges.empty() && !record.association) return {};
    record.shared.clear();
    std::erase_if(record.sightings, [&](const SightingEntry& sighting) {
      return !scope_.contains(sighting.article);
    });
    const double share = std::min(1.0, other_stories / std::max(1u, stories_));
    scored.score = blend(tell(relations, share), association);
    return scored;
  }

 private:
  bool has_wanted_edge(const NeighbourRecord& record) const {
    return std::ranges::any_of(record.edges, [&](const NeighbourEdge& edge) {
      return is_any(request_.relations, edge.type);
    });
  }

  // About how many stories of the scope name the other: of all time, what the
  // association tells; the same share of those of the scope.
  double stories_of_other(const NeighbourRecord& record) const {
    const double share = static_cast<double>(stories_) / all_stories_;
    if (!record.association) return share;
    const AssociationRecord& known = *record.association;
    const double all = static_cast<double>(known.story_count) * all_stories_ /
                       (known.lift * std::max(1u, all_own_stories_));
    return std::max<double>(all * share, scope_.count_stories(known.reports));
  }

  double keep_edges(NeighbourRecord& record) const {
    std::vector<double> strengths;
    for (NeighbourEdge& edge : record.edges) {
      const uint32_t stories = scope_.count_stories(edge.reports);
      const double part =
          std::min(1.0, static_cast<double>(stories) / edge.story_count);
      EdgeRecord told;
      told.modality = edge.modality;
      told.negated = edge.negated;
      told.confidence =
          static_cast<float>(1 - std::pow(1 - edge.confidence, part));
      told.story_count = stories;
      edge.story_count = stories;
      std::erase_if(edge.reports, [&](ArticleNumber article) {
        return !scope_.contains(article);
      });
      if (stories == 0) continue;
      told.last_reported = last_reported(edge, catalogue_);
      strengths.push_back(edge_strength(edge.type, told, newest_));
    }
    std::erase_if(record.edges, [](const NeighbourEdge& edge) {
      return edge.story_count == 0;
    });
    return join_strengths(strengths);
  }

  double keep_association(double other_stories, NeighbourRecord& record) const {
    if (!record.association) return 0;
    AssociationRecord& known = *record.association;
    const uint32_t together = scope_.count_stories(known.reports);
    const auto associated = associate(
        {.together = together,
         .first = std::max(own_stories_, together),
         .second = std::max(together,
                            static_cast<uint32_t>(std::lround(other_stories))),
         .all = stories_,
         .nearness = nearness_of(known.closeness, known.story_count)});
    if (!associated) {
      record.association.reset();
      return 0;
    }
    known.lift = associated->lift;
    known.story_count = associated->story_count;
    known.strength = associated->strength;
    std::erase_if(known.reports, [&](ArticleNumber article) {
      return !scope_.contains(article);
    });
    return associated->strength;
  }

  const RelatedRequest& request_;
  const ArticleScope& scope_;
  const Catalogue& catalogue_;
  OptionalTime newest_;           // report of the scope
  uint32_t own_stories_ = 0;      // that name the entity, in the scope
  uint32_t stories_ = 0;          // of the scope
  uint32_t all_own_stories_ = 0;  // of all time
  uint32_t all_stories_ = 0;
};

void put_in_order(std::vector<ScoredNeighbour>& neighbours) {
  std::ranges::sort(neighbours, {}, [](const ScoredNeighbour& neighbour) {
    return std::tuple(-neighbour.score, neighbour.other);
  });
}

}  // namespace

bool is_wanted(const NeighbourHead& head, const RelatedRequest& request) {
  if (!is_any(request.types, head.type)) return false;
  return request.relations.empty() ||
         std::ranges::any_of(request.relations, [&](text::RelationType type) {
           return has_edge_of(head, type);
         });
}

ScopedNeighbours rank_within(const Database& database, EntityNumber entity,
                             const RelatedRequest& request,
                             const ArticleScope& scope) {
  const ScopedScores scores(database, entity, request, scope);
  ScopedNeighbours found;
  auto& neighbours = found.neighbours;
  size_t rows = 0;
  for (NeighbourScan scan(database, entity); scan.valid(); scan.next()) {
    if (++rows > kScopedRows) {
      found.total_is_exact = false;
      break;
    }
    if (!is_wanted(scan.head(), request)) continue;
    if (auto scored = scores.score(scan.head())) {
      neighbours.push_back(*std::move(scored));
    }
  }
  found.total = neighbours.size();
  put_in_order(neighbours);
  std::array<size_t, text::kEntityTypeCount> better{};
  for (ScoredNeighbour& neighbour : neighbours) {
    size_t& before = better[static_cast<size_t>(neighbour.record.type)];
    neighbour.score = diversify(neighbour.score, before++);
  }
  put_in_order(neighbours);
  const size_t begin = std::min<size_t>(request.offset, neighbours.size());
  const size_t end = std::min<size_t>(begin + request.limit, neighbours.size());
  neighbours.resize(end);
  neighbours.erase(neighbours.begin(),
                   neighbours.begin() + static_cast<std::ptrdiff_t>(begin));
  return found;
}

}  // namespace graph
