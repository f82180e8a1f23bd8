#include "bench/sqlite_graph.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <unordered_set>

namespace bench {
namespace {

// Each edge is kept from either end, so that one index gives the neighbours of
// an entity by strength.
constexpr const char* kSchema = R"(
PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA cache_size = -131072;
PRAGMA locking_mode = exclusive; PRAGMA temp_store = memory;
CREATE TABLE entity(id INTEGER PRIMARY KEY, key TEXT, type INTEGER, name TEXT);
CREATE TABLE article(id INTEGER PRIMARY KEY, key INTEGER, published INTEGER);
CREATE TABLE edge(id INTEGER PRIMARY KEY, source INTEGER, target INTEGER,
  type INTEGER, strength REAL);
CREATE TABLE evidence(edge INTEGER, article INTEGER, sentence INTEGER,
  modality INTEGER, confidence REAL);
CREATE TABLE tie(entity INTEGER, strength REAL, other INTEGER, edge INTEGER);
BEGIN)";

constexpr const char* kIndexes = R"(COMMIT;
CREATE INDEX tie_by_strength ON tie(entity, strength DESC, other, edge);
CREATE INDEX evidence_by_edge ON evidence(edge, confidence DESC);
CREATE INDEX entity_by_key ON entity(key);
ANALYZE;)";

constexpr const char* kOneHop =
    "SELECT n.key, n.name, n.type, t.strength FROM tie t JOIN entity n ON "
    "n.id = t.other WHERE t.entity = ?1 ORDER BY t.strength DESC LIMIT 20";

constexpr const char* kRelated =
    "SELECT n.key, n.name, n.type, t.strength, e.type, v.sentence, v.modality,"
    " v.confidence, a.key, a.published FROM (SELECT * FROM tie WHERE entity ="
    " ?1 ORDER BY strength DESC LIMIT 20) t JOIN entity n ON n.id = t.other "
    "JOIN edge e ON e.id = t.edge JOIN evidence v ON v.rowid = (SELECT rowid "
    "FROM evidence WHERE edge = t.edge ORDER BY confidence DESC LIMIT 1) JOIN "
    "article a ON a.id = v.article ORDER BY t.strength DESC";

constexpr const char* kRelatedIn =
    "SELECT n.key, n.name, t.strength, max(v.confidence), v.sentence, a.key "
    "FROM tie t JOIN entity n ON n.id = t.other JOIN evidence v ON v.edge = "
    "t.edge JOIN article a ON a.id = v.article WHERE t.entity = ?1 AND n.type "
    "= ?2 AND a.published >= ?3 AND a.published < ?4 GROUP BY t.edge ORDER BY "
    "t.strength DESC LIMIT 20";

constexpr const char* kTwoHops =
    "SELECT b.other, max(a.strength * b.strength) s FROM tie a JOIN tie b ON "
    "b.entity = a.other WHERE a.entity = ?1 AND b.other != ?1 GROUP BY b.other "
    "ORDER BY s DESC LIMIT 20";

constexpr const char* kNeighbours = "SELECT other FROM tie WHERE entity = ?1";

void check(int status, sqlite3* database) {
  if (status != SQLITE_OK && status != SQLITE_DONE && status != SQLITE_ROW) {
    throw std::runtime_error(sqlite3_errmsg(database));
  }
}

}  // namespace

