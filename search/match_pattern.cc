#include "search/match_pattern.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace search {

namespace {

using PatternsByTerm =
    std::unordered_map<std::string_view, std::vector<uint32_t>>;

PatternsByTerm index_patterns(std::span<const MatchPattern> patterns,
                              bool stems) {
  PatternsByTerm index;
  for (uint32_t i = 0; i < patterns.size(); ++i) {
    if (patterns[i].is_stem != stems) continue;
    const auto& terms = patterns[i].terms;
    const size_t firsts = patterns[i].is_any ? terms.size() : 1;
    for (size_t k = 0; k < firsts; ++k) index[terms[k]].push_back(i);
  }
  return index;
}

// The term `text` at `position`, looked for from `begin` on.
const text::Term* find_at(std::span<const text::Term> terms, size_t begin,
                          uint32_t position, std::string_view text) {
  for (size_t i = begin; i < terms.size() && terms[i].position <= position;
       ++i) {
    const bool here = terms[i].position == position;
    if (here && terms[i].kind != text::TermKind::kStem &&
        terms[i].text == text) {
      return &terms[i];
    }
  }
  return nullptr;
}

// What `pattern` covers if its first term is terms[first].
std::optional<text::Span> match_from(std::span<const text::Term> terms,
                                     size_t first,
                                     const MatchPattern& pattern) {
  text::Span span = terms[first].span;
  if (pattern.is_any) return span;
  for (uint32_t i = 1; i < pattern.terms.size(); ++i) {
    const text::Term* term =
        find_at(terms, first, terms[first].position + i, pattern.terms[i]);
    if (term == nullptr) return std::nullopt;
    span.end = std::max(span.end, term->span.end);
  }
  return span;
}

}  // namespace

std::vector<MatchPattern> join_patterns(std::vector<MatchPattern> patterns,
                                        std::vector<MatchPattern> more) {
  for (MatchPattern& pattern : more) {
    if (std::ranges::find(patterns, pattern) == patterns.end()) {
      patterns.push_back(std::move(pattern));
    }
  }
  return patterns;
}

std::vector<Match> find_matches(std::span<const text::Term> terms,
                                std::span<const MatchPattern> patterns) {
  const PatternsByTerm exact = index_patterns(patterns, false);
  const PatternsByTerm stems = index_patterns(patterns, true);
  std::vector<Match> matches;
  for (size_t i = 0; i < terms.size(); ++i) {
    const auto& index = terms[i].kind == text::TermKind::kStem ? stems : exact;
    const auto found = index.find(terms[i].text);
    if (found == index.end()) continue;
    for (const uint32_t pattern : found->second) {
      if (const auto span = match_from(terms, i, patterns[pattern])) {
        matches.push_back({.span = *span, .pattern = pattern});
      }
    }
  }
  std::ranges::stable_sort(matches, {}, &Match::span);
  return matches;
}

std::vector<text::Span> merge_spans(std::span<const Match> matches) {
  std::vector<text::Span> spans;
  for (const Match& match : matches) {
    if (!spans.empty() && match.span.begin < spans.back().end) {
      spans.back().end = std::max(spans.back().end, match.span.end);
    } else {
      spans.push_back(match.span);
    }
  }
  return spans;
}

}  // namespace search
