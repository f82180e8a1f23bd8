#include "graph/graph_assembly.h"

#include <algorithm>

#include "graph/article_record.h"
#include "graph/cooccurrence.h"
#include "graph/edge_summary.h"
#include "graph/encoding.h"
#include "graph/entity_summary.h"
#include "graph/judged_records.h"
#include "graph/pair_records.h"
#include "graph/ranking.h"
#include "text/error.h"

namespace graph {
namespace {

using text::ArticleId;

constexpr size_t kEntityBytes = 8;
constexpr size_t kStatementBytes = 17;  // source, relation, target
// Names that are kept for one prefix, the best.
constexpr size_t kPrefixNames = 64;

std::string encode_mention(const EntityMention& mention) {
  Encoder out;
  out.id(mention.story).u64(encode_time(mention.published));
  out.varint(mention.mention_count).u8(mention.second_hand);
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
  mention.second_hand = in.flag();
  mention.description = take_entity(in);
  return mention;
}

float clamped(float confidence) {
  return confidence > 0 ? std::min(confidence, 1.0f) : 0.0f;
}

// A pair as its second entity sees it.
PairSummary turned(PairSummary summary) {
  std::swap(summary.pair.first, summary.pair.second);
  std::swap(summary.counts.first, summary.counts.second);
  std::ranges::transform(summary.edges, summary.edges.begin(),
                         seen_from_other_end);
  for (PairPlace& place : summary.places) {
    std::swap(place.first_sentence, place.second_sentence);
  }
  return summary;
}

}  // namespace

GraphAssembly::GraphAssembly(Database& database,
                             const std::filesystem::path& directory,
                             const std::vector<SignedArticle>& articles,
                             const Identity& identity)
    : database_(database),
      identity_(identity),
      mentions_(directory / "sort-mentions"),
      statements_(directory / "sort-statements"),
      pairs_(directory / "sort-pairs"),
      entities_(directory / "sort-entities"),
      dated_mentions_(directory / "sort-dated-mentions"),
      edges_(directory / "sort-edges"),
      neighbours_(directory / "sort-neighbours"),
      facts_(directory / "sort-facts"),
      reports_(directory / "sort-reports"),
      names_(directory / "sort-names"),
      prefixes_(directory / "sort-prefixes"),
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
  write_prefixes();
  write_sorted(ranked_, Column::kRanked);
  write_sorted(dated_mentions_, Column::kMentions);
  write_sorted(edges_, Column::kEdges);
  neighbours_.write(database_);
  facts_.write(database_);
  reports_.write(database_);
  write_communities();
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
    auto read = decode_article(article.value());
    auto annotated = decode_annotation(annotation.value());
    if (read.entities.size() != annotated.entities.size()) {
      throw text::StorageError("annotations", "entities do not match");
    }
    if (!identity_.empty()) apply_judgements(read, annotated);
    collect_mentions(read, annotated);
    collect_relations(read, annotated);
    collect_cooccurrences(read);
    facts_.add(article_ids_[current_], read, annotated);
    reports_.add({read.published, article_ids_[current_]}, stories_[current_],
                 annotated);
    ++current_;
  }
}

// The columns keep what was read, so that a judgement can be undone; what is
// counted from here on is what curators make of it.
void GraphAssembly::apply_judgements(ArticleRecord& article,
                                     AnnotationRecord& annotation) {
  for (const text::Entity& entity : annotation.entities) {
    if (identity_.judged_ids().contains(entity.id)) {
      judgements_.ids_met.insert(entity.id);
    }
  }
  JudgedRecords judged =
      judge(article, annotation, identity_, article_ids_[current_]);
  article = std::move(judged.article);
  annotation = std::move(judged.annotation);
  second_hand_ = std::move(judged.second_hand);
  judgements_.rejections_met.merge(judged.rejections);
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
                                  mention_counts[i], annotation.entities[i],
                                  !second_hand_.empty() && second_hand_[i]}));
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
    const EvidenceRecord evidence{
        article_ids_[current_],           stories_[current_], article.published,
        find_sentence(article, relation), relation.modality,  relation.negated,
        clamped(relation.confidence),     relation.date,      relation.rule};
    statements_.add(evidence_prefix(edge), encode(evidence));
  }
}

