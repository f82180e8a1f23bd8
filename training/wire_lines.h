// Articles of the lines that news agencies send and running text lacks:
// results, standings, line-ups and scorers, datelines, signatures. In them a
// town is a team, and names stand without a sentence around them. Made up from
// patterns of our own and from names of other sets.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "training/name_sets.h"

namespace training {

struct WireNames {
  std::vector<std::string> people;  // full names
  std::vector<std::string> places;
};

// The people of two words or more and the places of at most two that are
// marked in the articles, each as often as it is there.
WireNames collect_wire_names(const std::vector<MarkedArticle>& articles);

// `count` articles; the same seed gives the same ones.
std::vector<MarkedArticle> make_wire_articles(const WireNames& names,
                                              size_t count, uint64_t seed);

}  // namespace training
