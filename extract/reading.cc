#include "extract/reading.h"

#include <algorithm>
#include <tuple>

namespace extract {

bool Reading::is_free(size_t passage, size_t first, size_t last) const {
  const auto& owners = owner[passage];
  return std::all_of(owners.begin() + first, owners.begin() + last,
                     [](size_t index) { return index == kNoMention; });
}

void Reading::arrange() {
  std::ranges::stable_sort(found, {}, [](const Found& f) {
    return std::tuple(f.passage, f.first, -static_cast<int64_t>(f.last));
  });
  owner.assign(passages.size(), {});
  for (size_t p = 0; p < passages.size(); ++p) {
    owner[p].assign(passages[p].tokens.size(), kNoMention);
  }
  std::vector<Found> kept;
  for (Found& f : found) {
    if (!is_free(f.passage, f.first, f.last)) continue;
    std::fill(owner[f.passage].begin() + f.first,
              owner[f.passage].begin() + f.last, kept.size());
    kept.push_back(std::move(f));
  }
  found = std::move(kept);
}

const KnownEntity* Reading::bear(text::EntityType type,
                                 const std::string& name) {
  const std::string id = text::make_entity_id(type, name);
  const auto known = born_by_id.find(id);
  if (known != born_by_id.end()) return known->second;
  born.push_back({{id, type, name, {}}, {}});
  return born_by_id[id] = &born.back();
}

const KnownEntity* Reading::bear_stranger(text::EntityType type,
                                          const std::string& name) {
  born.push_back({{{}, type, name, {}}, {}});
  return &born.back();
}

text::Span span_of(const Passage& passage, size_t first, size_t last) {
  const Token& end = passage.tokens[last - 1];
  // `Calif., where`: nothing but an abbreviation has both marks.
  const bool both_marks =
      last < passage.tokens.size() && (passage.tokens[last].folded == "," ||
                                       passage.tokens[last].folded == ";");
  const bool with_stop =
      end.ends_with_dot && !end.possessive && (last - first > 1 || both_marks);
  const uint32_t stop = with_stop ? 1 : 0;
  return {passage.tokens[first].span.begin, end.span.end + stop};
}

bool is_title_case(const Passage& passage, const Sentence& sentence) {
  size_t capitalised = 0;
  size_t words = 0;
  for (size_t i = sentence.first + 1; i < sentence.last; ++i) {
    const Token& token = passage.tokens[i];
    if (token.kind != TokenKind::kWord || token.folded.size() < 4) continue;
    ++words;
    capitalised += token.capitalised ? 1 : 0;
  }
  return words >= 3 && capitalised * 10 >= words * 7;
}

bool is_all_capitals(const Passage& passage, const Sentence& sentence) {
  size_t words = 0;
  for (size_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = passage.tokens[i];
    if (is_cjk(token.kind)) return false;
    if (token.kind != TokenKind::kWord || token.folded.size() < 2) continue;
    if (!token.upper) return false;
    ++words;
  }
  return words >= 2;
}

}  // namespace extract
