#include "graph/database.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/sst_file_writer.h>
#include <rocksdb/table.h>

#include <algorithm>
#include <array>
#include <cassert>

#include "graph/catalogue.h"
#include "graph/catalogue_rows.h"
#include "graph/encoding.h"
#include "graph/error.h"
#include "graph/row_file.h"

namespace graph {
namespace {

constexpr std::string_view kFormatKey = "format";
constexpr size_t kBlockCacheSize = 128u << 20;  // bytes
constexpr size_t kTableFileSize = 128u << 20;   // bytes

constexpr std::array<std::string_view, kColumnCount> kColumnNames = {
    "default",  "articles", "annotations", "stories",  "names",
    "prefixes", "ranked",   "mentions",    "edges",    "neighbours",
    "facts",    "reports",  "communities", "catalogue"};

constexpr std::array<std::string_view, kRowTableCount> kRowTableNames = {
    "entities.rows", "adjacency.rows"};

rocksdb::Slice slice(std::string_view bytes) {
  return {bytes.data(), bytes.size()};
}

std::string_view view(const rocksdb::Slice& bytes) {
  return {bytes.data(), bytes.size()};
}

// Columns of which one request reads many keys, here and there. Their blocks
// are small; those of the others compress better.
bool is_read_at_random(std::string_view column) {
  return column == "articles" || column == "neighbours" || column == "edges";
}

rocksdb::Options make_options(std::string_view column,
                              const std::shared_ptr<rocksdb::Cache>& cache) {
  const bool at_random = is_read_at_random(column);
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.block_size = at_random ? 4u << 10 : 16u << 10;
  table.format_version = 5;
  if (at_random) {
    table.data_block_index_type =
        rocksdb::BlockBasedTableOptions::kDataBlockBinaryAndHash;
  }
  rocksdb::Options options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.compression = rocksdb::kZSTD;
  options.compression_opts.level = 1;
  options.disable_auto_compactions = true;  // Every table is written sorted.
  options.max_open_files = -1;
  options.info_log_level = rocksdb::FATAL_LEVEL;
  options.keep_log_file_num = 1;
  return options;
}

std::vector<rocksdb::ColumnFamilyDescriptor> describe(
    const std::vector<std::string>& names,
    const std::shared_ptr<rocksdb::Cache>& cache) {
  std::vector<rocksdb::ColumnFamilyDescriptor> columns;
  for (const std::string& name : names) {
    columns.emplace_back(name, make_options(name, cache));
  }
  return columns;
}

rocksdb::ReadOptions read_options() {
  rocksdb::ReadOptions options;
  options.verify_checksums = true;
  return options;
}

}  // namespace

std::string_view to_string(Column column) {
  return kColumnNames[static_cast<size_t>(column)];
}

std::filesystem::path row_path(const std::filesystem::path& directory,
                               RowTable table) {
  return directory / kRowTableNames[static_cast<size_t>(table)];
}

struct Database::State {
  ~State() {
    for (auto* handle : handles) {
      if (handle != nullptr) db->DestroyColumnFamilyHandle(handle);
    }
  }

  rocksdb::ColumnFamilyHandle* handle(Column column) const {
    return columns[static_cast<size_t>(column)];
  }

  void assign_columns();
  void check_format() const;

  std::filesystem::path directory;
  std::shared_ptr<rocksdb::Cache> cache = rocksdb::NewLRUCache(kBlockCacheSize);
  std::unique_ptr<rocksdb::DB> db;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;  // owned
  std::array<rocksdb::ColumnFamilyHandle*, kColumnCount> columns{};
  std::unique_ptr<Catalogue> catalogue;
  std::array<std::unique_ptr<RowFile>, kRowTableCount> rows;
};

void Database::State::assign_columns() {
  for (auto* handle : handles) {
    const auto name = std::ranges::find(kColumnNames, handle->GetName());
    if (name != kColumnNames.end()) {
      columns[static_cast<size_t>(name - kColumnNames.begin())] = handle;
    }
  }
  for (size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == nullptr) {
      throw text::StorageError(
          directory.string(),
          "column family " + std::string(kColumnNames[i]) + " is missing");
    }
  }
}

