// Groups of entities that have more to do with each other than with the rest,
// found when the graph is built (docs/ranking.md, "Communities").

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph_reader.h"

namespace graph {

class Database;

struct CommunityMember {
  EntitySummary entity;
  double share = 0;  // of what ties it to anything, how much is within: 0..1
};

struct Community {
  // The public id of its central member: another one may have it in another
  // generation.
  std::string id;
  std::string name;  // of its central members: `Korea Zinc · Nyrstar · zinc`
  uint32_t member_count = 0;
  std::vector<CommunityMember> members;  // the most central first
};

struct CommunitiesRequest {
  uint32_t members = 8;  // to show of each
  uint32_t offset = 0;
  uint32_t limit = 20;
};

struct CommunitiesAnswer {
  std::vector<Community> communities;  // of two members or more, largest first
  uint64_t total = 0;
};

CommunitiesAnswer list_communities(const Database& database,
                                   const CommunitiesRequest& request);

struct CommunityRequest {
  std::string entity;  // public id of any member
  uint32_t offset = 0;
  uint32_t limit = 20;
};

// Nothing for an entity that has no community or that the graph lacks.
std::optional<Community> find_community(const Database& database,
                                        const CommunityRequest& request);

}  // namespace graph
