#include "graph/export.h"

#include <algorithm>
#include <utility>

#include "graph/database.h"
#include "graph/edge_history.h"
#include "graph/edge_scan.h"
#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"
#include "graph/export_choice.h"
#include "graph/input_records.h"
#include "graph/keys.h"
#include "text/error.h"

namespace graph {
namespace {

// The reader of sentences keeps the articles that it has read; so many pieces
// of evidence it shows before it forgets them.
constexpr size_t kEvidenceBetweenRests = 2000;

// The chosen entities, by key.
class EntityWalk {
 public:
  EntityWalk(const Database& database, const ExportChoice& choice)
      : database_(database), choice_(choice) {}

  std::optional<EntityRecord> next() {
    if (choice_.entities()) return next_chosen();
    const auto& all = database_.catalogue().entities();
    while (at_ < all.size()) {
      // One that curators hid has no record.
      if (auto record = find_entity(database_, all[at_++])) return record;
    }
    return std::nullopt;
  }

 private:
  std::optional<EntityRecord> next_chosen() {
    const auto& chosen = *choice_.entities();
    if (at_ == chosen.size()) return std::nullopt;
    auto record = find_entity(database_, chosen[at_++]);
    if (!record) throw text::StorageError("entities", "an edge ends nowhere");
    return record;
  }

  const Database& database_;
  const ExportChoice& choice_;
  size_t at_ = 0;
};

// The edges of all chosen entities, each once.
class EdgeWalk {
 public:
  EdgeWalk(const Database& database, const ExportChoice& choice)
      : database_(database), choice_(choice), sources_(database, choice) {}

  std::optional<ExportChoice::ToldEdge> next() {
    while (true) {
      if (scan_ && !is_fresh_) scan_->next();
      is_fresh_ = false;
      if (!scan_ || !scan_->valid()) {
        if (!open_next_source()) return std::nullopt;
        continue;
      }
      if (!choice_.has(scan_->key().other)) continue;
      auto told = choice_.tell(source_, *scan_);
      // A symmetric edge is met at either of its ends.
      if (!told || told->edge.source.id != source_.id) continue;
      if (told->evidence.empty()) {
        told->evidence = read_all_evidence(database_, told->edge);
      }
      return told;
    }
  }

 private:
  bool open_next_source() {
    const auto record = sources_.next();
    if (!record) return false;
    source_ = summarize(*record);
    scan_.emplace(database_, make_entity_key(source_.id), Direction::kOut);
    is_fresh_ = true;
    return true;
  }

  const Database& database_;
  const ExportChoice& choice_;
  EntityWalk sources_;
  EntitySummary source_;
  std::optional<EdgeScan> scan_;
  bool is_fresh_ = false;  // `scan_` is at an edge that was not looked at
};

uint64_t number_of(const EdgeName& name) {
  return static_cast<uint64_t>(make_entity_key(to_string(name)));
}

EdgeName name_of(const text::Relation& relation) {
  const bool turn =
      text::is_symmetric(relation.type) && relation.target < relation.source;
  return {turn ? relation.target : relation.source, relation.type,
          turn ? relation.source : relation.target};
}

// The entities of `all` that the annotation names.
std::vector<text::Entity> named_in(const text::Annotation& annotation,
                                   std::vector<text::Entity> all) {
  std::vector<std::string> names;
  for (const auto& mention : annotation.mentions) {
    names.push_back(mention.entity);
  }
  for (const auto& relation : annotation.relations) {
    names.push_back(relation.source);
    names.push_back(relation.target);
  }
  for (const auto& fact : annotation.facts) {
    names.push_back(fact.entity);
    names.push_back(fact.commodity);
  }
  std::ranges::sort(names);
  std::erase_if(all, [&](const text::Entity& entity) {
    return !std::ranges::binary_search(names, entity.id);
  });
  return all;
}

}  // namespace

struct GraphExport::State {
  State(const Database& graph, ExportFilter filter)
      : database(graph),
        choice(graph, std::move(filter)),
        entities(graph, choice),
        edges(graph, choice) {}

  ExportedEvidence show(const EvidenceRecord& record, const Edge& edge);
  void note(const Edge& edge);
  bool has(const text::Relation& relation) const;
  void keep_chosen(text::Annotation& annotation) const;
  ExportedArticle read_article();