void GraphAssembly::collect_cooccurrences(const ArticleRecord& article) {
  for (Cooccurrence pair : find_cooccurrences(article)) {
    if (article.entities[pair.second] < article.entities[pair.first]) {
      std::swap(pair.first, pair.second);
      std::swap(pair.first_sentence, pair.second_sentence);
    }
    add_place(
        {article.entities[pair.first], article.entities[pair.second]},
        stories_[current_],
        {pair.closeness, pair.gap, article.published, article_ids_[current_],
         pair.first_sentence, pair.second_sentence},
        pairs_);
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
    totals_.push_back({make_entity_key(record.entity.id),
                       record.entity.type,
                       record.story_count,
                       0,
                       {}});
    entities_.add(entity, encode(record));
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
    std::vector<EvidenceRecord> all;
    for (; statements_.valid() && statements_.key().starts_with(prefix);
         statements_.next()) {
      all.push_back(decode_evidence(statements_.value()));
    }
    const EdgeSummary summary = summarize_edge(std::move(all));
    Decoder in(prefix);
    EvidenceKey key;
    key.source = in.id<EntityId>();
    key.type = in.choice<text::RelationType>(text::kRelationTypeCount);
    key.target = in.id<EntityId>();
    for (const EvidenceRecord& evidence : summary.evidence) {
      table.add(encode(key), encode(evidence));
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
  const std::string value = encode(edge);
  edges_.add(
      encode(EdgeKey{key.source, from_source, strength, key.type, key.target}),
      value);
  edges_.add(
      encode(EdgeKey{key.target, from_target, strength, key.type, key.source}),
      value);

  const bool source_first = key.source < key.target;
  const EntityPair pair{std::min(key.source, key.target),
                        std::max(key.source, key.target)};
  graph::add_edge(
      pair, {key.type, source_first ? from_source : from_target, edge}, pairs_);
}

void GraphAssembly::add_neighbours() {
  pairs_.sort();
  while (pairs_.valid()) add_pair(take_pair(pairs_));
}

void GraphAssembly::add_pair(PairSummary summary) {
  Totals& first = totals(summary.pair.first);
  Totals& second = totals(summary.pair.second);
  summary.counts.first = first.story_count;
  summary.counts.second = second.story_count;
  summary.counts.all = static_cast<uint32_t>(counts_.stories);
  add_neighbour(first, second, summary);
  add_neighbour(second, first, turned(std::move(summary)));
}

void GraphAssembly::add_neighbour(Totals& entity, const Totals& other,
                                  const PairSummary& summary) {
  const auto association =
      summary.places.empty() ? std::nullopt : associate(summary.counts);
  if (!association && summary.edges.empty()) return;
  NeighbourRecord row;
  row.type = other.type;
  row.edges = summary.edges;
  if (association) {
    row.association = {association->lift, association->story_count};
    row.association_strength = association->strength;
  }
  for (const PairPlace& place : summary.places) {
    row.sightings.push_back({place.article, place.second_sentence});
  }
  const double share = static_cast<double>(other.story_count) /
                       static_cast<double>(counts_.stories);
  neighbours_.add(summary.pair, share, row);
  communities_.add(
      number_of(entity), number_of(other),
      blend(relations_strength(row.edges), row.association_strength));
  ++entity.neighbour_counts[static_cast<size_t>(other.type)];
}

void GraphAssembly::write_entities() {
  entities_.sort();
  TableWriter table(database_, Column::kEntities);
  size_t at = 0;
  for (; entities_.valid(); entities_.next(), ++at) {
    EntityRecord record = decode_entity(entities_.value());
    record.edge_count = totals_[at].edge_count;
    record.neighbour_counts = totals_[at].neighbour_counts;
    table.add(entities_.key(), encode(record));
    for (const NameRow& row : list_names(record)) {
      names_.add(encode(row.key), row.written);
      for (const NameKey& prefix : list_prefixes(row.key)) {
        prefixes_.add(encode(prefix), row.written);
      }
    }
    ranked_.add(encode(RankedKey{record.entity.type, record.story_count,
                                 totals_[at].entity}),
                "");
  }
  table.finish();
}

uint32_t GraphAssembly::number_of(const Totals& entity) const {
  return static_cast<uint32_t>(&entity - totals_.data());
}

void GraphAssembly::write_communities() {
  std::vector<EntityId> entities;
  for (const Totals& entity : totals_) entities.push_back(entity.entity);
  communities_.write(entities, database_);
}

void GraphAssembly::write_prefixes() {
  prefixes_.sort();
  TableWriter table(database_, Column::kPrefixes);
  std::string prefix;
  std::string last;
  size_t kept = 0;
  for (; prefixes_.valid(); prefixes_.next()) {
    if (prefixes_.key() == last) continue;  // two names begin alike
    last = prefixes_.key();
    std::string folded = decode_name_key(last).folded;
    if (folded != prefix) {
      prefix = std::move(folded);
      kept = 0;
    }
    if (kept++ < kPrefixNames) table.add(last, prefixes_.value());
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
