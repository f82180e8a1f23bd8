#include "graph/graph_assembly.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/article_record.h"
#include "graph/company.h"
#include "graph/edge_summary.h"
#include "graph/encoding.h"
#include "graph/entity_summary.h"
#include "graph/ranking.h"
#include "text/error.h"

namespace graph {
namespace {

using text::ArticleId;

constexpr uint8_t kEdgeTag = 0;
constexpr uint8_t kCompanyTag = 1;
constexpr size_t kEntityBytes = 8;
constexpr size_t kStatementBytes = 17;  // source, relation, target
constexpr size_t kPairBytes = 16;

std::string encode_mention(const EntityMention& mention) {
  Encoder out;
  out.id(mention.story).u64(encode_time(mention.published));
  out.varint(mention.mention_count);
  append(mention.description, out);
  return out.take();
}

EntityMention decode_mention(std::string_view key, std::string_view value) {
  EntityMention mention;
  mention.article = ArticleId{Decoder(key.substr(kEntityBytes)).u64()};
  Decoder in(value);
  mention.story = in.id<ArticleId>();
  mention.published = decode_time(in.u64());
  mention.mention_count = in.varint32();
  mention.description = take_entity(in);
  return mention;
}

StoryEvidence decode_statement(std::string_view key, std::string_view value) {
  StoryEvidence statement;
  statement.story = ArticleId{Decoder(key.substr(kStatementBytes)).u64()};
  Decoder in(value);
  statement.published = decode_time(in.u64());
  statement.evidence = decode_evidence(in.rest());
  return statement;
}

float clamped(float confidence) {
  return confidence > 0 ? std::min(confidence, 1.0f) : 0.0f;
}

// The place of a pair, so encoded that better places sort first.
struct PairPlace {
  Closeness closeness{};
  uint32_t gap = 0;
  OptionalTime published;
  ArticleId article{};
  uint32_t first_sentence = 0;
  uint32_t second_sentence = 0;
};

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
  place.article = in.id<ArticleId>();
  place.first_sentence = in.u32();
  place.second_sentence = in.u32();
  return place;
}

// What is known of a pair while its records pass.
struct PairRecords {
  std::vector<NeighbourEdge> edges;  // as seen from the first
  CompanyCounts counts;
  std::set<std::string> places;  // the best of each story, encoded

  void keep_place(std::string_view bytes) {
    const auto closeness = decode_place(bytes).closeness;
    ++counts.together[static_cast<int>(closeness)];
    places.emplace(bytes);
    if (places.size() > kEvidenceShown) places.erase(std::prev(places.end()));
  }
};

void sort_strongest_first(std::vector<NeighbourEdge>& edges) {
  std::ranges::sort(edges, {}, [](const NeighbourEdge& edge) {
    return std::tuple(-edge_strength(edge.type, edge.edge), edge.type,
                      edge.side);
  });
}

NeighbourEdge seen_from_other_end(NeighbourEdge edge) {
  if (edge.side == Side::kOut) {
    edge.side = Side::kIn;
  } else if (edge.side == Side::kIn) {
    edge.side = Side::kOut;
  }
  return edge;
}

// All records of `pairs` with the key prefix `pair`.
PairRecords take_pair(ExternalSorter& pairs, const std::string& pair) {
  PairRecords records;
  std::string story;
  for (; pairs.valid() && pairs.key().starts_with(pair); pairs.next()) {
    const auto rest = pairs.key().substr(kPairBytes);
    if (static_cast<uint8_t>(rest[0]) == kEdgeTag) {
      Decoder in(pairs.value());
      NeighbourEdge edge;
      edge.type = in.choice<text::RelationType>(text::kRelationTypeCount);
      edge.side = in.choice<Side>(3);
      edge.edge = decode_edge(in.rest());
      records.edges.push_back(edge);
    } else if (rest != story) {
      story = rest;
      records.keep_place(pairs.value());
    }
  }
  sort_strongest_first(records.edges);
  return records;
}

}  // namespace

GraphAssembly::GraphAssembly(Database& database,
                             const std::filesystem::path& directory,
                             const std::vector<SignedArticle>& articles)
    : database_(database),
      mentions_(directory / "sort-mentions"),
      statements_(directory / "sort-statements"),
      pairs_(directory / "sort-pairs"),
      entities_(directory / "sort-entities"),
      dated_mentions_(directory / "sort-dated-mentions"),
      edges_(directory / "sort-edges"),
      neighbours_(directory / "sort-neighbours"),
      names_(directory / "sort-names"),
      ranked_(directory / "sort-ranked") {
  write_stories(articles);
}

GraphCounts GraphAssembly::run() {
  read_articles();
  count_entities();
  add_edges();
  add_neighbours();
  write_entities();
  write_sorted(names_, Column::kNames);
  write_sorted(ranked_, Column::kRanked);
  write_sorted(dated_mentions_, Column::kMentions);
  write_sorted(edges_, Column::kEdges);
  write_sorted(neighbours_, Column::kNeighbours);
  return counts_;
}

