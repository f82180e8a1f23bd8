#include "server/api/named_entities.h"

#include <algorithm>
#include <string>
#include <utility>

#include "search/query_lexer.h"
#include "text/analysis.h"
#include "text/fold.h"
#include "text/span.h"
#include "text/utf8.h"
#include "text/words.h"

namespace server::api {
namespace {

constexpr size_t kMaxNameWords = 6;
constexpr size_t kMaxQueryWords = 16;  // bounds the names that are tried

// The stretches of `query` that may hold names: words side by side, and each
// quoted phrase on its own; not what is excluded or filtered by.
std::vector<std::string> name_texts(std::string_view query) {
  std::vector<std::string> texts(1);
  bool is_excluded = false;
  for (const search::Token& token :
       search::split_query(query, search::Operators::kRead).tokens) {
    const bool is_name =
        !is_excluded && (token.field == search::Field::kAnywhere ||
                         token.field == search::Field::kEntity);
    is_excluded = token.kind == search::TokenKind::kNot;
    if (is_name && token.kind == search::TokenKind::kWord) {
      if (!texts.back().empty()) texts.back() += ' ';
      texts.back() += token.text;
      continue;
    }
    if (is_name && token.kind == search::TokenKind::kQuoted) {
      texts.push_back(token.text);
    }
    texts.emplace_back();
  }
  std::erase(texts, "");
  return texts;
}

// `in` and `as` are words before they are symbols of metals.
bool may_be_name(std::string_view text) {
  return text::count_code_points(text) > 1 &&
         !text::is_stop_word(text::fold(text), "en");
}

std::vector<text::Span> find_letter_words(std::string_view text) {
  std::vector<text::Span> spans;
  for (const text::Word& word : text::find_words(text)) {
    if (word.kind == text::WordKind::kPunctuation) continue;
    if (spans.size() == kMaxQueryWords) break;
    spans.push_back(word.span);
  }
  return spans;
}

struct NamedSpan {
  text::Span span;
  graph::NamedEntity named;
};

// The entities that `text` names, longest names first, without overlap.
std::vector<NamedSpan> find_in(std::string_view text,
                               const graph::GraphReader& graph) {
  const std::vector<text::Span> words = find_letter_words(text);
  std::vector<NamedSpan> found;
  for (size_t length = std::min(kMaxNameWords, words.size()); length > 0;
       --length) {
    for (size_t first = 0; first + length <= words.size(); ++first) {
      const text::Span span{words[first].begin, words[first + length - 1].end};
      const auto covers = [&](const NamedSpan& other) {
        return other.span.overlaps(span);
      };
      if (std::ranges::any_of(found, covers)) continue;
      const std::string_view name = slice(text, span);
      if (!may_be_name(name)) continue;
      if (auto named = find_by_name(name, graph)) {
        found.push_back({span, *std::move(named)});
      }
    }
  }
  return found;
}

}  // namespace

std::vector<graph::NamedEntity> find_named_entities(
    std::string_view query, size_t limit, const graph::GraphReader& graph) {
  std::vector<graph::NamedEntity> entities;
  for (const std::string& text : name_texts(query)) {
    for (NamedSpan& found : find_in(text, graph)) {
      const auto is_same = [&](const graph::NamedEntity& other) {
        return other.entity.id == found.named.entity.id;
      };
      if (entities.size() == limit) return entities;
      if (std::ranges::none_of(entities, is_same)) {
        entities.push_back(std::move(found.named));
      }
    }
  }
  return entities;
}

std::optional<graph::NamedEntity> find_by_name(
    std::string_view name, const graph::GraphReader& graph) {
  auto best = graph.resolve(name, 1);
  if (best.empty() || (best.front().match != graph::NameMatch::kExact &&
                       best.front().match != graph::NameMatch::kAlias)) {
    return std::nullopt;
  }
  return std::move(best.front());
}

}  // namespace server::api
