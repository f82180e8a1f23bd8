#include "models/name_features.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace models {
namespace {

// Each template of features; its number begins the hash.
enum class Template : uint64_t {
  kBias = 1,
  kForm,
  kLower,
  kLowerPair,
  kListPlace,
  kListCasing,
  kListMask,
  kListMaskAround,
  kListRun,
  kWordAround,
  kWordsAround,
  kShape,
  kShapes,
  kCasings,
  kPrefix,
  kSuffix,
  kSuffixCasing,
  kClass,
  kClassPair,
  kLowerClass,
  kTag,
  kTags,
  kTagCasing,
  kRunLeft,
  kRunRight,
  kRunSides,
  kRunFirst,
  kRunLast,
  kRunLastClass,
  kRunPlace,
  kRunRightSecond,
  kRunLeftSecond,
  kRunWhole,
  kElsewhere,
  kSentence,
  kBeyond,
};

class FeatureReader {
 public:
  FeatureReader(const NameSentence& sentence, size_t word)
      : sentence_(sentence),
        words_(sentence.words),
        i_(word),
        word_(sentence.words[word]) {}

  NameFeatures read() {
    add_identity();
    features_.end_identity();
    add_lists();
    features_.end_lists();
    add_neighbours();
    add_shapes();
    add_affixes();
    add_classes();
    add_tags();
    add_run();
    add_article();
    return features_;
  }

 private:
  template <typename... Values>
  void add(Template name, Values... values) {
    Feature feature = mix(0, static_cast<uint64_t>(name));
    ((feature = mix(feature, static_cast<uint64_t>(values))), ...);
    features_.add(feature);
  }

  // The word at an offset; null outside the sentence.
  const NameWord* at(int offset) const { return find(place(offset)); }
  size_t place(int offset) const {
    return i_ + static_cast<size_t>(static_cast<ptrdiff_t>(offset));
  }
  const NameWord* find(size_t index) const {
    return index < words_.size() ? &words_[index] : nullptr;
  }
  static uint64_t lower(const NameWord* word) {
    return word == nullptr ? 1 : word->lower_hash;
  }
  static uint64_t casing(const NameWord* word) {
    return word == nullptr ? 99 : static_cast<uint64_t>(word->casing);
  }
  static uint64_t shape(const NameWord* word) {
    return word == nullptr ? 1 : word->shape;
  }
  static uint64_t tag(const NameWord* word) {
    return word == nullptr ? 99 : static_cast<uint64_t>(word->tag);
  }
  static uint64_t path(const NameWord* word, uint8_t bits) {
    return word == nullptr ? 1 : word->own_class.prefix(bits);
  }

  void add_identity() {
    add(Template::kForm, word_.form_hash);
    add(Template::kLower, word_.lower_hash);
    add(Template::kLowerPair, -1, lower(at(-1)), word_.lower_hash);
    add(Template::kLowerPair, 1, word_.lower_hash, lower(at(1)));
  }

  void add_lists() {
    add(Template::kListMask, word_.list_mask);
    add(Template::kListMask, word_.list_mask, word_.casing, i_ == 0);
    const uint64_t before = at(-1) == nullptr ? ~0U : at(-1)->list_mask;
    const uint64_t after = at(1) == nullptr ? ~0U : at(1)->list_mask;
    add(Template::kListMaskAround, -1, before);
    add(Template::kListMaskAround, 1, after);
    const size_t run = word_.run_last - word_.run_first;
    for (size_t list = 0; list < kNameListCount; ++list) {
      const Place place = word_.lists[list];
      if (place == Place::kNone) continue;
      add(Template::kListPlace, list, place);
      add(Template::kListCasing, list, place, word_.casing, tag(&word_));
      add(Template::kListRun, list, place, std::min<size_t>(run, 4),
          run > 0 && covers_run(list));
    }
  }

  // True if a name of the list is the whole stretch of capitals.
  bool covers_run(size_t list) const {
    const Place first = words_[word_.run_first].lists[list];
    const Place last = words_[word_.run_last - 1].lists[list];
    return word_.run_last - word_.run_first == 1
               ? first == Place::kOnly
               : first == Place::kFirst && last == Place::kLast;
  }

  void add_neighbours() {
    add(Template::kBias);
    for (const int offset : {-2, -1, 1, 2}) {
      add(Template::kWordAround, offset, lower(at(offset)));
    }
    add(Template::kWordsAround, 1, lower(at(-2)), lower(at(-1)));
    add(Template::kWordsAround, 2, lower(at(1)), lower(at(2)));
    add(Template::kWordsAround, 3, lower(at(-1)), lower(at(1)));
    add(Template::kWordsAround, 4, lower(at(-1)), casing(&word_));
    add(Template::kWordsAround, 5, lower(at(1)), casing(&word_));
  }

  void add_shapes() {
    add(Template::kShape, 0, word_.shape);
    add(Template::kShape, -1, shape(at(-1)));
    add(Template::kShape, 1, shape(at(1)));
    add(Template::kShapes, 1, shape(at(-1)), word_.shape);
    add(Template::kShapes, 2, word_.shape, shape(at(1)));
    add(Template::kShapes, 3, shape(at(-1)), word_.shape, shape(at(1)));
    add(Template::kCasings, casing(at(-2)), casing(at(-1)), word_.casing);
    add(Template::kCasings, casing(at(-1)), word_.casing, casing(at(1)),
        casing(at(2)));
  }

