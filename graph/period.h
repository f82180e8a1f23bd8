// A stretch of time in which articles were published.

#pragma once

#include <optional>

#include "text/timestamp.h"

namespace graph {

// From `from`, inclusive, to `to`, exclusive; an absent end is open.
struct Period {
  std::optional<text::Timestamp> from;
  std::optional<text::Timestamp> to;

  bool is_open() const { return !from && !to; }

  // What has no date is in the open period only.
  bool contains(std::optional<text::Timestamp> time) const {
    if (!time) return is_open();
    return (!from || *time >= *from) && (!to || *time < *to);
  }

  bool operator==(const Period&) const = default;
};

}  // namespace graph
