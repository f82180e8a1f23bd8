#include "models/cjk_features.h"

#include <algorithm>

#include "text/characters.h"
#include "text/utf8.h"

namespace models {
namespace {

constexpr char32_t kFirstSyllable = 0xAC00;
constexpr char32_t kLastSyllable = 0xD7A3;
constexpr uint32_t kFinals = 28;
constexpr uint32_t kVowels = 21;
constexpr uint64_t kBefore = 1;  // stands before the first token
constexpr uint64_t kAfter = 2;
constexpr uint32_t kLongWord = 16;  // tokens; longer ones have no word features

// The kind of hint that ends a Korean word after its stem.
constexpr uint8_t kParticle = 0;

bool is_syllable(char32_t c) {
  return kFirstSyllable <= c && c <= kLastSyllable;
}
uint32_t initial_of(char32_t c) {
  return is_syllable(c) ? (c - kFirstSyllable) / (kFinals * kVowels) + 1 : 0;
}
uint32_t vowel_of(char32_t c) {
  return is_syllable(c) ? (c - kFirstSyllable) / kFinals % kVowels + 1 : 0;
}
uint32_t final_of(char32_t c) {
  return is_syllable(c) ? (c - kFirstSyllable) % kFinals + 1 : 0;
}

}  // namespace

CjkFeatures::CjkFeatures(std::span<const CjkToken> tokens,
                         const NameHints& hints) {
  read_tokens(tokens);
  read_words(hints);
  read_hints(hints);
}

void CjkFeatures::read_tokens(std::span<const CjkToken> tokens) {
  for (const CjkToken& token : tokens) {
    const auto first = token.text.empty() ? text::CodePoint{0, 1}
                                          : text::code_point_at(token.text, 0);
    const bool single = first.size == token.text.size();
    letters_.push_back(single ? first.value : 0);
    spaces_.push_back(token.space_before);
    Script script = Script::kMark;
    switch (text::script_of(first.value)) {
      case text::Script::kHangul:
        script = Script::kHangul;
        break;
      case text::Script::kHan:
        script = Script::kHan;
        break;
      case text::Script::kKana:
        script = Script::kKana;
        break;
      default:
        if (text::is_digit(first.value)) script = Script::kDigit;
        if (text::is_letter(first.value)) script = Script::kLatin;
    }
    scripts_.push_back(script);
    symbols_.push_back(script == Script::kDigit ? hash_of("0")
                                                : NameHints::symbol(token));
    korean_ |= script == Script::kHangul;
  }
}

void CjkFeatures::read_words(const NameHints& hints) {
  const auto size = static_cast<uint32_t>(symbols_.size());
  for (uint32_t i = 0; i < size; ++i) {
    const bool mark = scripts_[i] == Script::kMark;
    const bool goes_on =
        i > 0 && !mark && !spaces_[i] && scripts_[i - 1] != Script::kMark;
    if (!goes_on) words_.push_back({i, i, i});
    word_of_.push_back(static_cast<uint32_t>(words_.size() - 1));
    words_.back().last = i + 1;
  }
  for (Word& word : words_) {
    word.stem = word.last;
    const uint32_t reach = std::min(word.last, word.first + kLongWord);
    for (uint32_t i = word.first + 1; korean_ && i < reach; ++i) {
      const auto rest = std::span(symbols_).subspan(i, word.last - i);
      const auto matches = hints.find(rest);
      const bool particle = !matches.empty() &&
                            matches.back().size == rest.size() &&
                            (matches.back().kinds & 1U << kParticle) != 0;
      if (!particle) continue;
      word.stem = i;
      break;
    }
  }
}

void CjkFeatures::cover(size_t first, const NameHints::Match& match) {
  for (size_t i = first; i < first + match.size; ++i) {
    const bool begins = i == first;
    const bool ends = i + 1 == first + match.size;
    const int place = begins ? (ends ? 3 : 0) : (ends ? 2 : 1);
    covers_[i].push_back({match.kinds, static_cast<uint8_t>(place),
                          static_cast<uint8_t>(match.size)});
  }
  begins_[first] = static_cast<uint16_t>(begins_[first] | match.kinds);
  ends_[first + match.size] =
      static_cast<uint16_t>(ends_[first + match.size] | match.kinds);
}

// The longest hints of each place; in Korean those of more than one token
// begin with a word.
void CjkFeatures::read_hints(const NameHints& hints) {
  covers_.resize(symbols_.size());
  begins_.resize(symbols_.size() + 1);
  ends_.resize(symbols_.size() + 1);
  for (size_t i = 0; i < symbols_.size(); ++i) {
    if (scripts_[i] == Script::kMark) continue;
    const auto matches = hints.find(std::span(symbols_).subspan(i));
    uint16_t seen = 0;
    for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
      NameHints::Match longest = *match;
      longest.kinds = static_cast<uint16_t>(longest.kinds & ~(seen | 1U));
      seen = static_cast<uint16_t>(seen | match->kinds);
      if (longest.kinds != 0) cover(i, longest);
    }
  }
}

