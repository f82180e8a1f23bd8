#include "graph/question_answer.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "graph/question_alternatives.h"
#include "graph/question_entities.h"
#include "graph/question_language.h"
#include "graph/question_names.h"
#include "graph/question_writer.h"

namespace graph {
namespace {

constexpr uint32_t kRelatedShown = 20;
constexpr uint32_t kRelatedRead = 200;  // where most may be of another kind
constexpr uint32_t kSeriesRead = 20;
constexpr size_t kFactsShown = 20;
constexpr uint32_t kEventsShown = 20;
constexpr size_t kArticlesRead = 2000;
constexpr size_t kArticlesShown = 10;
constexpr uint32_t kTiesRead = 200;
constexpr size_t kSuggestions = 4;

RelatedAnswer answer_related(const Question& question,
                             const GraphReader& graph) {
  RelatedRequest request{.entity = question.name->id};
  request.limit = kRelatedShown;
  const auto& kind = question.asked_kind;
  if (!kind) return graph.related(request);
  request.types = kind->types;
  request.limit = kRelatedRead;
  RelatedAnswer answer = graph.related(request);
  const auto removed = std::erase_if(answer.related, [&](const Related& one) {
    return !is_of_kind(one.entity, *kind, graph);
  });
  answer.total -= removed;
  if (answer.related.size() > kRelatedShown) {
    answer.related.erase(answer.related.begin() + kRelatedShown,
                         answer.related.end());
  }
  return answer;
}

PathsAnswer answer_path(const Question& question, const GraphReader& graph) {
  return graph.paths({.from = question.name->id, .to = question.other->id});
}

void append_points(FactSeries& series, QuantitiesAnswer& answer) {
  std::ranges::stable_sort(series.points, std::greater(), &FactPoint::date);
  for (FactPoint& point : series.points) {
    answer.facts.push_back({series.entity, series.measure, series.commodity,
                            series.unit, std::move(point)});
  }
}

QuantitiesAnswer answer_facts(const Question& question,
                              const GraphReader& graph) {
  FactsRequest request{.entity = question.name->id,
                       .measures = question.measure->measures};
  if (question.commodity) request.commodities = {*question.commodity};
  request.period = question.period;
  request.limit = kSeriesRead;
  auto series = graph.facts(request).series;
  std::ranges::stable_partition(series, [&](const FactSeries& one) {
    return one.entity.id == question.name->id;
  });
  QuantitiesAnswer answer;
  for (FactSeries& one : series) append_points(one, answer);
  answer.total = answer.facts.size();
  if (answer.facts.size() > kFactsShown) {
    answer.facts.erase(answer.facts.begin() + kFactsShown, answer.facts.end());
  }
  return answer;
}

// Of the period, naming `other` too where one is given.
std::vector<ArticleMention> find_articles(const Question& question,
                                          const GraphReader& graph) {
  std::set<text::ArticleId> naming_other;
  if (question.other) {
    for (const auto& article :
         graph.articles(question.other->id, 0, kArticlesRead)) {
      naming_other.insert(article.article);
    }
  }
  std::vector<ArticleMention> articles;
  for (const auto& article :
       graph.articles(question.name->id, 0, kArticlesRead)) {
    if (articles.size() == kArticlesShown) break;
    if (!question.period.contains(article.published)) continue;
    if (question.other && !naming_other.contains(article.article)) continue;
    articles.push_back(article);
  }
  return articles;
}

EventsAnswer answer_events(const Question& question, const GraphReader& graph) {
  TimelineRequest request{.entity = question.name->id};
  if (question.other) request.other = question.other->id;
  request.period = question.period;
  request.limit = kEventsShown;
  return {graph.timeline(request).events, find_articles(question, graph)};
}

TiesAnswer answer_both(const Question& question, const GraphReader& graph) {
  TiesAnswer answer;
  RelationsRequest request{.entity = question.name->id};
  request.limit = kTiesRead;
  for (Edge& edge : graph.relations(request).edges) {
    const std::string& other = question.other->id;
    if (edge.source.id != other && edge.target.id != other) continue;
    answer.edges.push_back(std::move(edge));
  }
  PathsRequest paths{.from = question.name->id, .to = question.other->id};
  paths.max_hops = 2;
  paths.limit = 5;
  answer.paths = graph.paths(paths);
  std::erase_if(answer.paths.paths,
                [](const Path& path) { return path.hops.size() < 2; });
  answer.articles = find_articles(question, graph);
  return answer;
}

Answer find_answer(const Question& question, const GraphReader& graph) {
  switch (question.kind) {
    case QuestionKind::kRelated:
      return answer_related(question, graph);
    case QuestionKind::kPath:
      return answer_path(question, graph);
    case QuestionKind::kFacts:
      return answer_facts(question, graph);
    case QuestionKind::kEvents:
      return answer_events(question, graph);
    case QuestionKind::kBoth:
      return answer_both(question, graph);
    case QuestionKind::kEntities:
    case QuestionKind::kPlaced:
    case QuestionKind::kNotUnderstood:
      break;
  }
  return answer_entities(question, graph);
}

bool is_empty(const RelatedAnswer& answer) { return answer.related.empty(); }
bool is_empty(const PathsAnswer& answer) { return answer.paths.empty(); }
bool is_empty(const EntitiesAnswer& answer) { return answer.entities.empty(); }
bool is_empty(const QuantitiesAnswer& answer) { return answer.facts.empty(); }
bool is_empty(const EventsAnswer& answer) {
  return answer.events.empty() && answer.articles.empty();
}
bool is_empty(const TiesAnswer& answer) {
  return answer.edges.empty() && answer.paths.paths.empty() &&
         answer.articles.empty();
}

// What can be answered instead: the same of any time, other things of the same
// entity.
std::vector<std::string> suggest(const Question& question,
                                 const GraphReader& graph) {
  const QuestionWriter writer(graph, question_language());
  const auto& subject = question.name ? question.name : question.place;
  if (!subject) return {};
  std::vector<std::string> suggestions;
  if (question.measure && can_tell(question, *subject, graph)) {
    suggestions.push_back(writer.facts(*question.measure, *subject, {}));
  }
  if (question.kind == QuestionKind::kEvents) {
    suggestions.push_back(writer.events(*subject, {}));
  }
  for (auto& text : writer.about(*subject, kSuggestions)) {
    const bool is_known =
        std::ranges::find(suggestions, text) != suggestions.end();
    if (!is_known) suggestions.push_back(std::move(text));
  }
  return suggestions;
}

}  // namespace

AnsweredQuestion answer_question(const Question& question,
                                 const GraphReader& graph) {
  AnsweredQuestion answered{find_answer(question, graph), false, {}};
  answered.is_empty = std::visit(
      [](const auto& answer) { return is_empty(answer); }, answered.answer);
  if (answered.is_empty) answered.suggestions = suggest(question, graph);
  return answered;
}

}  // namespace graph
