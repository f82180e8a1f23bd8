#include "extract/han_names.h"

#include <algorithm>

#include "extract/knowledge.h"

namespace extract {
namespace {

using text::EntityType;

constexpr size_t kMaxStem = 10;  // tokens before the word that ends a body
constexpr float kByEnding = 0.7F;
constexpr float kByTitle = 0.8F;

class HanNames {
 public:
  HanNames(const Knowledge& knowledge, const Passage& passage,
           const Sentence& sentence)
      : knowledge_(knowledge),
        lexicon_(knowledge.lexicon()),
        passage_(passage),
        sentence_(sentence),
        body_(lexicon_.set("han.body")),
        dependent_body_(lexicon_.set("han.dependent.body")),
        not_inside_(lexicon_.set("han.not.inside")),
        before_body_(lexicon_.set("han.before.body")),
        generic_body_(lexicon_.set("han.generic.body")),
        says_(lexicon_.set("han.says")),
        title_before_(lexicon_.set("han.title.before")),
        title_after_(lexicon_.set("han.title.after")),
        surname_(knowledge.grammar().han_surname) {}

  std::vector<CjkName> find() const {
    std::vector<CjkName> names;
    size_t free = sentence_.first;
    for (size_t at = sentence_.first; at < sentence_.last; ++at) {
      if (!is_han(at)) continue;
      CjkName name = person_at(at);
      if (name.last == 0) name = body_that_ends_at(at, free);
      if (name.last == 0) continue;
      free = name.last;
      at = name.last - 1;
      names.push_back(std::move(name));
    }
    return names;
  }

 private:
  bool is_han(size_t i) const {
    return passage_.tokens[i].kind == TokenKind::kHan;
  }
  bool in(SetId set, size_t i) const {
    return knowledge_.in(set, passage_.tokens[i]);
  }
  size_t size_of(SetId set, size_t i) const {
    const auto rest = std::span(passage_.tokens).subspan(i, sentence_.last - i);
    return lexicon_.match(set, rest).size;
  }
  bool ends_with(SetId set, size_t first, size_t last) const {
    for (size_t i = first; i < last; ++i) {
      if (lexicon_.match(set, std::span(passage_.tokens).subspan(i, last - i))
              .size == last - i) {
        return true;
      }
    }
    return false;
  }
  std::string text_of(size_t first, size_t last) const {
    const auto& tokens = passage_.tokens;
    return std::string(text::slice(
        passage_.utf8, {tokens[first].span.begin, tokens[last - 1].span.end}));
  }

  // Surname and one or two characters, with a title or a verb at its side.
  CjkName person_at(size_t at) const {
    if (!in(surname_, at)) return {};
    const size_t reach = at - std::min<size_t>(at - sentence_.first, 5);
    const bool titled = ends_with(title_before_, reach, at);
    for (const size_t size : {size_t{3}, size_t{2}}) {
      const size_t end = at + size;
      if (end > sentence_.last || !are_given(at + 1, end)) continue;
      const bool stops = end == sentence_.last || !is_han(end);
      const bool told =
          !stops && (size_of(says_, end) > 0 || size_of(title_after_, end) > 0);
      const bool begins = at == sentence_.first || titled || !is_han(at - 1) ||
                          in(not_inside_, at - 1);
      if (!begins || !(told || (titled && stops))) continue;
      return {at, end, EntityType::kPerson, text_of(at, end), kByTitle, false};
    }
    return {};
  }

  bool are_given(size_t first, size_t last) const {
    for (size_t i = first; i < last; ++i) {
      if (!is_han(i) || in(not_inside_, i)) return false;
    }
    return true;
  }

  // The body whose last word begins at `at`, not begun before `free`.
  CjkName body_that_ends_at(size_t at, size_t free) const {
    size_t end = at + size_of(body_, at);
    if (end == at) return {};
    // `澳大利亚子公司` is named after it.
    if (at > free && size_of(dependent_body_, at - 1) > 0) return {};
    const size_t ending = at;
    for (size_t more = end; more < sentence_.last && is_han(more);) {
      const size_t size = size_of(body_, more);
      if (size == 0) break;
      end = more += size;
    }
    const size_t first = stem_before(ending, free);
    if (ending - first < 2 || is_generic(first, ending)) return {};
    return {first,     end,  EntityType::kCompany, text_of(first, end),
            kByEnding, false};
  }

  size_t stem_before(size_t ending, size_t free) const {
    size_t first = ending;
    while (first > free && ending - first < kMaxStem && is_han(first - 1)) {
      // The `日` of `日本` is no day.
      if (in(not_inside_, first - 1) && !begins_place(first - 1, ending)) break;
      --first;
    }
    for (size_t i = first; i < ending; ++i) {
      const size_t word = size_of(before_body_, i);
      if (word > 0 && i + word <= ending) first = i + word;
    }
    for (size_t i = first; i < ending; ++i) {
      if (begins_place(i, ending)) return i;
    }
    return ending - first == kMaxStem ? ending : first;
  }

  bool begins_place(size_t at, size_t end) const {
    const auto& gazetteer = knowledge_.gazetteer();
    for (const auto& match : knowledge_.names().find(
             std::span(passage_.tokens).subspan(at, end - at))) {
      for (const uint32_t value : match.values) {
        if (match.size < 2 || value >= Knowledge::kOffices) continue;
        const auto& entity =
            gazetteer.entities()[gazetteer.aliases()[value].entity];
        if (entity.entity.type == EntityType::kPlace) return true;
      }
    }
    return false;
  }

  // True if words that name no one body are all of the stem.
  bool is_generic(size_t first, size_t last) const {
    for (size_t i = first; i < last;) {
      const size_t size = size_of(generic_body_, i);
      if (size == 0) return false;
      i += size;
    }
    return true;
  }

  const Knowledge& knowledge_;
  const Lexicon& lexicon_;
  const Passage& passage_;
  const Sentence& sentence_;
  SetId body_;
  SetId dependent_body_;
  SetId not_inside_;
  SetId before_body_;
  SetId generic_body_;
  SetId says_;
  SetId title_before_;
  SetId title_after_;
  SetId surname_;
};

}  // namespace

std::vector<CjkName> find_han_names(const Knowledge& knowledge,
                                    const Passage& passage,
                                    const Sentence& sentence) {
  return HanNames(knowledge, passage, sentence).find();
}

}  // namespace extract
