// One line of the ledger: JSON with a checksum (docs/ledger.md).

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "graph/judgements.h"

namespace generation {

// Takes back an earlier judgement.
struct UndoLine {
  std::string id;      // of this line
  std::string undoes;  // of the judgement
  graph::Undo undo;

  bool operator==(const UndoLine&) const = default;
};

using LedgerLine = std::variant<graph::Judgement, UndoLine>;

// Without its line end.
std::string write_ledger_line(const LedgerLine& line);

// Nothing where the line is not what write_ledger_line() wrote: cut off,
// changed, or of a later version.
std::optional<LedgerLine> read_ledger_line(std::string_view line);

}  // namespace generation
