// What nodes of a query's tree mean, put together.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/vocabulary.h"

namespace search {

// What one node of the tree means.
struct Part {
  Xapian::Query query;
  std::string read_as;
  bool is_text = false;      // ranks; a filter does not
  bool is_negated = false;   // `query` is what must not be
  bool is_compound = false;  // `read_as` needs parentheses inside another
};

std::string join(const std::vector<std::string>& parts,
                 std::string_view separator);

// `read_as` in parentheses where it needs them.
std::string read_inside(const Part& part);

// Words of one group: all of them, or `any`; filters and NOT always hold.
Part and_parts(const std::vector<Part>& parts, bool any);

Part or_parts(const std::vector<Part>& parts);

// Parts of which each stands near the one before, as distances of
// NodeKind::kNear tell; all stand where `places` say.
Part near_parts(const std::vector<Part>& parts,
                const std::vector<Places>& places,
                const std::vector<uint32_t>& distances);

}  // namespace search
