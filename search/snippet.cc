#include "search/snippet.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "search/typing_form.h"
#include "text/analysis.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace search {

namespace {

using text::slice;
using text::Span;

// Most bodies have all that is looked for in so many bytes, if they have it.
constexpr size_t kFirstBytes = 8 * 1024;
// Without words to look for only the beginning is shown.
constexpr size_t kLeadBytes = 4 * 1024;
constexpr size_t kMaxAnswerBytes = 4 * 1024 * 1024;
constexpr size_t kMaxMatches = 2000;  // that a stretch is chosen by
constexpr uint32_t kLeadWidth = 60;   // before a match in a long sentence
constexpr uint32_t kLeastWidth = 80;  // of whole sentences
constexpr std::string_view kEllipsis = "…";

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) >> 6) == 2;
}

// Full-width punctuation takes two as well.
uint32_t columns_of(char32_t c) {
  const bool is_wide =
      is_cjk(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
  return is_wide ? 2 : 1;
}

uint32_t width_of(std::string_view utf8) {
  uint32_t width = 0;
  for (size_t i = 0; i < utf8.size();) {
    const text::CodePoint next = text::code_point_at(utf8, i);
    width += columns_of(next.value);
    i += next.size;
  }
  return width;
}

// Where `width` columns end that begin at `from`.
uint32_t forward(std::string_view body, uint32_t from, uint32_t width) {
  uint32_t at = from;
  while (at < body.size()) {
    const text::CodePoint next = text::code_point_at(body, at);
    const uint32_t columns = columns_of(next.value);
    if (columns > width) break;
    width -= columns;
    at += next.size;
  }
  return at;
}

// Where `width` columns begin that end at `to`.
uint32_t backward(std::string_view body, uint32_t to, uint32_t width) {
  uint32_t at = to;
  while (at > 0) {
    uint32_t before = at - 1;
    while (before > 0 && continues_character(body[before])) --before;
    const uint32_t columns =
        columns_of(text::code_point_at(body, before).value);
    if (columns > width) break;
    width -= columns;
    at = before;
  }
  return at;
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

// Matches side by side that a stretch of the body can show.
struct Cluster {
  Span span;
  std::set<uint32_t> patterns{};
};

class Excerpt {
 public:
  Excerpt(std::string_view body, std::span<const text::Term> terms,
          std::span<const MatchPattern> patterns)
      : body_(body),
        units_(find_units(terms)),
        patterns_(patterns),
        matches_(find_matches(terms, patterns)) {
    std::erase_if(matches_, [&](const Match& match) {
      return patterns[match.pattern].title_only;
    });
  }

  // In order, not overlapping.
  std::vector<Span> choose() const {
    if (matches_.empty()) return {window_of({}, kSnippetWidth)};
    const Cluster whole = best_cluster(kSnippetWidth, {}, {});
    if (whole.patterns.size() < all_patterns().size()) {
      const auto two = choose_two(whole.patterns.size());
      if (!two.empty()) return two;
    }
    return {window_of(whole.span, kSnippetWidth)};
  }

  // True if further text has nothing more to show.
  bool has_all_patterns() const {
    const std::set<uint32_t> shown = all_patterns();
    for (uint32_t i = 0; i < patterns_.size(); ++i) {
      const MatchPattern& pattern = patterns_[i];
      const bool is_wanted =
          !pattern.title_only && pattern.stands_from == pattern.stands_to;
      if (is_wanted && !shown.contains(i)) return false;
    }
    return true;
  }

  std::vector<Span> marks() const { return merge_spans(matches_); }

  // True if a sentence or the body begins at `at`.
  bool begins_whole(uint32_t at) const {
    if (at == 0) return true;
    const auto sentences = sentences_of(
        {backward(body_, at, kSnippetWidth), end_of(at, 2 * kSnippetWidth)});
    return std::ranges::any_of(
        sentences, [&](const Span& one) { return one.begin == at; });
  }

 private:
  uint32_t end_of(uint32_t from, uint32_t width) const {
    return forward(body_, from, width);
  }

  // Calls `visit` with each pattern that a match shows.
  template <typename Visit>
  void for_each_shown(const Match& match, Visit visit) const {
    const MatchPattern& pattern = patterns_[match.pattern];
    if (pattern.stands_from == pattern.stands_to) visit(match.pattern);
    for (uint32_t i = pattern.stands_from; i < pattern.stands_to; ++i) {
      visit(i);
    }
  }

  std::set<uint32_t> patterns_of(std::span<const Match> matches) const {
    std::set<uint32_t> shown;
    for (const Match& match : matches) {
      for_each_shown(match, [&](uint32_t pattern) { shown.insert(pattern); });
    }
    return shown;
  }

  std::set<uint32_t> all_patterns() const { return patterns_of(matches_); }

  // The first of those with the most different patterns that are not `known`,
  // then the most matches; none of `taken` is part of it.
  Cluster best_cluster(uint32_t width, const std::set<uint32_t>& known,
                       Span taken) const {
    std::vector<uint32_t> shown(patterns_.size());  // how often, from i to end
    size_t new_patterns = 0;
    const auto add = [&](uint32_t pattern) {
      if (shown[pattern]++ == 0 && !known.contains(pattern)) ++new_patterns;
    };
    const auto remove = [&](uint32_t pattern) {
      if (--shown[pattern] == 0 && !known.contains(pattern)) --new_patterns;
    };
    const size_t count = std::min(matches_.size(), kMaxMatches);
    std::pair<size_t, size_t> best_score;
    size_t best = 0;
    size_t end = 0;
    for (size_t i = 0; i < count; ++i) {
      end = std::max(end, i);
      const uint32_t limit = end_of(matches_[i].span.begin, width - kLeadWidth);
      while (end < count && matches_[end].span.end <= limit &&
             !matches_[end].span.overlaps(taken)) {
        for_each_shown(matches_[end++], add);
      }
      const std::pair score(new_patterns, end - i);
      if (score > best_score) {
        best_score = score;
        best = i;
      }
      if (end > i) for_each_shown(matches_[i], remove);
    }
    return make_cluster(best, best_score.second, known);
  }

  Cluster make_cluster(size_t first, size_t count,
                       const std::set<uint32_t>& known) const {
    if (count == 0) return {};
    const auto matches = std::span(matches_).subspan(first, count);
    Cluster cluster{.span = matches.front().span,
                    .patterns = patterns_of(matches)};
    for (const Match& match : matches) {
      cluster.span.end = std::max(cluster.span.end, match.span.end);
    }
    for (const uint32_t pattern : known) cluster.patterns.erase(pattern);
    return cluster;
  }

  // Nothing unless both show more than `least` patterns.
  std::vector<Span> choose_two(size_t least) const {
    const Cluster first = best_cluster(kSnippetWidth / 2, {}, {});
    const Span window = window_of(first.span, kSnippetWidth / 2);
    const Cluster second =
        best_cluster(kSnippetWidth / 2, first.patterns, window);
    if (second.patterns.empty() ||
        first.patterns.size() + second.patterns.size() <= least) {
      return {};
    }
    const Span other = window_of(second.span, kSnippetWidth / 2);
    if (other.overlaps(window)) return {};
    return window < other ? std::vector{window, other}
                          : std::vector{other, window};
  }

  // Whole sentences within `around`, as they stand in the body.
  std::vector<Span> sentences_of(Span around) const {
    std::vector<Span> sentences;
    for (Span one : text::find_sentences(slice(body_, around))) {
      one.begin += around.begin;
      one.end += around.begin;
      const bool begins = one.begin > around.begin || around.begin == 0;
      const bool ends = one.end < around.end || around.end == body_.size();
      if (begins && ends) sentences.push_back(one);
    }
    return sentences;
  }

  // About `width` columns of the body that show `matched`.
  Span window_of(Span matched, uint32_t width) const {
    const auto sentences =
        sentences_of({backward(body_, matched.begin, 2 * width),
                      end_of(matched.end, 2 * width)});
    Span window{find_begin(matched, width, sentences), 0};
    window.end = find_end({window.begin, matched.end}, width, sentences);
    return window;
  }

  // The beginning of the sentence, unless what matches would not fit behind it.
  uint32_t find_begin(Span matched, uint32_t width,
                      std::span<const Span> sentences) const {
    for (const Span& one : sentences) {
      if (one.begin <= matched.begin && matched.begin < one.end &&
          width_of(slice(body_, {one.begin, matched.end})) <= width) {
        return one.begin;
      }
    }
    const uint32_t wanted = backward(body_, matched.begin, kLeadWidth);
    const auto unit =
        std::ranges::lower_bound(units_, wanted, {}, &Span::begin);
    return unit == units_.end() ? matched.begin
                                : std::min(unit->begin, matched.begin);
  }

  // The end of the last sentence that fits, or of the first one, if half as
  // much again is enough for it; otherwise of the last unit that fits, with the
  // punctuation behind it.
  uint32_t find_end(Span least, uint32_t width,
                    std::span<const Span> sentences) const {
    const uint32_t limit = end_of(least.begin, width);
    const uint32_t most = end_of(least.begin, width + width / 2);
    const uint32_t enough = end_of(least.begin, std::min(width, kLeastWidth));
    uint32_t end = 0;
    for (const Span& one : sentences) {
      if (one.end < least.end || one.end > most) continue;
      if (end >= enough && one.end > limit) break;
      end = one.end;
    }
    return end > 0 ? end : cut_at_unit(least, limit);
  }

  uint32_t cut_at_unit(Span least, uint32_t limit) const {
    limit = std::max(limit, least.end);
    if (limit >= body_.size()) return static_cast<uint32_t>(body_.size());
    auto next = std::ranges::upper_bound(units_, limit, {}, &Span::end);
    uint32_t end = next == units_.begin() ? least.end : std::prev(next)->end;
    end = std::max(end, least.end);
    while (next != units_.end() && next->begin < end) ++next;
    const uint32_t stop = next == units_.end()
                              ? static_cast<uint32_t>(body_.size())
                              : next->begin;
    while (end < stop && !is_space(body_[end])) ++end;
    return end;
  }

  std::string_view body_;
  std::vector<Span> units_;
  std::span<const MatchPattern> patterns_;
  std::vector<Match> matches_;  // in the body
};

// True if a sentence ends at `end`, or a line does.
bool ends_whole(std::string_view body, uint32_t end) {
  if (end == body.size() || body[end] == '\n') return true;
  std::string_view shown = body.substr(0, end);
  for (const std::string_view mark :
       {"\"", "”", "’", "'", ")", "」", "』", "）"}) {
    if (shown.ends_with(mark)) shown.remove_suffix(mark.size());
  }
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{".", "!", "?", "。", "！", "？"},
      [&](std::string_view stop) { return shown.ends_with(stop); });
}

// Adds `window` of the body, white space made single spaces, and its marks.
void append(Snippet& snippet, std::string_view body, Span window,
            std::span<const Span> marks) {
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
}

std::optional<Snippet> snippet_of(std::string_view body,
                                  std::string_view language,
                                  std::span<const MatchPattern> patterns,
                                  bool is_last) {
  const auto terms = text::analyze(body, language);
  const Excerpt excerpt(body, terms, patterns);
  if (!is_last && !excerpt.has_all_patterns()) return std::nullopt;
  const std::vector<Span> windows = excerpt.choose();
  const std::vector<Span> marks = excerpt.marks();
  Snippet snippet;
  for (const Span& window : windows) {
    if (!snippet.text.empty()) {
      snippet.text.append(" ").append(kEllipsis).append(" ");
    } else if (!excerpt.begins_whole(window.begin)) {
      snippet.text = kEllipsis;
    }
    append(snippet, body, window, marks);
  }
  if (!ends_whole(body, windows.back().end)) snippet.text += kEllipsis;
  return snippet;
}

}  // namespace

Snippet make_snippet(std::string_view body, std::string_view language,
                     std::span<const MatchPattern> patterns, size_t max_bytes) {
  if (patterns.empty()) max_bytes = std::min(max_bytes, kLeadBytes);
  if (std::min(body.size(), max_bytes) > kFirstBytes) {
    const auto first = snippet_of(text::cut_utf8(body, kFirstBytes), language,
                                  patterns, false);
    if (first) return *first;
  }
  return *snippet_of(text::cut_utf8(body, max_bytes), language, patterns, true);
}

size_t snippet_source_bytes(size_t snippets) {
  return std::min(kMaxSnippetSource,
                  kMaxAnswerBytes / std::max<size_t>(snippets, 1));
}

}  // namespace search
