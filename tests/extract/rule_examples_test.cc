#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/rule_language.h"
#include "tests/extract/reading_article.h"

namespace extract {
namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;

// For each relation that the extractor reads by `rule` in `sentence`, the pairs
// of names that it may be called by.
std::vector<Pairs> pairs_of(const std::string& rule,
                            const std::string& sentence) {
  const Extraction read = read_body(sentence);
  std::map<std::string, std::set<std::string>> names;
  for (const text::Mention& mention : read.annotation.mentions) {
    names[mention.entity].insert(
        std::string(text::slice(sentence, mention.span)));
  }
  for (const text::Entity& entity : read.entities) {
    names[entity.id].insert(entity.name);
  }
  std::vector<Pairs> relations;
  for (const text::Relation& relation : read.annotation.relations) {
    if (relation.rule != rule) continue;
    Pairs& pairs = relations.emplace_back();
    for (const auto& source : names[relation.source]) {
      for (const auto& target : names[relation.target]) {
        pairs.emplace(source, target);
        if (text::is_symmetric(relation.type)) pairs.emplace(target, source);
      }
    }
  }
  return relations;
}

TEST_CASE("every rule reads what its examples say, and nothing else") {
  const RuleBook book = load_rules(resources() / "rules");
  for (const Rule& rule : book.rules) {
    for (const Example& example : rule.examples) {
      CAPTURE(rule.name);
      CAPTURE(example.sentence);
      const std::vector<Pairs> relations =
          pairs_of(rule.name, example.sentence);
      for (const auto& expected : example.expected) {
        CAPTURE(expected.first);
        CAPTURE(expected.second);
        CHECK(std::ranges::any_of(relations, [&](const Pairs& pairs) {
          return pairs.contains(expected);
        }));
      }
      for (const Pairs& pairs : relations) {
        REQUIRE(!pairs.empty());
        CAPTURE(pairs.begin()->first);
        CAPTURE(pairs.begin()->second);
        CHECK(std::ranges::any_of(example.expected, [&](const auto& expected) {
          return pairs.contains(expected);
        }));
      }
    }
  }
}

TEST_CASE("no two rules have one name") {
  const RuleBook book = load_rules(resources() / "rules");
  std::set<std::string> names;
  for (const Rule& rule : book.rules) CHECK(names.insert(rule.name).second);
}

}  // namespace
}  // namespace extract
