#include "graph/graph_reader.h"

#include <algorithm>
#include <mutex>
#include <set>

#include "graph/built_judgements.h"
#include "graph/central.h"
#include "graph/communities.h"
#include "graph/curated_graph.h"
#include "graph/database.h"
#include "graph/edge_history.h"
#include "graph/encoding.h"
#include "graph/export.h"
#include "graph/facts.h"
#include "graph/identity_candidates.h"
#include "graph/input_records.h"
#include "graph/judged_copy.h"
#include "graph/judgement_states.h"
#include "graph/keys.h"
#include "graph/news.h"
#include "graph/paths.h"
#include "graph/records.h"
#include "graph/timeline.h"
#include "text/error.h"

namespace graph {

namespace {

// A graph of at most so many articles is copied where a judgement can only be
// told by a build: a second's work.
constexpr uint64_t kMaxCopiedArticles = 5000;

// A sealed graph.
struct SealedGraph {
  explicit SealedGraph(const std::filesystem::path& path)
      : directory(path), database(Database::open(path)) {}

  std::filesystem::path directory;
  Database database;
};

GraphCounts read_counts(const Database& database) {
  const auto bytes = database.get(Column::kMeta, "counts");
  if (!bytes) throw text::StorageError("graph", "its counts are missing");
  return decode_counts(*bytes);
}

bool needs_build(const Database& database,
                 const std::vector<LedgerEntry>& ledger) {
  std::set<uint64_t> fingerprints;
  for (const Judgement& judgement : standing(ledger)) {
    fingerprints.insert(fingerprint(judgement));
  }
  return fingerprints != read_built_judgements(database).fingerprints;
}

bool waits_for_build(const CuratedGraph& curated) {
  return std::ranges::any_of(curated.states(),
                             &JudgementState::waits_for_build);
}

bool is_small(const Database& database) {
  return !database.get(Column::kMeta, "imported") &&
         read_counts(database).articles <= kMaxCopiedArticles;
}

}  // namespace

struct GraphReader::State {
  State(std::shared_ptr<const SealedGraph> shared,
        std::vector<LedgerEntry> ledger)
      : sealed(std::move(shared)),
        needs_build(graph::needs_build(sealed->database, ledger)),
        curated(std::make_unique<CuratedGraph>(sealed->database,
                                               std::move(ledger))) {
    if (needs_build && waits_for_build(*curated) &&
        is_small(sealed->database)) {
      answer_from_copy();
    }
  }

  // The view is left as it is where no copy can be made.
  void answer_from_copy() {
    try {
      make_copy();
      curated =
          std::make_unique<CuratedGraph>(copy->database(), curated->entries());
    } catch (const std::exception& error) {
      copy.reset();
      copy_problem =
          std::string("no copy of the graph can be made: ") + error.what();
    }
  }

  void make_copy() {
    copy.emplace(sealed->directory, standing(curated->entries()));
  }

  bool is_exact() const {
    return !needs_build || (curated->is_plain() && !waits_for_build(*curated));
  }

  bool exports_at_once() {
    const std::unique_lock lock(copying, std::try_to_lock);
    if (!lock) return false;  // One is being made.
    return copy || is_exact() || is_small(sealed->database);
  }

  // The graph of which every answer is told as the ledger has it, with nothing
  // joined meanwhile.
  const Database& exact_database() {
    const std::lock_guard lock(copying);
    if (!copy && is_exact()) return sealed->database;
    if (!copy) make_copy();
    return copy->database();
  }

