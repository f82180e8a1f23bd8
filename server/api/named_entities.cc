#include "server/api/named_entities.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "search/suggestions.h"
#include "server/api/query_words.h"
#include "text/analysis.h"
#include "text/characters.h"
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
  std::vector<std::string> texts;
  for (const WordRun& run : searched_words(query)) {
    const search::Field field = run.front().field;
    if (field != search::Field::kAnywhere && field != search::Field::kEntity) {
      continue;
    }
    std::string& text = texts.emplace_back();
    for (const search::Token& word : run) {
      if (!text.empty()) text += ' ';
      text += word.text;
    }
  }
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
  bool is_clear = false;  // no other entity may be meant as well
};

bool is_whole(const graph::NamedEntity& named) {
  return named.match == graph::NameMatch::kExact ||
         named.match == graph::NameMatch::kAlias;
}

// The name without what follows a name in its last word: `Nyrstar’s`,
// `고려아연이`. Empty if nothing does.
std::string without_ending(std::string_view name) {
  for (const std::string_view ending : {"'s", "’s"}) {
    if (name.ends_with(ending)) {
      return std::string(name.substr(0, name.size() - ending.size()));
    }
  }
  const auto terms = text::analyze(name, "ko");
  const bool is_korean =
      !terms.empty() && terms.back().span.end == name.size() &&
      text::script_of(
          text::code_point_at(name, terms.back().span.begin).value) ==
          text::Script::kHangul;
  if (!is_korean) return {};
  for (const text::Term& term : terms) {
    if (term.kind != text::TermKind::kStem || term.span.end != name.size() ||
        !slice(name, term.span).starts_with(term.text)) {
      continue;
    }
    return std::string(name.substr(0, term.span.begin + term.text.size()));
  }
  return {};
}

std::optional<NamedSpan> find_at(std::string_view text, text::Span span,
                                 const graph::GraphReader& graph) {
  const std::string_view name = slice(text, span);
  for (const std::string& read : {std::string(name), without_ending(name)}) {
    if (!may_be_name(read)) continue;
    auto candidates = graph.resolve(read, 2);
    if (candidates.empty() || !is_whole(candidates.front())) continue;
    const bool clear = graph::is_clear(candidates);
    return NamedSpan{span, std::move(candidates.front()), clear};
  }
  return std::nullopt;
}

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
      if (auto named = find_at(text, span, graph)) {
        found.push_back(*std::move(named));
      }
    }
  }
  return found;
}

bool is_one_word(std::string_view name) {
  return text::find_words(name).size() == 1;
}

bool is_telling(std::string_view words, const graph::EntitySummary& entity,
                const generation::Generation& generation) {
  constexpr uint32_t kMostlyAnother = 2;
  if (entity.type == text::EntityType::kCommodity ||
      entity.type == text::EntityType::kPlace) {
    return false;
  }
  return !is_one_word(words) ||
         generation.suggestions().count(text::fold(words)) <=
             kMostlyAnother * entity.article_count;
}

search::EntityName name_of(const std::string& id,
                           const graph::GraphReader& graph) {
  search::EntityName name{.ids = graph.ids_of(id)};
  if (auto entity = graph.entity(id)) {
    name.names.push_back(std::move(entity->summary.name));
    std::ranges::move(entity->aliases, std::back_inserter(name.names));
  }
  return name;
}

}  // namespace

std::vector<graph::NamedEntity> find_named_entities(
    std::string_view query, size_t limit, const graph::GraphReader& graph) {
  std::vector<graph::NamedEntity> entities;
  size_t words = 0;
  for (const std::string& text : name_texts(query)) {
    words += find_letter_words(text).size();
    if (words > kMaxQueryWords) break;
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

search::NameRecognizer name_recognizer(
    const generation::Generation& generation) {
  return [&generation](std::string_view words) {
    std::vector<search::FoundName> names;
    for (NamedSpan& found : find_in(words, generation.graph())) {
      if (!found.is_clear) continue;
      const graph::EntitySummary& entity = found.named.entity;
      names.push_back({.span = found.span,
                       .is_telling = is_telling(slice(words, found.span),
                                                entity, generation),
                       .entity = name_of(entity.id, generation.graph())});
    }
    std::ranges::sort(names, {}, &search::FoundName::span);
    return names;
  };
}

std::optional<graph::NamedEntity> find_by_name(
    std::string_view name, const graph::GraphReader& graph) {
  auto best = graph.resolve(name, 1);
  if (best.empty() || !is_whole(best.front())) return std::nullopt;
  return std::move(best.front());
}

}  // namespace server::api
