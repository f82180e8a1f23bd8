#include "graph/curation.h"

#include <algorithm>
#include <utility>

#include "graph/edge_scan.h"
#include "graph/encoding.h"
#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"
#include "graph/keys.h"
#include "graph/mention_rows.h"

namespace graph {
namespace {

// Articles of one entity, and evidence of one edge, that are read to count
// exactly; beyond, counts of merged entities are sums.
constexpr uint32_t kMaxCounted = 5000;

// A split changes what is counted in single articles: it waits for a build.
Judgement without_articles(Judgement judgement) {
  if (!is_split(judgement)) return judgement;
  judgement.articles.clear();
  judgement.beside.clear();
  judgement.name.clear();
  return judgement;
}

void note_time(OptionalTime time, bool is_first, OptionalTime& noted) {
  if (!time) return;
  if (!noted || (is_first ? *time < *noted : *time > *noted)) noted = time;
}

void add_alias(const std::string& alias, EntityDetail& detail) {
  if (alias == detail.summary.name) return;
  const auto at = std::ranges::lower_bound(detail.aliases, alias);
  if (at == detail.aliases.end() || *at != alias) {
    detail.aliases.insert(at, alias);
  }
}

void override_by(const JudgedEntity& judged, EntityDetail& detail) {
  if (judged.type) detail.summary.type = *judged.type;
  if (judged.name && *judged.name != detail.summary.name) {
    std::erase(detail.aliases, *judged.name);
    const auto read = std::exchange(detail.summary.name, *judged.name);
    add_alias(read, detail);
  }
  for (const std::string& alias : judged.aliases) add_alias(alias, detail);
}

EntityDetail detail_of(const EntityRecord& record) {
  return {summarize(record), record.entity.aliases, record.first_reported,
          record.last_reported, record.edge_count};
}

bool shows(const EntityDetail& detail, const EntityRecord& record) {
  return detail.summary == summarize(record) &&
         detail.aliases == record.entity.aliases;
}

}  // namespace

Curation::Curation(const Database& database,
                   std::span<const LedgerEntry> entries)
    : database_(database), built_(read_built_judgements(database)) {
  std::vector<Judgement> shown;
  std::vector<Judgement> built;
  std::vector<RejectedEvidence> rejected;
  for (const LedgerEntry& entry : entries) {
    const Judgement& judgement = entry.judgement;
    const bool is_built = built_.fingerprints.contains(fingerprint(judgement));
    if (entry.undone && !is_built) continue;
    shown.push_back(is_built ? judgement : without_articles(judgement));
    if (is_built) built.push_back(judgement);
    if (!is_built && judgement.evidence) {
      rejected.push_back(*judgement.evidence);
    }
  }
  identity_ = Identity(shown);
  if (shown.size() > built.size()) add_entities(Identity(built));
  for (const RejectedEvidence& evidence : rejected) add_edges(evidence);
}

std::vector<std::string> Curation::parts(std::string_view id) const {
  const std::string_view stands = identity_.canonical(id);
  const auto found = entities_.find(stands);
  if (found == entities_.end()) return {std::string(stands)};
  if (!found->second.detail) return {};
  return found->second.parts;
}

const CuratedEntity* Curation::entity_of(std::string_view part) const {
  const auto found = part_of_.find(part);
  return found == part_of_.end() ? nullptr
                                 : &entities_.find(found->second)->second;
}

std::optional<EntitySummary> Curation::show(const EntitySummary& read) const {
  const CuratedEntity* entity = entity_of(read.id);
  if (entity == nullptr) return read;
  if (!entity->detail) return std::nullopt;
  return entity->detail->summary;
}

const CuratedEdge* Curation::edge(text::RelationType type,
                                  std::string_view source,
                                  std::string_view target) const {
  if (edges_.empty()) return nullptr;
  if (text::is_symmetric(type) && target < source) std::swap(source, target);
  const auto found =
      edges_.find({type, std::string(source), std::string(target)});
  return found == edges_.end() ? nullptr : &found->second;
}

// The graph knows what `built` makes of the judged ids.
void Curation::add_entities(const Identity& built) {
  std::map<std::string, std::set<std::string>> parts;
  for (const std::string& id : identity_.judged_ids()) {
    parts[std::string(identity_.canonical(id))].emplace(built.canonical(id));
  }
  for (const auto& [id, ids] : parts) {
    add_entity(id, {ids.begin(), ids.end()});
  }
}

void Curation::add_entity(const std::string& id,
                          std::vector<std::string> parts) {
  std::map<std::string, EntityRecord> records;
  for (const std::string& part : parts) {
    if (auto record = find_entity(database_, part)) {
      records.emplace(part, *std::move(record));
    }
  }
  if (records.empty()) return;
  parts.clear();
  for (const auto& [part, record] : records) parts.push_back(part);
  std::ranges::stable_sort(parts, {}, [&](const std::string& part) {
    return std::pair(part != id, ~records.at(part).article_count);
  });
  CuratedEntity entity{parts, std::nullopt};
  if (!identity_.is_hidden(id)) {
    entity.detail = describe(id, parts);
    if (parts == std::vector{id} && shows(*entity.detail, records.at(id))) {
      return;
    }
  }
  for (const auto& [part, record] : records) {
    part_of_[part] = id;
    part_types_[part] = record.entity.type;
  }
  entities_[id] = std::move(entity);
}

EntityDetail Curation::describe(const std::string& id,
                                const std::vector<std::string>& parts) const {
  EntityDetail detail = detail_of(*find_entity(database_, parts.front()));
  detail.summary.id = id;
  for (size_t i = 1; i < parts.size(); ++i) {
    const EntityDetail other = detail_of(*find_entity(database_, parts[i]));
    detail.summary.article_count += other.summary.article_count;
    detail.summary.story_count += other.summary.story_count;
    detail.edge_count += other.edge_count;
    note_time(other.first_reported, true, detail.first_reported);
    note_time(other.last_reported, false, detail.last_reported);
    add_alias(other.summary.name, detail);
    for (const std::string& alias : other.aliases) add_alias(alias, detail);
  }
  if (parts.size() > 1) count(parts, detail);
  if (const JudgedEntity* judged = identity_.judged(id)) {
    override_by(*judged, detail);
  }
  return detail;
}

// What several parts have in common counts once.
void Curation::count(const std::vector<std::string>& parts,
                     EntityDetail& detail) const {
  std::set<EntityId> own;
  for (const std::string& part : parts) own.insert(make_entity_key(part));
  if (detail.summary.article_count <= kMaxCounted) {
    const Catalogue& catalogue = database_.catalogue();
    std::set<ArticleNumber> articles;
    std::set<ArticleNumber> stories;
    for (const EntityId part : own) {
      for (const MentionEntry& mention : read_mentions(
               database_, catalogue.find(part).value(), 0, kMaxCounted)) {
        articles.insert(mention.article);
        stories.insert(catalogue.article(mention.article).story);
      }
    }
    detail.summary.article_count = static_cast<uint32_t>(articles.size());
    detail.summary.story_count = static_cast<uint32_t>(stories.size());
  }
  if (detail.edge_count <= kMaxCounted) {
    std::set<std::tuple<text::RelationType, Side, EntityId>> edges;
    for (const EntityId part : own) {
      for (EdgeScan scan(database_, part, std::nullopt); scan.valid();
           scan.next()) {
        const EdgeKey& key = scan.key();
        if (!own.contains(key.other)) {
          edges.emplace(key.type, key.side, key.other);
        }
      }
    }
    detail.edge_count = static_cast<uint32_t>(edges.size());
  }
}

void Curation::add_edges(const RejectedEvidence& rejected) {
  for (const std::string& source : parts(rejected.source)) {
    for (const std::string& target : parts(rejected.target)) {
      const bool turned =
          text::is_symmetric(rejected.relation) && target < source;
      add_edge({rejected.relation, turned ? target : source,
                turned ? source : target});
    }
  }
}

void Curation::add_edge(const EdgeName& name) {
  const auto& [type, source, target] = name;
  if (edges_.contains(name)) return;
  const EvidenceKey key{make_entity_key(source), type, make_entity_key(target)};
  auto all = read_evidence(database_, key, kMaxCounted);
  if (all.empty()) return;
  CuratedEdge edge;
  edge.before = summarize_edge(all).edge;
  EvidenceReader reader(database_);
  std::erase_if(all, [&](const EvidenceRecord& record) {
    const auto sentence = reader.of_sighting({record.article, record.sentence},
                                             key.source, key.target);
    const std::string* by = identity_.rejection(
        {type, source, target, record.article, sentence.sentence});
    if (by == nullptr) return false;
    rejections_met_.insert(*by);
    edge.rejected.push_back(record);
    return true;
  });
  if (edge.rejected.empty()) return;
  if (!all.empty()) edge.after = summarize_edge(std::move(all));
  edges_[name] = std::move(edge);
}

}  // namespace graph
