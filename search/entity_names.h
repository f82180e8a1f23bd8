// The names of entities among the words of a query (docs/query_language.md).

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "search/query_tree.h"
#include "text/span.h"

namespace search {

// Names that the words of a query tell.
enum class Naming : uint8_t {
  kTelling,  // of one entity alone
  kAll,      // also words of every day that are names (`zinc`, `China`)
};

// Recognizes names in words that stand side by side, in order, without overlap.
// What it returns are bytes of `words`.
struct FoundName {
  text::Span span;
  bool is_telling = false;  // Naming
  EntityName entity;
};
using NameRecognizer =
    std::function<std::vector<FoundName>(std::string_view words)>;

// At most so many names of one query are more than their words.
inline constexpr size_t kMaxNames = 4;

// Words of one query that names are looked for in.
inline constexpr size_t kMaxNamedWords = 16;

// `recognize` for all readings of one query: asked once for each text, and for
// kMaxNamedWords words over all. Empty if `recognize` is, which outlives it.
// For one thread.
NameRecognizer within_budget(const NameRecognizer& recognize);

// `root` with a NodeKind::kName around the words of each name. Quoted words,
// those of a field and those that are excluded name nothing.
QueryNode mark_names(QueryNode root, const NameRecognizer& recognize,
                     Naming naming);

}  // namespace search
