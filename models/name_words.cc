#include "models/name_words.h"

#include <algorithm>
#include <unordered_map>

#include "models/name_tagger.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace models {
namespace {

bool is_ascii(std::string_view word) {
  return std::ranges::all_of(
      word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

std::string lower_case(std::string_view word) {
  if (!is_ascii(word)) return text::fold(word);
  std::string lower(word);
  std::ranges::transform(lower, lower.begin(), lower_ascii);
  return lower;
}

// `ZURICH` -> `Zurich`, `MID-JULY` -> `Mid-July`.
std::string title_case(std::string_view word) {
  std::string title;
  for (size_t part = 0; part < word.size();) {
    const size_t dash = std::min(word.find('-', part), word.size());
    const std::string_view piece = word.substr(part, dash - part);
    if (!piece.empty()) {
      const uint32_t first = text::code_point_at(piece, 0).size;
      title.append(piece.substr(0, first));
      title.append(lower_case(piece.substr(first)));
    }
    if (dash < word.size()) title.push_back('-');
    part = dash + 1;
  }
  return title;
}

char kind_of(char32_t c) {
  if (text::is_upper(c)) return 'X';
  if (text::is_letter(c)) return 'x';
  if (text::is_digit(c)) return '0';
  return c < 0x80 ? static_cast<char>(c) : '?';
}

struct Look {
  uint64_t shape = 0;
  Casing casing = Casing::kNoLetters;
};

Casing casing_of(size_t upper, size_t lower, bool first_upper) {
  if (upper + lower == 0) return Casing::kNoLetters;
  if (upper == 0) return Casing::kLower;
  if (lower == 0) return upper == 1 ? Casing::kInitial : Casing::kUpper;
  return first_upper && upper == 1 ? Casing::kTitle : Casing::kMixed;
}

Look look_at(std::string_view word) {
  constexpr size_t kLongest = 64;  // bytes; the rest changes little
  Feature shape = 0;
  char last = 0;
  size_t upper = 0;
  size_t lower = 0;
  bool first_upper = false;
  const std::string_view start = text::cut_utf8(word, kLongest);
  for (size_t at = 0; at < start.size();) {
    const text::CodePoint c = text::code_point_at(start, at);
    const char kind = kind_of(c.value);
    upper += kind == 'X' ? 1 : 0;
    lower += kind == 'x' ? 1 : 0;
    if (at == 0) first_upper = kind == 'X';
    // Repetitions count up to two: `X.X.`, `Xx` and `Xxx`, `00`.
    if (kind != last) shape = mix(shape, static_cast<uint64_t>(kind));
    last = kind;
    at += c.size;
  }
  return {mix(shape, std::min<size_t>(start.size(), 4)),
          casing_of(upper, lower, first_upper)};
}

bool is_sentence_in_capitals(const NameSentence& sentence) {
  size_t upper = 0;
  size_t letters = 0;
  for (const NameWord& word : sentence.words) {
    if (word.casing == Casing::kUpper) ++upper;
    if (word.casing != Casing::kNoLetters && word.casing != Casing::kInitial) {
      ++letters;
    }
  }
  return letters >= 3 && upper * 10 >= letters * 7;
}

void describe(NameSentence& sentence) {
  size_t capitals = 0;
  size_t letters = 0;
  size_t others = 0;
  for (const NameWord& word : sentence.words) {
    if (word.casing == Casing::kNoLetters) {
      ++others;
    } else if (word.text.size() > 3 || is_capital(word)) {
      ++letters;
      if (is_capital(word)) ++capitals;
    }
  }
  sentence.title_case = letters >= 4 && capitals * 10 >= letters * 8;
  sentence.table = others * 2 > sentence.words.size() && capitals > 0;
}

// Words that may stand inside a name between two capitalised ones.
bool is_connector(std::string_view word) {
  static constexpr auto kConnectors = std::to_array<std::string_view>(
      {"&",   "'",  "'s",  "+",  ",",   "-",  ".",   "/",   "al",
       "and", "at", "bin", "d'", "da",  "de", "del", "der", "di",
       "do",  "du", "el",  "en", "for", "in", "ibn", "la",  "le",
       "les", "o'", "of",  "on", "the", "to", "van", "von", "y"});
  return std::ranges::find(kConnectors, word) != kConnectors.end();
}

// Words in lower case that begin names: `bin Laden`, `van der Meer`.
bool is_particle(std::string_view word) {
  static constexpr auto kParticles = std::to_array<std::string_view>(
      {"abu", "al", "bin", "da",  "de",  "del", "della",
       "der", "di", "dos", "du",  "el",  "ibn", "la",
       "le",  "st", "ten", "ter", "van", "von", "zu"});
  return std::ranges::find(kParticles, word) != kParticles.end();
}

bool is_number(const NameWord& word) {
  return !word.text.empty() && word.text[0] >= '0' && word.text[0] <= '9';
}

// Opens the words between two capitals, (left, right).
void open_gap(std::span<NameWord> words, size_t left, size_t right) {
  constexpr size_t kWidest = 3;
  const size_t width = right - left - 1;
  if (width == 0 || width > kWidest) return;
  for (size_t i = left + 1; i < right; ++i) {
    if (width > 1 && !is_connector(words[i].lower) && !is_number(words[i])) {
      return;
    }
  }
  for (size_t i = left + 1; i < right; ++i) words[i].open = true;
}

void open_all(std::span<NameWord> words) {
  constexpr size_t kNone = SIZE_MAX;
  size_t last = kNone;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!is_capital(words[i])) continue;
    words[i].open = true;
    if (last != kNone) open_gap(words, last, i);
    for (size_t k = i; k > 0; --k) {
      const bool joins = words[k - 1].text == "-" && k > 1 &&
                         is_particle(words[k - 2].lower);  // `al-Qaeda`
      if (!joins && !is_particle(words[k - 1].lower)) break;
      words[k - 1].open = true;
    }
    if (i > 0 && is_number(words[i - 1])) words[i - 1].open = true;
    if (i + 1 < words.size() && is_number(words[i + 1])) {
      words[i + 1].open = true;
    }
    last = i;
  }
}

// A word that has its capital from beginning the sentence, not a name.
bool only_begins(const NameWord& word) {
  switch (word.tag) {
    case Tag::kAdp:
    case Tag::kAdv:
    case Tag::kAux:
    case Tag::kCconj:
    case Tag::kDet:
    case Tag::kPron:
    case Tag::kSconj:
    case Tag::kVerb:
      return true;
    default:
      return false;
  }
}

void find_runs(std::span<NameWord> words) {
  size_t first = !words.empty() && only_begins(words[0]) ? 1 : 0;
  while (first < words.size()) {
    size_t last = first;
    while (last < words.size() && is_capital(words[last])) ++last;
    for (size_t i = first; i < last; ++i) {
      words[i].run_first = static_cast<uint32_t>(first);
      words[i].run_last = static_cast<uint32_t>(last);
    }
    first = std::max(last, first + 1);
  }
}

void find_lists(std::span<NameWord> words, const NameLists& lists) {
  std::vector<std::string_view> texts;
  texts.reserve(words.size());
  for (const NameWord& word : words) texts.push_back(word.text);
  for (const ListedName& name : lists.find(texts)) {
    const auto list = static_cast<size_t>(name.list);
    for (uint32_t i = name.first; i < name.last; ++i) {
      const bool first = i == name.first;
      const bool last = i + 1 == name.last;
      words[i].list_mask |= 1U << list;
      words[i].lists[list] = first && last ? Place::kOnly
                             : first       ? Place::kFirst
                             : last        ? Place::kLast
                                           : Place::kInside;
    }
  }
}

// Words in capitals are often known in other letters only: `ZURICH`.
WordClass class_as_written(const NameWord& word, const WordClasses& classes) {
  const WordClass found = classes.find(word.text);
  const bool shouted = word.casing == Casing::kUpper && word.text.size() > 3;
  return found.length > 0 || !shouted ? found
                                      : classes.find(title_case(word.text));
}

}  // namespace

