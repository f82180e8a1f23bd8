// The table of phrases: a language is added by lines of data.

#pragma once

#include <span>
#include <string_view>

#include "indexer/clean/phrases.h"

namespace indexer {

struct PhraseForm {
  Phrase phrase{};
  std::string_view folded;  // text::fold
};

// Of all phrases but those of request_forms().
std::span<const PhraseForm> phrase_forms();

// Of Phrase::kRequest and Phrase::kShortRequest.
std::span<const PhraseForm> request_forms();

}  // namespace indexer
