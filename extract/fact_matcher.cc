#include "extract/fact_matcher.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace extract {
namespace {

constexpr TypeSet kCommodityType = static_cast<TypeSet>(
    1U << static_cast<unsigned>(text::EntityType::kCommodity));
constexpr size_t kLongestPhrase = 8;  // tokens of a phrase, looked for backward

using Kind = FactElement::Kind;

class Matcher {
 public:
  Matcher(const MeasureBook& book, const FactSentence& sentence,
          const FactPattern& pattern, const Quantity& quantity)
      : book_(book),
        sentence_(sentence),
        pattern_(pattern),
        quantity_(quantity) {}

  std::optional<FactMatch> run() {
    match_.quantity_first = quantity_.first;
    if (!match_left(0, quantity_.first)) return std::nullopt;
    if (!match_right(0, quantity_.last)) return std::nullopt;
    return match_;
  }

 private:
  bool match_left(size_t index, size_t end) {
    if (index == pattern_.left.size()) {
      match_.first = end;
      return true;
    }
    const FactElement& element = pattern_.left[index];
    if (element.kind == Kind::kGap) return gap_left(index, end);
    if (end == 0) return false;
    switch (element.kind) {
      case Kind::kWords:
        return words_left(element, index, end);
      case Kind::kEntity:
      case Kind::kCommodity:
        return slot_left(element, index, end);
      case Kind::kOther:
      case Kind::kPrice: {
        const Quantity* other = sentence_.quantity_at(end - 1);
        return other != nullptr && is_kind(element, *other) &&
               match_left(index + 1, other->first);
      }
      case Kind::kPossessive:
        return sentence_.token(end - 1).possessive &&
               match_left(index + 1, end);
      default:
        return false;
    }
  }

  bool words_left(const FactElement& element, size_t index, size_t end) {
    for (size_t size = 1; size <= std::min(kLongestPhrase, end); ++size) {
      const auto words = sentence_.from(end - size).first(size);
      if (book_.lexicon.match(element.set, words).size == size &&
          match_left(index + 1, end - size)) {
        return true;
      }
    }
    return false;
  }

  bool slot_left(const FactElement& element, size_t index, size_t end) {
    const bool owns =
        index > 0 && pattern_.left[index - 1].kind == Kind::kPossessive;
    if (!is_head(end - 1, owns) || !fill(element, end - 1)) return false;
    return match_left(index + 1, sentence_.mention_first(end - 1));
  }

  bool gap_left(size_t index, size_t end) {
    const FactElement& gap = pattern_.left[index];
    size_t at = end;
    for (size_t passed = 0; passed <= gap.limit; ++passed) {
      if (match_left(index + 1, at)) return true;
      const bool change = index == 0 && passed == 0 && end > 0 &&
                          sentence_.in(book_.delta, end - 1);
      if (change) return false;
      if (at == 0 || !may_pass(gap, at - 1)) return false;
      --at;
    }
    return false;
  }

  bool match_right(size_t index, size_t begin) {
    if (index == pattern_.right.size()) {
      match_.last = begin;
      return true;
    }
    const FactElement& element = pattern_.right[index];
    if (element.kind == Kind::kGap) return gap_right(index, begin);
    if (element.kind == Kind::kPossessive) {
      return begin > 0 && sentence_.token(begin - 1).possessive &&
             match_right(index + 1, begin);
    }
    if (begin >= sentence_.size()) return false;
    switch (element.kind) {
      case Kind::kWords: {
        const auto words = book_.lexicon.match(
            element.set, sentence_.from(begin).first(std::min(
                             kLongestPhrase, sentence_.size() - begin)));
        return words.size > 0 && match_right(index + 1, begin + words.size);
      }
      case Kind::kEntity:
      case Kind::kCommodity:
        return slot_right(element, index, begin);
      case Kind::kOther:
      case Kind::kPrice: {
        const Quantity* other = sentence_.quantity_at(begin);
        return other != nullptr && is_kind(element, *other) &&
               match_right(index + 1, other->last);
      }
      default:
        return false;
    }
  }

  bool slot_right(const FactElement& element, size_t index, size_t begin) {
    if (!fill(element, begin)) return false;
    const bool owns = index + 1 < pattern_.right.size() &&
                      pattern_.right[index + 1].kind == Kind::kPossessive;
    const size_t last = sentence_.mention_last(begin);
    return is_head(last - 1, owns) && match_right(index + 1, last);
  }

  bool gap_right(size_t index, size_t begin) {
    const FactElement& gap = pattern_.right[index];
    size_t at = begin;
    for (size_t passed = 0; passed <= gap.limit; ++passed) {
      if (match_right(index + 1, at)) return true;
      if (at >= sentence_.size() || !may_pass(gap, at)) return false;
      ++at;
    }
    return false;
  }

  bool may_pass(const FactElement& gap, size_t i) const {
    const Quantity* other = sentence_.quantity_at(i);
    if (other != nullptr && (!gap.loose || other->kind == quantity_.kind)) {
      return false;
    }
    const Token& token = sentence_.token(i);
    if (gap.loose) return token.folded != ";" && token.folded != "。";
    if (ends_clause(token) || token.folded == "," || token.folded == "by") {
      return false;
    }
    const Found* mention = sentence_.mention(i);
    if (mention == nullptr) return !token.upper;  // a name that nobody knows
    return is_pronoun(i) || known_as(*mention, kCommodityType) != nullptr;
  }

  static bool is_kind(const FactElement& element, const Quantity& other) {
    return element.kind != Kind::kPrice || other.kind.starts_with("money/");
  }

  bool is_pronoun(size_t i) const { return sentence_.in(book_.pronouns, i); }

  // `Boeing's planes` are not Boeing, unless the pattern says so.
  bool is_head(size_t last, bool owns) const {
    return owns || sentence_.is_cjk_at(last) ||
           !(sentence_.token(last).possessive || is_pronoun(last));
  }

  bool fill(const FactElement& slot, size_t i) {
    const Found* mention = sentence_.mention(i);
    if (mention == nullptr) return false;
    if (slot.kind == Kind::kCommodity) {
      if (known_as(*mention, kCommodityType) == nullptr) return false;
      match_.commodity = mention;
      return true;
    }
    if (!may_stand_for(*mention, slot.types)) return false;
    match_.entity = i;
    match_.entity_types = slot.types;
    return true;
  }

  const MeasureBook& book_;
  const FactSentence& sentence_;
  const FactPattern& pattern_;
  const Quantity& quantity_;
  FactMatch match_;
};

}  // namespace

std::optional<FactMatch> match_fact(const MeasureBook& book,
                                    const FactSentence& sentence,
                                    const FactPattern& pattern,
                                    const Quantity& quantity) {
  return Matcher(book, sentence, pattern, quantity).run();
}

bool ends_clause(const Token& word) {
  constexpr std::array<std::string_view, 12> kEnds = {
      ";", ":", "(", ")", "。", "！", "？", "!", "?", "；", "，", "、"};
  return std::ranges::find(kEnds, word.folded) != kEnds.end();
}

}  // namespace extract
