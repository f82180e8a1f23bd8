#include "generation/ledger.h"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>

#include "generation/durable_file.h"
#include "generation/file_lock.h"
#include "generation/ledger_line.h"
#include "graph/identity.h"
#include "text/error.h"

namespace generation {

namespace fs = std::filesystem;

namespace {

constexpr auto kLockPatience = std::chrono::seconds(10);

text::Timestamp now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return text::Timestamp{
      std::chrono::duration_cast<std::chrono::seconds>(since).count()};
}

// Holds off other writers of the ledger, not those of the data directory: a
// curator need not wait for a batch.
FileLock lock_writer(const fs::path& file) {
  fs::create_directories(file.parent_path());
  return FileLock::wait(file.parent_path() / "LOCK", kLockPatience);
}

std::string id_of_line(uint64_t number) { return "j" + std::to_string(number); }

std::string next_id(const LedgerContents& contents) {
  return id_of_line(contents.lines + 1);
}

void append_line(const fs::path& file, const LedgerLine& line) {
  append_durably(file, write_ledger_line(line) + "\n");
}

// The number in an id, `j12`; nothing where it is not one of the ledger.
std::optional<uint64_t> number_in(std::string_view id) {
  uint64_t number = 0;
  if (!id.starts_with('j')) return std::nullopt;
  const char* end = id.data() + id.size();
  const auto read = std::from_chars(id.data() + 1, end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

// What earlier lines make of a new one. The number of a line is what counts:
// lines of another ledger that were joined to this one keep their places
// among each other, so that an undo among them still finds what it undoes.
class LedgerReader {
 public:
  explicit LedgerReader(std::string name) : name_(std::move(name)) {}

  void take(std::string_view line, bool is_complete) {
    ++contents_.lines;
    auto read = read_ledger_line(line);
    if (!read) {
      report(is_complete ? "is damaged and does not apply"
                         : "is cut off and does not apply");
    } else if (auto* judgement = std::get_if<graph::Judgement>(&*read)) {
      judge(*std::move(judgement));
    } else {
      undo(std::get<UndoLine>(std::move(*read)));
    }
  }

  LedgerContents finish() { return std::move(contents_); }

 private:
  struct Place {
    size_t entry = 0;
    std::string written_id;
  };

  void judge(graph::Judgement judgement) {
    places_[contents_.lines] = {contents_.entries.size(), judgement.id};
    const std::string id = id_of_line(contents_.lines);
    if (judgement.id != id) {
      report("says that it is " + judgement.id + ", and counts as " + id);
      judgement.id = id;
    }
    contents_.entries.push_back({std::move(judgement), std::nullopt});
  }

  void undo(UndoLine line) {
    const auto own = number_in(line.id);
    const auto undone = number_in(line.undoes);
    const auto place = own && undone && *undone < *own
                           ? places_.find(contents_.lines - (*own - *undone))
                           : places_.end();
    const bool is_own = own == contents_.lines;
    if (place == places_.end() ||
        (!is_own && place->second.written_id != line.undoes)) {
      return report("undoes " + line.undoes + ", which is not there");
    }
    auto& entry = contents_.entries[place->second.entry];
    if (!entry.undone) entry.undone = std::move(line.undo);
  }

  void report(const std::string& what) {
    contents_.problems.push_back(name_ + ": line " +
                                 std::to_string(contents_.lines) + " " + what);
  }

  std::string name_;
  LedgerContents contents_;
  std::map<uint64_t, Place> places_;  // by number of the line
};

void refuse_conflict(const graph::Judgement& judgement,
                     const LedgerContents& contents) {
  auto judgements = standing(contents.entries);
  judgements.push_back(judgement);
  const graph::Identity identity(judgements);
  const auto& conflicts = identity.conflicts();
  const auto found = std::ranges::find(conflicts, judgement.id,
                                       &graph::JudgementConflict::judgement);
  if (found == conflicts.end()) return;
  throw LedgerConflict("this contradicts judgement " + found->with +
                       ": undo that one first");
}

}  // namespace

graph::Judgement with_new_id(graph::Judgement judgement,
                             std::span<const graph::LedgerEntry> entries,
                             const IsEntity& is_entity) {
  if (!is_split(judgement) || !judgement.other.empty()) return judgement;
  const auto is_taken = [&](const std::string& id) {
    return is_entity(id) ||
           std::ranges::any_of(entries, [&](const auto& entry) {
             return concerns(entry.judgement, std::span(&id, 1));
           });
  };
  for (int number = 2; judgement.other.empty(); ++number) {
    std::string id = judgement.entity + "~" + std::to_string(number);
    if (!is_taken(id)) judgement.other = std::move(id);
  }
  return judgement;
}

Ledger::Ledger(const fs::path& data)
    : file_(data / "ledger" / "judgements.jsonl") {}

LedgerContents Ledger::read() const {
  if (!fs::exists(file_)) return {};
  const std::string bytes = read_file(file_);
  LedgerReader reader(file_.filename().string());
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    reader.take(rest.substr(0, end), end != rest.npos);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  }
  return reader.finish();
}

graph::Judgement Ledger::append(graph::Judgement judgement,
                                const IsEntity& is_entity) const {
  check(with_new_id(judgement, {}, is_entity));
  const FileLock lock = lock_writer(file_);
  const LedgerContents contents = read();
  judgement = with_new_id(std::move(judgement), contents.entries, is_entity);
  judgement.id = next_id(contents);
  judgement.at = now();
  refuse_conflict(judgement, contents);
  append_line(file_, judgement);
  return judgement;
}

std::optional<graph::LedgerEntry> Ledger::undo(const std::string& id,
                                               graph::Undo undo) const {
  if (undo.by.empty()) throw text::BadRequest("by: is missing");
  if (!fs::exists(file_)) return std::nullopt;
  const FileLock lock = lock_writer(file_);
  LedgerContents contents = read();
  const auto found = std::ranges::find_if(
      contents.entries,
      [&](const auto& entry) { return entry.judgement.id == id; });
  if (found == contents.entries.end()) return std::nullopt;
  if (found->undone) {
    throw LedgerConflict("judgement " + id + " is undone already, by " +
                         found->undone->by);
  }
  undo.at = now();
  append_line(file_, UndoLine{next_id(contents), id, undo});
  found->undone = std::move(undo);
  return std::move(*found);
}

std::string Ledger::stamp() const {
  struct stat status {};
  if (::stat(file_.c_str(), &status) != 0) return "";
  return std::to_string(status.st_ino) + "-" + std::to_string(status.st_size) +
         "-" + std::to_string(status.st_mtim.tv_sec) + "." +
         std::to_string(status.st_mtim.tv_nsec);
}

}  // namespace generation
