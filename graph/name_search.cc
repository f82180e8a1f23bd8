#include "graph/name_search.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "graph/entity_lookup.h"
#include "graph/entity_summary.h"
#include "graph/keys.h"
#include "graph/records.h"
#include "text/fold.h"

namespace graph {
namespace {

// Names that one look-up reads at most.
constexpr size_t kMaxScanned = 4000;

struct Candidate {
  EntityId entity{};
  NameMatch match{};
  uint32_t story_count = 0;
  std::string written;
};

auto rank(const Candidate& candidate) {
  return std::tuple(candidate.match, ~candidate.story_count, candidate.entity);
}

// True where `folded` begins with a query of `size` bytes and a word of it
// ends there.
bool ends_at_word(std::string_view folded, size_t size) {
  if (size >= folded.size()) return true;
  const char after = folded[size];
  return !((after >= 'a' && after <= 'z') || (after >= '0' && after <= '9'));
}

enum class Words : uint8_t { kWhole, kBegun };

std::optional<NameMatch> match_of(const NameKey& key, std::string_view query,
                                  Words words) {
  if (key.match == NameMatch::kWord) {
    if (words == Words::kWhole && !ends_at_word(key.folded, query.size())) {
      return std::nullopt;
    }
    return NameMatch::kWord;
  }
  return key.folded == query ? key.match : NameMatch::kPrefix;
}

// Each entity once, by its best name.
std::vector<Candidate> find_names(const Database& database,
                                  std::string_view query, Words words) {
  const bool is_short =
      words == Words::kBegun && count_characters(query) <= kPrefixCharacters;
  std::string prefix(query);
  if (is_short) prefix.push_back('\0');  // ends the name in a key
  std::map<EntityId, Candidate> best;
  size_t scanned = 0;
  for (auto scan =
           database.scan(is_short ? Column::kPrefixes : Column::kNames, prefix);
       scanned < kMaxScanned && scan.valid(); scan.next(), ++scanned) {
    const NameKey key = decode_name_key(scan.key());
    const auto match = match_of(key, query, words);
    if (!match) continue;
    Candidate found{key.entity, *match, key.story_count,
                    std::string(scan.value())};
    const auto known = best.find(key.entity);
    if (known == best.end()) {
      best.emplace(key.entity, std::move(found));
    } else if (rank(found) < rank(known->second)) {
      known->second = std::move(found);
    }
  }
  std::vector<Candidate> candidates;
  for (auto& [entity, candidate] : best) {
    candidates.push_back(std::move(candidate));
  }
  std::ranges::sort(candidates, {}, rank);
  return candidates;
}

std::vector<NamedEntity> find_named(const Database& database,
                                    std::string_view name, Words words,
                                    size_t limit) {
  const std::string query = text::fold_name(name);
  if (query.empty()) return {};
  std::vector<NamedEntity> named;
  for (Candidate& candidate : find_names(database, query, words)) {
    if (named.size() >= limit) break;
    named.push_back({summary_at(database, candidate.entity), candidate.match,
                     std::move(candidate.written)});
  }
  return named;
}

}  // namespace

std::vector<NamedEntity> resolve_name(const Database& database,
                                      std::string_view name, size_t limit) {
  if (const auto record = find_entity(database, name); record && limit > 0) {
    return {{summarize(*record), NameMatch::kExact, record->entity.name}};
  }
  return find_named(database, name, Words::kWhole, limit);
}

std::vector<NamedEntity> suggest_names(const Database& database,
                                       std::string_view prefix, size_t limit) {
  return find_named(database, prefix, Words::kBegun, limit);
}

std::vector<EntitySummary> list_entities(const Database& database,
                                         std::optional<text::EntityType> type,
                                         size_t offset, size_t limit) {
  std::vector<RankedKey> ranked;
  for (int i = 0; i < text::kEntityTypeCount; ++i) {
    const auto listed = static_cast<text::EntityType>(i);
    if (type && *type != listed) continue;
    size_t taken = 0;
    for (auto scan = database.scan(Column::kRanked, ranked_prefix(listed));
         taken < offset + limit && scan.valid(); scan.next(), ++taken) {
      ranked.push_back(decode_ranked_key(scan.key()));
    }
  }
  std::ranges::sort(ranked, {}, [](const RankedKey& key) {
    return std::tuple(~key.story_count, key.entity);
  });
  std::vector<EntitySummary> entities;
  for (size_t i = offset; i < std::min(offset + limit, ranked.size()); ++i) {
    entities.push_back(summary_at(database, ranked[i].entity));
  }
  return entities;
}

bool is_clear(const std::vector<NamedEntity>& candidates) {
  constexpr uint32_t kClearlyMoreReported = 3;
  if (candidates.size() == 1) return true;
  const NamedEntity& first = candidates[0];
  const NamedEntity& second = candidates[1];
  return first.match != second.match ||
         first.entity.story_count >=
             kClearlyMoreReported * second.entity.story_count;
}

}  // namespace graph
