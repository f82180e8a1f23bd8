#include "extract/fact_doubt.h"

#include <algorithm>

#include "extract/fact_matcher.h"

namespace extract {

FactDoubt::FactDoubt(const MeasureBook& book, const FactSentence& sentence)
    : sentence_(sentence),
      doubt_(book.lexicon.set("doubt")),
      end_(book.lexicon.set("doubt.end")),
      relatives_(book.lexicon.set("relative")) {}

bool FactDoubt::is_possible(const Quantity& quantity) const {
  constexpr size_t kReach = 40;
  const size_t begin = quantity.first > kReach ? quantity.first - kReach : 0;
  for (size_t i = quantity.first; i > begin;) {
    --i;
    if (is_doubtful(i)) return true;
    const bool ends = ends_clause(sentence_.token(i)) ||
                      sentence_.in(relatives_, i) || sentence_.in(end_, i);
    if (ends) return false;
    if (sentence_.is(i, ",")) i = before_insertion(i);
  }
  return false;
}

bool FactDoubt::is_doubtful(size_t i) const {
  if (sentence_.mention(i) != nullptr) return false;
  const bool month = sentence_.token(i).capitalised && sentence_.is(i, "may");
  return sentence_.in(doubt_, i)
             ? !month
             : sentence_.is(i, "would") &&
                   (sentence_.is(i + 1, "have") || sentence_.is(i + 2, "have"));
}

// The comma of `, which may close Budel,` that the one at `comma` ends; itself
// if there is none.
size_t FactDoubt::before_insertion(size_t comma) const {
  constexpr size_t kLongest = 25;
  for (size_t back = 2; back <= std::min(kLongest, comma); ++back) {
    const size_t at = comma - back;
    if (ends_clause(sentence_.token(at))) return comma;
    if (!sentence_.is(at, ",")) continue;
    return sentence_.in(relatives_, at + 1) ? at : comma;
  }
  return comma;
}

}  // namespace extract