std::vector<OpenWords> open_words(const NameSentence& sentence) {
  constexpr uint32_t kLongest = 400;
  std::vector<OpenWords> stretches;
  for (uint32_t i = 0; i < sentence.words.size(); ++i) {
    if (!sentence.words[i].open) continue;
    if (stretches.empty() || stretches.back().last < i ||
        i - stretches.back().first == kLongest) {
      stretches.push_back({i, i});
    }
    stretches.back().last = i + 1;
  }
  return stretches;
}

NameArticle::NameArticle(std::span<const TaggedSentence> article,
                         const WordClasses& classes, const NameLists& lists) {
  sentences_.reserve(article.size());
  for (const TaggedSentence& sentence : article) read_sentence(sentence);
  find_elsewhere();
  for (NameSentence& sentence : sentences_) {
    if (sentence.all_capitals) truecase(sentence, classes);
    for (NameWord& word : sentence.words) {
      word.form_hash = hash_of(word.text);
      word.own_class = class_as_written(word, classes);
      word.lower_class =
          word.lower == word.text ? word.own_class : classes.find(word.lower);
    }
    find_lists(sentence.words, lists);
    open_all(sentence.words);
    find_runs(sentence.words);
    describe(sentence);
  }
}

std::string_view NameArticle::keep(std::string text) {
  return texts_.emplace_back(std::move(text));
}

