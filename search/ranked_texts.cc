#include "search/ranked_texts.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "search/typing_form.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace search {
namespace {

// Starts of one text at most.
constexpr size_t kMaxStarts = 32;
// Bytes of a text, from a start on, that starts are sorted by.
constexpr size_t kSortedBytes = 36;
// Less is asked for, as full stops and the like leave a form shorter.
constexpr size_t kSlack = 4;
constexpr size_t kBlock = 64;

// Where a word or a CJK character begins.
std::vector<uint32_t> find_starts(std::string_view text) {
  std::vector<uint32_t> starts;
  bool in_word = false;
  for (size_t i = 0; i < text.size() && starts.size() < kMaxStarts;) {
    const text::CodePoint next = text::code_point_at(text, i);
    const bool is_word = text::is_letter(next.value) ||
                         text::is_digit(next.value) ||
                         (in_word && text::is_mark(next.value));
    if (is_word && (!in_word || is_cjk(next.value))) {
      starts.push_back(static_cast<uint32_t>(i));
    }
    in_word = is_word;
    i += next.size;
  }
  return starts;
}

std::string sorted_form(std::string_view rest) {
  return typing_form(text::cut_utf8(rest, kSortedBytes));
}

// A start and the form that it is sorted by, as a part of all forms.
struct Start {
  uint64_t first_bytes = 0;  // of the form, as a number that sorts as it does
  uint32_t form = 0;
  uint32_t form_size = 0;
  uint32_t offset = 0;
};

uint64_t first_bytes_of(std::string_view form) {
  uint64_t number = 0;
  for (size_t i = 0; i < sizeof(number); ++i) {
    const char c = i < form.size() ? form[i] : '\0';
    number = number << 8 | static_cast<unsigned char>(c);
  }
  return number;
}

class StartSorter {
 public:
  void add(std::string_view text, uint32_t offset) {
    for (const uint32_t start : find_starts(text)) {
      const std::string form = sorted_form(text.substr(start));
      starts_.push_back({first_bytes_of(form),
                         static_cast<uint32_t>(forms_.size()),
                         static_cast<uint32_t>(form.size()), offset + start});
      forms_ += form;
    }
  }

  std::vector<uint32_t> sort() {
    std::ranges::sort(starts_, [&](const Start& a, const Start& b) {
      if (a.first_bytes != b.first_bytes) return a.first_bytes < b.first_bytes;
      const auto order = form_of(a).compare(form_of(b));
      return order != 0 ? order < 0 : a.offset < b.offset;
    });
    std::vector<uint32_t> offsets;
    offsets.reserve(starts_.size());
    for (const Start& start : starts_) offsets.push_back(start.offset);
    return offsets;
  }

 private:
  std::string_view form_of(const Start& start) const {
    return std::string_view(forms_).substr(start.form, start.form_size);
  }

  std::vector<Start> starts_;
  std::string forms_;
};

void append_numbers(std::string& bytes, const std::vector<uint32_t>& numbers) {
  for (const uint32_t number : numbers) append_number(bytes, number);
}

std::vector<uint32_t> least_of_blocks(const std::vector<uint32_t>& starts) {
  std::vector<uint32_t> least;
  for (size_t i = 0; i < starts.size(); i += kBlock) {
    const auto begin = starts.begin() + static_cast<std::ptrdiff_t>(i);
    const auto end = begin + static_cast<std::ptrdiff_t>(
                                 std::min(kBlock, starts.size() - i));
    least.push_back(*std::min_element(begin, end));
  }
  return least;
}

// The least `limit` offsets so far, ascending.
class LeastOffsets {
 public:
  explicit LeastOffsets(size_t limit) : limit_(limit) {}

  bool wants(uint32_t offset) const {
    return offsets_.size() < limit_ || offset < offsets_.back();
  }

  void add(uint32_t offset) {
    if (!wants(offset)) return;
    offsets_.insert(std::ranges::upper_bound(offsets_, offset), offset);
    if (offsets_.size() > limit_) offsets_.pop_back();
  }

  std::vector<uint32_t> take() { return std::move(offsets_); }

 private:
  size_t limit_;
  std::vector<uint32_t> offsets_;
};

}  // namespace

std::string encode_ranked_texts(std::span<const RankedText> texts) {
  std::string values;
  std::string letters;
  std::vector<uint32_t> begins;
  StartSorter sorter;
  for (const RankedText& text : texts) {
    append_number(values, text.value);
    begins.push_back(static_cast<uint32_t>(letters.size()));
    sorter.add(text.text, begins.back());
    letters += text.text;
  }
  begins.push_back(static_cast<uint32_t>(letters.size()));
  const std::vector<uint32_t> starts = sorter.sort();
  std::string bytes;
  append_number(bytes, static_cast<uint32_t>(texts.size()));
  append_number(bytes, static_cast<uint32_t>(starts.size()));
  append_number(bytes, static_cast<uint32_t>(letters.size()));
  bytes += values;
  append_numbers(bytes, begins);
  append_numbers(bytes, starts);
  append_numbers(bytes, least_of_blocks(starts));
  return bytes += letters;
}

