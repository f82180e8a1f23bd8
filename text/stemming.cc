#include "text/stemming.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace text {
namespace {

constexpr size_t kMaxStemmedBytes = 64;
constexpr size_t kSyllableBytes = 3;

struct Rules {
  std::string_view language;
  const char* algorithm;
  bool latin = true;
};

constexpr Rules kEnglish = {"en", "english"};

constexpr std::array kRules = {
    kEnglish,
    Rules{"ar", "arabic", false},
    Rules{"ca", "catalan"},
    Rules{"da", "danish"},
    Rules{"de", "german"},
    Rules{"el", "greek", false},
    Rules{"es", "spanish"},
    Rules{"eu", "basque"},
    Rules{"fi", "finnish"},
    Rules{"fr", "french"},
    Rules{"ga", "irish"},
    Rules{"hi", "hindi", false},
    Rules{"hu", "hungarian"},
    Rules{"hy", "armenian", false},
    Rules{"id", "indonesian"},
    Rules{"it", "italian"},
    Rules{"lt", "lithuanian"},
    Rules{"ne", "nepali", false},
    Rules{"nl", "dutch"},
    Rules{"no", "norwegian"},
    Rules{"pt", "portuguese"},
    Rules{"ro", "romanian"},
    Rules{"ru", "russian", false},
    Rules{"sv", "swedish"},
    Rules{"ta", "tamil", false},
    Rules{"tr", "turkish"},
};

// What a particle may follow.
enum class After : uint8_t {
  kAny,
  kConsonant,
  kVowel,
  kVowelOrL,        // `로`
  kOtherConsonant,  // `으로`
};

struct Particle {
  std::string_view text;
  After after = After::kAny;
};

// Longest first.
constexpr std::array kParticles = {
    Particle{"으로부터", After::kOtherConsonant},
    Particle{"에게서"},
    Particle{"에서는"},
    Particle{"에서도"},
    Particle{"에서의"},
    Particle{"까지는"},
    Particle{"으로는", After::kOtherConsonant},
    Particle{"으로도", After::kOtherConsonant},
    Particle{"로부터", After::kVowelOrL},
    Particle{"이라고", After::kConsonant},
    Particle{"이라는", After::kConsonant},
    Particle{"입니다"},
    Particle{"에서"},
    Particle{"에게"},
    Particle{"에는"},
    Particle{"에도"},
    Particle{"으로", After::kOtherConsonant},
    Particle{"로는", After::kVowelOrL},
    Particle{"로도", After::kVowelOrL},
    Particle{"라고", After::kVowel},
    Particle{"라는", After::kVowel},
    Particle{"까지"},
    Particle{"부터"},
    Particle{"보다"},
    Particle{"처럼"},
    Particle{"이다", After::kConsonant},
    Particle{"이며", After::kConsonant},
    Particle{"와의", After::kVowel},
    Particle{"과의", After::kConsonant},
    Particle{"만이"},
    Particle{"이", After::kConsonant},
    Particle{"가", After::kVowel},
    Particle{"은", After::kConsonant},
    Particle{"는", After::kVowel},
    Particle{"을", After::kConsonant},
    Particle{"를", After::kVowel},
    Particle{"의"},
    Particle{"에"},
    Particle{"로", After::kVowelOrL},
    Particle{"와", After::kVowel},
    Particle{"과", After::kConsonant},
    Particle{"도"},
    Particle{"만"},
};
static_assert(std::ranges::is_sorted(kParticles, std::ranges::greater(),
                                     [](const Particle& particle) {
                                       return particle.text.size();
                                     }));

// The consonant that ends a Hangul syllable, by its number in Unicode, 0 if a
// vowel does; nothing for other characters.
std::optional<uint32_t> final_consonant(std::string_view syllable) {
  constexpr char32_t kFirst = 0xac00;
  constexpr char32_t kLast = 0xd7a3;
  constexpr uint32_t kFinals = 28;
  const char32_t c = code_point_at(syllable, 0).value;
  if (c < kFirst || c > kLast) return std::nullopt;
  return static_cast<uint32_t>(c - kFirst) % kFinals;
}

// `before` is not empty.
bool can_follow(std::string_view before, After after) {
  constexpr uint32_t kL = 8;
  if (before.size() < kSyllableBytes) return false;
  const auto consonant =
      final_consonant(before.substr(before.size() - kSyllableBytes));
  if (!consonant) return false;
  switch (after) {
    case After::kConsonant:
      return *consonant != 0;
    case After::kVowel:
      return *consonant == 0;
    case After::kVowelOrL:
      return *consonant == 0 || *consonant == kL;
    case After::kOtherConsonant:
      return *consonant != 0 && *consonant != kL;
    case After::kAny:
      break;
  }
  return true;
}

// `word` without `particle`, empty if it can't be one with it.
std::string_view without(std::string_view word, const Particle& particle) {
  if (!word.ends_with(particle.text)) return {};
  const auto before = word.substr(0, word.size() - particle.text.size());
  return can_follow(before, particle.after) ? before : std::string_view();
}

// Letters that are written with an `e` or doubled where they are missing.
std::string write_out_umlauts(std::string_view folded_word) {
  std::string written;
  for (size_t i = 0; i < folded_word.size();) {
    const CodePoint next = code_point_at(folded_word, i);
    switch (next.value) {
      case U'ä':
        written += "ae";
        break;
      case U'ö':
      case U'ø':
        written += "oe";
        break;
      case U'ü':
        written += "ue";
        break;
      case U'å':
        written += "aa";
        break;
      default:
        written += folded_word.substr(i, next.size);
    }
    i += next.size;
  }
  return written;
}

struct DeleteStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, DeleteStemmer>;

// A stemmer belongs to one thread.
sb_stemmer* stemmer_of_thread(const Rules& rules) {
  thread_local std::map<std::string_view, Stemmer> stemmers;
  auto [found, is_new] = stemmers.try_emplace(rules.language);
  if (is_new) found->second.reset(sb_stemmer_new(rules.algorithm, "UTF_8"));
  return found->second.get();
}

// Null if no rules fit.
const Rules* choose_rules(std::string_view language, bool latin) {
  const auto* rules = std::ranges::find(kRules, language, &Rules::language);
  if (rules != kRules.end() && rules->latin == latin) return rules;
  return latin ? &kEnglish : nullptr;
}

}  // namespace

