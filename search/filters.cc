#include "search/filters.h"

#include <string>
#include <vector>

#include "search/query_builder.h"
#include "search/schema.h"

namespace search {

namespace {

using Xapian::Query;

Query make_sources_query(const std::vector<std::string>& sources) {
  std::vector<std::string> terms;
  for (const std::string& source : sources) {
    terms.push_back(make_source_term(source));
  }
  return make_any_query("", terms);
}

Query make_kinds_query(const std::vector<text::ArticleKind>& kinds) {
  std::vector<std::string> names;
  for (const text::ArticleKind kind : kinds) {
    names.emplace_back(text::to_string(kind));
  }
  return make_any_query(kKindPrefix, names);
}

// What an article must be besides matching the words.
std::vector<Query> make_filters(const SearchRequest& request) {
  std::vector<Query> filters;
  if (!request.entities.empty()) {
    filters.push_back(make_any_query(kEntityPrefix, request.entities));
  }
  if (!request.sources.empty()) {
    filters.push_back(make_sources_query(request.sources));
  }
  if (!request.languages.empty()) {
    filters.push_back(make_any_query(kLanguagePrefix, request.languages));
  }
  if (!request.kinds.empty()) {
    filters.push_back(make_kinds_query(request.kinds));
  }
  if (request.from || request.to) {
    filters.push_back(make_time_query(request.from, request.to));
  }
  return filters;
}

}  // namespace

Query add_filters(const Query& query, const SearchRequest& request) {
  Query filtered = query;
  for (const Query& filter : make_filters(request)) {
    filtered = Query(Query::OP_FILTER, filtered, filter);
  }
  return filtered;
}

}  // namespace search
