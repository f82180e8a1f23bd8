// Looking up ids that are hashes.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace graph {

// Where `id` is among `items`, which are ordered by their ids, or would be.
// Hashes lie evenly, so what is looked at is near to where the id should be;
// others are found as well, in twice the steps of a search by halves.
template <typename Item, typename Id, typename Projection = std::identity>
auto find_place(const std::vector<Item>& items, Id id,
                Projection project = {}) {
  constexpr size_t kNear = 256;
  const size_t size = items.size();
  const auto upper = static_cast<uint64_t>(id) >> 32;
  const auto share = static_cast<double>(upper) * 0x1p-32;
  auto begin = static_cast<size_t>(share * static_cast<double>(size));
  size_t end = begin;
  const auto is_before = [&](size_t i) {
    return std::invoke(project, items[i]) < id;
  };
  for (size_t step = kNear; begin > 0 && !is_before(begin - 1); step *= 2) {
    end = begin;
    begin -= std::min(begin, step);
  }
  for (size_t step = kNear; end < size && is_before(end); step *= 2) {
    begin = end + 1;
    end += std::min(size - end, step);
  }
  const auto first = items.begin();
  return std::lower_bound(first + static_cast<std::ptrdiff_t>(begin),
                          first + static_cast<std::ptrdiff_t>(end), id,
                          [&](const Item& item, Id wanted) {
                            return std::invoke(project, item) < wanted;
                          });
}

}  // namespace graph
