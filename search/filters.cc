#include "search/filters.h"

#include <utility>

#include "search/query_builder.h"
#include "search/schema.h"

namespace search {

namespace {

using Xapian::Query;

std::vector<std::string> with_prefix(std::string_view prefix,
                                     const std::vector<std::string>& names) {
  std::vector<std::string> terms;
  for (const std::string& name : names) {
    terms.push_back(make_filter_term(prefix, name));
  }
  return terms;
}

template <typename Name>
std::vector<std::string> names_of(const std::vector<Name>& values) {
  std::vector<std::string> names;
  for (const Name value : values) names.emplace_back(text::to_string(value));
  return names;
}

Query make_years_query(const std::vector<int>& years) {
  std::vector<Query> queries;
  for (const int year : years) {
    queries.push_back(make_time_query(text::to_timestamp({.year = year}),
                                      text::to_timestamp({.year = year + 1})));
  }
  return Query(Query::OP_SCALE_WEIGHT,
               Query(Query::OP_OR, queries.begin(), queries.end()), 0.0);
}

Query add_any(const Query& query, std::string_view prefix,
              const std::vector<std::string>& names) {
  if (names.empty()) return query;
  return Query(Query::OP_FILTER, query, make_any_query(prefix, names));
}

}  // namespace

FilterTerms make_filter_terms(const SearchRequest& request) {
  FilterTerms terms;
  for (const std::string& source : request.sources) {
    terms.sources.push_back(make_source_term(source));
  }
  terms.languages = with_prefix(kLanguagePrefix, request.languages);
  terms.kinds = with_prefix(kKindPrefix, names_of(request.kinds));
  terms.entities = with_prefix(kEntityPrefix, request.entities);
  return terms;
}

bool has_column_filters(const SearchRequest& request) {
  return !request.sources.empty() || !request.languages.empty() ||
         !request.kinds.empty() || !request.years.empty() ||
         !request.entities.empty() || request.from || request.to;
}

bool has_filters(const SearchRequest& request) {
  return has_column_filters(request) || !request.types.empty() ||
         !request.relations.empty();
}

Query add_column_filters(const Query& query, const SearchRequest& request) {
  const FilterTerms terms = make_filter_terms(request);
  Query filtered = query;
  for (const auto* any :
       {&terms.entities, &terms.sources, &terms.languages, &terms.kinds}) {
    filtered = add_any(filtered, "", *any);
  }
  if (!request.years.empty()) {
    filtered =
        Query(Query::OP_FILTER, filtered, make_years_query(request.years));
  }
  if (request.from || request.to) {
    filtered = Query(Query::OP_FILTER, filtered,
                     make_time_query(request.from, request.to));
  }
  return filtered;
}

Query add_term_filters(const Query& query, const SearchRequest& request) {
  return add_any(add_any(query, kTypePrefix, names_of(request.types)),
                 kRelationPrefix, names_of(request.relations));
}

}  // namespace search
