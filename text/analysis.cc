#include "text/analysis.h"

#include <xxhash.h>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "text/abbreviations.h"
#include "text/fold.h"
#include "text/simplify.h"
#include "text/stemming.h"
#include "text/utf8.h"
#include "text/words.h"

namespace text {
namespace {

constexpr size_t kHashDigits = 16;
// Shorter words of a dictionary are a character or a pair.
constexpr size_t kLeastWordCharacters = 3;
// Korean words of so many syllables are mostly two, or one with an ending.
constexpr size_t kPartSyllables = 2;

bool is_cjk(WordKind kind) {
  return kind == WordKind::kHan || kind == WordKind::kKana ||
         kind == WordKind::kHangul;
}

std::string hexadecimal(uint64_t number) {
  std::string digits(kHashDigits, '0');
  for (size_t i = kHashDigits; i-- > 0; number >>= 4) {
    digits[i] = "0123456789abcdef"[number & 15];
  }
  return digits;
}

// `word`, or its beginning and its hash where it is too long for a term.
std::string fit(std::string word) {
  if (word.size() <= kMaxTermBytes) return word;
  const uint64_t hash = XXH3_64bits(word.data(), word.size());
  return std::string(cut_utf8(word, kMaxTermBytes - kHashDigits)) +
         hexadecimal(hash);
}

bool is_ascii_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

std::string without(std::string word, char unwanted) {
  std::erase(word, unwanted);
  return word;
}

bool is_apostrophe(char32_t c) { return c == U'’' || c == U'‘' || c == U'ʼ'; }

// With every apostrophe as ASCII's.
std::string plain_apostrophes(std::string_view folded) {
  std::string plain;
  plain.reserve(folded.size());
  for (size_t i = 0; i < folded.size();) {
    const CodePoint next = code_point_at(folded, i);
    if (is_apostrophe(next.value)) {
      plain += '\'';
    } else {
      plain += folded.substr(i, next.size);
    }
    i += next.size;
  }
  return plain;
}

std::string fold_letters(std::string_view word) {
  std::string folded = plain_apostrophes(fold(word));
  if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
  return folded;
}

std::string fold_cjk(std::string_view word) { return simplify(fold(word)); }

// One character of a CJK run: folded, and where it stands.
struct Character {
  std::string text;
  Span span;
};

// The characters of one word. Where folding joins or parts characters, each
// one stands for the whole word.
std::vector<Character> characters_of(std::string_view utf8, Span word) {
  const auto bytes = slice(utf8, word);
  const std::string folded = fold_cjk(bytes);
  const bool one_to_one = count_code_points(folded) == count_code_points(bytes);
  std::vector<Character> characters;
  uint32_t begin = word.begin;
  for (size_t i = 0; i < folded.size();) {
    const uint32_t size = code_point_at(folded, i).size;
    Span span = word;
    if (one_to_one) {
      span = {begin, begin + code_point_at(utf8, begin).size};
      begin = span.end;
    }
    characters.push_back({folded.substr(i, size), span});
    i += size;
  }
  return characters;
}

class Analysis {
 public:
  Analysis(std::string_view utf8, std::string_view language)
      : utf8_(utf8), language_(language) {}

  // A unit behind a number is a word of its own: `5,000t` is `5,000 t`.
  void add_number(Span span) {
    const auto word = slice(utf8_, span);
    const auto number = word.substr(0, word.find_last_of("0123456789") + 1);
    const auto unit = word.substr(number.size());
    if (number.empty() || !std::ranges::all_of(unit, is_ascii_letter)) {
      add_word(without(fold(word), ','), span);
      return;
    }
    const Span rest{span.begin + static_cast<uint32_t>(number.size()),
                    span.end};
    add_word(without(fold(number), ','), {span.begin, rest.begin});
    add_word(fold(unit), rest);
  }

  // ICU keeps `mtu.Lot` and `a_b` together.
  void add_letters(Span span) {
    const auto word = slice(utf8_, span);
    if (is_dotted_acronym(word)) {
      add_word_and_stem(without(fold(word), '.'), span);
      return;
    }
    size_t begin = 0;
    while (begin < word.size()) {
      const size_t end =
          std::min(word.find_first_of(".:_", begin), word.size());
      const Span part{span.begin + static_cast<uint32_t>(begin),
                      span.begin + static_cast<uint32_t>(end)};
      add_word_and_stem(fold_letters(slice(utf8_, part)), part);
      begin = end + 1;
    }
  }