void NameArticle::read_sentence(const TaggedSentence& sentence) {
  NameSentence read;
  read.words.resize(sentence.words.size());
  for (size_t i = 0; i < sentence.words.size(); ++i) {
    NameWord& word = read.words[i];
    const Look look = look_at(sentence.words[i]);
    word.text = sentence.words[i];
    word.shape = look.shape;
    word.casing = look.casing;
    word.lower = word.text;
    if (is_capital(word)) word.lower = keep(lower_case(word.text));
    word.lower_hash = hash_of(word.lower);
    word.tag = sentence.tags[i];
  }
  read.all_capitals = is_sentence_in_capitals(read);
  sentences_.push_back(std::move(read));
}

void NameArticle::find_elsewhere() {
  struct Uses {
    uint32_t lower = 0;
    uint32_t capital = 0;
  };
  std::unordered_map<uint64_t, Uses> uses;
  for (const NameSentence& sentence : sentences_) {
    if (sentence.all_capitals) continue;
    for (size_t i = 0; i < sentence.words.size(); ++i) {
      const NameWord& word = sentence.words[i];
      if (word.casing == Casing::kLower) ++uses[word.lower_hash].lower;
      if (i > 0 && is_capital(word)) ++uses[word.lower_hash].capital;
    }
  }
  for (NameSentence& sentence : sentences_) {
    for (size_t i = 0; i < sentence.words.size(); ++i) {
      NameWord& word = sentence.words[i];
      if (!is_capital(word)) continue;
      const auto found = uses.find(word.lower_hash);
      if (found == uses.end()) continue;
      const uint32_t own = i > 0 && !sentence.all_capitals ? 1 : 0;
      word.lower_elsewhere = found->second.lower > 0;
      word.capital_elsewhere = found->second.capital > own;
    }
  }
}

// Reads each word in capitals as it is written elsewhere: in the article, or
// in the text from which the word classes were learned.
void NameArticle::truecase(NameSentence& sentence, const WordClasses& classes) {
  for (NameWord& word : sentence.words) {
    if (word.casing != Casing::kUpper) continue;
    std::string title = title_case(word.text);
    const bool known_lower = classes.find(word.lower).length > 0;
    const bool known_title = classes.find(title).length > 0;
    const bool lower = word.capital_elsewhere ? false
                       : word.lower_elsewhere ? true
                                              : known_lower && !known_title;
    if (lower) {
      word.text = word.lower;
    } else if (known_title || classes.find(word.text).length == 0) {
      word.text = keep(std::move(title));
    }
    const Look look = look_at(word.text);
    word.shape = look.shape;
    word.casing = look.casing;
  }
}

}  // namespace models
