#include "server/api/search.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <nlohmann/json.hpp>

#include "server/api/facets.h"
#include "server/api/named_entities.h"
#include "server/api/search_page.h"
#include "server/error.h"
#include "text/fold.h"

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

bool is_true(const Parameters& parameters, const std::string& name) {
  const std::string value = parameters.one(name).value_or("false");
  if (value != "true" && value != "false") refuse_value(name, value);
  return value == "true";
}

// ISO 639-1 in small letters.
std::vector<std::string> read_languages(const Parameters& parameters) {
  std::vector<std::string> languages;
  for (const std::string& value : parameters.all("lang")) {
    languages.push_back(text::fold(value));
  }
  return languages;
}

Json explanation_json(const std::vector<search::ScorePart>& parts) {
  Json json = Json::array();
  for (const search::ScorePart& part : parts) {
    json.push_back({{"text", part.text},
                    {"how", search::to_string(part.kind)},
                    {"score", rounded(part.score)}});
    if (part.title_only) json.back()["field"] = "title";
  }
  return json;
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
  if (!hit.parts.empty()) json["explanation"] = explanation_json(hit.parts);
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
  request.languages = read_languages(parameters);
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

AskedSearch read_search(const Parameters& parameters,
                        const generation::Generation& generation) {
  const bool exact = is_true(parameters, "exact");
  AskedSearch asked{.request = search_request(parameters, generation.graph())};
  asked.request.explain = is_true(parameters, "explain");
  asked.spelled = correct_query(asked.request, generation);
  asked.is_corrected = asked.spelled && asked.spelled->replaces && !exact;
  if (asked.is_corrected) asked.request.query = asked.spelled->query;
  if (!exact) asked.recognize = name_recognizer(generation);
  return asked;
}

search::EntityResolver resolver_of(const graph::GraphReader& graph) {
  return [&graph](std::string_view name) {
    const auto named = find_by_name(name, graph);
    return named ? graph.ids_of(named->entity.id) : std::vector<std::string>();
  };
}

Json search(const Parameters& parameters,
            const generation::Generation& generation) {
  const graph::GraphReader& graph = generation.graph();
  const Page page = read_search_page(parameters, generation);
  AskedSearch asked = read_search(parameters, generation);
  search::SearchRequest& request = asked.request;
  request.offset = page.offset;
  request.limit = page.limit;
  request.facets = read_facets(parameters);
  request.histogram = read_interval(parameters);
  const auto answer =
      generation.index().search(request, resolver_of(graph), asked.recognize);
  Json json = {{"query", parameters.one("q").value_or("")},
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
  if (asked.spelled) {
    json["suggestion"] = suggestion_json(*asked.spelled, asked.is_corrected);
  }
  if (!answer.facets.empty()) {
    json["facets"] = facets_json(answer.facets, graph);
  }
  if (answer.histogram) json["histogram"] = histogram_json(*answer.histogram);
  if (has_more(answer, page)) {
    set_next_search_cursor(json, parameters, page, generation);
  }
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