  void add_affixes() {
    const std::string_view word = word_.lower;
    for (size_t size = 1; size <= 4 && size <= word.size(); ++size) {
      add(Template::kPrefix, hash_of(word.substr(0, size)));
      add(Template::kSuffix, hash_of(word.substr(word.size() - size)));
    }
    if (word.size() > 3) {
      add(Template::kSuffixCasing, hash_of(word.substr(word.size() - 3)),
          word_.casing);
    }
  }

  void add_classes() {
    constexpr std::array<uint8_t, 5> kOwn = {4, 6, 8, 11, 32};
    constexpr std::array<uint8_t, 3> kBeside = {5, 8, 32};
    for (const uint8_t bits : kOwn) {
      add(Template::kClass, 0, bits, path(&word_, bits));
    }
    for (const int offset : {-1, 1}) {
      for (const uint8_t bits : kBeside) {
        add(Template::kClass, offset, bits, path(at(offset), bits));
      }
    }
    add(Template::kClass, -2, 8, path(at(-2), 8));
    add(Template::kClass, 2, 8, path(at(2), 8));
    add(Template::kClassPair, 1, path(at(-1), 9), path(&word_, 9));
    add(Template::kClassPair, 2, path(&word_, 9), path(at(1), 9));
    add(Template::kClassPair, 3, path(at(-1), 9), path(at(1), 9));
    add(Template::kClassPair, 4, path(at(-1), 6), path(&word_, 6),
        path(at(1), 6));
    add(Template::kLowerClass, word_.lower_class.prefix(6), i_ == 0,
        word_.casing);
    add(Template::kLowerClass, word_.lower_class.prefix(32), i_ == 0);
  }

  void add_tags() {
    const uint64_t own = tag(&word_);
    for (const int offset : {-2, -1, 0, 1, 2}) {
      add(Template::kTag, offset, tag(at(offset)));
    }
    add(Template::kTags, 1, tag(at(-1)), own);
    add(Template::kTags, 2, own, tag(at(1)));
    add(Template::kTags, 3, tag(at(-1)), own, tag(at(1)));
    add(Template::kTags, 4, tag(at(-2)), tag(at(-1)), own);
    add(Template::kTags, 5, own, tag(at(1)), tag(at(2)));
    add(Template::kTagCasing, own, word_.casing, i_ == 0);
  }

  void add_run() {
    const size_t first = word_.run_first;
    const size_t last = word_.run_last;
    if (first == last) {
      add(Template::kBeyond, tag(&word_), lower(&word_));
      return;
    }
    const NameWord* left = find(first - 1);
    const NameWord* right = find(last);
    const size_t size = std::min<size_t>(last - first, 5);
    const size_t place = std::min<size_t>(i_ - first, 3);
    const size_t to_end = std::min<size_t>(last - 1 - i_, 3);
    add(Template::kRunPlace, size, place, to_end);
    add(Template::kRunLeft, lower(left), place == 0);
    add(Template::kRunLeft, path(left, 32), place == 0, 1);
    add(Template::kRunRight, lower(right), to_end == 0);
    add(Template::kRunRight, path(right, 32), to_end == 0, 1);
    add(Template::kRunSides, lower(left), lower(right));
    add(Template::kRunSides, path(left, 8), path(right, 8), size);
    add(Template::kRunLeftSecond, lower(find(first - 2)), lower(left));
    add(Template::kRunRightSecond, lower(right), lower(find(last + 1)));
    add(Template::kRunRightSecond, path(right, 6), path(find(last + 1), 9));
    if (size == 1) return;
    add(Template::kRunFirst, words_[first].lower_hash, place);
    add(Template::kRunLast, words_[last - 1].lower_hash, to_end);
    add(Template::kRunLastClass, path(&words_[last - 1], 32), to_end);
    add(Template::kRunLastClass, path(&words_[first], 32), place, 1);
    add(Template::kRunWhole, words_[first].list_mask,
        words_[last - 1].list_mask, size, place);
  }

  void add_article() {
    add(Template::kElsewhere, word_.lower_elsewhere, word_.capital_elsewhere,
        i_ == 0, word_.casing);
    add(Template::kSentence, sentence_.all_capitals, sentence_.title_case,
        sentence_.table, word_.casing);
    add(Template::kSentence, 1, i_ == 0, word_.casing, words_.size() < 4);
    if (sentence_.table) {
      add(Template::kSentence, 2, std::min<size_t>(i_, 2), tag(at(1)),
          shape(at(1)));
    }
  }

  const NameSentence& sentence_;
  std::span<const NameWord> words_;
  size_t i_;
  const NameWord& word_;
  NameFeatures features_;
};

}  // namespace

NameFeatures name_features(const NameSentence& sentence, size_t word) {
  return FeatureReader(sentence, word).read();
}

}  // namespace models
