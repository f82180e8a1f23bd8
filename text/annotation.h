// What was read in one article: mentions, relations and facts.
//
// Spans are byte offsets into the article's body, or, where `in_title` is set,
// into its title.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/entity.h"
#include "text/span.h"

namespace text {

// One span of an article that names an entity.
struct Mention {
  Span span;
  bool in_title = false;
  bool nominal = false;  // no name: `the company`, `it`
  std::string entity;    // entity id
  EntityType type{};
  std::string name;        // canonical name of the entity
  float confidence = 1.0;  // 0..1
  std::string how;         // `gazetteer`, `pattern`, `alias`, `nominal`, ...

  bool operator==(const Mention&) const = default;
};

// One sentence that states a relation between two entities.
struct Relation {
  RelationType type{};
  std::string source;  // entity id
  std::string target;  // entity id
  Span sentence;
  bool in_title = false;
  Modality modality = Modality::kAsserted;
  bool negated = false;
  float confidence = 1.0;  // 0..1
  std::string date;  // the time spoken of: `2028`, `2025-12`; may be empty
  std::string rule;  // the rule or model that read it
  std::string attribution;  // entity id of who says so; may be empty

  bool operator==(const Relation&) const = default;
};

// A quantity said of an entity.
struct Fact {
  std::string entity;     // entity id
  std::string measure;    // `capacity`, `price`, ...
  std::string commodity;  // entity id; may be empty
  double value = 0;
  std::string unit;
  std::string date;  // may be empty
  Span sentence;
  bool in_title = false;
  Span quantity;  // the words of the number itself

  bool operator==(const Fact&) const = default;
};

struct Annotation {
  std::vector<Mention> mentions;    // by position, title first
  std::vector<Relation> relations;  // by position, title first
  std::vector<Fact> facts;

  bool operator==(const Annotation&) const = default;
};

}  // namespace text
