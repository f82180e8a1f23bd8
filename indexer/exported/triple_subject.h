// What N-Triples tell of one subject, by the names of docs/export.md.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/exported/statement.h"
#include "indexer/exported/triple.h"
#include "text/entity.h"

namespace indexer {

enum class SubjectKind : uint8_t {
  kOther,
  kEntity,
  kEdge,
  kEvidence,
  kFact,
  kArticle,
};

// The name of a predicate as it is read here (`sentence`, `type`, `alias`),
// empty if it is not.
std::string_view field_of_predicate(std::string_view iri);

class TripleSubject {
 public:
  TripleSubject(std::string name, uint64_t line)
      : name_(std::move(name)), line_(line) {}

  // `field` is what field_of_predicate() gave.
  void add(std::string_view field, std::string object);

  const std::string& name() const { return name_; }
  uint64_t line() const { return line_; }  // the first
  SubjectKind kind() const { return kind_; }

  // Each for its kind. Throw InputError.
  text::Entity entity() const;
  StatedArticle article() const;
  StatedEdge edge() const;
  StatedFact fact() const;
  // `supports` is the name of the edge.
  Fields evidence() const;

 private:
  void add_type(std::string_view iri);

  std::string name_;
  uint64_t line_;
  SubjectKind kind_ = SubjectKind::kOther;
  std::optional<text::EntityType> type_;
  Fields values_;
  std::vector<std::string> aliases_;
};

}  // namespace indexer
