#include "extract/lexicon.h"

#include <algorithm>

#include "text/error.h"

namespace extract {
namespace {

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

bool ends_in_consonant_y(const std::string& verb) {
  return verb.size() > 1 && verb.ends_with('y') &&
         !is_vowel(verb[verb.size() - 2]);
}

// Plurals are built alike: `companies`.
std::string third_person(const std::string& verb) {
  if (ends_in_consonant_y(verb)) {
    return verb.substr(0, verb.size() - 1) + "ies";
  }
  const bool hisses = verb.ends_with('s') || verb.ends_with('x') ||
                      verb.ends_with("ch") || verb.ends_with("sh") ||
                      verb.ends_with('z') || verb.ends_with('o');
  return verb + (hisses ? "es" : "s");
}

std::string past_tense(const std::string& verb) {
  if (ends_in_consonant_y(verb)) {
    return verb.substr(0, verb.size() - 1) + "ied";
  }
  return verb + (verb.ends_with('e') ? "d" : "ed");
}

std::string gerund(const std::string& verb) {
  const bool silent_e = verb.ends_with('e') && !verb.ends_with("ee");
  return (silent_e ? verb.substr(0, verb.size() - 1) : verb) + "ing";
}

}  // namespace

void Lexicon::add_irregular(const std::vector<std::string>& forms) {
  irregular_[forms[0]] = forms;
}

std::vector<Lexicon::Inflected> Lexicon::inflect(
    const std::string& verb) const {
  std::string past = past_tense(verb);
  std::string participle = past;
  std::string ing = gerund(verb);
  const auto found = irregular_.find(verb);
  if (found != irregular_.end()) {
    const auto& forms = found->second;
    if (forms.size() > 1) past = forms[1];
    participle = forms.size() > 2 ? forms[2] : past;
    if (forms.size() > 3) ing = forms[3];
  }
  std::vector<Inflected> all;
  const auto add = [&](const std::string& word, uint8_t form) {
    const auto same = std::ranges::find(all, word, &Inflected::word);
    if (same == all.end())
      all.push_back({word, form});
    else
      same->forms = static_cast<uint8_t>(same->forms | form);
  };
  add(verb, kBase);
  add(third_person(verb), kThird);
  add(past, kPast);
  add(participle, kParticiple);
  add(ing, kGerund);
  return all;
}

SetId Lexicon::make_set(const std::string& name) {
  const auto [found, created] =
      ids_.try_emplace(name, static_cast<SetId>(ids_.size()));
  if (created && ids_.size() > kMaxSets) {
    throw text::InputError("more than 1024 word sets");
  }
  return found->second;
}

void Lexicon::add_phrase(SetId set, const std::string& phrase, uint8_t forms) {
  Phrase symbols = symbols_.intern_phrase(phrase);
  if (symbols.empty()) return;
  const uint32_t first = symbols.front();
  symbols.erase(symbols.begin());
  entries_[first].push_back({set, forms, std::move(symbols)});
  if (sets_of_.size() <= first) sets_of_.resize(first + 1);
  sets_of_[first].set(set);
}

void Lexicon::add_words(const std::string& set,
                        const std::vector<std::string>& words) {
  const SetId id = make_set(set);
  for (const std::string& word : words) {
    const size_t tilde = word.find('~');
    if (tilde == std::string::npos) {
      add_phrase(id, word, kEveryForm);
      continue;
    }
    const std::string rest = word.substr(tilde + 1);
    for (const Inflected& form : inflect(word.substr(0, tilde))) {
      add_phrase(id, form.word + rest, form.forms);
    }
  }
}

void Lexicon::add_verbs(const std::string& set,
                        const std::vector<std::string>& verbs) {
  std::vector<std::string> inflected;
  for (const std::string& verb : verbs) {
    const size_t space = std::min(verb.find(' '), verb.size());
    inflected.push_back(verb.substr(0, space) + "~" + verb.substr(space));
  }
  add_words(set, inflected);
}

void Lexicon::add_nouns(const std::string& set,
                        const std::vector<std::string>& nouns) {
  std::vector<std::string> both = nouns;
  for (const std::string& noun : nouns) both.push_back(third_person(noun));
  add_words(set, both);
}

SetId Lexicon::set(std::string_view name) const {
  const auto found = ids_.find(name);
  if (found == ids_.end()) {
    throw text::InputError("no word set is named `" + std::string(name) + "`");
  }
  return found->second;
}

std::vector<std::pair<std::string, SetId>> Lexicon::sets_beginning(
    const std::string& prefix) const {
  std::vector<std::pair<std::string, SetId>> sets;
  for (auto it = ids_.lower_bound(prefix);
       it != ids_.end() && it->first.starts_with(prefix); ++it) {
    sets.emplace_back(it->first, it->second);
  }
  return sets;
}

Lexicon::Match Lexicon::match(SetId set, std::span<const Token> tokens) const {
  Match best;
  if (tokens.empty() || !sets_of(tokens[0].symbol).test(set)) return best;
  for (const Entry& entry : entries_.at(tokens[0].symbol)) {
    const size_t size = entry.rest.size() + 1;
    if (entry.set != set || size > tokens.size() || size < best.size) continue;
    const bool same = std::equal(
        entry.rest.begin(), entry.rest.end(), tokens.begin() + 1,
        [](uint32_t symbol, const Token& t) { return symbol == t.symbol; });
    if (!same) continue;
    const uint8_t before = size == best.size ? best.forms : 0;
    best = {size, static_cast<uint8_t>(before | entry.forms)};
  }
  return best;
}

bool Lexicon::contains(SetId set, const Token& token) const {
  return match(set, {&token, 1}).size == 1;
}

const Lexicon::Sets& Lexicon::sets_of(uint32_t symbol) const {
  static const Sets kNone;
  return symbol == 0 || symbol >= sets_of_.size() ? kNone : sets_of_[symbol];
}

}  // namespace extract
