#include "generation/data_directory.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <vector>

#include "generation/durable_file.h"
#include "text/error.h"
#include "text/timestamp.h"

namespace generation {

namespace fs = std::filesystem;

namespace {

// Where generations live, and the suffix of those not yet published.
constexpr const char* kGenerations = "generations";
constexpr const char* kDraftSuffix = ".new";

std::optional<GenerationId> parse_generation(std::string_view digits) {
  uint32_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto parsed = std::from_chars(digits.data(), end, number);
  if (digits.size() != 6 || parsed.ec != std::errc() || parsed.ptr != end) {
    return std::nullopt;
  }
  return GenerationId{number};
}

// The published generations and those that were, ascending.
std::vector<GenerationId> list_generations(const fs::path& data) {
  std::vector<GenerationId> ids;
  for (const auto& entry : fs::directory_iterator(data / kGenerations)) {
    const auto id = parse_generation(entry.path().filename().string());
    if (id) ids.push_back(*id);
  }
  std::ranges::sort(ids);
  return ids;
}

void remove_drafts(const fs::path& data) {
  for (const auto& entry : fs::directory_iterator(data / kGenerations)) {
    if (entry.path().extension() == kDraftSuffix) fs::remove_all(entry);
  }
}

fs::path draft_path(const fs::path& data, GenerationId id) {
  return data / kGenerations / (to_string(id) + kDraftSuffix);
}

FileLock lock_writer(const fs::path& data) {
  fs::create_directories(data / kGenerations);
  auto lock = FileLock::try_lock(data / "LOCK", FileLock::Mode::kExclusive,
                                 /*create=*/true);
  if (!lock) {
    throw text::StorageError(data.string(), "another process is writing to it");
  }
  return std::move(*lock);
}

FileLock lock_reader(const fs::path& data, GenerationId id) {
  auto lock = FileLock::try_lock(generation_path(data, id) / "manifest.json",
                                 FileLock::Mode::kShared);
  if (!lock) {
    throw text::StorageError(data.string(),
                             "generation " + to_string(id) + " is going away");
  }
  return std::move(*lock);
}

std::map<std::string, std::string> checksums_below(const fs::path& directory) {
  std::map<std::string, std::string> checksums;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    if (!entry.is_regular_file()) continue;
    const auto name = fs::relative(entry.path(), directory).generic_string();
    checksums[name] = checksum(entry.path());
  }
  return checksums;
}

std::string now_rfc3339() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now);
  return text::to_rfc3339(text::Timestamp{seconds.count()});
}

// Removes a generation unless a reader holds it. The lock is kept meanwhile, so
// that none comes to hold it.
void remove_unread(const fs::path& generation) {
  const auto manifest = generation / "manifest.json";
  const bool may_be_read = fs::exists(manifest);
  const auto lock =
      may_be_read ? FileLock::try_lock(manifest, FileLock::Mode::kExclusive)
                  : std::nullopt;
  if (may_be_read && !lock) return;
  std::error_code ignored;
  fs::remove_all(generation, ignored);
}

// Removes the generations before `current` but `previous`: older ones, and
// newer ones that a crash kept from becoming current. One that a reader holds
// or that can't be removed stays until a later publication.
void prune(const fs::path& data, GenerationId current, GenerationId previous) {
  for (const GenerationId id : list_generations(data)) {
    if (id < current && id != previous) {
      remove_unread(generation_path(data, id));
    }
  }
}

// What CURRENT names before a publication; nothing if there is none, or if it
// is damaged and about to be mended.
std::optional<GenerationId> last_current(const fs::path& data) {
  try {
    return current_generation(data);
  } catch (const text::StorageError&) {
    return std::nullopt;
  }
}

GenerationId next_generation(const fs::path& data) {
  const auto ids = list_generations(data);
  const auto last = ids.empty() ? 0 : static_cast<uint32_t>(ids.back());
  return GenerationId{last + 1};
}

}  // namespace

std::string to_string(GenerationId id) {
  const auto digits = std::to_string(static_cast<uint32_t>(id));
  return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

fs::path generation_path(const fs::path& data, GenerationId id) {
  return data / kGenerations / to_string(id);
}

std::optional<GenerationId> current_generation(const fs::path& data) {
  const auto file = data / "CURRENT";
  if (!fs::exists(file)) return std::nullopt;
  std::string name = read_file(file);
  if (name.ends_with('\n')) name.pop_back();
  const auto id = parse_generation(name);
  if (!id) throw text::StorageError(file.string(), "names no generation");
  if (!fs::exists(generation_path(data, *id))) {
    throw text::StorageError(file.string(),
                             "generation " + name + " is missing");
  }
  return id;
}

WriterLock::WriterLock(const fs::path& data) : lock_(lock_writer(data)) {}

ReaderLock::ReaderLock(const fs::path& data, GenerationId id)
    : lock_(lock_reader(data, id)) {}

NewGeneration::NewGeneration(const fs::path& data, const WriterLock&)
    : data_(data), id_(next_generation(data)) {
  remove_drafts(data_);
  fs::create_directories(search_directory());
}

NewGeneration::~NewGeneration() {
  std::error_code ignored;  // The next writer removes what stays.
  if (!published_) fs::remove_all(draft_path(data_, id_), ignored);
}

fs::path NewGeneration::search_directory() const {
  return draft_path(data_, id_) / "search";
}

fs::path NewGeneration::graph_directory() const {
  return draft_path(data_, id_) / "graph";
}

void NewGeneration::link_segment(const fs::path& segment) {
  const auto copy = search_directory() / segment.filename();
  fs::create_directory(copy);
  for (const auto& entry : fs::directory_iterator(segment)) {
    fs::create_hard_link(entry.path(), copy / entry.path().filename());
  }
}

void NewGeneration::publish(Manifest manifest) {
  const auto draft = draft_path(data_, id_);
  manifest.created = now_rfc3339();
  manifest.checksums = checksums_below(draft);
  sync_tree(draft);
  write_manifest(manifest, draft / "manifest.json");
  fs::rename(draft, generation_path(data_, id_));
  sync_directory(data_ / kGenerations);
  published_ = true;
  const auto previous = last_current(data_);
  replace_file(data_ / "CURRENT", to_string(id_) + "\n");
  if (previous) prune(data_, id_, *previous);
}

}  // namespace generation