  const Database& database;
  ExportChoice choice;
  EntityWalk entities;
  EdgeWalk edges;
  std::optional<EvidenceReader> reader;
  size_t shown = 0;              // by `reader`
  std::vector<uint64_t> passed;  // edges, where confidence chooses them
  std::optional<Scan> articles;
  std::optional<Scan> annotations;
};

GraphExport::GraphExport(const Database& database, ExportFilter filter)
    : state_(std::make_unique<State>(database, std::move(filter))) {}

GraphExport::~GraphExport() = default;
GraphExport::GraphExport(GraphExport&&) noexcept = default;

std::optional<EntityDetail> GraphExport::next_entity() {
  const auto record = state_->entities.next();
  if (!record) return std::nullopt;
  return EntityDetail{summarize(*record), record->entity.aliases,
                      record->first_reported, record->last_reported,
                      record->edge_count};
}

ExportedEvidence GraphExport::State::show(const EvidenceRecord& record,
                                          const Edge& edge) {
  if (!reader || ++shown > kEvidenceBetweenRests) {
    reader.emplace(database);
    shown = 0;
  }
  const EntityId source = make_entity_key(edge.source.id);
  const EntityId target = make_entity_key(edge.target.id);
  ExportedEvidence exported;
  exported.evidence = reader->of_record(record, source, target);
  exported.story = record.story;
  const Sighting place{record.article, record.sentence};
  exported.source_marks = reader->of_sighting(place, source, source).marks;
  exported.target_marks = reader->of_sighting(place, target, target).marks;
  return exported;
}

void GraphExport::State::note(const Edge& edge) {
  if (choice.filter().min_confidence <= 0) return;
  passed.push_back(number_of({edge.source.id, edge.type, edge.target.id}));
}

std::optional<ExportedEdge> GraphExport::next_edge() {
  auto told = state_->edges.next();
  if (!told) return std::nullopt;
  ExportedEdge exported;
  for (const EvidenceRecord& record : told->evidence) {
    exported.evidence.push_back(state_->show(record, told->edge));
  }
  state_->note(told->edge);
  exported.edge = std::move(told->edge);
  return exported;
}

bool GraphExport::State::has(const text::Relation& relation) const {
  if (!choice.has(relation.type) ||
      !choice.has(make_entity_key(relation.source)) ||
      !choice.has(make_entity_key(relation.target))) {
    return false;
  }
  return choice.filter().min_confidence <= 0 ||
         std::ranges::binary_search(passed, number_of(name_of(relation)));
}

void GraphExport::State::keep_chosen(text::Annotation& annotation) const {
  std::erase_if(annotation.mentions, [&](const text::Mention& mention) {
    return !choice.has(make_entity_key(mention.entity));
  });
  std::erase_if(annotation.relations,
                [&](const text::Relation& relation) { return !has(relation); });
  const bool relations_only = !choice.filter().relations.empty();
  std::erase_if(annotation.facts, [&](const text::Fact& fact) {
    return relations_only || !choice.has(make_entity_key(fact.entity));
  });
}

ExportedArticle GraphExport::State::read_article() {
  ExportedArticle article;
  article.id = decode_article_key(articles->key());
  const auto story = database.get(Column::kStories, article_key(article.id));
  article.story = story ? decode_article_key(*story) : article.id;
  AnnotationRecord record = decode_annotation(annotations->value());
  article.annotation = std::move(record.annotation);
  article.entities = std::move(record.entities);
  if (choice.filter().is_everything()) return article;
  keep_chosen(article.annotation);
  article.entities = named_in(article.annotation, std::move(article.entities));
  return article;
}

std::optional<ExportedArticle> GraphExport::next_article() {
  State& state = *state_;
  if (!state.articles) {
    std::ranges::sort(state.passed);
    state.articles = state.database.scan(Column::kArticles, "");
    state.annotations = state.database.scan(Column::kAnnotations, "");
  }
  const ExportFilter& filter = state.choice.filter();
  while (state.articles->valid()) {
    if (!state.annotations->valid()) {
      throw text::StorageError("annotations", "an article has none");
    }
    const auto head = decode_article_head(state.articles->value());
    std::optional<ExportedArticle> article;
    if (filter.period.contains(head.published)) article = state.read_article();
    state.articles->next();
    state.annotations->next();
    if (!article) continue;
    const text::Annotation& read = article->annotation;
    if (filter.is_everything() || !read.relations.empty() ||
        !read.facts.empty()) {
      return article;
    }
  }
  return std::nullopt;
}

}  // namespace graph