SqliteGraph::SqliteGraph(const std::filesystem::path& file,
                         const PowerLawGraph& graph) {
  check(sqlite3_open(file.c_str(), &database_), database_);
  run(kSchema);
  const auto insert = [&](sqlite3_stmt* statement) {
    check(sqlite3_step(statement), database_);
    sqlite3_reset(statement);
  };
  auto* entity = prepare("INSERT INTO entity VALUES(?,?,?,?)");
  for (size_t i = 0; i < graph.entities.size(); ++i) {
    const auto& made = graph.entities[i];
    sqlite3_bind_int64(entity, 1, static_cast<int64_t>(i));
    sqlite3_bind_text(entity, 2, made.id.c_str(), -1, SQLITE_STATIC);
    sqlite3_bind_int(entity, 3, static_cast<int>(made.type));
    sqlite3_bind_text(entity, 4, made.name.c_str(), -1, SQLITE_STATIC);
    insert(entity);
  }
  auto* article = prepare("INSERT INTO article VALUES(?,?,?)");
  for (size_t i = 0; i < graph.article_ids.size(); ++i) {
    sqlite3_bind_int64(article, 1, static_cast<int64_t>(i));
    sqlite3_bind_int64(article, 2, static_cast<int64_t>(graph.article_ids[i]));
    sqlite3_bind_int64(article, 3, graph.published[i]);
    insert(article);
  }
  std::vector<Statement> sorted = graph.statements;
  std::ranges::sort(sorted, {}, [](const Statement& made) {
    return std::tuple(made.source, made.target, made.type);
  });
  auto* edge = prepare("INSERT INTO edge VALUES(?,?,?,?,?)");
  auto* evidence = prepare("INSERT INTO evidence VALUES(?,?,?,?,?)");
  auto* tie = prepare("INSERT INTO tie VALUES(?,?,?,?)");
  int64_t id = 0;
  for (size_t i = 0; i < sorted.size();) {
    const Statement& first = sorted[i];
    double doubt = 1;
    ++id;
    for (; i < sorted.size() && sorted[i].source == first.source &&
           sorted[i].target == first.target && sorted[i].type == first.type;
         ++i) {
      doubt *= 1 - double(sorted[i].confidence);
      sqlite3_bind_int64(evidence, 1, id);
      sqlite3_bind_int64(evidence, 2, sorted[i].article);
      sqlite3_bind_int(evidence, 3, sorted[i].sentence);
      sqlite3_bind_int(evidence, 4, static_cast<int>(sorted[i].modality));
      sqlite3_bind_double(evidence, 5, double(sorted[i].confidence));
      insert(evidence);
    }
    sqlite3_bind_int64(edge, 1, id);
    sqlite3_bind_int64(edge, 2, first.source);
    sqlite3_bind_int64(edge, 3, first.target);
    sqlite3_bind_int(edge, 4, static_cast<int>(first.type));
    sqlite3_bind_double(edge, 5, 1 - doubt);
    insert(edge);
    for (const auto& [from, to] : {std::pair(first.source, first.target),
                                   std::pair(first.target, first.source)}) {
      sqlite3_bind_int64(tie, 1, from);
      sqlite3_bind_double(tie, 2, 1 - doubt);
      sqlite3_bind_int64(tie, 3, to);
      sqlite3_bind_int64(tie, 4, id);
      insert(tie);
    }
  }
  run(kIndexes);
  one_hop_ = prepare(kOneHop);
  related_ = prepare(kRelated);
  related_in_ = prepare(kRelatedIn);
  two_hops_ = prepare(kTwoHops);
  neighbours_ = prepare(kNeighbours);
}

SqliteGraph::~SqliteGraph() {
  for (auto* statement : statements_) sqlite3_finalize(statement);
  sqlite3_close(database_);
}

void SqliteGraph::run(const char* sql) {
  check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr), database_);
}

sqlite3_stmt* SqliteGraph::prepare(const char* sql) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr), database_);
  statements_.push_back(statement);
  return statement;
}

int SqliteGraph::count_rows(sqlite3_stmt* statement) {
  int rows = 0;
  int status = sqlite3_step(statement);
  for (; status == SQLITE_ROW; status = sqlite3_step(statement)) ++rows;
  check(status, database_);
  sqlite3_reset(statement);
  return rows;
}

int SqliteGraph::one_hop(uint32_t entity) {
  sqlite3_bind_int64(one_hop_, 1, entity);
  return count_rows(one_hop_);
}

int SqliteGraph::related(uint32_t entity) {
  sqlite3_bind_int64(related_, 1, entity);
  return count_rows(related_);
}

int SqliteGraph::related_in(uint32_t entity, int type, int64_t from,
                            int64_t to) {
  sqlite3_bind_int64(related_in_, 1, entity);
  sqlite3_bind_int(related_in_, 2, type);
  sqlite3_bind_int64(related_in_, 3, from);
  sqlite3_bind_int64(related_in_, 4, to);
  return count_rows(related_in_);
}

int SqliteGraph::two_hops(uint32_t entity) {
  sqlite3_bind_int64(two_hops_, 1, entity);
  return count_rows(two_hops_);
}

int SqliteGraph::path(uint32_t from, uint32_t to) {
  std::unordered_set<uint32_t> seen[2] = {{from}, {to}};
  std::vector<uint32_t> front[2] = {{from}, {to}};
  for (int length = 1; length <= 4; ++length) {
    const int side = front[0].size() <= front[1].size() ? 0 : 1;
    std::vector<uint32_t> next;
    for (const uint32_t entity : front[side]) {
      sqlite3_bind_int64(neighbours_, 1, entity);
      while (sqlite3_step(neighbours_) == SQLITE_ROW) {
        const auto other =
            static_cast<uint32_t>(sqlite3_column_int64(neighbours_, 0));
        if (seen[1 - side].contains(other)) {
          sqlite3_reset(neighbours_);
          return length;
        }
        if (seen[side].insert(other).second) next.push_back(other);
      }
      sqlite3_reset(neighbours_);
    }
    front[side] = std::move(next);
  }
  return 0;
}

}  // namespace bench
