// The ledger: the curators' judgements, which survive every rebuild
// (docs/ledger.md).

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
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

// True where an id is that of an entity.
using IsEntity = std::function<bool(const std::string& id)>;
inline bool no_entity(const std::string& /*id*/) { return false; }

// A split that names no other entity gets an id for it that neither the graph
// nor the ledger has, `entity~2`.
graph::Judgement with_new_id(graph::Judgement judgement,
                             std::span<const graph::LedgerEntry> entries,
                             const IsEntity& is_entity);

// The ledger of a data directory: a file that is only ever appended to.
// Any number of processes and threads may read and append at once.
class Ledger {
 public:
  // Creates nothing before the first judgement.
  explicit Ledger(const std::filesystem::path& data);

  // Throws StorageError if it can't be read. No ledger is an empty one.
  LedgerContents read() const;

  // Gives the judgement its id and time, and a split its new id, and keeps it
  // for good: it is on disk when this returns. Throws BadRequest
  // (graph::check()), LedgerConflict, and StorageError if another writer does
  // not finish or the disk fails.
  graph::Judgement append(graph::Judgement judgement,
                          const IsEntity& is_entity = no_entity) const;

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
