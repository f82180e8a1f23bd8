#include "models/sentence.h"

#include <algorithm>
#include <array>

namespace models {
namespace {

constexpr std::array<std::string_view, kTagCount> kTagNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

// In the order of Dependency.
constexpr std::array<std::string_view, kDependencyCount> kDependencyNames = {
    "root",       "acl",        "acl:relcl",  "advcl",        "advmod",
    "amod",       "appos",      "aux",        "aux:pass",     "case",
    "cc",         "ccomp",      "compound",   "compound:prt", "conj",
    "cop",        "csubj",      "csubj:pass", "dep",          "det",
    "discourse",  "dislocated", "expl",       "fixed",        "flat",
    "goeswith",   "iobj",       "list",       "mark",         "nmod",
    "nmod:poss",  "nsubj",      "nsubj:pass", "nummod",       "obj",
    "obl",        "obl:agent",  "orphan",     "parataxis",    "punct",
    "reparandum", "vocative",   "xcomp",
};

template <typename Value, size_t N>
std::optional<Value> find_name(const std::array<std::string_view, N>& names,
                               std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace

std::string_view to_string(Tag tag) {
  return kTagNames[static_cast<size_t>(tag)];
}

std::optional<Tag> parse_tag(std::string_view name) {
  return find_name<Tag>(kTagNames, name);
}

std::string_view to_string(Dependency dependency) {
  return kDependencyNames[static_cast<size_t>(dependency)];
}

std::optional<Dependency> parse_dependency(std::string_view name) {
  const auto whole = find_name<Dependency>(kDependencyNames, name);
  if (whole) return whole;
  return find_name<Dependency>(kDependencyNames,
                               name.substr(0, name.find(':')));
}

}  // namespace models