void Database::State::check_format() const {
  std::string bytes;
  const auto status = db->Get({}, slice(kFormatKey), &bytes);
  if (status.IsNotFound()) {
    throw text::StorageError(directory.string(),
                             "this graph is unfinished or not one of Lode's");
  }
  check(status, directory.string());
  if (const uint32_t version = Decoder(bytes).u32();
      version != kFormatVersion) {
    throw text::StorageError(directory.string(),
                             "the graph has format " + std::to_string(version) +
                                 ", this program reads format " +
                                 std::to_string(kFormatVersion) +
                                 "; index again with --rebuild");
  }
}

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;

Database Database::create(const std::filesystem::path& directory) {
  if (std::filesystem::exists(directory)) {
    throw text::StorageError(directory.string(), "exists already");
  }
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) throw text::StorageError(directory.string(), error.message());
  auto state = std::make_unique<State>();
  state->directory = directory;
  rocksdb::Options options = make_options("default", state->cache);
  options.create_if_missing = true;
  options.create_missing_column_families = true;
  options.error_if_exists = true;
  rocksdb::DB* db = nullptr;
  const std::vector<std::string> names(kColumnNames.begin(),
                                       kColumnNames.end());
  check(rocksdb::DB::Open(options, directory.string(),
                          describe(names, state->cache), &state->handles, &db),
        directory.string());
  state->db.reset(db);
  state->assign_columns();
  return Database(std::move(state));
}

Database Database::open(const std::filesystem::path& directory) {
  auto state = std::make_unique<State>();
  state->directory = directory;
  const rocksdb::Options options = make_options("default", state->cache);
  std::vector<std::string> names;
  check(rocksdb::DB::ListColumnFamilies(options, directory.string(), &names),
        directory.string());
  rocksdb::DB* db = nullptr;
  check(rocksdb::DB::OpenForReadOnly(options, directory.string(),
                                     describe(names, state->cache),
                                     &state->handles, &db),
        directory.string());
  state->db.reset(db);
  state->check_format();
  state->assign_columns();
  for (size_t i = 0; i < state->rows.size(); ++i) {
    state->rows[i] = std::make_unique<RowFile>(
        row_path(directory, static_cast<RowTable>(i)));
  }
  Database database(std::move(state));
  database.state_->catalogue =
      std::make_unique<Catalogue>(read_catalogue(database));
  return database;
}

