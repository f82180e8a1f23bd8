#include "training/plain_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/abbreviations.h"

namespace training {
namespace {

using Words = std::vector<std::string_view>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters of ASCII, and every byte of the others.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Punctuation outside ASCII that is a word of its own wherever it stands.
constexpr std::array<std::string_view, 16> kSigns = {
    "“", "”", "„", "«", "»", "…", "–", "—",
    "•", "·", "£", "€", "¥", "°", "¿", "¡",
};
constexpr std::string_view kApostrophe = "’";
constexpr std::string_view kOpeningQuote = "‘";

constexpr std::array<std::string_view, 14> kEndings = {
    "'s", "’s",  "'S",  "’S",  "'m",  "’m",  "'d",
    "’d", "'ll", "’ll", "'re", "’re", "'ve", "’ve",
};
constexpr std::array<std::string_view, 3> kNegations = {"n't", "n’t", "N'T"};

std::optional<size_t> sign_at(std::string_view text, size_t at) {
  if ((static_cast<unsigned char>(text[at]) & 0x80U) == 0) return std::nullopt;
  for (const std::string_view sign : kSigns) {
    if (text.substr(at).starts_with(sign)) return sign.size();
  }
  return std::nullopt;
}

// The size of the punctuation that `text` begins with; 0 if there is none. A
// run of one sign (`...`, `--`) is one word.
size_t leading_punctuation(std::string_view text) {
  if (text.starts_with(kOpeningQuote)) return kOpeningQuote.size();
  if (text.starts_with(kApostrophe)) return kApostrophe.size();
  if (const auto sign = sign_at(text, 0)) return *sign;
  if (is_letter(text[0]) || is_digit(text[0])) return 0;
  if (text[0] != '.' && text[0] != '-' && text[0] != '_') return 1;
  return std::min(text.find_first_not_of(text[0]), text.size());
}

size_t trailing_punctuation(std::string_view text) {
  if (text.ends_with(kApostrophe)) return kApostrophe.size();
  for (const std::string_view sign : kSigns) {
    if (text.ends_with(sign)) return sign.size();
  }
  const char last = text.back();
  if (is_letter(last) || is_digit(last) || last == '$') return 0;
  if (last != '.' && last != '-' && last != '_') return 1;
  return text.size() - 1 - std::min(text.find_last_not_of(last), text.size());
}

// True if the full stop after `word` is a part of it.
bool is_abbreviation(std::string_view word, bool ends_sentence) {
  if (text::is_dotted_acronym(word)) return true;
  const auto kind = text::classify_abbreviation(word);
  if (ends_sentence) {
    return kind == text::Abbreviation::kGeneral && word.size() > 1;
  }
  return kind != text::Abbreviation::kNone;
}

bool is_address(std::string_view chunk) {
  return chunk.find("://") != std::string_view::npos ||
         chunk.starts_with("www.") || chunk.find('@') != std::string_view::npos;
}

// True for `2001-09-11` and `713-853-3989`, which are not cut.
bool is_date_or_phone(std::string_view core) {
  return std::ranges::count(core, '-') >= 2 &&
         std::ranges::all_of(core,
                             [](char c) { return is_digit(c) || c == '-'; });
}

// Cuts the endings of `word`, which has no punctuation around it.
void add_word(std::string_view word, Words& words) {
  if (word.empty()) return;
  const auto cut = [&](std::string_view ending) {
    if (word.size() <= ending.size() || !word.ends_with(ending)) return false;
    words.push_back(word.substr(0, word.size() - ending.size()));
    words.push_back(word.substr(word.size() - ending.size()));
    return true;
  };
  if (std::ranges::any_of(kNegations, cut)) return;
  if (std::ranges::any_of(kEndings, cut)) return;
  if ((word == "cannot" || word == "Cannot") && cut("not")) return;
  words.push_back(word);
}

// The size of what parts two words at `at`: a hyphen, a dash, a slash between
// letters; 0 if nothing does.
size_t joint_at(std::string_view core, size_t at) {
  if (const auto sign = sign_at(core, at)) return *sign;
  const char c = core[at];
  if (c == '-') return 1;
  const bool inside = at > 0 && at + 1 < core.size();
  if (c == '/' && inside) {
    return is_letter(core[at - 1]) && is_letter(core[at + 1]) ? 1 : 0;
  }
  return c == '(' || c == ')' || c == '[' || c == ']' || c == '"' ? 1 : 0;
}

void add_core(std::string_view core, Words& words) {
  if (is_date_or_phone(core)) {
    words.push_back(core);
    return;
  }
  size_t begin = 0;
  for (size_t at = 0; at < core.size();) {
    if (core[at] == '$' && at > begin) {  // `US$5`
      words.push_back(core.substr(begin, at + 1 - begin));
      begin = ++at;
      continue;
    }
    const size_t joint = joint_at(core, at);
    if (joint == 0) {
      ++at;
      continue;
    }
    add_word(core.substr(begin, at - begin), words);
    words.push_back(core.substr(at, joint));
    begin = at += joint;
  }
  add_word(core.substr(begin), words);
}

// `'s` and its kin may stand alone, parted from their word by white space.
bool is_ending(std::string_view chunk) {
  return std::ranges::find(kEndings, chunk) != kEndings.end() ||
         std::ranges::find(kNegations, chunk) != kNegations.end();
}

void add_chunk(std::string_view chunk, bool ends_sentence, Words& words) {
  while (!chunk.empty() && !is_ending(chunk)) {
    const size_t size = leading_punctuation(chunk);
    if (size == 0) break;
    words.push_back(chunk.substr(0, size));
    chunk.remove_prefix(size);
  }
  Words after;
  while (!chunk.empty() && !is_ending(chunk)) {
    const size_t size = trailing_punctuation(chunk);
    const std::string_view rest = chunk.substr(0, chunk.size() - size);
    const bool abbreviated =
        size == 1 && chunk.back() == '.' &&
        is_abbreviation(rest, ends_sentence && after.empty());
    if (size == 0 || abbreviated) break;
    after.push_back(chunk.substr(rest.size()));
    chunk = rest;
  }
  if (is_address(chunk) || is_ending(chunk)) {
    words.push_back(chunk);
  } else {
    add_core(chunk, words);
  }
  words.insert(words.end(), after.rbegin(), after.rend());
}

}  // namespace

Words plain_words(std::string_view sentence) {
  Words words;
  while (!sentence.empty() && is_space(sentence.back())) {
    sentence.remove_suffix(1);
  }
  for (size_t at = 0; at < sentence.size();) {
    if (is_space(sentence[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < sentence.size() && !is_space(sentence[end])) ++end;
    add_chunk(sentence.substr(at, end - at), end == sentence.size(), words);
    at = end;
  }
  return words;
}

}  // namespace training
