#include "extract/tagged_names.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace extract {
namespace {

using models::NameClass;

class TaggedArticle {
 public:
  TaggedArticle(const Knowledge& knowledge, const LanguageModels& models,
                const std::vector<Passage>& passages,
                const ArticleSyntax& syntax)
      : knowledge_(knowledge),
        models_(models),
        passages_(passages),
        syntax_(syntax) {}

  std::vector<TaggedName> read() {
    gather();
    const auto spans = models_.names().tag(article_);
    for (size_t i = 0; i < spans.size(); ++i) {
      for (const models::NameSpan& span : spans[i]) add(places_[i], span);
    }
    return std::move(names_);
  }

 private:
  using Place = std::pair<size_t, size_t>;  // passage, sentence

  void gather() {
    for (size_t p = 0; p < syntax_.size(); ++p) {
      for (size_t s = 0; s < syntax_[p].size(); ++s) {
        if (!syntax_[p][s].has_tree()) continue;
        places_.emplace_back(p, s);
        article_.push_back(syntax_[p][s].tagged());
      }
    }
  }

  void add(Place place, const models::NameSpan& span) {
    const auto [p, s] = place;
    const TokenRange range = syntax_[p][s].tokens_of(span.first, span.last);
    TaggedName name;
    name.passage = p;
    name.sentence = s;
    name.first = range.first;
    name.last = range.last;
    name.name_class = span.name_class;
    name.confidence = span.confidence;
    trim(name);
    if (name.name_class == NameClass::kOrganization) take_legal_form(name);
    const bool repeated = !names_.empty() && names_.back().passage == p &&
                          names_.back().last > name.first;
    if (repeated || !has_capital(name) || is_letter(name)) return;
    look_up(name);
    if (!is_people(name) && !is_nobody(name)) names_.push_back(name);
  }

  const Token& token(const TaggedName& name, size_t i) const {
    return passages_[name.passage].tokens[i];
  }

  void trim(TaggedName& name) const {
    const Grammar& grammar = knowledge_.grammar();
    const auto leads = [&](const Token& word) {
      return word.kind == TokenKind::kPunctuation || word.folded == "the" ||
             (name.name_class == NameClass::kPerson &&
              knowledge_.in(grammar.person_title, word));
    };
    const size_t first = name.first;
    while (name.first < name.last && leads(token(name, name.first))) {
      ++name.first;
    }
    name.with_article = name.first > first && keeps_article(name);
    while (name.first < name.last &&
           token(name, name.last - 1).kind == TokenKind::kPunctuation) {
      --name.last;
    }
  }

  // `Net Works, LLC` ends with it.
  void take_legal_form(TaggedName& name) const {
    const Passage& passage = passages_[name.passage];
    const size_t end = passage.sentences[name.sentence].last;
    size_t next = name.last;
    if (next < end && passage.tokens[next].folded == ",") ++next;
    if (next == end) return;
    const Token& word = passage.tokens[next];
    const bool written_so =
        word.upper || (word.capitalised && word.folded.size() > 2);
    const bool form =
        written_so && knowledge_.in(knowledge_.grammar().legal_form, word);
    if (form && !passage.tokens[name.last - 1].possessive) name.last = next + 1;
  }

  // `the Dow rose`: a single name has an article only in `the Reagan years`.
  bool is_nobody(const TaggedName& name) const {
    const Sentence& sentence = passages_[name.passage].sentences[name.sentence];
    const bool after_article = name.name_class == NameClass::kPerson &&
                               name.first > sentence.first &&
                               name.last == name.first + 1 &&
                               token(name, name.first - 1).folded == "the";
    if (!after_article || name.last == sentence.last) return after_article;
    const auto tag = syntax_[name.passage][name.sentence].tag(name.last);
    return !token(name, name.first).possessive && tag != models::Tag::kNoun &&
           tag != models::Tag::kPropn && tag != models::Tag::kAdj &&
           token(name, name.last).folded != "-";
  }

  // `6PR` has one, too.
  bool has_capital(const TaggedName& name) const {
    for (size_t i = name.first; i < name.last; ++i) {
      const Token& word = token(name, i);
      const auto letters = text::slice(passages_[name.passage].utf8, word.span);
      const bool inside = std::ranges::any_of(
          letters, [](char c) { return c >= 'A' && c <= 'Z'; });
      if (word.capitalised || inside) return true;
    }
    return false;
  }

  // The `D` of `Ph.D.`
  bool is_letter(const TaggedName& name) const {
    return name.last == name.first + 1 &&
           token(name, name.first).folded.size() == 1;
  }

  // `of The Economist`: the article is capitalised where nothing else would
  // make it so.
  bool keeps_article(const TaggedName& name) const {
    if (name.name_class != NameClass::kOrganization || name.first < 2) {
      return false;
    }
    const Sentence& sentence = passages_[name.passage].sentences[name.sentence];
    const Token& article = token(name, name.first - 1);
    return name.first >= sentence.first + 2 && article.folded == "the" &&
           article.capitalised &&
           token(name, name.first - 2).kind != TokenKind::kPunctuation;
  }

  void look_up(TaggedName& name) const {
    std::vector<std::string_view> words;
    size_t plain = 0;
    for (size_t i = name.first; i < name.last; ++i) {
      const Token& word = token(name, i);
      if (word.kind == TokenKind::kPunctuation ||
          knowledge_.in(knowledge_.grammar().name_link, word)) {
        ++plain;
      }
      words.push_back(text::slice(passages_[name.passage].utf8, word.span));
    }
    for (const models::ListedName& listed : models_.lists().find(words)) {
      if (listed.first == 0 && listed.last == words.size()) {
        name.lists |= 1U << static_cast<unsigned>(listed.list);
      }
      const bool word = listed.list == models::NameList::kCommonWord &&
                        listed.last == listed.first + 1;
      if (word && !knowledge_.in(knowledge_.grammar().name_link,
                                 token(name, name.first + listed.first))) {
        ++plain;
      }
    }
    name.common = plain >= words.size();
  }

  // `South American` is no place, `Kurds` are no person.
  static bool is_people(const TaggedName& name) {
    using models::NameList;
    if (name.name_class == NameClass::kPerson) {
      return name.is_listed(NameList::kPeople) && name.last == name.first + 1 &&
             !name.is_listed(NameList::kSurname) &&
             !name.is_listed(NameList::kGivenName);
    }
    return name.is_listed(NameList::kPeople) &&
           !name.is_listed(NameList::kCountry) &&
           !name.is_listed(NameList::kCity) &&
           !name.is_listed(NameList::kRegion) &&
           name.name_class == NameClass::kLocation;
  }

  const Knowledge& knowledge_;
  const LanguageModels& models_;
  const std::vector<Passage>& passages_;
  const ArticleSyntax& syntax_;
  std::vector<Place> places_;
  std::vector<models::TaggedSentence> article_;
  std::vector<TaggedName> names_;
};

}  // namespace

std::vector<TaggedName> find_tagged_names(const Knowledge& knowledge,
                                          const LanguageModels& models,
                                          const std::vector<Passage>& passages,
                                          const ArticleSyntax& syntax) {
  return TaggedArticle(knowledge, models, passages, syntax).read();
}

}  // namespace extract
