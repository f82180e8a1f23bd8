// /v1/judgements: what curators say of the graph (docs/ledger.md).

#pragma once

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

// A split that names no other entity gets a new id for it, `entity~2`.
graph::Judgement with_new_id(graph::Judgement judgement,
                             const generation::Generation& generation);

// The ledger with one more judgement.
std::vector<graph::LedgerEntry> ledger_with(
    const graph::Judgement& judgement,
    const generation::Generation& generation);

}  // namespace server::api
