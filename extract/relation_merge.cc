#include "extract/relation_merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace extract {
namespace {

using text::RelationType;

// Of who has a post by the rules, another in the same sentence is believed from
// here on.
constexpr float kSecondPost = 0.75F;

auto place_of(const text::Relation& relation) {
  return std::pair(!relation.in_title, relation.sentence);
}

bool is_site(const text::Relation& relation) {
  return relation.type == RelationType::kLocatedIn &&
         relation.source.starts_with("facility:");
}

bool gives_post(const text::Relation& relation) {
  return relation.type == RelationType::kLeads ||
         relation.type == RelationType::kWorksFor ||
         relation.type == RelationType::kMemberOf;
}

// Of whom a relation speaks, and where.
using Said = std::tuple<std::pair<bool, text::Span>, std::string, std::string>;

Said said_by(const text::Relation& relation) {
  return {place_of(relation), relation.source, relation.target};
}

// True if a relation of type `rule` between the same two says all that one of
// `type` does.
bool covers(RelationType rule, RelationType type) {
  if (rule == type) return true;
  switch (type) {
    case RelationType::kWorksFor:
    case RelationType::kMemberOf:
      return rule == RelationType::kLeads || rule == RelationType::kWorksFor ||
             rule == RelationType::kMemberOf;
    case RelationType::kHeadquarteredIn:
    case RelationType::kLocatedIn:
      return rule == RelationType::kLocatedIn ||
             rule == RelationType::kHeadquarteredIn;
    case RelationType::kSubsidiaryOf:
      return rule == RelationType::kAcquires || rule == RelationType::kSells;
    default:
      return false;
  }
}

}  // namespace

std::vector<text::Relation> merge_relations(
    std::vector<text::Relation> by_rules,
    std::vector<text::Relation> by_model) {
  std::map<Said, std::vector<RelationType>> said;
  for (const text::Relation& relation : by_rules) {
    said[said_by(relation)].push_back(relation.type);
  }
  // The sites placed, and the people with a post, by sentence.
  std::set<std::pair<std::pair<bool, text::Span>, std::string>> placed, posted;
  for (const text::Relation& relation : by_rules) {
    if (is_site(relation)) {
      placed.emplace(place_of(relation), relation.source);
    }
    if (gives_post(relation) && !relation.negated) {
      posted.emplace(place_of(relation), relation.source);
    }
  }
  for (text::Relation& relation : by_model) {
    // `a mine in A, a month after an accident in B`
    if (is_site(relation) &&
        placed.contains({place_of(relation), relation.source})) {
      continue;
    }
    // `Former A chief X met B chairman Y`: Y is B's.
    if (gives_post(relation) && relation.confidence < kSecondPost &&
        posted.contains({place_of(relation), relation.source})) {
      continue;
    }
    const auto rules = said.find(said_by(relation));
    const bool covered =
        rules != said.end() &&
        std::ranges::any_of(rules->second, [&](RelationType rule) {
          return covers(rule, relation.type);
        });
    if (!covered) by_rules.push_back(std::move(relation));
  }
  std::ranges::stable_sort(by_rules, {}, place_of);
  return by_rules;
}

}  // namespace extract
