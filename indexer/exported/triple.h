// One line of N-Triples (https://www.w3.org/TR/n-triples/).

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

enum class TermKind : uint8_t { kIri, kBlank, kLiteral };

// `text` is without brackets, quotes and escapes.
struct Term {
  TermKind kind = TermKind::kIri;
  std::string text;
  std::string datatype = {};  // of a literal, an IRI; empty: a string
  std::string language = {};  // of a literal
};

struct Triple {
  Term subject;
  std::string predicate;  // an IRI
  Term object;
};

// Nothing for a blank line or a comment. Texts are well-formed UTF-8 where the
// line is. Throws InputError saying what is expected where.
std::optional<Triple> parse_triple(std::string_view line);

}  // namespace indexer
