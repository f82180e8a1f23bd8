#include "bench/passage_peers.h"

#include <memory>
#include <stdexcept>
#include <vector>

namespace bench {
namespace {

constexpr int kFlush = 1000;
constexpr Xapian::doccount kTop = 10;

using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>;

std::string quote(const std::string& word) { return '"' + word + '"'; }

std::string match_of(const WordQuery& query, Joined joined) {
  std::string match;
  for (const std::string& word : query.words) {
    if (!match.empty()) match += joined == Joined::kAny ? " OR " : " ";
    match += joined == Joined::kPhrase ? word : quote(word);
  }
  return joined == Joined::kPhrase ? quote(match) : match;
}

void bind(sqlite3_stmt* statement, int column, const std::string& text) {
  sqlite3_bind_text(statement, column, text.c_str(),
                    static_cast<int>(text.size()), SQLITE_STATIC);
}

}  // namespace

void build_xapian(std::span<const text::Article> passages,
                  const std::filesystem::path& directory) {
  Xapian::WritableDatabase database(
      directory.string(),
      Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  int unflushed = 0;
  for (const text::Article& passage : passages) {
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(passage.title, 3);
    generator.increase_termpos();
    generator.index_text(passage.body);
    document.set_data(passage.title + "\n" + passage.body);
    database.add_document(document);
    if (++unflushed % kFlush == 0) database.commit();
  }
  database.commit();
}

void merge_xapian(std::span<const std::filesystem::path> parts,
                  const std::filesystem::path& directory) {
  Xapian::Database all;
  for (const auto& part : parts) {
    all.add_database(Xapian::Database(part.string()));
  }
  all.compact(directory.string());
}

size_t XapianPassages::search(const WordQuery& query, Joined joined) const {
  const Xapian::Stem stem("en");
  std::vector<std::string> terms;
  for (const std::string& word : query.words) {
    terms.push_back(joined == Joined::kPhrase ? word : "Z" + stem(word));
  }
  const auto join = joined == Joined::kAll   ? Xapian::Query::OP_AND
                    : joined == Joined::kAny ? Xapian::Query::OP_OR
                                             : Xapian::Query::OP_PHRASE;
  Xapian::Enquire enquire(database_);
  enquire.set_query(Xapian::Query(join, terms.begin(), terms.end()));
  const Xapian::MSet found = enquire.get_mset(0, kTop);
  size_t count = 0;
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    if (!hit.get_document().get_data().empty()) ++count;
  }
  return count;
}

SqlitePassages::SqlitePassages(const std::filesystem::path& file) {
  if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(database_));
  }
  run("PRAGMA journal_mode = off; PRAGMA synchronous = off;"
      "PRAGMA cache_size = -524288;"
      "CREATE VIRTUAL TABLE IF NOT EXISTS passage USING fts5(title, body, "
      "tokenize = 'porter unicode61')");
}

SqlitePassages::~SqlitePassages() { sqlite3_close(database_); }

void SqlitePassages::run(const char* sql) {
  if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(database_));
  }
}

sqlite3_stmt* SqlitePassages::prepare(const char* sql) const {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr) !=
      SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(database_));
  }
  return statement;
}

void SqlitePassages::add(std::span<const text::Article> passages) {
  run("BEGIN");
  const Statement insert(prepare("INSERT INTO passage VALUES(?1, ?2)"),
                         sqlite3_finalize);
  for (const text::Article& passage : passages) {
    bind(insert.get(), 1, passage.title);
    bind(insert.get(), 2, passage.body);
    sqlite3_step(insert.get());
    sqlite3_reset(insert.get());
  }
  run("COMMIT; INSERT INTO passage(passage) VALUES('optimize')");
}

size_t SqlitePassages::search(const WordQuery& query, Joined joined) const {
  const Statement select(
      prepare("SELECT rowid, title, body, rank FROM passage WHERE passage "
              "MATCH ?1 ORDER BY rank LIMIT 10"),
      sqlite3_finalize);
  const std::string match = match_of(query, joined);
  bind(select.get(), 1, match);
  size_t count = 0;
  while (sqlite3_step(select.get()) == SQLITE_ROW) {
    if (sqlite3_column_text(select.get(), 2) != nullptr) ++count;
  }
  return count;
}

}  // namespace bench
