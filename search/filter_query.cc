#include "search/filter_query.h"

#include <vector>

#include "search/schema.h"
#include "text/analysis.h"
#include "text/article.h"
#include "text/entity.h"
#include "text/fold.h"

namespace search {

namespace {

using Xapian::Query;

FilterQuery make_named_filter(std::string_view prefix, std::string_view name) {
  return {.query = without_weight(Query(make_filter_term(prefix, name)))};
}

FilterQuery ignore(const QueryNode& node, std::string_view known = {}) {
  std::string note =
      "there is no " + std::string(to_string(node.field)) + " " + node.text;
  if (!known.empty()) note.append(", only ").append(known);
  return {.query = {}, .note = note + ": ignored"};
}

}  // namespace

FilterQuery make_filter_query(const QueryNode& node) {
  if (node.kind == NodeKind::kDates) {
    return {.query = without_weight(
                make_time_query(node.dates.from, node.dates.to))};
  }
  const std::string name = text::fold(node.text);
  switch (node.field) {
    case Field::kSource:
      return {.query = make_source_query(node.text)};
    case Field::kKind:
      if (!text::parse_article_kind(name)) {
        return ignore(node, "article and brief");
      }
      return make_named_filter(kKindPrefix, name);
    case Field::kType:
      if (!text::parse_entity_type(name)) return ignore(node);
      return make_named_filter(kTypePrefix, name);
    case Field::kRelation:
      if (!text::parse_relation_type(name)) return ignore(node);
      return make_named_filter(kRelationPrefix, name);
    default:
      return make_named_filter(kLanguagePrefix, name);
  }
}

Query without_weight(const Query& query) {
  return Query(Query::OP_SCALE_WEIGHT, query, 0.0);
}

Query make_source_query(std::string_view source) {
  const Query whole(make_source_term(source));
  std::vector<Query> words;
  for (const text::Term& term : text::analyze(source, "")) {
    if (term.kind == text::TermKind::kStem) continue;
    words.emplace_back(make_filter_term(kSourceWordPrefix, term.text));
  }
  if (words.empty()) return without_weight(whole);
  return without_weight(Query(
      Query::OP_OR, whole, Query(Query::OP_AND, words.begin(), words.end())));
}

}  // namespace search
