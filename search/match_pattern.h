// What a query looks for in a text, and where a text has it.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "text/analysis.h"
#include "text/span.h"

namespace search {

// Terms at consecutive positions, any of some words, or one stem.
struct MatchPattern {
  std::vector<std::string> terms;  // not empty
  bool is_stem = false;
  bool is_any = false;
  bool title_only = false;
  // The patterns, by index, in whose place it stands: another name of an entity
  // for the words of the one that was asked for. Empty: none but itself.
  uint32_t stands_from = 0;
  uint32_t stands_to = 0;

  bool operator==(const MatchPattern&) const = default;
};

struct Match {
  text::Span span;
  uint32_t pattern = 0;  // its index
};

// `patterns`, and those of `more` that are not among them.
std::vector<MatchPattern> join_patterns(std::vector<MatchPattern> patterns,
                                        std::vector<MatchPattern> more);

// Every place in analysed text where a pattern occurs, ordered by span.
std::vector<Match> find_matches(std::span<const text::Term> terms,
                                std::span<const MatchPattern> patterns);

// The spans of `matches`, in order; overlapping ones become one.
std::vector<text::Span> merge_spans(std::span<const Match> matches);

}  // namespace search
