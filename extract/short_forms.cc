#include "extract/short_forms.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace extract {
namespace {

using text::EntityType;
using Words = std::vector<std::string>;

class ShortForms {
 public:
  ShortForms(const Knowledge& knowledge, Reading& reading)
      : knowledge_(knowledge),
        grammar_(knowledge.grammar()),
        reading_(reading) {}

  void learn() {
    for (const Found& f : reading_.found) {
      if (f.office || f.weak) continue;
      learn_acronym(f);
      if (f.type() == EntityType::kPerson) learn_surname(f);
      if (f.type() == EntityType::kCompany) learn_company(f);
    }
  }

  void apply() {
    std::vector<Found> added;
    for (size_t p = 0; p < reading_.passages.size(); ++p) {
      const Passage& passage = reading_.passages[p];
      for (size_t s = 0; s < passage.sentences.size(); ++s) {
        apply_to(p, s, added);
      }
    }
    std::ranges::move(added, std::back_inserter(reading_.found));
    reading_.arrange();
  }

 private:
  Words surface(const Found& f) const {
    Words words;
    for (size_t i = f.first; i < f.last; ++i) {
      words.push_back(reading_.passages[f.passage].tokens[i].folded);
    }
    return words;
  }

  void add(const Words& words, const KnownEntity* entity) {
    const auto [found, created] = forms_.try_emplace(words, entity);
    if (!created && found->second != entity) found->second = nullptr;
  }

  // `Ministry of Commerce (MOFCOM)`.
  void learn_acronym(const Found& f) {
    const Passage& passage = reading_.passages[f.passage];
    const size_t end = passage.sentences[f.sentence].last;
    const bool organised = f.type() == EntityType::kCompany ||
                           f.type() == EntityType::kGovernment ||
                           f.type() == EntityType::kOrganization ||
                           f.type() == EntityType::kAgreement;
    if (!organised || f.last + 2 >= end) return;
    const auto& tokens = passage.tokens;
    const Token& acronym = tokens[f.last + 1];
    if (tokens[f.last].folded != "(" || tokens[f.last + 2].folded != ")" ||
        !acronym.upper || acronym.folded.size() > 8) {
      return;
    }
    bool initial = false;
    for (size_t i = f.first; i < f.last; ++i) {
      initial |= tokens[i].folded[0] == acronym.folded[0];
    }
    if (initial) add({acronym.folded}, &f.entity());
  }

  void learn_surname(const Found& f) {
    Words words = surface(f);
    const auto& tokens = reading_.passages[f.passage].tokens;
    size_t last = f.last;
    while (words.size() > 2 &&
           knowledge_.in(grammar_.name_suffix, tokens[--last])) {
      words.pop_back();
    }
    if (words.size() < 2 || words[0].size() < 2) return;
    if (is_cjk(tokens[f.first].kind)) return;
    const bool family_first = words.size() == 4 && words[2] == "-";
    add({family_first ? words.front() : words.back()}, &f.entity());
  }

  void learn_company(const Found& f) {
    const auto& tokens = reading_.passages[f.passage].tokens;
    size_t last = f.last;
    while (last > f.first + 1 &&
           (knowledge_.in(grammar_.company_noun, tokens[last - 1]) ||
            knowledge_.in(grammar_.legal_form, tokens[last - 1]) ||
            tokens[last - 1].folded == "," || tokens[last - 1].folded == "&")) {
      --last;
    }
    if (last == f.last || last != f.first + 1) return;
    const Token& word = tokens[f.first];
    const bool known = !knowledge_.names().exactly({{word.symbol}}).empty();
    if (word.folded.size() < 4 && !word.upper) return;
    if (known || knowledge_.in(grammar_.not_short, word) ||
        knowledge_.in(grammar_.generic, word)) {
      return;
    }
    add({word.folded}, &f.entity());
  }

  void apply_to(size_t p, size_t s, std::vector<Found>& added) {
    const Passage& passage = reading_.passages[p];
    const Sentence& sentence = passage.sentences[s];
    const bool title_case = is_title_case(passage, sentence);
    const Found* government = nullptr;
    for (size_t i = sentence.first; i < sentence.last; ++i) {
      const size_t owner = reading_.owner[p][i];
      if (owner != kNoMention) {
        const Found& f = reading_.found[owner];
        if (f.type() == EntityType::kGovernment && !f.office) government = &f;
        if (government != nullptr) last_government_ = government;
        continue;
      }
      Found found;
      found.passage = p;
      found.sentence = s;
      found.first = i;
      if (const KnownEntity* entity = short_form_at(p, s, i, title_case)) {
        found.last = i + 1;
        found.readings = {entity};
        found.how = "alias";
        found.confidence = 0.88F;
        found.local = true;
        added.push_back(std::move(found));
      } else if (complete_ellipsis(found)) {
        i = found.last - 1;
        added.push_back(std::move(found));
      }
    }
  }

  bool is_loose_capital(size_t p, size_t i) const {
    const Token& token = reading_.passages[p].tokens[i];
    return token.kind == TokenKind::kWord && token.capitalised &&
           reading_.owner[p][i] == kNoMention &&
           !knowledge_.in(grammar_.function, token) &&
           !knowledge_.in(grammar_.person_title, token);
  }

  const KnownEntity* short_form_at(size_t p, size_t s, size_t i,
                                   bool title_case) const {
    const Passage& passage = reading_.passages[p];
    const Sentence& sentence = passage.sentences[s];
    const Token& token = passage.tokens[i];
    if (token.kind != TokenKind::kWord || !token.capitalised) return nullptr;
    const auto form = forms_.find(Words{token.folded});
    if (form == forms_.end() || form->second == nullptr) return nullptr;
    const bool before = i > sentence.first && is_loose_capital(p, i - 1);
    const bool after =
        i + 1 < sentence.last &&
        (is_loose_capital(p, i + 1) || passage.tokens[i + 1].folded == "-" ||
         passage.tokens[i + 1].folded == "family");
    if (!title_case && (before || after)) return nullptr;
    return form->second;
  }

  // After `US Department of Defense`, `the Department of Commerce` is of the
  // US too.
  bool complete_ellipsis(Found& found) const {
    if (last_government_ == nullptr) return false;
    const Passage& passage = reading_.passages[found.passage];
    const Sentence& sentence = passage.sentences[found.sentence];
    if (!passage.tokens[found.first].capitalised) return false;
    const auto& lead = reading_.passages[last_government_->passage].tokens;
    std::vector<Token> words{lead[last_government_->first]};
    const size_t end = std::min(found.first + 8, sentence.last);
    words.insert(words.end(), passage.tokens.begin() + found.first,
                 passage.tokens.begin() + end);
    words[0].possessive = false;
    for (const auto& match : knowledge_.names().find(words)) {
      if (match.size < 3 || match.values[0] >= Knowledge::kOffices) continue;
      const auto& gazetteer = knowledge_.gazetteer();
      const KnownEntity& entity =
          gazetteer.entities()[gazetteer.aliases()[match.values[0]].entity];
      if (entity.entity.type != EntityType::kGovernment) continue;
      found.last = found.first + match.size - 1;
      found.readings = {&entity};
      found.how = "alias";
      found.confidence = 0.88F;
    }
    return !found.readings.empty();
  }

  const Knowledge& knowledge_;
  const Grammar& grammar_;
  Reading& reading_;
  std::map<Words, const KnownEntity*> forms_;
  const Found* last_government_ = nullptr;
};

}  // namespace

void find_short_forms(const Knowledge& knowledge, Reading& reading) {
  ShortForms forms(knowledge, reading);
  forms.learn();
  forms.apply();
}

}  // namespace extract
