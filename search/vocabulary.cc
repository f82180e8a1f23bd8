#include "search/vocabulary.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "text/stemming.h"
#include "text/utf8.h"

namespace search {

namespace {

// A stem may differ from its words in its last letters (`probabl`).
constexpr size_t kStemChanges = 2;
constexpr size_t kLeastShared = 3;

std::string term_of(std::string_view field, std::string_view word) {
  return std::string(field).append(word);
}

// What all forms of `word` begin with.
std::string_view shared_beginning(std::string_view word,
                                  std::string_view stem) {
  const auto differ = std::ranges::mismatch(word, stem);
  const auto shared = static_cast<size_t>(differ.in1 - word.begin());
  const size_t least = std::min(kLeastShared, shared);
  const size_t kept =
      std::max(least, shared > kStemChanges ? shared - kStemChanges : 0);
  return text::cut_utf8(word, kept);
}

bool comes_first(const KnownWord& a, const KnownWord& b) {
  return std::tuple(a.mistakes, b.articles, std::string_view(a.word)) <
         std::tuple(b.mistakes, a.articles, std::string_view(b.word));
}

}  // namespace

Vocabulary::Vocabulary(ArchiveWords archive, VocabularyWork& work,
                       std::vector<std::string> languages)
    : database_(archive.database),
      files_(archive.files),
      work_(work),
      languages_(std::move(languages)) {}

KnownWords Vocabulary::find_beginning(std::string_view field,
                                      std::string_view beginning) {
  const std::string key = term_of(field, beginning) + "*";
  const auto known = work_.known.find(key);
  if (known != work_.known.end()) return known->second;
  bool is_all = true;
  std::vector<KnownWord> words = scan(field, beginning, is_all);
  return work_.known[key] = choose(std::move(words), is_all);
}

KnownWords Vocabulary::find_alike(std::string_view field, std::string_view word,
                                  uint32_t mistakes) {
  const std::string key = term_of(field, word) + "~" + std::to_string(mistakes);
  const auto known = work_.known.find(key);
  if (known != work_.known.end()) return known->second;
  if (++work_.guessed > kMaxWordsGuessed) return {.words = {}, .is_all = false};
  std::map<std::string, uint32_t> found{{std::string(word), 0}};
  for (const SuggestionFile& file : files_) {
    for (WordGuess& guess :
         file.words().guess(word, Ending::kTyped, mistakes)) {
      found.emplace(std::move(guess.word), guess.mistakes);
    }
  }
  std::vector<KnownWord> words;
  for (const auto& [alike, count] : found) {
    const auto articles = database_.get_termfreq(term_of(field, alike));
    if (articles > 0) words.push_back({alike, count, articles});
  }
  return work_.known[key] = choose(std::move(words), true);
}

KnownWords Vocabulary::find_forms(std::string_view field, std::string_view word,
                                  std::string_view language) {
  std::string_view beginning = word;
  std::vector<std::pair<std::string_view, std::string>> stems;
  const auto add = [&](std::string_view rules) {
    stems.emplace_back(rules, text::stem(word, rules));
    const auto shared = shared_beginning(word, stems.back().second);
    if (shared.size() < beginning.size()) beginning = shared;
  };
  add(language);
  for (const std::string& other : languages_) add(other);
  if (beginning.empty()) return {.words = {{std::string(word)}}};
  bool is_all = true;
  std::vector<KnownWord> words = scan(field, beginning, is_all);
  std::erase_if(words, [&](const KnownWord& known) {
    return std::ranges::none_of(stems, [&](const auto& one) {
      return text::stem(known.word, one.first) == one.second;
    });
  });
  KnownWords forms{.words = std::move(words), .is_all = is_all};
  if (forms.words.empty() && !is_all)
    forms.words.push_back({std::string(word)});
  std::ranges::sort(forms.words, comes_first);
  if (forms.words.size() > kMaxKnownWords) forms.words.resize(kMaxKnownWords);
  return forms;
}

bool Vocabulary::may_read_positions(const Places& places) {
  uint64_t articles = database_.get_doccount();
  for (const std::vector<std::string>& terms : places) {
    uint64_t of_place = 0;
    for (const std::string& term : terms) {
      of_place += database_.get_termfreq(term);
    }
    articles = std::min(articles, of_place);
  }
  const uint64_t lists = articles * places.size();
  if (work_.position_lists + lists > kMaxPositionLists) return false;
  work_.position_lists += lists;
  return true;
}

std::vector<KnownWord> Vocabulary::scan(std::string_view field,
                                        std::string_view beginning,
                                        bool& is_all) {
  std::vector<KnownWord> words;
  const std::string begin = term_of(field, beginning);
  const auto end = database_.allterms_end(begin);
  for (auto term = database_.allterms_begin(begin); term != end; ++term) {
    if (++work_.looked_at > kMaxWordsLookedAt) {
      is_all = false;
      break;
    }
    words.push_back({(*term).substr(field.size()), 0, term.get_termfreq()});
  }
  return words;
}

KnownWords Vocabulary::choose(std::vector<KnownWord> words, bool is_all) {
  std::ranges::sort(words, comes_first);
  KnownWords chosen{.words = {}, .is_all = is_all};
  for (KnownWord& word : words) {
    const bool fits = work_.terms < kMaxExpandedTerms &&
                      work_.postings + word.articles <= kMaxExpandedPostings;
    if (!fits || chosen.words.size() == kMaxKnownWords) {
      chosen.is_all = false;
      break;
    }
    ++work_.terms;
    work_.postings += word.articles;
    chosen.words.push_back(std::move(word));
  }
  return chosen;
}

}  // namespace search