  // Shared by the readers of one sealed graph under ledgers of other times.
  std::shared_ptr<const SealedGraph> sealed;
  bool needs_build;
  std::mutex copying;
  std::optional<JudgedCopy> copy;
  std::string copy_problem;
  std::unique_ptr<CuratedGraph> curated;  // of `sealed`, or of `copy`
  std::once_flag candidates_found;
  IdentityCandidates candidates;
};

GraphReader::GraphReader(const std::filesystem::path& directory)
    : state_(std::make_unique<State>(
          std::make_shared<const SealedGraph>(directory),
          std::vector<LedgerEntry>())) {}

GraphReader::GraphReader(const GraphReader& opened,
                         std::vector<LedgerEntry> ledger)
    : state_(
          std::make_unique<State>(opened.state_->sealed, std::move(ledger))) {}

GraphReader::~GraphReader() = default;

std::optional<EntityDetail> GraphReader::entity(std::string_view id) const {
  return state_->curated->entity(id);
}

std::vector<NamedEntity> GraphReader::resolve(std::string_view name,
                                              size_t limit) const {
  return state_->curated->resolve(name, limit);
}

std::vector<NamedEntity> GraphReader::suggest(std::string_view prefix,
                                              size_t limit) const {
  return state_->curated->suggest(prefix, limit);
}

std::vector<EntitySummary> GraphReader::entities(
    std::optional<text::EntityType> type, size_t offset, size_t limit) const {
  return state_->curated->entities(type, offset, limit);
}

RelatedAnswer GraphReader::related(const RelatedRequest& request) const {
  return state_->curated->related(request);
}

RelationsAnswer GraphReader::relations(const RelationsRequest& request) const {
  return state_->curated->relations(request);
}

Neighbourhood GraphReader::neighbourhood(
    const NeighbourhoodRequest& request) const {
  return state_->curated->neighbourhood(request);
}

PathsAnswer GraphReader::paths(const PathsRequest& request) const {
  return state_->curated->paths(request);
}

TimelineAnswer GraphReader::timeline(const TimelineRequest& request) const {
  return state_->curated->timeline(request);
}

std::optional<EdgeHistory> GraphReader::history(const EdgeName& edge) const {
  return state_->curated->history(edge);
}

EvidenceAnswer GraphReader::evidence(const EvidenceRequest& request) const {
  return state_->curated->evidence(request);
}

GraphExport GraphReader::begin_export(const ExportFilter& filter) const {
  return GraphExport(state_->exact_database(), filter);
}

bool GraphReader::exports_at_once() const { return state_->exports_at_once(); }

FactsAnswer GraphReader::facts(const FactsRequest& request) const {
  return state_->curated->facts(request);
}

CommunitiesAnswer GraphReader::communities(
    const CommunitiesRequest& request) const {
  return state_->curated->communities(request);
}

std::optional<Community> GraphReader::community(
    const CommunityRequest& request) const {
  return state_->curated->community(request);
}

CentralAnswer GraphReader::central(const CentralRequest& request) const {
  return state_->curated->central(request);
}

NewsAnswer GraphReader::news(const NewsRequest& request) const {
  return state_->curated->news(request);
}

std::vector<ArticleMention> GraphReader::articles(std::string_view id,
                                                  size_t offset,
                                                  size_t limit) const {
  return state_->curated->articles(id, offset, limit);
}

std::optional<text::ArticleId> GraphReader::story(text::ArticleId id) const {
  const auto bytes =
      state_->sealed->database.get(Column::kStories, article_key(id));
  if (!bytes) return std::nullopt;
  return decode_article_key(*bytes);
}

std::vector<text::ArticleId> GraphReader::articles_of_story(
    text::ArticleId story) const {
  const auto bytes =
      state_->sealed->database.get(Column::kStories, article_key(story));
  if (!bytes || decode_article_key(*bytes) != story) return {};
  std::vector<text::ArticleId> articles;
  Decoder in(*bytes);
  in.skip(sizeof(text::ArticleId));
  while (!in.done()) articles.push_back(in.id<text::ArticleId>());
  if (articles.empty()) articles.push_back(story);
  return articles;
}

std::vector<std::pair<text::ArticleId, text::ArticleId>> GraphReader::stories()
    const {
  std::vector<std::pair<text::ArticleId, text::ArticleId>> stories;
  for (Scan scan = state_->sealed->database.scan(Column::kStories, "");
       scan.valid(); scan.next()) {
    stories.emplace_back(decode_article_key(scan.key()),
                         decode_article_key(scan.value()));
  }
  return stories;
}

std::optional<text::Annotation> GraphReader::annotation(
    text::ArticleId id) const {
  return state_->curated->annotation(id);
}

std::optional<text::Annotation> GraphReader::annotation_as_read(
    text::ArticleId id) const {
  const auto bytes =
      state_->sealed->database.get(Column::kAnnotations, article_key(id));
  if (!bytes) return std::nullopt;
  return decode_annotation(*bytes).annotation;
}

std::vector<std::string> GraphReader::ids_of(std::string_view id) const {
  return state_->curated->curation().identity().ids_of(id);
}

std::vector<JudgementState> GraphReader::judgement_states() const {
  return state_->curated->states();
}

const std::vector<LedgerEntry>& GraphReader::ledger() const {
  return state_->curated->entries();
}

bool GraphReader::are_different(std::string_view one,
                                std::string_view other) const {
  return state_->curated->curation().identity().are_different(one, other);
}

bool GraphReader::needs_build() const { return state_->needs_build; }

const std::string& GraphReader::copy_problem() const {
  return state_->copy_problem;
}

const IdentityCandidates& GraphReader::candidates() const {
  std::call_once(state_->candidates_found, [this] {
    state_->candidates = find_candidates(*this, kMaxCandidates);
  });
  return state_->candidates;
}

GraphCounts GraphReader::counts() const {
  return state_->curated->counts(read_counts(state_->curated->database()));
}

}  // namespace graph
