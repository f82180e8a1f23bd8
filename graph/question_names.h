// The names in a question, and what they may mean.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/graph_reader.h"
#include "graph/question_language.h"

namespace graph {

// How surely a name is one that the graph knows.
enum class NameGrade : uint8_t {
  kKnown,      // a name or an alias
  kDescribed,  // with words that tell its kind added or left out
  kUnknown,
};

struct ResolvedName {
  NameGrade grade = NameGrade::kUnknown;
  std::vector<NamedEntity> candidates;  // best first
};

// Resolves the names of one question, each once. Used by one thread.
class QuestionNames {
 public:
  // Both must outlive it.
  QuestionNames(const GraphReader& graph, const QuestionLanguage& language)
      : graph_(graph), language_(language) {}

  // Entities of `type`, or of any.
  const ResolvedName& resolve(std::string_view name,
                              std::optional<text::EntityType> type);

  // Names of such entities that differ from it by a letter or two, the closest
  // first.
  std::vector<std::string> similar(std::string_view name,
                                   std::optional<text::EntityType> type) const;

  // True where `name` has words like `from` or `not`, which are words of a
  // question and not of a name.
  bool has_question_words(std::string_view name) const;

 private:
  ResolvedName look_up(std::string_view name,
                       std::optional<text::EntityType> type) const;
  std::string_view without_article(std::string_view name) const;
  std::vector<NamedEntity> described(std::string_view name) const;
  std::vector<NamedEntity> with_kind_added(std::string_view name) const;
  std::vector<NamedEntity> with_spaces_aside(std::string_view name) const;
  std::vector<NamedEntity> with_goods_left_out(std::string_view name) const;

  const GraphReader& graph_;
  const QuestionLanguage& language_;
  std::map<std::pair<std::string, std::optional<text::EntityType>>,
           ResolvedName>
      known_;
};

// True where one of the names of `entity` has one of the kind's words, or the
// kind is only a type, and the type fits.
bool is_of_kind(const EntitySummary& entity, const AskedKind& kind,
                const GraphReader& graph);

// True where one asks for the measure of such an entity.
bool is_measured(const EntitySummary& entity, const AskedMeasure& measure);

}  // namespace graph
