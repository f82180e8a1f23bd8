#include "search/near_text.h"

#include <algorithm>
#include <tuple>

#include "search/typing_form.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace search {
namespace {

constexpr size_t kMaxCharacters = 64;
constexpr size_t kMaxTyped = 16;   // characters
constexpr size_t kMaxPlaces = 48;  // of one pair that are looked at

std::string to_utf8(std::u32string_view characters) {
  std::string utf8;
  for (const char32_t c : characters) utf8 += text::encode_utf8(c);
  return utf8;
}

size_t difference(size_t a, size_t b) { return a > b ? a - b : b - a; }

}  // namespace

std::u32string folded_characters(std::string_view utf8) {
  const std::string folded = text::fold(utf8);
  std::u32string characters;
  for (size_t i = 0; i < folded.size() && characters.size() < kMaxCharacters;) {
    const text::CodePoint next = text::code_point_at(folded, i);
    characters.push_back(next.value);
    i += next.size;
  }
  return characters;
}

uint32_t count_mistakes(std::u32string_view one, std::u32string_view other) {
  std::vector<std::vector<uint32_t>> rows(
      one.size() + 1, std::vector<uint32_t>(other.size() + 1));
  for (size_t i = 0; i <= one.size(); ++i) {
    for (size_t j = 0; j <= other.size(); ++j) {
      uint32_t& cost = rows[i][j];
      if (i == 0 || j == 0) {
        cost = static_cast<uint32_t>(i + j);
        continue;
      }
      const bool same = one[i - 1] == other[j - 1];
      cost = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1,
                       rows[i - 1][j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] &&
          one[i - 2] == other[j - 1]) {
        cost = std::min(cost, rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[one.size()][other.size()];
}

uint32_t cjk_mistakes_allowed(size_t characters) {
  if (characters < 3) return 0;
  return characters < 8 ? 1 : 2;
}

NearTexts::NearTexts(std::string_view typed)
    : typed_(folded_characters(typed)),
      allowed_(
          typed_.size() > kMaxTyped ? 0 : cjk_mistakes_allowed(typed_.size())) {
  if (!std::ranges::all_of(typed_, is_cjk)) allowed_ = 0;
}

void NearTexts::look_in(const RankedTexts& texts) {
  if (allowed_ == 0) return;
  for (size_t i = 0; i + 2 <= typed_.size(); ++i) {
    const std::u32string_view pair = std::u32string_view(typed_).substr(i, 2);
    for (const auto& place :
         texts.find(typing_form(to_utf8(pair)), kMaxPlaces)) {
      // What comes before the pair in the text as typed begins here, or one
      // character off.
      const std::u32string text = folded_characters(place.text);
      const size_t at =
          folded_characters(place.text.substr(0, place.match.begin)).size();
      for (const size_t before : {i, i + 1, i > 0 ? i - 1 : i}) {
        if (before <= at) look_around(text, at - before);
      }
    }
  }
}

void NearTexts::look_around(std::u32string_view text, size_t begin) {
  const size_t least = typed_.size() - allowed_;
  for (size_t size = least; size <= typed_.size() + allowed_; ++size) {
    if (begin + size > text.size()) break;
    const std::u32string_view piece = text.substr(begin, size);
    if (!std::ranges::all_of(piece, is_cjk)) break;
    const uint32_t mistakes = count_mistakes(typed_, piece);
    if (mistakes > 0 && mistakes <= allowed_) ++found_[std::u32string(piece)];
  }
}

std::vector<TextGuess> NearTexts::guesses() const {
  std::vector<std::pair<std::u32string, uint32_t>> found(found_.begin(),
                                                         found_.end());
  std::ranges::stable_sort(found, {}, [&](const auto& one) {
    return std::tuple(difference(one.first.size(), typed_.size()), ~one.second);
  });
  std::vector<TextGuess> guesses;
  for (const auto& [characters, count] : found) {
    guesses.push_back({to_utf8(characters), count});
  }
  return guesses;
}

}  // namespace search
