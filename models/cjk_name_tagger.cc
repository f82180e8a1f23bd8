#include "models/cjk_name_tagger.h"

#include <algorithm>
#include <array>
#include <bit>

#include "models/cjk_features.h"
#include "models/label_transitions.h"
#include "text/error.h"

namespace models {
namespace {

// Sentences without end are read in parts of at most this many tokens.
constexpr size_t kPart = 400;

// Less likely names are none.
constexpr float kThreshold = 0.4F;

std::span<const NameHints::Entry> hints_of(const ModelFile& file) {
  const auto table = file.values<NameHints::Entry>("hints");
  if (!std::has_single_bit(table.size())) {
    throw text::InputError("the hints of a name tagger are damaged");
  }
  return table;
}

// Where the part that begins at `first` ends: before the last space or mark of
// its reach, if there is one.
size_t end_of_part(std::span<const CjkToken> sentence, size_t first) {
  if (sentence.size() - first <= kPart) return sentence.size();
  for (size_t end = first + kPart; end > first + kPart / 2; --end) {
    if (sentence[end].space_before) return end;
  }
  return first + kPart;
}

}  // namespace

CjkNameTagger::CjkNameTagger(const std::filesystem::path& path)
    : file_(path, "cjk-names"),
      weights_(file_, "names"),
      hints_(hints_of(file_)),
      transitions_(chain_weights(read_transitions(file_, "transitions"))) {
  if (weights_.label_count() > size_t{kNameLabelCount}) {
    throw text::InputError(path.string() + ": has labels that are no names'");
  }
}

std::vector<NameSpan> CjkNameTagger::tag(
    std::span<const CjkToken> sentence) const {
  std::vector<NameSpan> names;
  for (size_t first = 0; first < sentence.size();) {
    const size_t last = end_of_part(sentence, first);
    for (NameSpan name : tag_part(sentence.subspan(first, last - first))) {
      name.first += static_cast<uint32_t>(first);
      name.last += static_cast<uint32_t>(first);
      names.push_back(name);
    }
    first = last;
  }
  return names;
}

std::vector<NameSpan> CjkNameTagger::tag_part(
    std::span<const CjkToken> part) const {
  CjkFeatures features(part, hints_);
  std::vector<LabelScores> scores(part.size());
  for (size_t i = 0; i < part.size(); ++i) {
    std::array<int32_t, kNameLabelCount> sums{};
    weights_.add_all(features.at(i), sums);
    for (size_t y = 0; y < sums.size(); ++y) {
      scores[i][y] = static_cast<float>(sums[y]) / weights_.scale();
    }
  }
  return names_of(scores, transitions_, kThreshold);
}

}  // namespace models
