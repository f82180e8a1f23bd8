#include "graph/graph_builder.h"

#include <cassert>
#include <unordered_set>

#include "graph/article_record.h"
#include "graph/built_judgements.h"
#include "graph/database.h"
#include "graph/encoding.h"
#include "graph/external_sorter.h"
#include "graph/graph_assembly.h"
#include "graph/identity.h"
#include "graph/input_records.h"
#include "graph/judged_records.h"
#include "graph/keys.h"
#include "graph/stories.h"
#include "text/error.h"
#include "text/minhash.h"

namespace graph {

struct GraphBuilder::State {
  explicit State(const std::filesystem::path& path)
      : directory(path),
        database(Database::create(path)),
        articles(path / "sort-articles") {}

  void add(text::ArticleId id, std::string_view article,
           std::string_view annotation) {
    Encoder key;
    key.id(id).u64(~added++);  // The last one added comes first.
    articles.add(key.bytes(),
                 Encoder().string(article).string(annotation).bytes());
  }

  void carry_over(const std::filesystem::path& previous);
  WrittenArticles write_articles();
  std::string rename_entities(std::string_view article,
                              const AnnotationRecord& annotation,
                              text::ArticleId id) const;

  std::filesystem::path directory;
  std::optional<std::filesystem::path> previous;
  Database database;
  ExternalSorter articles;  // id, ~order of adding -> both records
  std::unordered_set<uint64_t> replaced;
  uint64_t added = 0;
  std::vector<Judgement> judgements;
  Identity identity;     // by `judgements`
  bool renames = false;  // it, or the one of `previous`, says something
  bool finished = false;
};

void GraphBuilder::State::carry_over(const std::filesystem::path& path) {
  const Database source = Database::open(path);
  if (source.get(Column::kMeta, "imported")) {
    throw text::StorageError(path.string(),
                             "a graph that was built in bulk keeps no articles "
                             "to build on");
  }
  if (!read_built_judgements(source).fingerprints.empty()) renames = true;
  auto article = source.scan(Column::kArticles, "");
  auto annotation = source.scan(Column::kAnnotations, "");
  for (; article.valid() && annotation.valid();
       article.next(), annotation.next()) {
    const auto id = decode_article_key(article.key());
    if (!replaced.contains(static_cast<uint64_t>(id))) {
      add(id, article.value(), annotation.value());
    }
  }
}

WrittenArticles GraphBuilder::State::write_articles() {
  articles.sort();
  TableWriter article_table(database, Column::kArticles);
  TableWriter annotation_table(database, Column::kAnnotations);
  WrittenArticles written;
  for (; articles.valid(); articles.next()) {
    const auto id = decode_article_key(articles.key());
    if (!written.articles.empty() && written.articles.back().id == id) continue;
    Decoder in(articles.value());
    std::string article(in.string());
    const auto annotation = in.string();
    if (renames) {
      article = rename_entities(article, decode_annotation(annotation), id);
    }
    article_table.add(article_key(id), article);
    annotation_table.add(article_key(id), annotation);
    const ArticleHead head = decode_article_head(article);
    written.catalogue.add_article(id, head.published, head.source);
    for (size_t i = 0; i < head.entity_count(); ++i) {
      written.catalogue.add_entity(head.entity(i));
    }
    written.articles.push_back({id, decode_sketch(annotation).signature});
  }
  article_table.finish();
  annotation_table.finish();
  return written;
}

// The record of an article in which names are marked for the entities that the
// identity makes of them; hidden ones keep the mark of what was read.
std::string GraphBuilder::State::rename_entities(
    std::string_view article, const AnnotationRecord& annotation,
    text::ArticleId id) const {
  ArticleRecord record = decode_article(article);
  const auto ids = read_ids(annotation, identity, id);
  for (size_t i = 0; i < ids.size(); ++i) {
    record.entities[i] =
        make_entity_key(ids[i].empty() ? annotation.entities[i].id : ids[i]);
  }
  return encode(record);
}

GraphBuilder::GraphBuilder(const std::filesystem::path& directory,
                           const std::optional<std::filesystem::path>& previous)
    : state_(std::make_unique<State>(directory)) {
  if (previous) Database::open(*previous);  // Refuses it before any work.
  state_->previous = previous;
}

GraphBuilder::~GraphBuilder() = default;

void GraphBuilder::add(const text::Article& article,
                       const text::Annotation& annotation,
                       std::span<const text::Entity> entities,
                       std::optional<text::ArticleId> story) {
  assert(!state_->finished);
  ArticleRecords records = make_records(article, annotation, entities);
  if (story) {
    // One word that no other text is.
    records.annotation.sketch = text::make_sketch(to_string(*story));
  }
  state_->replaced.insert(static_cast<uint64_t>(article.id));
  state_->add(article.id, encode(records.article), encode(records.annotation));
}

void GraphBuilder::remove(text::ArticleId id) {
  state_->replaced.insert(static_cast<uint64_t>(id));
}

void GraphBuilder::judge(std::vector<Judgement> judgements) {
  assert(!state_->finished);
  state_->judgements = std::move(judgements);
  state_->identity = Identity(state_->judgements);
  state_->renames = !state_->identity.empty();
}

GraphCounts GraphBuilder::finish() {
  State& state = *state_;
  assert(!state.finished);
  state.finished = true;
  if (state.previous) state.carry_over(*state.previous);
  GraphAssembly assembly(state.database, state.directory, state.identity);
  const GraphCounts counts = assembly.run(state.write_articles());
  BuiltJudgements built = assembly.judgements();
  for (const Judgement& judgement : state.judgements) {
    built.fingerprints.insert(fingerprint(judgement));
  }
  write_built_judgements(built, state.database);
  state.database.put(Column::kMeta, "counts", encode(counts));
  // Written last: without it a graph is unfinished, and refused.
  state.database.put(Column::kMeta, "format",
                     Encoder().u32(kFormatVersion).bytes());
  state_.reset();
  return counts;
}

}  // namespace graph
