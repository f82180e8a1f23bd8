// The archive that the tests of what is related begin with.

#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "tests/graph/tiny_archive.h"

namespace graph {

inline const std::string kAcme = "company:Acme Zinc";
inline const std::string kBolt = "company:Bolt Metals";
inline const std::string kPort = "facility:Port Mill";
inline const std::string kOslo = "place:Oslo";
inline const std::string kLand = "place:Everyland";

// Twenty stories, all of which name Everyland; Acme Zinc buys Port Mill in
// one, is named beside Bolt Metals in two, and Port Mill stands in Oslo.
inline std::vector<Draft> sample() {
  std::vector<Draft> drafts;
  for (uint64_t id = 1; id <= 20; ++id) {
    drafts.push_back({.id = id,
                      .body = "It happened in Everyland. " + filler(id),
                      .names = {kLand}});
  }
  const auto say = [&](uint64_t id, const std::string& sentence,
                       const std::vector<std::string>& names) -> Draft& {
    Draft& draft = drafts[id - 1];
    draft.body = sentence + " " + draft.body;
    draft.names.insert(draft.names.end(), names.begin(), names.end());
    return draft;
  };
  say(1, "Acme Zinc bought Port Mill.", {kAcme, kPort}).relations = {
      {kAcme, text::RelationType::kAcquires, kPort, text::Modality::kPlanned}};
  say(2, "Acme Zinc met Bolt Metals.", {kAcme, kBolt});
  say(3, "Bolt Metals sued Acme Zinc.", {kAcme, kBolt});
  say(4, "Port Mill stands in Oslo.", {kPort, kOslo}).relations = {
      {kPort, text::RelationType::kLocatedIn, kOslo}};
  say(5, "Acme Zinc likes Oslo.", {kAcme, kOslo});
  return drafts;
}

inline const Related* find(const RelatedAnswer& answer,
                           const std::string& name) {
  const auto found = std::ranges::find_if(
      answer.related,
      [&](const Related& related) { return related.entity.id == id_of(name); });
  return found == answer.related.end() ? nullptr : &*found;
}

}  // namespace graph
