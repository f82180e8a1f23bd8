// /v1/judgements: what curators say of the graph (docs/ledger.md).

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generation/generation.h"
#include "graph/judgement_preview.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// What a request that writes is answered with.
struct Written {
  int status = 200;
  std::string body;  // JSON
  // Under the ledger with what was written; null where nothing was, or where
  // it could not be made.
  std::shared_ptr<const generation::Generation> now;
};

// GET /v1/judgements: all of them, the newest first, with what became of each.
// Parameters: entity, limit, cursor. Throws BadRequest.
Json judgements(const Parameters& parameters,
                const generation::Generation& generation);

// GET /v1/judgements/candidates: what may be worth a judgement. Parameters:
// limit. Throws BadRequest.
Json judgement_candidates(const Parameters& parameters,
                          const generation::Generation& generation);

// POST /v1/judgements: one more, or, with `preview`, what it would change. The
// graph answers by it from the next generation object on. Throws BadRequest,
// generation::LedgerConflict, StorageError.
Written add_judgement(const Parameters& parameters, std::string_view body,
                      const generation::Generation& generation);

// DELETE /v1/judgements/{id}: takes one back; with `preview`, only tells what
// that would change. Parameters: id, by, note, preview. Throws NotFound and as
// add_judgement().
Written undo_judgement(const Parameters& parameters, std::string_view body,
                       const generation::Generation& generation);

// What the command line shares with the API.
Json state_json(const graph::JudgementState& state,
                const generation::Generation& generation);
Json preview_json(const graph::JudgementPreview& preview,
                  const generation::Generation& generation);

// Borrows the generation.
generation::IsEntity entities_of(const generation::Generation& generation);

// The ledger with one more judgement, as the ledger would keep it. Throws
// BadRequest.
std::vector<graph::LedgerEntry> ledger_with(
    graph::Judgement judgement, const generation::Generation& generation);

}  // namespace server::api
