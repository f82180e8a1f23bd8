#include "extract/tree_prospect.h"

#include <algorithm>
#include <set>
#include <vector>

namespace extract {
namespace {

using text::EntityType;

constexpr auto kFacilityTypes =
    static_cast<TypeSet>(1U << static_cast<unsigned>(EntityType::kFacility));

class TreeProspect {
 public:
  TreeProspect(const Knowledge& knowledge, const Clause& clause)
      : rules_(knowledge.rules()), clause_(clause) {}

  bool may_read() {
    if ((clause_.sets() & rules_.tree_triggers).none() || clause_.is_cut()) {
      return false;
    }
    list_types();
    if (mentions_.size() < 2) return false;
    for (size_t i = 0; i < clause_.size(); ++i) {
      if (clause_.mention(i) == nullptr && begins_tree(i)) return true;
    }
    return false;
  }

 private:
  // The types that some reading of a mention has, for each mention.
  void list_types() {
    for (size_t i = 0; i < clause_.size(); ++i) {
      const Found* mention = clause_.mention(i);
      if (mention == nullptr) continue;
      TypeSet& types = mentions_.emplace_back(TypeSet{0});
      if (mention->implied != nullptr) types |= kFacilityTypes;
      for (unsigned bit = 0; bit < 8 * sizeof(TypeSet); ++bit) {
        const auto type = static_cast<TypeSet>(1U << bit);
        if (reading_of(*mention, type) != nullptr) types |= type;
      }
    }
  }

  bool begins_tree(size_t item) const {
    const auto sets = rules_.lexicon.sets_of(clause_.token(item).symbol) &
                      rules_.tree_triggers;
    if (sets.none()) return false;
    const auto words = clause_.words_from(item);
    const auto fits = [&](const TreeRef& ref) {
      return may_match(rules_.rules[ref.rule].trees[ref.tree]);
    };
    for (SetId set = 0; set < Lexicon::kMaxSets; ++set) {
      if (sets.test(set) && rules_.lexicon.match(set, words).size > 0 &&
          std::ranges::any_of(rules_.trees_of[set], fits)) {
        return true;
      }
    }
    return false;
  }

  // Whether each path may end at a mention, two of them at two mentions.
  bool may_match(const TreePattern& tree) const {
    std::set<const TypeSet*> used;
    size_t slots = 0;
    for (const TreePath& path : tree.paths) {
      if (!has_words(path)) return false;
      if (path.types == 0) continue;
      ++slots;
      bool fits = false;
      for (const TypeSet& types : mentions_) {
        if ((types & path.types) == 0) continue;
        fits = true;
        used.insert(&types);
      }
      if (!fits) return false;
    }
    return used.size() >= std::min<size_t>(slots, 2);
  }

  // Whether the words that the steps of a path need are in the sentence.
  bool has_words(const TreePath& path) const {
    return std::ranges::all_of(path.steps, [&](const TreeStep& step) {
      return !step.words || clause_.sets().test(*step.words);
    });
  }

  const RuleBook& rules_;
  const Clause& clause_;
  std::vector<TypeSet> mentions_;
};

}  // namespace

bool may_read_tree(const Knowledge& knowledge, const Clause& clause) {
  return TreeProspect(knowledge, clause).may_read();
}

}  // namespace extract
