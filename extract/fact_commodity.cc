#include "extract/fact_commodity.h"

#include <algorithm>

namespace extract {

const KnownEntity* FactCommodity::of(const Measure& measure,
                                     const FactMatch& match,
                                     const Quantity& quantity) const {
  constexpr size_t kRecent = 2;  // sentences
  const KnownEntity* found = said(match, quantity);
  if (found == nullptr) found = only_one_before(quantity.first);
  const bool spoken = found == nullptr && measure.takes_topic_commodity &&
                      !names_.names_any(kCommodities);
  return spoken ? topic_.commodity(kRecent) : found;
}

// `producing antimony from 2026, with potential to scale up to 5,000 tonnes`
const KnownEntity* FactCommodity::only_one_before(size_t end) const {
  const KnownEntity* only = nullptr;
  for (size_t i = 0; i < end; ++i) {
    const Found* found = sentence_.mention(i);
    if (found == nullptr) continue;
    const KnownEntity* commodity = known_as(*found, kCommodities);
    if (commodity == nullptr) continue;
    if (only != nullptr && only != commodity) return nullptr;
    only = commodity;
  }
  return only;
}

const KnownEntity* FactCommodity::said(const FactMatch& match,
                                       const Quantity& quantity) const {
  if (match.commodity != nullptr) {
    return known_as(*match.commodity, kCommodities);
  }
  const auto at = [&](size_t i) -> const KnownEntity* {
    const Found* found = i < sentence_.size() ? sentence_.mention(i) : nullptr;
    return found == nullptr ? nullptr : known_as(*found, kCommodities);
  };
  // `5,000 t of refined zinc`, `300 mt tungsten concentrate`
  for (size_t i = quantity.last; i < quantity.last + 6 && i < sentence_.size();
       ++i) {
    if (at(i) != nullptr) {
      const size_t past = sentence_.mention_last(i);
      const bool listed = sentence_.is(past, "and") || sentence_.is(past, ",");
      return listed && at(past + 1) != nullptr ? nullptr : at(i);
    }
    const bool leads = sentence_.is(i, "of") || names_.is_plain(i);
    if (!leads || sentence_.quantity_at(i) != nullptr) break;
  }
  // `zinc output`, `output of zinc`
  for (size_t i = quantity.first; i > match.first; --i) {
    if (at(i - 1) != nullptr) return at(i - 1);
  }
  for (size_t back = 1; back <= std::min<size_t>(2, match.first); ++back) {
    if (at(match.first - back) != nullptr) return at(match.first - back);
    if (!names_.is_plain(match.first - back)) break;
  }
  return nullptr;
}

// The commodity that a price is of: the one said last before it in its clause,
// the one said behind it, the one that was spoken of.
const KnownEntity* FactCommodity::priced(const FactMatch& match) const {
  if (match.commodity != nullptr) {
    return known_as(*match.commodity, kCommodities);
  }
  const size_t end = match.last > kFactReach ? match.last - kFactReach : 0;
  for (size_t i = match.last; i > end;) {
    --i;
    if (sentence_.token(i).folded == ";") break;
    const Found* found = sentence_.mention(i);
    if (found == nullptr) continue;
    if (const auto* c = known_as(*found, kCommodities)) return c;
  }
  for (size_t i = match.last; i < std::min(match.last + 8, sentence_.size());
       ++i) {
    if (ends_clause(sentence_.token(i)) || sentence_.token(i).folded == ",") {
      break;
    }
    const Found* found = sentence_.mention(i);
    if (found == nullptr) continue;
    if (const auto* c = known_as(*found, kCommodities)) return c;
  }
  if (names_.names_any(kCommodities)) return nullptr;
  constexpr size_t kRecent = 3;  // sentences
  constexpr size_t kTight = 5;   // tokens: `price of`, `prices at`
  if (match.quantity_first - match.first > kTight) return nullptr;
  for (size_t i = match.first; i < match.quantity_first; ++i) {
    if (sentence_.is(i, ",")) return nullptr;
  }
  return topic_.commodity(kRecent);
}

}  // namespace extract
