#include "graph/graph_import.h"

#include <algorithm>
#include <cassert>
#include <optional>

#include "graph/article_pass.h"
#include "graph/catalogue_builder.h"
#include "graph/database.h"
#include "graph/encoding.h"
#include "graph/external_sorter.h"
#include "graph/graph_tables.h"
#include "graph/hashed_ids.h"
#include "graph/input_records.h"
#include "graph/parallel.h"
#include "text/error.h"

namespace graph {

struct GraphImport::State {
  explicit State(const std::filesystem::path& path)
      : directory(path),
        database(Database::create(path)),
        articles(path / "sort-articles"),
        lanes(lane_count()),
        gathered(path, 1) {}

  void seal();
  void write_articles();
  EntityNumber number_of(EntityId entity) const;
  ArticleNumber number_of(text::ArticleId article) const;

  std::filesystem::path directory;
  Database database;
  ExternalSorter articles;  // id -> record
  std::vector<text::Entity> entities;
  std::vector<text::ArticleId> ids;  // of the articles, as they were added
  std::vector<std::pair<text::ArticleId, ArticleNumber>> numbers;  // by id
  CatalogueBuilder catalogue;
  size_t lanes;
  GatheredRecords gathered;
  Identity identity;
  std::optional<ArticlePass> pass;  // once the catalogue is known
};

void GraphImport::State::seal() {
  if (pass) return;
  write_articles();
  database.keep(catalogue.build(ids));
  for (size_t i = 0; i < ids.size(); ++i) {
    numbers.emplace_back(ids[i], catalogue.numbers()[i]);
  }
  std::ranges::sort(numbers);
  gathered.set_entity_count(database.catalogue().entity_count());
  pass.emplace(database.catalogue(), identity, gathered, 0);
  for (const text::Entity& entity : entities) {
    pass->describe(number_of(make_entity_key(entity.id)), entity, false);
  }
  entities = {};
}

void GraphImport::State::write_articles() {
  TableWriter table(database, Column::kArticles);
  TableWriter stories(database, Column::kStories);
  for (articles.sort(); articles.valid(); articles.next()) {
    table.add(articles.key(), articles.value());
    stories.add(articles.key(), articles.key());
  }
  table.finish();
  stories.finish();
  articles.clear();
}

EntityNumber GraphImport::State::number_of(EntityId entity) const {
  const auto number = database.catalogue().find(entity);
  if (!number) throw text::InputError("an edge ends at an unknown entity");
  return *number;
}

ArticleNumber GraphImport::State::number_of(text::ArticleId article) const {
  const auto found =
      find_place(numbers, article, [](const auto& pair) { return pair.first; });
  if (found == numbers.end() || found->first != article) {
    throw text::InputError("evidence is in an unknown article");
  }
  return found->second;
}

GraphImport::GraphImport(const std::filesystem::path& directory)
    : state_(std::make_unique<State>(directory)) {}

GraphImport::~GraphImport() = default;

void GraphImport::add_entity(text::Entity entity) {
  assert(!state_->pass);
  state_->catalogue.add_entity(make_entity_key(entity.id));
  state_->entities.push_back(std::move(entity));
}

void GraphImport::add_article(const ImportedArticle& article) {
  assert(!state_->pass);
  ArticleRecord record;
  record.title = article.title;
  record.source = article.source;
  record.published = article.published;
  for (const std::string& sentence : article.sentences) {
    record.sentences.emplace_back().text = sentence;
  }
  state_->articles.add(article_key(article.id), encode(record));
  state_->catalogue.add_article(article.id, article.published, article.source);
  state_->ids.push_back(article.id);
}

void GraphImport::add_evidence(const EvidenceKey& edge, text::ArticleId article,
                               const EvidenceEntry& evidence) {
  State& state = *state_;
  state.seal();
  const EntityNumber source = state.number_of(edge.source);
  const EntityNumber target = state.number_of(edge.target);
  EvidenceEntry numbered = evidence;
  numbered.article = state.number_of(article);
  const Side side = text::is_symmetric(edge.type) ? Side::kEither : Side::kOut;
  state.pass->state(edge_row_key(source, target, edge.type, side), numbered);
  state.pass->mention(source, numbered.article, 1);
  state.pass->mention(target, numbered.article, 1);
}

GraphCounts GraphImport::finish() {
  State& state = *state_;
  state.seal();
  state.pass->finish();
  GraphCounts counts = write_tables(state.database, state.directory,
                                    state.gathered, state.lanes);
  counts.articles = state.ids.size();
  state.database.put(Column::kMeta, "counts", encode(counts));
  state.database.put(Column::kMeta, "imported", "");
  state.database.put(Column::kMeta, "format",
                     Encoder().u32(kFormatVersion).bytes());
  state_.reset();
  return counts;
}

}  // namespace graph
