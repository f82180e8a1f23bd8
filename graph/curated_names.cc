#include "graph/curated_names.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "text/fold.h"

namespace graph {
namespace {

// How a name that a curator gave fits a folded query.
std::optional<NameMatch> match_of(std::string_view name, bool is_canonical,
                                  std::string_view query) {
  const std::string folded = text::fold_name(name);
  if (folded == query) {
    return is_canonical ? NameMatch::kExact : NameMatch::kAlias;
  }
  if (folded.starts_with(query)) return NameMatch::kPrefix;
  if (folded.find(" " + std::string(query)) != folded.npos) {
    return NameMatch::kWord;
  }
  return std::nullopt;
}

// What is known of `found` under the name and id that it is shown with.
std::optional<NamedEntity> show(const Curation& curation, NamedEntity found) {
  const CuratedEntity* entity = curation.entity_of(found.entity.id);
  if (entity == nullptr) return found;
  if (!entity->detail) return std::nullopt;
  found.entity = entity->detail->summary;
  if (found.match == NameMatch::kExact && found.matched != found.entity.name) {
    found.match = NameMatch::kAlias;
  }
  return found;
}

void add_given_names(const Curation& curation, std::string_view query,
                     std::vector<NamedEntity>& named) {
  for (const auto& [id, entity] : curation.entities()) {
    const JudgedEntity* judged = curation.identity().judged(id);
    if (!entity.detail || judged == nullptr) continue;
    const auto offer = [&](const std::string& name, bool is_canonical) {
      if (const auto match = match_of(name, is_canonical, query)) {
        named.push_back({entity.detail->summary, *match, name});
      }
    };
    if (judged->name) offer(*judged->name, true);
    for (const std::string& alias : judged->aliases) offer(alias, false);
  }
}

}  // namespace

std::vector<NamedEntity> curate_names(const Curation& curation,
                                      std::string_view name,
                                      std::vector<NamedEntity> found,
                                      size_t limit) {
  std::vector<NamedEntity> named;
  for (NamedEntity& one : found) {
    if (auto shown = show(curation, std::move(one))) {
      named.push_back(*std::move(shown));
    }
  }
  const std::string query = text::fold_name(name);
  if (!query.empty()) add_given_names(curation, query, named);
  std::ranges::stable_sort(named, {}, [](const NamedEntity& one) {
    return std::tuple(one.match, ~one.entity.story_count);
  });
  std::set<std::string> known;
  std::erase_if(named, [&](const NamedEntity& one) {
    return !known.insert(one.entity.id).second;
  });
  if (named.size() > limit) named.resize(limit);
  return named;
}

}  // namespace graph
