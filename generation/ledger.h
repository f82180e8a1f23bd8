// The ledger: the curators' judgements, which survive every rebuild
// (docs/ledger.md).

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "graph/judgements.h"

namespace generation {

// A judgement that contradicts one that stands, or an undo of what is undone.
class LedgerConflict : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct LedgerContents {
  std::vector<graph::LedgerEntry> entries;  // as they were made
  // Lines that cannot be read, `judgements.jsonl: line 7 is cut off, ...`.
  // They stay in the file; all others apply.
  std::vector<std::string> problems;
  uint64_t lines = 0;  // damaged ones included
};

// The judgements of `entries` that are not undone.
std::vector<graph::Judgement> standing(
    const std::vector<graph::LedgerEntry>& entries);

// The ledger of a data directory: a file that is only ever appended to.
// Any number of processes and threads may read and append at once.
class Ledger {
 public:
  // Creates nothing before the first judgement.
  explicit Ledger(const std::filesystem::path& data);

  // Throws StorageError if it can't be read. No ledger is an empty one.
  LedgerContents read() const;

  // Gives the judgement its id and time and keeps it for good: it is on disk
  // when this returns. Throws BadRequest (graph::check()), LedgerConflict, and
  // StorageError if another writer does not finish or the disk fails.
  graph::Judgement append(graph::Judgement judgement) const;

  // Takes a judgement back by a line of its own; nothing where no judgement
  // has the id. Throws as append() does.
  std::optional<graph::LedgerEntry> undo(const std::string& id,
                                         graph::Undo undo) const;

  // Differs whenever the file does; cheap to ask for.
  std::string stamp() const;

 private:
  std::filesystem::path file_;
};

}  // namespace generation
