// A sentence as the models read and mark it.
//
// Words are those of Universal Dependencies: punctuation and possessive
// endings (`'s`) are words of their own, `don't` is `do` and `n't`.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace models {

// Words as written, in order. Borrowed: the text must outlive them.
using Words = std::span<const std::string_view>;

// The universal parts of speech.
enum class Tag : uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX,
};
inline constexpr int kTagCount = 17;

std::string_view to_string(Tag tag);  // `PROPN`
std::optional<Tag> parse_tag(std::string_view name);

// The relations of Universal Dependencies 2, with those subtypes of English
// that tell who does what.
enum class Dependency : uint8_t {
  kRoot,
  kAcl,
  kAclRelcl,
  kAdvcl,
  kAdvmod,
  kAmod,
  kAppos,
  kAux,
  kAuxPass,
  kCase,
  kCc,
  kCcomp,
  kCompound,
  kCompoundPrt,
  kConj,
  kCop,
  kCsubj,
  kCsubjPass,
  kDep,
  kDet,
  kDiscourse,
  kDislocated,
  kExpl,
  kFixed,
  kFlat,
  kGoeswith,
  kIobj,
  kList,
  kMark,
  kNmod,
  kNmodPoss,
  kNsubj,
  kNsubjPass,
  kNummod,
  kObj,
  kObl,
  kOblAgent,
  kOrphan,
  kParataxis,
  kPunct,
  kReparandum,
  kVocative,
  kXcomp,
};
inline constexpr int kDependencyCount = 43;

std::string_view to_string(Dependency dependency);  // `nsubj:pass`
// A subtype that has no value of its own is read as its type.
std::optional<Dependency> parse_dependency(std::string_view name);

inline constexpr uint32_t kNoHead = UINT32_MAX;  // of the root

// One word of a dependency tree.
struct Node {
  uint32_t head = kNoHead;  // index into the sentence
  Dependency dependency = Dependency::kRoot;

  bool operator==(const Node&) const = default;
};

// One node a word; exactly one root where there are words, and no cycle.
using Tree = std::vector<Node>;

}  // namespace models
