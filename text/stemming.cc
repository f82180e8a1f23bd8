#include "text/stemming.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "text/characters.h"
#include "text/utf8.h"

namespace text {
namespace {

using std::string_view_literals::operator""sv;

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

// Longest first among those that end alike.
constexpr std::array kParticles = {
    "으로부터"sv, "에게서"sv, "에서는"sv, "에서도"sv, "에서의"sv, "까지는"sv,
    "으로는"sv,   "으로도"sv, "로부터"sv, "이라고"sv, "이라는"sv, "입니다"sv,
    "에서"sv,     "에게"sv,   "에는"sv,   "에도"sv,   "으로"sv,   "로는"sv,
    "로도"sv,     "라고"sv,   "라는"sv,   "까지"sv,   "부터"sv,   "보다"sv,
    "처럼"sv,     "이다"sv,   "이며"sv,   "와의"sv,   "과의"sv,   "만이"sv,
    "이"sv,       "가"sv,     "은"sv,     "는"sv,     "을"sv,     "를"sv,
    "의"sv,       "에"sv,     "로"sv,     "와"sv,     "과"sv,     "도"sv,
    "만"sv,
};
static_assert(std::ranges::is_sorted(kParticles, std::ranges::greater(),
                                     &std::string_view::size));

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

std::string_view strip_korean_particle(std::string_view folded_word) {
  for (const std::string_view particle : kParticles) {
    if (folded_word.ends_with(particle) &&
        folded_word.size() - particle.size() >= 2 * kSyllableBytes) {
      return folded_word.substr(0, folded_word.size() - particle.size());
    }
  }
  return folded_word;
}

}  // namespace text