void GraphAssembly::write_stories(const std::vector<SignedArticle>& articles) {
  stories_ = group_stories(articles);
  TableWriter table(database_, Column::kStories);
  for (size_t i = 0; i < articles.size(); ++i) {
    article_ids_.push_back(articles[i].id);
    table.add(article_key(articles[i].id), article_key(stories_[i]));
    if (stories_[i] == articles[i].id) ++counts_.stories;
  }
  table.finish();
  counts_.articles = articles.size();
}

void GraphAssembly::read_articles() {
  auto article = database_.scan(Column::kArticles, "");
  auto annotation = database_.scan(Column::kAnnotations, "");
  for (current_ = 0; article.valid(); article.next(), annotation.next()) {
    if (!annotation.valid() || annotation.key() != article.key()) {
      throw text::StorageError("annotations", "an article has none");
    }
    const auto read = decode_article(article.value());
    const auto annotated = decode_annotation(annotation.value());
    if (read.entities.size() != annotated.entities.size()) {
      throw text::StorageError("annotations", "entities do not match");
    }
    collect_mentions(read, annotated);
    collect_relations(read, annotated);
    collect_company(read);
    ++current_;
  }
}

void GraphAssembly::collect_mentions(const ArticleRecord& article,
                                     const AnnotationRecord& annotation) {
  std::vector<uint32_t> mention_counts(article.entities.size());
  for (const auto& mention : annotation.annotation.mentions) {
    if (mention.entity.empty()) continue;
    ++mention_counts[find_entity(annotation, mention.entity)];
  }
  counts_.mentions += annotation.annotation.mentions.size();
  counts_.facts += annotation.annotation.facts.size();
  const ArticleId id = article_ids_[current_];
  for (size_t i = 0; i < article.entities.size(); ++i) {
    Encoder key;
    key.id(article.entities[i]).id(id);
    mentions_.add(key.bytes(),
                  encode_mention({id, stories_[current_], article.published,
                                  mention_counts[i], annotation.entities[i]}));
    dated_mentions_.add(
        encode(MentionKey{article.entities[i], article.published, id}),
        Encoder().varint(mention_counts[i]).bytes());
  }
}

void GraphAssembly::collect_relations(const ArticleRecord& article,
                                      const AnnotationRecord& annotation) {
  for (const auto& relation : annotation.annotation.relations) {
    if (relation.source.empty() || relation.target.empty() ||
        relation.source == relation.target) {
      continue;
    }
    const bool turn =
        text::is_symmetric(relation.type) && relation.target < relation.source;
    const auto& source = turn ? relation.target : relation.source;
    const auto& target = turn ? relation.source : relation.target;
    const EvidenceKey edge{make_entity_key(source), relation.type,
                           make_entity_key(target), 0};
    Encoder key;
    key.raw(evidence_prefix(edge)).id(stories_[current_]);
    const EvidenceRecord evidence{article_ids_[current_],
                                  find_sentence(article, relation),
                                  relation.modality,
                                  relation.negated,
                                  clamped(relation.confidence),
                                  relation.date,
                                  relation.rule};
    Encoder value;
    value.u64(encode_time(article.published)).raw(graph::encode(evidence));
    statements_.add(key.bytes(), value.bytes());
  }
}

void GraphAssembly::collect_company(const ArticleRecord& article) {
  for (Company pair : find_company(article)) {
    if (article.entities[pair.second] < article.entities[pair.first]) {
      std::swap(pair.first, pair.second);
      std::swap(pair.first_sentence, pair.second_sentence);
    }
    Encoder key;
    key.id(article.entities[pair.first]);
    key.id(article.entities[pair.second]);
    key.u8(kCompanyTag).id(stories_[current_]);
    pairs_.add(key.bytes(),
               encode(PairPlace{pair.closeness, pair.gap, article.published,
                                article_ids_[current_], pair.first_sentence,
                                pair.second_sentence}));
  }
}

void GraphAssembly::count_entities() {
  mentions_.sort();
  while (mentions_.valid()) {
    const std::string entity(mentions_.key().substr(0, kEntityBytes));
    std::vector<EntityMention> views;
    for (; mentions_.valid() && mentions_.key().starts_with(entity);
         mentions_.next()) {
      views.push_back(decode_mention(mentions_.key(), mentions_.value()));
      if (views.back().description.id != views.front().description.id) {
        throw text::StorageError("entity ids with the same key",
                                 views.front().description.id + " and " +
                                     views.back().description.id);
      }
    }
    const EntityRecord record = summarize_entity(views);
    totals_.push_back({make_entity_key(record.entity.id), record.entity.type,
                       record.story_count, 0, 0});
    entities_.add(entity, graph::encode(record));
  }
  counts_.entities = totals_.size();
}

GraphAssembly::Totals& GraphAssembly::totals(EntityId entity) {
  const auto found =
      std::ranges::lower_bound(totals_, entity, {}, &Totals::entity);
  if (found == totals_.end() || found->entity != entity) {
    throw text::StorageError("entities", "an edge ends nowhere");
  }
  return *found;
}

