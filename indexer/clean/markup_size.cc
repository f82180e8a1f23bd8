#include "indexer/clean/markup_size.h"

#include <algorithm>

#include "text/error.h"

namespace indexer {
namespace {

constexpr std::ptrdiff_t kMaxTags = 150'000;
constexpr std::ptrdiff_t kMaxLines = 200'000;

}  // namespace

void check_markup_size(std::string_view bytes) {
  if (std::ranges::count(bytes, '<') > kMaxTags) {
    throw text::InputError("more than 150,000 tags");
  }
}

void check_line_count(std::string_view text) {
  if (std::ranges::count(text, '\n') > kMaxLines) {
    throw text::InputError("more than 200,000 lines");
  }
}

}  // namespace indexer
