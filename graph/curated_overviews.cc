#include "graph/curated_overviews.h"

#include <algorithm>
#include <map>
#include <set>

#include "graph/curated_edges.h"

namespace graph {
namespace {

// Pairs of ids between which paths are looked for.
constexpr size_t kMaxPairs = 9;
// Members that a community is named after.
constexpr size_t kNaming = 3;

std::optional<Path> curate_path(const Database& database,
                                const Curation& curation, Path path) {
  std::set<std::string> met;
  for (EntitySummary& node : path.nodes) {
    const auto shown = curation.show(node);
    if (!shown || !met.insert(shown->id).second) return std::nullopt;
    node = *shown;
  }
  for (Hop& hop : path.hops) {
    if (!hop.edge) continue;
    auto edge = curate_edge(database, curation, *std::move(hop.edge));
    if (!edge) return std::nullopt;
    hop.edge = std::move(edge);
  }
  return path;
}

std::vector<std::string> ids_of(const Path& path) {
  std::vector<std::string> ids;
  for (const EntitySummary& node : path.nodes) ids.push_back(node.id);
  return ids;
}

}  // namespace

PathsAnswer find_curated_paths(const Database& database,
                               const Curation& curation, PathsRequest request) {
  PathsAnswer answer;
  // Some of what is read is not shown: more is read than asked for.
  const size_t limit = request.limit;
  request.limit = kMaxPaths;
  const auto sources = curation.parts(request.from);
  const auto targets = curation.parts(request.to);
  std::set<std::vector<std::string>> known;
  bool is_first = true;
  bool is_dropped = false;
  size_t asked = 0;
  for (const std::string& from : sources) {
    for (const std::string& to : targets) {
      if (asked++ == kMaxPairs) break;
      request.from = from;
      request.to = to;
      PathsAnswer read = find_paths(database, request);
      answer.is_cut = answer.is_cut || read.is_cut;
      for (Path& path : read.paths) {
        auto shown = curate_path(database, curation, std::move(path));
        is_dropped = is_dropped || !shown;
        if (!shown || !known.insert(ids_of(*shown)).second) continue;
        answer.by_association =
            (is_first || answer.by_association) && read.by_association;
        is_first = false;
        answer.paths.push_back(*std::move(shown));
      }
    }
  }
  std::ranges::stable_sort(answer.paths, std::greater(), &Path::score);
  answer.is_cut = answer.is_cut || (is_dropped && answer.paths.size() < limit);
  if (answer.paths.size() > limit) answer.paths.resize(limit);
  return answer;
}

Community curate_community(const Curation& curation, Community read) {
  Community shown = read;
  shown.members.clear();
  std::set<std::string> met;
  bool is_changed = false;
  for (CommunityMember& member : read.members) {
    const auto entity = curation.show(member.entity);
    if (!entity || !met.insert(entity->id).second) {
      --shown.member_count;
      is_changed = true;
      continue;
    }
    is_changed = is_changed || *entity != member.entity;
    member.entity = *entity;
    shown.members.push_back(std::move(member));
  }
  shown.id = curation.identity().canonical(read.id);
  if (!is_changed) return shown;
  shown.name.clear();
  for (size_t i = 0; i < std::min(kNaming, shown.members.size()); ++i) {
    if (i > 0) shown.name += " · ";
    shown.name += shown.members[i].entity.name;
  }
  return shown;
}

CentralAnswer curate_central(const Curation& curation,
                             const CentralRequest& request,
                             CentralAnswer read) {
  std::vector<CentralEntity> entities;
  std::map<std::string, size_t> places;
  for (CentralEntity& central : read.entities) {
    const auto entity = curation.show(central.entity);
    const auto& types = request.types;
    if (!entity || (!types.empty() &&
                    std::ranges::find(types, entity->type) == types.end())) {
      continue;
    }
    central.entity = *entity;
    const auto [known, is_new] =
        places.try_emplace(entity->id, entities.size());
    if (is_new) {
      entities.push_back(std::move(central));
      continue;
    }
    CentralEntity& joined = entities[known->second];
    joined.score += central.score;
    joined.story_count += central.story_count;
    joined.edge_count += central.edge_count;
  }
  std::ranges::stable_sort(entities, std::greater(), &CentralEntity::score);
  read.entities = std::move(entities);
  return read;
}

NewsAnswer curate_news(const Database& database, const Curation& curation,
                       NewsAnswer read) {
  std::vector<NewEntity> entities;
  std::set<std::string> met;
  for (NewEntity& one : read.entities) {
    const CuratedEntity* curated = curation.entity_of(one.entity.id);
    if (curated != nullptr) {
      // New under one name, but known under another, is not new.
      const bool is_new = curated->detail &&
                          met.insert(curated->detail->summary.id).second &&
                          curated->detail->first_reported == one.first_reported;
      if (!is_new) {
        --read.entity_total;
        continue;
      }
      one.entity = curated->detail->summary;
    }
    entities.push_back(std::move(one));
  }
  std::vector<Edge> edges;
  for (Edge& edge : read.edges) {
    if (auto shown = curate_edge(database, curation, std::move(edge))) {
      edges.push_back(*std::move(shown));
    } else {
      --read.edge_total;
    }
  }
  read.entities = std::move(entities);
  read.edges = std::move(edges);
  return read;
}

}  // namespace graph
