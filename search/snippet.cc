#include "search/snippet.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

#include "text/analysis.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace search {

namespace {

using text::Span;

constexpr size_t kMaxBodyBytes = 256 * 1024;
constexpr uint32_t kSentenceReach = 120;  // how far back a sentence may begin
constexpr uint32_t kLeastShown = 80;      // of whole sentences
constexpr uint32_t kLeadBytes = 60;       // shown before a match otherwise
constexpr std::string_view kEllipsis = "…";

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

uint32_t character_boundary(std::string_view utf8, size_t offset) {
  return static_cast<uint32_t>(text::cut_utf8(utf8, offset).size());
}

// The whole words and CJK characters of analysed text, in order: a stretch may
// begin and end with any of them.
std::vector<Span> find_units(std::span<const text::Term> terms) {
  std::vector<Span> units;
  for (const text::Term& term : terms) {
    if (term.kind == text::TermKind::kStem ||
        term.kind == text::TermKind::kPair) {
      continue;
    }
    const bool inside = !units.empty() && term.span.begin < units.back().end;
    if (inside) {
      units.back().end = std::max(units.back().end, term.span.end);
    } else {
      units.push_back(term.span);
    }
  }
  return units;
}

// The first of the matches that a stretch shows best: those with the most
// different patterns, then the most, then the earliest.
size_t find_best_match(std::span<const Match> matches) {
  size_t best = 0;
  std::pair<size_t, size_t> best_score;
  for (size_t i = 0; i < matches.size(); ++i) {
    const uint32_t end = matches[i].span.begin + kSnippetBytes - kLeadBytes;
    std::set<uint32_t> patterns;
    size_t count = 0;
    for (size_t k = i; k < matches.size() && matches[k].span.end <= end; ++k) {
      patterns.insert(matches[k].pattern);
      ++count;
    }
    const std::pair score(patterns.size(), count);
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  return best;
}

// The beginning of the sentence at `offset`, if it is near.
std::optional<uint32_t> sentence_begin(std::string_view body, uint32_t offset) {
  const uint32_t near = offset > kSentenceReach ? offset - kSentenceReach : 0;
  const uint32_t from =
      character_boundary(body, near > kSnippetBytes ? near - kSnippetBytes : 0);
  const std::string_view around = body.substr(
      from, character_boundary(body, offset + kSnippetBytes) - from);
  std::optional<uint32_t> begin;
  for (const Span& sentence : text::find_sentences(around)) {
    const bool cut = sentence.begin == 0 && from > 0;
    const uint32_t at = from + sentence.begin;
    if (at > offset) break;
    begin.reset();
    if (!cut && at >= near) begin = at;
  }
  return begin;
}

uint32_t find_begin(std::string_view body, std::span<const Span> units,
                    uint32_t match) {
  if (const auto sentence = sentence_begin(body, match)) return *sentence;
  const uint32_t wanted = match > kLeadBytes ? match - kLeadBytes : 0;
  const auto unit = std::ranges::lower_bound(units, wanted, {}, &Span::begin);
  return unit == units.end() ? match : std::min(unit->begin, match);
}

// The end of the last sentence that fits into a stretch that covers `least`, or
// of a slightly longer one where the others show little.
std::optional<uint32_t> sentence_end(std::string_view body, Span least) {
  const uint32_t limit = least.begin + kSnippetBytes;
  const std::string_view around = body.substr(
      least.begin,
      character_boundary(body, limit + kSentenceReach) - least.begin);
  const bool is_all = least.begin + around.size() == body.size();
  std::optional<uint32_t> end;
  for (const Span& sentence : text::find_sentences(around)) {
    const uint32_t at = least.begin + sentence.end;
    const bool is_cut = sentence.end == around.size() && !is_all;
    if (is_cut || (end && at > limit)) break;
    if (at >= least.end && at >= least.begin + kLeastShown) end = at;
  }
  return end;
}

// The end of a sentence where one is near, otherwise of the last unit that
// fits, with the punctuation behind it.
uint32_t find_end(std::string_view body, std::span<const Span> units,
                  Span least) {
  if (const auto end = sentence_end(body, least)) return *end;
  const uint32_t limit = std::max(least.begin + kSnippetBytes, least.end);
  if (limit >= body.size()) return static_cast<uint32_t>(body.size());
  auto next = std::ranges::upper_bound(units, limit, {}, &Span::end);
  uint32_t end = next == units.begin() ? least.end : std::prev(next)->end;
  end = std::max(end, least.end);
  while (next != units.end() && next->begin < end) ++next;
  const uint32_t stop =
      next == units.end() ? static_cast<uint32_t>(body.size()) : next->begin;
  while (end < stop && !is_space(body[end])) ++end;
  return end;
}

bool ends_sentence(std::string_view body, uint32_t end) {
  const std::string_view shown = body.substr(0, end);
  return shown.ends_with('.') || shown.ends_with('!') || shown.ends_with('?') ||
         shown.ends_with("。") || shown.ends_with("！") ||
         shown.ends_with("？") || shown.ends_with(".\"") ||
         shown.ends_with(".”");
}

// `window` of the body, white space made single spaces, with `marks`.
Snippet cut(std::string_view body, Span window, std::span<const Span> marks,
            bool begins_whole) {
  Snippet snippet;
  if (!begins_whole) snippet.text = kEllipsis;
  std::vector<uint32_t> moved(window.size() + 1);
  for (uint32_t at = window.begin; at < window.end; ++at) {
    moved[at - window.begin] = static_cast<uint32_t>(snippet.text.size());
    if (!is_space(body[at])) {
      snippet.text.push_back(body[at]);
    } else if (at + 1 < window.end && !is_space(body[at + 1])) {
      snippet.text.push_back(' ');
    }
  }
  moved.back() = static_cast<uint32_t>(snippet.text.size());
  for (const Span& mark : marks) {
    if (!window.contains(mark)) continue;
    snippet.marks.push_back({.begin = moved[mark.begin - window.begin],
                             .end = moved[mark.end - window.begin]});
  }
  const bool whole =
      window.end == body.size() || ends_sentence(body, window.end);
  if (!whole) snippet.text += kEllipsis;
  return snippet;
}

}  // namespace

Snippet make_snippet(std::string_view body, std::string_view language,
                     std::span<const MatchPattern> patterns) {
  body = text::cut_utf8(body, kMaxBodyBytes);
  const auto terms = text::analyze(body, language);
  const std::vector<Span> units = find_units(terms);
  std::vector<Match> matches = find_matches(terms, patterns);
  std::erase_if(matches, [&](const Match& match) {
    return patterns[match.pattern].title_only;
  });
  Span window;
  Span first;
  if (!matches.empty()) {
    first = matches[find_best_match(matches)].span;
    window.begin = find_begin(body, units, first.begin);
  }
  window.end = find_end(
      body, units,
      {.begin = window.begin, .end = std::max(window.begin, first.end)});
  const bool begins_whole =
      window.begin == 0 || sentence_begin(body, window.begin) == window.begin;
  return cut(body, window, merge_spans(matches), begins_whole);
}

}  // namespace search
