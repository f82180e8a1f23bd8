#include "indexer/excerpt.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "text/sentences.h"
#include "text/span.h"

namespace indexer {
namespace {

using text::Span;

constexpr std::string_view kParagraphBreak = "\n\n";

// Calls `visit` with every span of the body, which it may change.
template <typename Visit>
void visit_spans(text::Annotation& annotation, const Visit& visit) {
  for (auto& mention : annotation.mentions) {
    if (!mention.in_title) visit(mention.span);
  }
  for (auto& relation : annotation.relations) {
    if (!relation.in_title) visit(relation.sentence);
  }
  for (auto& fact : annotation.facts) {
    if (fact.in_title) continue;
    visit(fact.sentence);
    visit(fact.quantity);
  }
}

// The sentences that a span lies in, each up to where the next one begins, and
// the spans themselves.
std::vector<Span> find_kept(std::string_view body,
                            const std::vector<Span>& spans) {
  std::vector<Span> kept = spans;
  const std::vector<Span> sentences = text::find_sentences(body);
  for (size_t i = 0; i < sentences.size(); ++i) {
    const bool is_kept = std::ranges::any_of(
        spans, [&](const Span& span) { return span.overlaps(sentences[i]); });
    if (!is_kept) continue;
    const uint32_t end =
        i + 1 < sentences.size() ? sentences[i + 1].begin : sentences[i].end;
    kept.push_back({sentences[i].begin, end});
  }
  return kept;
}

// Joins what overlaps or touches; ordered.
std::vector<Span> merge(std::vector<Span> spans) {
  std::ranges::sort(spans);
  std::vector<Span> merged;
  for (const Span& span : spans) {
    if (!merged.empty() && span.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, span.end);
    } else {
      merged.push_back(span);
    }
  }
  return merged;
}

// Without the white space at its end, as far as no span needs it.
Span trim(std::string_view body, Span range, const std::vector<Span>& spans) {
  uint32_t needed = range.begin;
  for (const Span& span : spans) {
    if (range.contains(span)) needed = std::max(needed, span.end);
  }
  while (range.end > needed &&
         std::string_view(" \t\r\n").find(body[range.end - 1]) !=
             std::string_view::npos) {
    --range.end;
  }
  return range;
}

}  // namespace

Excerpt make_excerpt(text::Article article, text::Annotation annotation) {
  std::vector<Span> spans;
  visit_spans(annotation, [&](Span& span) { spans.push_back(span); });
  std::ranges::sort(spans);
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());

  const std::string whole = std::exchange(article.body, {});
  const std::vector<Span> ranges = merge(find_kept(whole, spans));
  std::vector<uint32_t> places;  // of the ranges, in the excerpt
  for (const Span& range : ranges) {
    if (!places.empty()) {
      article.body.append(kParagraphBreak).append(kLeftOut);
      article.body.append(kParagraphBreak);
    }
    places.push_back(static_cast<uint32_t>(article.body.size()));
    article.body.append(text::slice(whole, trim(whole, range, spans)));
  }
  visit_spans(annotation, [&](Span& span) {
    const auto after =
        std::ranges::upper_bound(ranges, span.begin, {}, &Span::begin);
    const auto range = static_cast<size_t>(after - ranges.begin()) - 1;
    const uint32_t begin = places[range] + span.begin - ranges[range].begin;
    span = {begin, begin + span.size()};
  });
  return {std::move(article), std::move(annotation)};
}

bool is_excerpt_of(std::string_view excerpt, std::string_view whole) {
  while (!excerpt.empty()) {
    const size_t end = std::min(excerpt.find(kParagraphBreak), excerpt.size());
    const std::string_view paragraph = excerpt.substr(0, end);
    const bool stands = whole.find(paragraph) != std::string_view::npos;
    if (paragraph != kLeftOut && !stands) return false;
    excerpt.remove_prefix(
        std::min(end + kParagraphBreak.size(), excerpt.size()));
  }
  return true;
}

}  // namespace indexer
