#include "indexer/clean/markup_size.h"

#include <algorithm>

#include "text/error.h"

namespace indexer {
namespace {

constexpr std::ptrdiff_t kMaxTags = 150'000;

}  // namespace

void check_markup_size(std::string_view bytes) {
  if (std::ranges::count(bytes, '<') > kMaxTags) {
    throw text::InputError("more than 150,000 tags");
  }
}

}  // namespace indexer