uint64_t CjkFeatures::symbol(int64_t i) const {
  if (i < 0) return kBefore;
  if (i >= static_cast<int64_t>(symbols_.size())) return kAfter;
  return symbols_[static_cast<size_t>(i)];
}

// Tokens [first, last], with the spaces between them.
uint64_t CjkFeatures::gram(int64_t first, int64_t last) const {
  uint64_t hash = symbol(first);
  for (int64_t i = first + 1; i <= last; ++i) {
    const bool space = i > 0 && i < static_cast<int64_t>(spaces_.size()) &&
                       spaces_[static_cast<size_t>(i)];
    hash = mix(hash, symbol(i) + (space ? 1 : 0));
  }
  return hash;
}

uint64_t CjkFeatures::span_hash(uint32_t first, uint32_t last) const {
  uint64_t hash = kBefore;
  for (uint32_t i = first; i < last; ++i) hash = mix(hash, symbols_[i]);
  return hash;
}

void CjkFeatures::push(uint32_t kind, uint64_t value) {
  features_.push_back(mix(mix(0x2545F4914F6CDD1DU, kind), value));
}

void CjkFeatures::push_characters(int64_t i) {
  for (int64_t d = -3; d <= 3; ++d) {
    push(static_cast<uint32_t>(d + 3), symbol(i + d));
  }
  push(10, gram(i - 2, i - 1));
  push(11, gram(i - 1, i));
  push(12, gram(i, i + 1));
  push(13, gram(i + 1, i + 2));
  push(14, mix(symbol(i - 1), symbol(i + 1)));
  push(15, gram(i - 2, i));
  push(16, gram(i - 1, i + 1));
  push(17, gram(i, i + 2));
  push(18, gram(i - 3, i));
  push(19, gram(i, i + 3));
}

void CjkFeatures::push_scripts(int64_t i) {
  uint64_t shape = 0;
  for (int64_t j = i - 2; j <= i + 2; ++j) {
    const bool inside = j >= 0 && j < static_cast<int64_t>(scripts_.size());
    const auto k = static_cast<size_t>(j);
    const uint64_t script = inside ? static_cast<uint64_t>(scripts_[k]) : 7;
    shape = shape << 4U | script << 1U | (inside && spaces_[k] ? 1 : 0);
  }
  push(20, shape);
  const auto letter = [&](int64_t j) {
    const bool inside = j >= 0 && j < static_cast<int64_t>(letters_.size());
    return inside ? letters_[static_cast<size_t>(j)] : 0;
  };
  if (!korean_) return;
  push(21, final_of(letter(i - 1)) > 1 ? 1 : 0);
  push(22, mix(symbol(i), final_of(letter(i - 1)) > 1 ? 1 : 0));
  push(23, mix(initial_of(letter(i)), vowel_of(letter(i))));
  push(24, mix(initial_of(letter(i)), final_of(letter(i))));
  push(25, mix(mix(initial_of(letter(i - 1)), initial_of(letter(i))),
               initial_of(letter(i + 1))));
}