std::string stem(std::string_view folded_word, std::string_view language) {
  if (folded_word.empty() || folded_word.size() > kMaxStemmedBytes) {
    return std::string(folded_word);
  }
  const char32_t first = code_point_at(folded_word, 0).value;
  const Rules* rules =
      choose_rules(language, script_of(first) == Script::kLatin);
  sb_stemmer* stemmer = rules ? stemmer_of_thread(*rules) : nullptr;
  if (!stemmer) return std::string(folded_word);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(folded_word.data());
  const auto* stemmed =
      sb_stemmer_stem(stemmer, bytes, static_cast<int>(folded_word.size()));
  if (!stemmed) throw std::bad_alloc();
  return std::string(reinterpret_cast<const char*>(stemmed),
                     static_cast<size_t>(sb_stemmer_length(stemmer)));
}

std::vector<std::string> stems(std::string_view folded_word,
                               std::string_view language) {
  std::vector<std::string> stems;
  const auto add = [&](std::string_view word) {
    std::string stemmed = remove_accents(stem(word, language));
    if (stemmed.empty() || std::ranges::find(stems, stemmed) != stems.end()) {
      return;
    }
    stems.push_back(std::move(stemmed));
  };
  add(folded_word);
  const std::string bare = remove_accents(folded_word);
  if (bare == folded_word) return stems;
  add(bare);
  add(write_out_umlauts(folded_word));
  return stems;
}

bool has_stemming_rules(std::string_view language) {
  return std::ranges::find(kRules, language, &Rules::language) != kRules.end();
}

std::string_view strip_korean_particle(std::string_view folded_word) {
  for (const Particle& particle : kParticles) {
    const auto before = without(folded_word, particle);
    if (before.size() >= 2 * kSyllableBytes) return before;
  }
  return folded_word;
}

std::string_view korean_syllable_before_particle(std::string_view folded_word) {
  if (folded_word.size() != 2 * kSyllableBytes) return {};
  for (const Particle& particle : kParticles) {
    if (particle.text.size() != kSyllableBytes) continue;
    if (particle.after != After::kConsonant &&
        particle.after != After::kVowel) {
      continue;
    }
    const auto before = without(folded_word, particle);
    if (!before.empty()) return before;
  }
  return {};
}

}  // namespace text
