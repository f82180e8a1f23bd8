// A graph built anew under the ledger, from the articles of a sealed one: what
// the next build would be, before anybody publishes it (docs/ledger.md).

#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "graph/database.h"
#include "graph/judgements.h"

namespace graph {

// Made in a folder of its own below the system's temporary folder. That goes as
// soon as its files are open: they go with this, or with the process. Reading
// is safe for any number of threads.
class JudgedCopy {
 public:
  // `judgements` are those that stand, in the order of the ledger. Costs a
  // build of the graph. Throws text::StorageError, also where there is no room.
  JudgedCopy(const std::filesystem::path& graph,
             std::vector<Judgement> judgements);
  JudgedCopy(const JudgedCopy&) = delete;
  JudgedCopy& operator=(const JudgedCopy&) = delete;

  const Database& database() const { return *database_; }

 private:
  class Folder {
   public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void remove();

    std::filesystem::path path;
  };

  Folder folder_;
  std::optional<Database> database_;
};

}  // namespace graph
