#include "models/pos_tagger.h"

#include <algorithm>
#include <array>

#include "models/tagger_features.h"
#include "text/error.h"

namespace models {
namespace {

// Longer texts are no sentences, and are tagged piece by piece.
constexpr size_t kMaxTaggedWords = 500;

bool are_tags(std::span<const WordTag> labels) {
  return !labels.empty() && labels.size() <= kMaxTaggerLabels &&
         std::ranges::all_of(labels, [](const WordTag& label) {
           return static_cast<int>(label.tag) < kTagCount &&
                  static_cast<int>(label.penn) < kPennTagCount;
         });
}

}  // namespace

PosTagger::PosTagger(const std::filesystem::path& path,
                     const WordClasses& classes)
    : file_(path, "tagger"),
      weights_(file_, "tag"),
      certain_(file_, "certain"),
      labels_(file_.values<WordTag>("labels")),
      classes_(&classes) {
  if (!are_tags(labels_) || weights_.label_count() > labels_.size() ||
      certain_.label_count() > labels_.size()) {
    throw text::InputError(path.string() + ": labels that are no tags");
  }
}

std::vector<Tag> PosTagger::tag(Words words) const {
  std::vector<Tag> tags;
  tags.reserve(words.size());
  for (const WordTag& tag : tag_finely(words)) tags.push_back(tag.tag);
  return tags;
}

std::vector<WordTag> PosTagger::tag_finely(Words words) const {
  std::vector<WordTag> tags;
  tags.reserve(words.size());
  while (!words.empty()) {
    const auto piece = words.first(std::min(kMaxTaggedWords, words.size()));
    words = words.subspan(piece.size());
    tag_piece(piece, tags);
  }
  return tags;
}

void PosTagger::tag_piece(Words words, std::vector<WordTag>& tags) const {
  std::vector<TaggerWord> seen;
  seen.reserve(words.size());
  for (const std::string_view word : words) {
    seen.push_back(look_at(word, *classes_));
  }
  TaggerFeatures features(seen);
  std::array<int32_t, kMaxTaggerLabels> scores{};
  uint8_t previous = TaggerFeatures::kNoLabel;
  uint8_t before = TaggerFeatures::kNoLabel;
  for (size_t i = 0; i < words.size(); ++i) {
    uint8_t label = 0;
    const auto known = certain_.row(certain_feature(seen[i]));
    if (!known.empty()) {
      label = static_cast<uint8_t>(known.front().label);
    } else {
      const auto used = std::span(scores).first(labels_.size());
      std::ranges::fill(used, 0);
      weights_.add_all(features.at(i, previous, before), used);
      label =
          static_cast<uint8_t>(std::ranges::max_element(used) - used.begin());
    }
    tags.push_back(labels_[label]);
    before = previous;
    previous = label;
  }
}

}  // namespace models
