#include "text/breaks.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <limits>
#include <memory>
#include <stdexcept>

#include "text/icu.h"

namespace text {
namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

// The prototypes take 10 ms to make, their clones 5 us.
Iterator clone_word_iterator() {
  static const Iterator prototype = [] {
    UErrorCode status = U_ZERO_ERROR;
    Iterator made(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    check(status, "load word break rules");
    return made;
  }();
  return Iterator(prototype->clone());
}

Iterator clone_sentence_iterator() {
  static const Iterator prototype = [] {
    UErrorCode status = U_ZERO_ERROR;
    Iterator made(icu::BreakIterator::createSentenceInstance(
        icu::Locale::getRoot(), status));
    check(status, "load sentence break rules");
    return made;
  }();
  return Iterator(prototype->clone());
}

std::vector<uint32_t> all_breaks(icu::BreakIterator& iterator,
                                 std::string_view utf8) {
  if (utf8.size() > std::numeric_limits<int32_t>::max()) {
    throw std::length_error("text is longer than 2 GiB");
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::LocalUTextPointer utext(utext_openUTF8(
      nullptr, utf8.data(), static_cast<int64_t>(utf8.size()), &status));
  check(status, "open text");
  iterator.setText(utext.getAlias(), status);
  check(status, "set text");
  std::vector<uint32_t> breaks;
  iterator.first();
  for (int32_t end = iterator.next(); end != icu::BreakIterator::DONE;
       end = iterator.next()) {
    breaks.push_back(static_cast<uint32_t>(end));
  }
  return breaks;
}

}  // namespace

std::vector<uint32_t> word_breaks(std::string_view utf8) {
  if (utf8.empty()) return {};
  return all_breaks(*clone_word_iterator(), utf8);
}

std::vector<uint32_t> sentence_breaks(std::string_view utf8) {
  if (utf8.empty()) return {};
  return all_breaks(*clone_sentence_iterator(), utf8);
}

}  // namespace text
