#include "search/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <tuple>
#include <unordered_map>

#include "search/typing_form.h"
#include "text/analysis.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/span.h"
#include "text/utf8.h"
#include "text/words.h"

namespace search {
namespace {

constexpr size_t kMaxWords = 4;
constexpr size_t kMaxBytes = 80;
constexpr uint32_t kMinTexts = 3;
constexpr uint32_t kMinAlone = 2;
// How much more often than if its words came by chance.
constexpr double kMinLift = 10;
// A longer phrase that has so large a part of a shorter one's texts replaces
// it.
constexpr double kSamePart = 0.8;

constexpr size_t kPhraseBits = 22;
constexpr size_t kWordBits = 18;

size_t slot_of(uint64_t hash, size_t bits) { return hash >> (64 - bits); }

// FNV-1a, its high bits mixed.
uint64_t hash_word(std::string_view folded) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const char byte : folded) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  }
  return (hash ^ hash >> 32) * 0x9e3779b97f4a7c15;
}

uint64_t hash_words(std::span<const uint64_t> words) {
  uint64_t hash = words.size();
  for (const uint64_t word : words) {
    hash = ((hash ^ word) * 0x9e3779b97f4a7c15) ^ hash >> 29;
  }
  return hash * 0x9e3779b97f4a7c15;
}

struct RunWord {
  text::Span span;
  uint64_t hash = 0;
};
// Words with nothing between them that parts them.
using Run = std::vector<RunWord>;

bool is_long_enough(std::string_view word, text::WordKind kind) {
  const bool is_letters = kind == text::WordKind::kLetters;
  return text::count_code_points(word) >= (is_letters ? 3U : 2U);
}

// Words written in Hiragana alone are what others are joined by.
bool is_particle(std::string_view word) {
  for (size_t i = 0; i < word.size();) {
    const text::CodePoint next = text::code_point_at(word, i);
    if (!text::is_hiragana(next.value)) return false;
    i += next.size;
  }
  return true;
}

bool may_be_in_phrase(std::string_view folded, text::WordKind kind) {
  if (kind == text::WordKind::kPunctuation || kind == text::WordKind::kNumber) {
    return false;
  }
  return is_long_enough(folded, kind) && !text::is_stop_word(folded, "en") &&
         !is_particle(folded);
}

std::vector<Run> find_runs(std::string_view text) {
  std::vector<Run> runs(1);
  for (const text::Word& word : text::find_words(text)) {
    const std::string_view written = slice(text, word.span);
    if (written == "-") continue;
    const std::string folded = text::fold(written);
    if (may_be_in_phrase(folded, word.kind)) {
      runs.back().push_back({word.span, hash_word(folded)});
    } else if (!runs.back().empty()) {
      runs.emplace_back();
    }
  }
  return runs;
}

struct Candidate {
  std::string text;
  std::array<uint64_t, kMaxWords> words{};  // hashes
  size_t size = 0;
  uint32_t count = 0;
  uint32_t alone = 0;  // times that it was a whole run
  uint64_t last_text = 0;
  uint32_t in_longer = 0;  // the most texts of a longer phrase it is in

  std::span<const uint64_t> hashes() const {
    return std::span(words).first(size);
  }
};

class PhraseCounter {
 public:
  PhraseCounter()
      : seen_(size_t{1} << kPhraseBits), words_(size_t{1} << kWordBits) {}

  // The first time, for every text.
  void see(std::string_view text) {
    for (const Run& run : find_runs(text)) {
      for (const RunWord& word : run) {
        ++words_[slot_of(word.hash, kWordBits)];
        ++all_words_;
      }
      for_each_phrase(run, [&](std::span<const RunWord>, uint64_t hash) {
        uint8_t& seen = seen_[slot_of(hash, kPhraseBits)];
        if (seen < kMinTexts) ++seen;
      });
    }
  }

  // The second time.
  void count(std::string_view text) {
    ++text_;
    for (const Run& run : find_runs(text)) {
      for_each_phrase(run, [&](std::span<const RunWord> words, uint64_t hash) {
        if (seen_[slot_of(hash, kPhraseBits)] < kMinTexts) return;
        add(text, words, hash, words.size() == run.size());
      });
    }
  }

  std::vector<Phrase> finish(size_t limit) {
    tell_shorter_ones();
    std::vector<Phrase> phrases;
    for (const auto& [hash, candidate] : candidates_) {
      if (is_phrase(candidate)) {
        phrases.push_back({candidate.text, candidate.count});
      }
    }
    std::ranges::sort(phrases, {}, [](const Phrase& phrase) {
      return std::tuple(~phrase.count, std::string_view(phrase.text));
    });
    if (phrases.size() > limit) phrases.resize(limit);
    return phrases;
  }

 private:
  template <typename Work>
  static void for_each_phrase(const Run& run, Work work) {
    std::array<uint64_t, kMaxWords> hashes{};
    for (size_t first = 0; first + 1 < run.size(); ++first) {
      hashes[0] = run[first].hash;
      const size_t most = std::min(kMaxWords, run.size() - first);
      for (size_t size = 2; size <= most; ++size) {
        hashes[size - 1] = run[first + size - 1].hash;
        work(std::span(run).subspan(first, size),
             hash_words(std::span(hashes).first(size)));
      }
    }
  }

  void add(std::string_view text, std::span<const RunWord> words, uint64_t hash,
           bool is_alone) {
    const text::Span span{words.front().span.begin, words.back().span.end};
    if (span.end - span.begin > kMaxBytes) return;
    Candidate& candidate = candidates_[hash];
    if (candidate.size == 0) {
      candidate.text = slice(text, span);
      for (const RunWord& word : words) {
        candidate.words[candidate.size++] = word.hash;
      }
    }
    if (candidate.last_text != text_) ++candidate.count;
    candidate.last_text = text_;
    if (is_alone) ++candidate.alone;
  }

  bool is_frequent(const Candidate& candidate) const {
    if (candidate.count < kMinTexts) return false;
    double expected = static_cast<double>(all_words_);
    for (const uint64_t word : candidate.hashes()) {
      expected *=
          words_[slot_of(word, kWordBits)] / static_cast<double>(all_words_);
    }
    return candidate.count >= kMinLift * expected;
  }

  bool is_phrase(const Candidate& candidate) const {
    return is_frequent(candidate) && candidate.alone >= kMinAlone &&
           candidate.in_longer < kSamePart * candidate.count;
  }

  void tell_shorter_ones() {
    for (const auto& [hash, longer] : candidates_) {
      if (longer.size < 3 || longer.alone < kMinAlone || !is_frequent(longer)) {
        continue;
      }
      const auto words = longer.hashes();
      for (const auto part : {words.first(longer.size - 1), words.subspan(1)}) {
        const auto shorter = candidates_.find(hash_words(part));
        if (shorter == candidates_.end()) continue;
        uint32_t& most = shorter->second.in_longer;
        most = std::max(most, longer.count);
      }
    }
  }

  // By a part of the hash, so that they may be too many, never too few; of
  // phrases up to kMinTexts.
  std::vector<uint8_t> seen_;
  std::vector<uint32_t> words_;
  uint64_t all_words_ = 0;
  uint64_t text_ = 0;
  std::unordered_map<uint64_t, Candidate> candidates_;
};

}  // namespace

std::vector<Phrase> find_phrases(const ForEachText& texts, size_t limit) {
  PhraseCounter counter;
  texts([&](std::string_view text) { counter.see(text); });
  texts([&](std::string_view text) { counter.count(text); });
  return counter.finish(limit);
}

}  // namespace search