  // Words between which nothing stands.
  void add_cjk_run(std::span<const Word> run) {
    std::optional<Character> last;
    for (const Word& word : run) {
      bool begins_word = true;
      const auto characters = characters_of(utf8_, word.span);
      for (const auto& character : characters) {
        if (last) add_character(*last, &character);
        if (begins_word) add_cjk_word(word, characters);
        begins_word = false;
        last = character;
      }
    }
    if (last) add_character(*last, nullptr);
  }

  std::vector<Term> take() { return std::move(terms_); }

 private:
  void add_word(std::string folded, Span span) {
    if (folded.empty()) return;
    terms_.push_back(
        {fit(std::move(folded)), TermKind::kWord, ++position_, span});
  }

  void add_word_and_stem(const std::string& folded, Span span) {
    std::string bare = remove_accents(folded);
    if (bare.empty()) return;
    add_word(std::move(bare), span);
    auto forms = stems(folded, language_);
    for (auto form = forms.rbegin(); form != forms.rend(); ++form) {
      add_stem(std::move(*form), span, position_);
    }
  }

  void add_stem(std::string stem, Span span, uint32_t position) {
    terms_.push_back({fit(std::move(stem)), TermKind::kStem, position, span});
  }

  // Stands at the position of its first character, which follows.
  void add_cjk_word(const Word& word, std::span<const Character> characters) {
    const bool is_korean = word.kind == WordKind::kHangul;
    if (!is_korean && characters.size() < kLeastWordCharacters) return;
    const std::string folded = fold_cjk(slice(utf8_, word.span));
    const uint32_t position = position_ + 1;
    terms_.push_back({fit(folded), TermKind::kWord, position, word.span});
    if (is_korean) add_korean_stems(folded, word.span, characters);
  }

  void add_korean_stems(const std::string& word, Span span,
                        std::span<const Character> characters) {
    const uint32_t position = position_ + 1;
    const auto stemmed = strip_korean_particle(word);
    const auto syllables = characters.first(count_code_points(stemmed));
    const auto syllable = korean_syllable_before_particle(word);
    if (!syllable.empty()) {
      add_stem(std::string(syllable), syllables.front().span, position);
    }
    if (syllables.size() > kPartSyllables) {
      add_part(syllables.first(kPartSyllables), position);
    }
    if (syllables.size() >= 2 * kPartSyllables) {
      add_part(syllables.last(kPartSyllables), position);
    }
    add_stem(std::string(stemmed), span, position);
  }

  void add_part(std::span<const Character> characters, uint32_t position) {
    std::string part;
    for (const Character& character : characters) part += character.text;
    add_stem(std::move(part),
             {characters.front().span.begin, characters.back().span.end},
             position);
  }

  void add_character(const Character& character, const Character* next) {
    ++position_;
    terms_.push_back(
        {character.text, TermKind::kCharacter, position_, character.span});
    if (!next) return;
    terms_.push_back({character.text + next->text,
                      TermKind::kPair,
                      position_,
                      {character.span.begin, next->span.end}});
  }

  std::string_view utf8_;
  std::string_view language_;
  std::vector<Term> terms_;
  uint32_t position_ = 0;
};

// The number of words from the first on that are one CJK run.
size_t run_length(std::span<const Word> words) {
  size_t length = 1;
  while (length < words.size() && is_cjk(words[length].kind) &&
         words[length].span.begin == words[length - 1].span.end) {
    ++length;
  }
  return length;
}

}  // namespace

std::vector<Term> analyze(std::string_view utf8, std::string_view language) {
  const std::vector<Word> words = find_words(utf8);
  Analysis analysis(utf8, language);
  for (size_t i = 0; i < words.size();) {
    const Word& word = words[i];
    size_t taken = 1;
    if (is_cjk(word.kind)) {
      taken = run_length(std::span(words).subspan(i));
      analysis.add_cjk_run(std::span(words).subspan(i, taken));
    } else if (word.kind == WordKind::kNumber) {
      analysis.add_number(word.span);
    } else if (word.kind == WordKind::kLetters) {
      analysis.add_letters(word.span);
    }
    i += taken;
  }
  return analysis.take();
}

}  // namespace text
