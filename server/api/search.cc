#include "server/api/search.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <nlohmann/json.hpp>

#include "server/api/facets.h"
#include "server/api/named_entities.h"
#include "server/api/search_page.h"
#include "server/api/spelling.h"
#include "server/error.h"

namespace server::api {
namespace {

constexpr size_t kNamedEntitiesShown = 3;

std::optional<search::Sort> parse_sort(std::string_view name) {
  if (name == "relevance") return search::Sort::kRelevance;
  if (name == "newest") return search::Sort::kNewest;
  if (name == "oldest") return search::Sort::kOldest;
  return std::nullopt;
}

search::Sort read_sort(const Parameters& parameters) {
  const auto name = parameters.one("sort");
  if (!name) return search::Sort::kRelevance;
  const auto sort = parse_sort(*name);
  if (!sort) refuse_value("sort", *name);
  return *sort;
}

std::vector<std::string> read_entities(const Parameters& parameters,
                                       const graph::GraphReader& graph) {
  std::vector<std::string> ids;
  for (const std::string& name : parameters.all("entity")) {
    const auto named = find_by_name(name, graph);
    if (!named) {
      throw NotFound("entity: no entity is called `" + name + "`.");
    }
    std::ranges::move(graph.ids_of(named->entity.id), std::back_inserter(ids));
  }
  return ids;
}

std::vector<int> read_years(const Parameters& parameters) {
  constexpr int kLastYear = 9999;
  std::vector<int> years;
  for (const std::string& value : parameters.all("year")) {
    int year = 0;
    const char* end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, year);
    if (read.ptr != end || year < 1 || year > kLastYear) {
      refuse_value("year", value);
    }
    years.push_back(year);
  }
  return years;
}

bool read_fold(const Parameters& parameters) {
  const auto what = parameters.one("fold");
  if (what && *what != "story") refuse_value("fold", *what);
  return what.has_value();
}

void check_period(const search::SearchRequest& request) {
  if (!request.from || !request.to || *request.from <= *request.to) return;
  throw text::BadRequest("from: is after `to`");
}

bool is_exact(const Parameters& parameters) {
  const std::string exact = parameters.one("exact").value_or("false");
  if (exact != "true" && exact != "false") refuse_value("exact", exact);
  return exact == "true";
}

Json story_json(const search::Hit& hit) {
  Json json = {{"article_count", hit.story_articles},
               {"others", Json::array()}};
  for (const text::Article& other : hit.others) {
    json["others"].push_back(article_head(other));
  }
  return json;
}

Json hit_json(const search::Hit& hit) {
  Json json = article_head(hit.article);
  json["score"] = rounded(hit.score);
  json["title_marks"] = marks_json(hit.article.title, hit.title_marks);
  json["snippet"] = {
      {"text", hit.snippet.text},
      {"marks", marks_json(hit.snippet.text, hit.snippet.marks)}};
  if (hit.story_articles > 1) json["story"] = story_json(hit);
  return json;
}

Json named_entities_json(std::string_view query,
                         const graph::GraphReader& graph) {
  Json json = Json::array();
  for (const graph::NamedEntity& named :
       find_named_entities(query, kNamedEntitiesShown, graph)) {
    json.push_back(entity_json(named.entity));
    json.back()["matched"] = named.matched;
  }
  return json;
}

Json read_names_json(const std::vector<search::ReadName>& names,
                     const graph::GraphReader& graph) {
  Json json = Json::array();
  for (const search::ReadName& name : names) {
    const auto entity = graph.entity(name.entity);
    if (!entity) continue;
    json.push_back(
        {{"words", name.words}, {"entity", entity_name(entity->summary)}});
  }
  return json;
}

bool has_more(const search::SearchAnswer& answer, const Page& page) {
  return answer.hits.size() == page.limit &&
         (!answer.total_is_exact || page.offset + page.limit < answer.total);
}

}  // namespace

search::SearchRequest search_request(const Parameters& parameters,
                                     const graph::GraphReader& graph) {
  search::SearchRequest request;
  request.query = parameters.one("q").value_or("");
  request.entities = read_entities(parameters, graph);
  request.sources = parameters.all("source");
  request.languages = parameters.all("lang");
  request.kinds = parse_all(parameters, "kind", text::parse_article_kind);
  request.types = parse_all(parameters, "type", text::parse_entity_type);
  request.relations =
      parse_all(parameters, "relation", text::parse_relation_type);
  request.years = read_years(parameters);
  request.from = parameters.time("from");
  request.to = parameters.time("to");
  check_period(request);
  request.fold_stories = read_fold(parameters);
  request.sort = read_sort(parameters);
  return request;
}

Json search(const Parameters& parameters,
            const generation::Generation& generation) {
  const graph::GraphReader& graph = generation.graph();
  const Page page = read_search_page(parameters, generation.id());
  auto request = search_request(parameters, graph);
  request.offset = page.offset;
  request.limit = page.limit;
  request.facets = read_facets(parameters);
  request.histogram = read_interval(parameters);
  const auto resolve = [&graph](std::string_view name) {
    const auto named = find_by_name(name, graph);
    return named ? graph.ids_of(named->entity.id) : std::vector<std::string>();
  };
  const std::string query = request.query;
  const auto spelled = correct_query(request, generation);
  const bool corrects = spelled && spelled->replaces && !is_exact(parameters);
  if (corrects) request.query = spelled->query;
  const auto answer = generation.index().search(
      request, resolve,
      is_exact(parameters) ? search::NameRecognizer()
                           : name_recognizer(generation));
  Json json = {{"query", query},
               {"read_as", answer.read_as},
               {"notes", answer.notes},
               {"total", answer.total},
               {"total_relation", answer.total_is_exact ? "eq" : "gte"},
               {"hits", Json::array()}};
  for (const search::Hit& hit : answer.hits) {
    json["hits"].push_back(hit_json(hit));
  }
  json["entities"] = named_entities_json(request.query, graph);
  json["names"] = read_names_json(answer.names, graph);
  if (spelled) json["suggestion"] = suggestion_json(*spelled, corrects);
  if (!answer.facets.empty()) {
    json["facets"] = facets_json(answer.facets, graph);
  }
  if (answer.histogram) json["histogram"] = histogram_json(*answer.histogram);
  if (has_more(answer, page)) {
    set_next_search_cursor(json, parameters, page, generation.id());
  }
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
