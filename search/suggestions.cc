#include "search/suggestions.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "search/near_text.h"
#include "search/suggestion_file.h"
#include "search/typing_form.h"
#include "text/utf8.h"

namespace search {
namespace {

// More than this is no beginning of anything that is offered.
constexpr size_t kMaxTypedBytes = 200;

std::string form_of(std::string_view typed) {
  if (typed.size() > kMaxTypedBytes) return {};
  return typing_form(typed);
}

SuggestedText suggested(const RankedTexts::Found& found) {
  return {.text = std::string(found.text), .match = found.match};
}

// Each text once; what was typed first, then those that begin with it.
void arrange(std::vector<SuggestedText>& texts, const std::string& form,
             size_t limit) {
  std::unordered_set<std::string> seen;
  std::erase_if(texts, [&](const SuggestedText& text) {
    return !seen.insert(typing_form(text.text)).second;
  });
  std::ranges::stable_sort(texts, {}, [&](const SuggestedText& text) {
    return std::pair(typing_form(text.text) != form, text.match.begin != 0);
  });
  if (texts.size() > limit) texts.resize(limit);
}

// Those that are dropped later are made up for.
constexpr size_t asked_for(size_t limit) { return 3 * limit + 4; }

}  // namespace

// A replaced article lives on under its id in a newer segment.
struct SegmentSuggestions : SuggestionFile {
  explicit SegmentSuggestions(const Segment& segment)
      : SuggestionFile(segment.directory),
        deleted(segment.deleted.begin(), segment.deleted.end()) {}

  std::set<text::ArticleId> deleted;
};

struct Suggestions::Files {
  std::deque<SegmentSuggestions> of_segments;  // the newest segment first
};

Suggestions::Suggestions(const std::vector<Segment>& segments) {
  auto files = std::make_unique<Files>();
  for (const Segment& segment : segments) {
    files->of_segments.emplace_front(segment);
  }
  files_ = std::move(files);
}

Suggestions::~Suggestions() = default;

std::vector<SuggestedText> Suggestions::titles(std::string_view typed,
                                               size_t limit) const {
  const std::string form = form_of(typed);
  std::vector<SuggestedText> texts;
  for (const SegmentSuggestions& file : files_->of_segments) {
    for (const auto& found : file.titles().find(form, asked_for(limit))) {
      const text::ArticleId article{found.value};
      if (file.deleted.contains(article)) continue;
      texts.push_back(suggested(found));
      texts.back().article = article;
    }
  }
  arrange(texts, form, limit);
  return texts;
}

std::vector<SuggestedText> Suggestions::phrases(std::string_view typed,
                                                size_t limit) const {
  const std::string form = form_of(typed);
  std::vector<SuggestedText> texts;
  std::map<std::string, size_t> places;  // in `texts`
  for (const SuggestionFile& file : files_->of_segments) {
    for (const auto& found : file.phrases().find(form, asked_for(limit))) {
      const auto [place, is_new] =
          places.emplace(typing_form(found.text), texts.size());
      if (is_new) texts.push_back(suggested(found));
      texts[place->second].count += static_cast<uint32_t>(found.value);
    }
  }
  std::ranges::stable_sort(texts, std::ranges::greater(),
                           &SuggestedText::count);
  arrange(texts, form, limit);
  return texts;
}

uint32_t Suggestions::count(std::string_view word) const {
  uint32_t count = 0;
  for (const SuggestionFile& file : files_->of_segments) {
    count += file.words().count(word);
  }
  return count;
}

std::vector<WordGuess> Suggestions::guess(std::string_view word,
                                          Ending ending) const {
  std::map<std::string, WordGuess> by_word;
  for (const SuggestionFile& file : files_->of_segments) {
    for (const WordGuess& found : file.words().guess(word, ending)) {
      const auto [known, is_new] = by_word.try_emplace(found.word, found);
      if (is_new) continue;
      known->second.mistakes = std::min(known->second.mistakes, found.mistakes);
      known->second.count += found.count;
    }
  }
  std::vector<WordGuess> guesses;
  for (auto& [key, guess] : by_word) guesses.push_back(std::move(guess));
  std::ranges::stable_sort(guesses, {}, [](const WordGuess& guess) {
    return std::tuple(guess.mistakes, ~guess.count);
  });
  return guesses;
}

std::vector<TextGuess> Suggestions::guess_cjk(std::string_view typed) const {
  if (typed.size() > kMaxTypedBytes) return {};
  NearTexts near(typed);
  for (const SuggestionFile& file : files_->of_segments) {
    near.look_in(file.phrases());
    near.look_in(file.titles());
  }
  return near.guesses();
}

}  // namespace search