void GraphAssembly::add_edges() {
  statements_.sort();
  TableWriter table(database_, Column::kEvidence);
  while (statements_.valid()) {
    const std::string prefix(statements_.key().substr(0, kStatementBytes));
    std::vector<StoryEvidence> all;
    for (; statements_.valid() && statements_.key().starts_with(prefix);
         statements_.next()) {
      all.push_back(decode_statement(statements_.key(), statements_.value()));
    }
    const EdgeSummary summary = summarize_edge(std::move(all));
    Decoder in(prefix);
    EvidenceKey key;
    key.source = in.id<EntityId>();
    key.type = in.choice<text::RelationType>(text::kRelationTypeCount);
    key.target = in.id<EntityId>();
    for (const EvidenceRecord& evidence : summary.evidence) {
      table.add(graph::encode(key), graph::encode(evidence));
      ++key.rank;
    }
    counts_.evidence += summary.evidence.size();
    add_edge(key, summary.edge);
  }
  table.finish();
}

void GraphAssembly::add_edge(const EvidenceKey& key, const EdgeRecord& edge) {
  ++counts_.edges;
  ++totals(key.source).edge_count;
  ++totals(key.target).edge_count;
  const bool symmetric = text::is_symmetric(key.type);
  const Side from_source = symmetric ? Side::kEither : Side::kOut;
  const Side from_target = symmetric ? Side::kEither : Side::kIn;
  const double strength = edge_strength(key.type, edge);
  const std::string value = graph::encode(edge);
  edges_.add(
      encode(EdgeKey{key.source, from_source, strength, key.type, key.target}),
      value);
  edges_.add(
      encode(EdgeKey{key.target, from_target, strength, key.type, key.source}),
      value);

  const bool source_first = key.source < key.target;
  Encoder pair;
  pair.id(std::min(key.source, key.target));
  pair.id(std::max(key.source, key.target)).u8(kEdgeTag);
  Encoder seen;
  seen.u8(static_cast<uint8_t>(key.type));
  seen.u8(static_cast<uint8_t>(source_first ? from_source : from_target));
  pairs_.add(pair.bytes(), seen.raw(value).bytes());
}

void GraphAssembly::add_neighbours() {
  pairs_.sort();
  while (pairs_.valid()) {
    Decoder in(pairs_.key());
    const EntityId first = in.id<EntityId>();
    add_pair(first, in.id<EntityId>());
  }
}

// Takes the pair's records from `pairs_`.
void GraphAssembly::add_pair(EntityId first, EntityId second) {
  const std::string pair = entity_key(first) + entity_key(second);
  PairRecords records = take_pair(pairs_, pair);
  Totals& one = totals(first);
  Totals& other = totals(second);
  records.counts.first = one.story_count;
  records.counts.second = other.story_count;
  records.counts.all = static_cast<uint32_t>(counts_.stories);

  NeighbourRecord row;
  const auto association =
      records.places.empty() ? std::nullopt : associate(records.counts);
  if (association) {
    row.association = {association->lift, association->story_count};
    row.association_strength = association->strength;
  }
  if (records.edges.empty() && !association) return;
  const double score = blend(records.edges, row.association_strength);

  row.type = other.type;
  row.edges = records.edges;
  for (const std::string& place : records.places) {
    const PairPlace decoded = decode_place(place);
    row.sightings.push_back({decoded.article, decoded.second_sentence});
  }
  neighbours_.add(encode(NeighbourKey{first, score, second}),
                  graph::encode(row));
  row.type = one.type;
  row.sightings.clear();
  for (const std::string& place : records.places) {
    const PairPlace decoded = decode_place(place);
    row.sightings.push_back({decoded.article, decoded.first_sentence});
  }
  std::ranges::transform(row.edges, row.edges.begin(), seen_from_other_end);
  neighbours_.add(encode(NeighbourKey{second, score, first}),
                  graph::encode(row));
  ++one.neighbour_count;
  ++other.neighbour_count;
}

void GraphAssembly::write_entities() {
  entities_.sort();
  TableWriter table(database_, Column::kEntities);
  size_t at = 0;
  for (; entities_.valid(); entities_.next(), ++at) {
    EntityRecord record = decode_entity(entities_.value());
    record.edge_count = totals_[at].edge_count;
    record.neighbour_count = totals_[at].neighbour_count;
    table.add(entities_.key(), graph::encode(record));
    for (const NameRow& row : list_names(record)) {
      names_.add(encode(row.key), row.written);
    }
    ranked_.add(encode(RankedKey{record.entity.type, record.story_count,
                                 totals_[at].entity}),
                "");
  }
  table.finish();
}

void GraphAssembly::write_sorted(ExternalSorter& rows, Column column) {
  rows.sort();
  TableWriter table(database_, column);
  for (; rows.valid(); rows.next()) table.add(rows.key(), rows.value());
  table.finish();
}

}  // namespace graph