RankedTexts::RankedTexts(std::string_view bytes) {
  const uint64_t texts = take_number<uint32_t>(bytes);
  const uint64_t starts = take_number<uint32_t>(bytes);
  const uint64_t letters = take_number<uint32_t>(bytes);
  const uint64_t blocks = (starts + kBlock - 1) / kBlock;
  values_ = NumberView<uint64_t>(take_bytes(bytes, texts * 8));
  begins_ = NumberView<uint32_t>(take_bytes(bytes, (texts + 1) * 4));
  starts_ = NumberView<uint32_t>(take_bytes(bytes, starts * 4));
  least_ = NumberView<uint32_t>(take_bytes(bytes, blocks * 4));
  letters_ = take_bytes(bytes, letters);
}

// The text that `offset` of the letters is in.
size_t RankedTexts::text_at(uint32_t offset) const {
  size_t begin = 0;
  size_t end = values_.size();
  while (end - begin > 1) {
    const size_t middle = begin + (end - begin) / 2;
    (begins_[middle] <= offset ? begin : end) = middle;
  }
  return begin;
}

std::string_view RankedTexts::rest_of_text(uint32_t offset) const {
  const uint32_t end = begins_[text_at(offset) + 1];
  if (offset > end || end > letters_.size()) {
    throw text::StorageError("a text past the end");
  }
  return letters_.substr(offset, end - offset);
}

bool RankedTexts::is_before(size_t start, std::string_view form) const {
  return sorted_form(rest_of_text(starts_[start])) < form;
}

bool RankedTexts::begins(size_t start, std::string_view form) const {
  return sorted_form(rest_of_text(starts_[start])).starts_with(form);
}

// Starts are sorted by a part of what follows: a longer form is looked for by
// its own first part.
RankedTexts::Range RankedTexts::range_of(std::string_view form) const {
  const auto first_not = [&](Range range, auto holds) {
    while (range.begin < range.end) {
      const size_t middle = range.begin + (range.end - range.begin) / 2;
      if (holds(middle)) {
        range.begin = middle + 1;
      } else {
        range.end = middle;
      }
    }
    return range.begin;
  };
  const size_t begin = first_not({0, starts_.size()}, [&](size_t start) {
    return is_before(start, form);
  });
  const size_t end = first_not({begin, starts_.size()}, [&](size_t start) {
    return begins(start, form);
  });
  return {begin, end};
}

std::vector<uint32_t> RankedTexts::best_offsets(Range range,
                                                size_t limit) const {
  LeastOffsets best(limit);
  for (size_t i = range.begin; i < range.end;) {
    const size_t block_end = std::min((i / kBlock + 1) * kBlock, range.end);
    if (best.wants(least_[i / kBlock])) {
      for (size_t start = i; start < block_end; ++start) {
        best.add(starts_[start]);
      }
    }
    i = block_end;
  }
  return best.take();
}

// What is nothing but `form` stands first in its range.
std::vector<uint32_t> RankedTexts::whole_texts(Range range,
                                               std::string_view form) const {
  constexpr size_t kLooked = 256;
  std::vector<uint32_t> offsets;
  const size_t end = std::min(range.end, range.begin + kLooked);
  for (size_t start = range.begin; start < end; ++start) {
    const uint32_t offset = starts_[start];
    if (sorted_form(rest_of_text(offset)) != form) break;
    if (begins_[text_at(offset)] == offset) offsets.push_back(offset);
  }
  return offsets;
}

std::vector<RankedTexts::Found> RankedTexts::find(std::string_view form,
                                                  size_t limit) const {
  // A word may begin alike more than once in one text.
  constexpr size_t kStartsOfText = 3;
  constexpr size_t kLookedBeyondSorted = 512;
  std::vector<Found> found;
  if (form.empty() || values_.size() == 0) return found;
  const std::string_view sorted_part =
      text::cut_utf8(form, kSortedBytes - kSlack);
  const bool is_sorted = sorted_part.size() == form.size();
  const Range range = range_of(sorted_part);
  std::vector<uint32_t> offsets = whole_texts(range, form);
  std::ranges::copy(best_offsets(range, is_sorted ? limit * kStartsOfText
                                                  : kLookedBeyondSorted),
                    std::back_inserter(offsets));
  std::set<size_t> known;
  for (const uint32_t offset : offsets) {
    if (found.size() == limit) break;
    const size_t text = text_at(offset);
    if (known.contains(text)) continue;
    const uint32_t begin = begins_[text];
    const std::string_view whole =
        letters_.substr(begin, begins_[text + 1] - begin);
    if (!typing_form(whole.substr(offset - begin)).starts_with(form)) continue;
    known.insert(text);
    found.push_back(
        {whole, values_[text], typed_part(whole, offset - begin, form)});
  }
  return found;
}

}  // namespace search