void CjkFeatures::push_word(size_t i) {
  const Word& word = words_[word_of_[i]];
  if (word.last - word.first > kLongWord) return;
  const auto at = static_cast<uint32_t>(i);
  const uint64_t from_start = std::min(at - word.first, 5U);
  const uint64_t from_end = std::min(word.last - 1 - at, 5U);
  const bool in_stem = at < word.stem;
  const uint64_t to_stem =
      in_stem ? std::min(word.stem - 1 - at, 5U) : 8 + at - word.stem;
  push(30, mix(from_start, from_end));
  push(31, mix(symbols_[i], from_start));
  push(32, mix(symbols_[i], from_end));
  push(33, mix(span_hash(word.first, at + 1), 0));
  push(34, mix(span_hash(at, word.last), from_start));
  push(35, mix(span_hash(word.first, word.last), from_start));
  push(36, mix(span_hash(word.first, word.stem), mix(from_start, in_stem)));
  push(37, mix(span_hash(word.stem, word.last), to_stem));
  push(38, mix(mix(from_start, to_stem), word.stem - word.first));
  push(39, mix(symbols_[i], to_stem));
  for (uint32_t size = 1; size <= 3 && word.stem >= word.first + size; ++size) {
    push(39 + size,
         mix(span_hash(word.stem - size, word.stem), mix(to_stem, from_start)));
  }
  push(43, mix(span_hash(word.first, std::min(word.first + 2, word.last)),
               from_start));
  push(44, mix(span_hash(word.first, word.first + 1),
               mix(from_start, word.stem - word.first)));
}

void CjkFeatures::push_neighbours(size_t i) {
  const uint32_t index = word_of_[i];
  const Word& word = words_[index];
  const auto at = static_cast<uint32_t>(i);
  const uint64_t begins = at == word.first ? 1 : 0;
  const uint64_t ends = at + 1 == word.stem ? 2 : at + 1 == word.last ? 1 : 0;
  const auto is_short = [](const Word& w) {
    return w.last - w.first <= kLongWord;
  };
  if (index > 0 && is_short(words_[index - 1])) {
    const Word& before = words_[index - 1];
    push(50, mix(span_hash(before.first, before.last), begins));
    push(51, mix(span_hash(before.first, before.stem), begins));
    push(52, mix(span_hash(before.stem, before.last), begins));
    push(53, mix(symbols_[before.last - 1], begins));
    push(54, mix(mix(ends_[before.stem], ends_[before.last]), begins));
  }
  if (index + 1 < words_.size() && is_short(words_[index + 1])) {
    const Word& after = words_[index + 1];
    push(55, mix(span_hash(after.first, after.last), ends));
    push(56, mix(span_hash(after.first, after.stem), ends));
    push(57, mix(span_hash(after.first, std::min(after.first + 2, after.last)),
                 ends));
    push(58, mix(symbols_[after.first], ends));
    push(59, mix(begins_[after.first], ends));
    push(60, mix(symbols_[after.stem - 1], ends));
  }
  if (index + 2 < words_.size() && is_short(words_[index + 2])) {
    const Word& after = words_[index + 2];
    push(61, mix(span_hash(after.first, after.stem), ends));
  }
  if (index > 1 && is_short(words_[index - 2])) {
    const Word& before = words_[index - 2];
    push(62, mix(span_hash(before.first, before.stem), begins));
  }
}

void CjkFeatures::push_hints(size_t i) {
  const Word& word = words_[word_of_[i]];
  const auto at = static_cast<uint32_t>(i);
  const uint64_t edge = (at == word.first ? 1 : 0) +
                        (at + 1 == word.stem ? 2 : 0) +
                        (at + 1 == word.last ? 4 : 0);
  for (const Cover& cover : covers_[i]) {
    push(70,
         mix(mix(cover.kinds, cover.place), std::min<uint64_t>(cover.size, 6)));
    push(71, mix(mix(cover.kinds, cover.place), edge));
    for (uint32_t kind = 0; kind < 16; ++kind) {
      if ((cover.kinds >> kind & 1U) != 0) {
        push(72,
             mix(mix(kind, cover.place), std::min<uint64_t>(cover.size, 6)));
      }
    }
  }
  push(73, begins_[i + 1]);
  push(74, mix(begins_[i + 1], edge));
  push(75, ends_[i]);
}

std::span<const Feature> CjkFeatures::at(size_t i) {
  features_.clear();
  push(9, 0);
  push_characters(static_cast<int64_t>(i));
  push_scripts(static_cast<int64_t>(i));
  if (korean_) {
    push_word(i);
    push_neighbours(i);
  }
  push_hints(i);
  return features_;
}

}  // namespace models