std::optional<std::string> Database::get(Column column,
                                         std::string_view key) const {
  std::string value;
  const auto status = state_->db->Get(read_options(), state_->handle(column),
                                      slice(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  check(status, to_string(column));
  return value;
}

struct Value::State {
  rocksdb::PinnableSlice slice;
};

Value::Value() = default;
Value::Value(std::unique_ptr<State> state) : state_(std::move(state)) {}
Value::~Value() = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(Value&&) noexcept = default;

std::string_view Value::bytes() const { return graph::view(state_->slice); }

Value Database::view(Column column, std::string_view key) const {
  auto value = std::make_unique<Value::State>();
  const auto status = state_->db->Get(read_options(), state_->handle(column),
                                      slice(key), &value->slice);
  if (status.IsNotFound()) return {};
  check(status, to_string(column));
  return Value(std::move(value));
}

std::vector<Value> Database::view_all(
    Column column, const std::vector<std::string>& keys) const {
  std::vector<rocksdb::Slice> slices(keys.begin(), keys.end());
  std::vector<rocksdb::PinnableSlice> found(keys.size());
  std::vector<rocksdb::Status> statuses(keys.size());
  state_->db->MultiGet(read_options(), state_->handle(column), keys.size(),
                       slices.data(), found.data(), statuses.data());
  std::vector<Value> values(keys.size());
  for (size_t i = 0; i < keys.size(); ++i) {
    if (statuses[i].IsNotFound()) continue;
    check(statuses[i], to_string(column));
    auto value = std::make_unique<Value::State>();
    value->slice = std::move(found[i]);
    values[i] = Value(std::move(value));
  }
  return values;
}

std::string_view Database::row(RowTable table, EntityNumber number) const {
  return state_->rows[static_cast<size_t>(table)]->row(number);
}

const Catalogue& Database::catalogue() const {
  assert(state_->catalogue);
  return *state_->catalogue;
}

void Database::keep(Catalogue catalogue) {
  write_catalogue(catalogue, *this);
  state_->catalogue = std::make_unique<Catalogue>(std::move(catalogue));
}

void Database::put(Column column, std::string_view key,
                   std::string_view value) {
  rocksdb::WriteOptions options;
  options.sync = true;
  check(state_->db->Put(options, state_->handle(column), slice(key),
                        slice(value)),
        to_string(column));
  check(state_->db->Flush({}, state_->handle(column)), to_string(column));
}

struct Scan::State {
  std::unique_ptr<rocksdb::Iterator> iterator;
  std::string prefix;
  Column column{};
};

Scan::Scan(std::unique_ptr<State> state) : state_(std::move(state)) {}
Scan::~Scan() = default;
Scan::Scan(Scan&&) noexcept = default;
Scan& Scan::operator=(Scan&&) noexcept = default;

Scan Database::scan(Column column, std::string_view prefix) const {
  return scan(column, prefix, prefix);
}

Scan Database::scan(Column column, std::string_view prefix,
                    std::string_view start) const {
  auto state = std::make_unique<Scan::State>();
  state->iterator.reset(
      state_->db->NewIterator(read_options(), state_->handle(column)));
  state->prefix = prefix;
  state->column = column;
  state->iterator->Seek(slice(start));
  return Scan(std::move(state));
}

bool Scan::valid() const {
  if (!state_->iterator->Valid()) {
    // An iterator is invalid at the end, and where the storage is broken.
    check(state_->iterator->status(), to_string(state_->column));
    return false;
  }
  return key().starts_with(state_->prefix);
}

std::string_view Scan::key() const { return view(state_->iterator->key()); }
std::string_view Scan::value() const { return view(state_->iterator->value()); }
void Scan::next() { state_->iterator->Next(); }

void Scan::seek(std::string_view prefix) {
  state_->prefix = prefix;
  state_->iterator->Seek(slice(prefix));
}

struct TableWriter::State {
  Database::State& database;
  Column column;
  size_t part;
  std::unique_ptr<rocksdb::SstFileWriter> writer;
  std::vector<std::string> files;

  void start_file() {
    files.push_back(
        (database.directory /
         (std::string(to_string(column)) + "." + std::to_string(part) + "." +
          std::to_string(files.size()) + ".sorted"))
            .string());
    writer = std::make_unique<rocksdb::SstFileWriter>(
        rocksdb::EnvOptions(), make_options(to_string(column), database.cache),
        database.handle(column));
    check(writer->Open(files.back()), files.back());
  }

  void finish_file() {
    check(writer->Finish(), files.back());
    writer.reset();
  }
};

TableWriter::TableWriter(Database& database, Column column, size_t part)
    : state_(new State{*database.state_, column, part, nullptr, {}}) {}
TableWriter::~TableWriter() = default;

void TableWriter::add(std::string_view key, std::string_view value) {
  if (state_->writer && state_->writer->FileSize() > kTableFileSize) {
    state_->finish_file();
  }
  if (!state_->writer) state_->start_file();
  check(state_->writer->Put(slice(key), slice(value)), state_->files.back());
}

void TableWriter::finish() {
  if (!state_->writer) return;
  state_->finish_file();
  rocksdb::IngestExternalFileOptions options;
  options.move_files = true;
  check(state_->database.db->IngestExternalFile(
            state_->database.handle(state_->column), state_->files, options),
        to_string(state_->column));
  state_->files.clear();
}

}  // namespace graph
