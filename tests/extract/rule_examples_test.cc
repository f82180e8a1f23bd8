#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "extract/rule_language.h"
#include "tests/extract/reading_article.h"

namespace extract {
namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;

// The pairs of names between which the extractor reads `rule` in `sentence`.
Pairs pairs_of(const std::string& rule, const std::string& sentence) {
  const Extraction read = read_body(sentence);
  std::map<std::string, std::string> names;
  for (const text::Mention& mention : read.annotation.mentions) {
    names[mention.entity] = text::slice(sentence, mention.span);
  }
  for (const text::Entity& entity : read.entities) {
    names.try_emplace(entity.id, entity.name);
  }
  std::map<std::string, std::string> canonical;
  for (const text::Entity& entity : read.entities) {
    canonical[entity.id] = entity.name;
  }
  Pairs pairs;
  for (const text::Relation& relation : read.annotation.relations) {
    if (relation.rule != rule) continue;
    for (const auto& source :
         {names[relation.source], canonical[relation.source]}) {
      for (const auto& target :
           {names[relation.target], canonical[relation.target]}) {
        pairs.emplace(source, target);
        if (text::is_symmetric(relation.type)) pairs.emplace(target, source);
      }
    }
  }
  return pairs;
}

TEST_CASE("every rule reads what its examples say, and nothing else") {
  const RuleBook book = load_rules(resources() / "rules");
  for (const Rule& rule : book.rules) {
    for (const Example& example : rule.examples) {
      CAPTURE(rule.name);
      CAPTURE(example.sentence);
      const Pairs pairs = pairs_of(rule.name, example.sentence);
      if (example.expected.empty()) CHECK(pairs.empty());
      for (const auto& expected : example.expected) {
        CAPTURE(expected.first);
        CAPTURE(expected.second);
        CHECK(pairs.contains(expected));
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
