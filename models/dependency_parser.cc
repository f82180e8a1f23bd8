#include "models/dependency_parser.h"

#include <algorithm>
#include <cassert>

#include "models/parser_beam.h"
#include "text/error.h"

namespace models {
namespace {

constexpr uint32_t kMaxBeamWidth = 64;

using Beam = ParserBeam<FeatureWeights, int32_t>;

// Hangs a piece, whose first word is word `begin`, on the root before it.
void append(Tree& tree, const Tree& piece, uint32_t root) {
  const auto begin = static_cast<uint32_t>(tree.size());
  for (const Node& node : piece) {
    if (node.head != kNoHead) {
      tree.push_back({node.head + begin, node.dependency});
    } else if (root == kNoHead) {
      tree.push_back(node);
    } else {
      tree.push_back({root, Dependency::kParataxis});
    }
  }
}

bool is_sound(const BeamLimits& limits) {
  return limits.width >= 1 && limits.width <= kMaxBeamWidth &&
         limits.margin >= 0;
}

uint32_t root_of(const Tree& tree) {
  const auto root = std::ranges::find(tree, kNoHead, &Node::head);
  return static_cast<uint32_t>(root - tree.begin());
}

}  // namespace

DependencyParser::DependencyParser(const std::filesystem::path& path,
                                   const WordClasses& classes,
                                   std::optional<BeamLimits> limits)
    : file_(path, "parser"), weights_(file_, "move"), classes_(&classes) {
  const auto learned = file_.values<BeamLimits>("beam");
  if (learned.size() != 1 || !is_sound(learned[0]) ||
      weights_.label_count() > kMoveCount) {
    throw text::InputError(path.string() + ": moves that are none");
  }
  limits_ = limits.value_or(learned[0]);
  assert(is_sound(limits_));
}

Tree DependencyParser::parse(Words words, std::span<const WordTag> tags) const {
  assert(words.size() == tags.size());
  Tree tree;
  tree.reserve(words.size());
  uint32_t root = kNoHead;
  for (size_t begin = 0; begin < words.size(); begin += kMaxParsedWords) {
    const size_t size = std::min(kMaxParsedWords, words.size() - begin);
    append(tree,
           parse_piece(words.subspan(begin, size), tags.subspan(begin, size)),
           root);
    if (begin == 0) root = root_of(tree);
  }
  return tree;
}

Tree DependencyParser::parse_piece(Words words,
                                   std::span<const WordTag> tags) const {
  const ParserSentence sentence(words, tags, *classes_);
  const float margin = limits_.margin * weights_.scale();
  Beam beam(weights_, sentence,
            {limits_.width, static_cast<int32_t>(std::min(margin, 1e8F))});
  for (size_t i = 0; i < 2 * words.size(); ++i) beam.step();
  return tree_of(beam.moves(beam.hypotheses().front()), words.size());
}

}  // namespace models
