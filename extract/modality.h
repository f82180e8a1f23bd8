// Verb groups: how a sentence says its verb — planned, possible, rumoured,
// denied, or plainly.

#pragma once

#include <optional>
#include <span>

#include "extract/knowledge.h"
#include "text/entity.h"

namespace extract {

struct VerbGroup {
  size_t size = 0;  // tokens
  text::Modality modality = text::Modality::kAsserted;
  bool negated = false;
};

// The more doubtful of two.
text::Modality weaker(text::Modality a, text::Modality b);

// The verb group that `tokens` begin with, if its verb is of `verbs` and said
// in this voice: `has agreed to acquire`, `is expected to be sold`.
std::optional<VerbGroup> match_verb_group(const Knowledge& knowledge,
                                          SetId verbs, Voice voice,
                                          std::span<const Token> tokens);

}  // namespace extract
