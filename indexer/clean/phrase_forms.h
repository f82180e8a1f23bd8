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

std::span<const PhraseForm> phrase_forms();

}  // namespace indexer
