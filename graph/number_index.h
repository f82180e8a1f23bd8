// A hash table from the numbers of entities to small numbers of one's own.

#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "graph/catalogue.h"

namespace graph {

// With open addresses: a search puts in thousands, and looks up as many. Used
// by one thread.
class NumberIndex {
 public:
  // What an entity has at first.
  static constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

  // Dies with the next call.
  uint32_t& operator[](EntityNumber entity) {
    if (size_ >= most_) grow();
    Slot& slot = slots_[place(entity)];
    if (slot.entity != entity) {
      slot.entity = entity;
      ++size_;
    }
    return slot.value;
  }

  uint32_t find(EntityNumber entity) const {
    return slots_.empty() ? kNone : slots_[place(entity)].value;
  }
  bool contains(EntityNumber entity) const { return find(entity) != kNone; }

  void clear() {
    slots_.clear();
    mask_ = most_ = size_ = 0;
  }

 private:
  static constexpr EntityNumber kFree{kNone};
  struct Slot {
    EntityNumber entity = kFree;
    uint32_t value = kNone;
  };

  // Where `entity` is, or is to be put.
  size_t place(EntityNumber entity) const {
    size_t at = static_cast<uint32_t>(entity) * size_t{0x9e3779b1};
    while (true) {
      at &= mask_;
      const EntityNumber there = slots_[at].entity;
      if (there == entity || there == kFree) return at;
      ++at;
    }
  }

  void grow() {
    std::vector<Slot> old(std::max<size_t>(256, 4 * slots_.size()));
    old.swap(slots_);
    mask_ = slots_.size() - 1;
    most_ = slots_.size() / 2;
    for (const Slot& slot : old) {
      if (slot.entity != kFree) slots_[place(slot.entity)] = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two
  size_t mask_ = 0;
  size_t size_ = 0;
  size_t most_ = 0;  // entities before it grows
};

}  // namespace graph
