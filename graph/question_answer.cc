#include "graph/question_answer.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "graph/edge_history.h"
#include "graph/question_alternatives.h"
#include "graph/question_entities.h"
#include "graph/question_language.h"
#include "graph/question_names.h"
#include "graph/question_places.h"
#include "graph/question_writer.h"
#include "graph/ranking.h"
#include "graph/records.h"

namespace graph {
namespace {

constexpr uint32_t kRelatedShown = 20;
constexpr uint32_t kRelatedRead = 100;  // most may be of another kind
constexpr uint32_t kSeriesRead = 20;
constexpr size_t kFactsShown = 20;
constexpr uint32_t kEventsShown = 20;
constexpr size_t kArticlesRead = 2000;
constexpr size_t kArticlesShown = 10;
constexpr size_t kSuggestions = 4;
constexpr size_t kNearRead = 32;
constexpr size_t kNearShown = 3;

bool names(const Evidence& evidence, const std::string& entity,
           const text::Annotation& read) {
  return std::ranges::any_of(read.mentions, [&](const text::Mention& mention) {
    return mention.entity == entity && mention.in_title == evidence.in_title &&
           evidence.span.contains(mention.span);
  });
}

// True where edges or a sentence that names both say so: to be named in the
// same articles is not enough for an answer.
bool is_told(const Related& one, const EntitySummary& entity,
             const GraphReader& graph) {
  const bool has_edge =
      std::ranges::any_of(one.reasons, [](const auto& reason) {
        return !std::holds_alternative<AssociationReason>(reason);
      });
  return has_edge ||
         std::ranges::any_of(one.evidence, [&](const Evidence& evidence) {
           const auto read = graph.annotation(evidence.article);
           return read && names(evidence, entity.id, *read) &&
                  names(evidence, one.entity.id, *read);
         });
}

// Where nothing else is known, what is named beside it stays.
void keep_told(const EntitySummary& entity, const GraphReader& graph,
               std::vector<Related>& related) {
  const auto told = std::ranges::stable_partition(
      related, [&](const Related& one) { return is_told(one, entity, graph); });
  if (told.begin() != related.begin()) related.erase(told.begin(), told.end());
}

RelatedAnswer answer_related(const Question& question,
                             const GraphReader& graph) {
  RelatedRequest request{.entity = question.name->id};
  request.limit = kRelatedRead;
  const auto& kind = question.asked_kind;
  if (kind) request.types = kind->types;
  RelatedAnswer answer = graph.related(request);
  const size_t read = answer.related.size();
  if (kind) {
    std::erase_if(answer.related, [&](const Related& one) {
      return !is_of_kind(one.entity, *kind, graph);
    });
  }
  keep_told(*question.name, graph, answer.related);
  if (answer.related.size() < read) {
    answer.total_is_exact = answer.total_is_exact && read == answer.total;
    answer.total = answer.related.size();
  }
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
  if (!question.commodity && !is_measured(*question.name, *question.measure)) {
    return {};
  }
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

// Articles of the period that name all that is asked about, and how often they
// name what they name least.
std::vector<ArticleMention> list_articles(const Question& question,
                                          const GraphReader& graph) {
  std::map<text::ArticleId, uint32_t> naming_other;
  if (question.other) {
    for (const auto& article :
         graph.articles(question.other->id, 0, kArticlesRead)) {
      naming_other[article.article] = article.mention_count;
    }
  }
  std::vector<ArticleMention> articles;
  for (auto& article : graph.articles(question.name->id, 0, kArticlesRead)) {
    if (!question.period.contains(article.published)) continue;
    if (question.other) {
      const auto other = naming_other.find(article.article);
      if (other == naming_other.end()) continue;
      article.mention_count = std::min(article.mention_count, other->second);
    }
    articles.push_back(article);
  }
  return articles;
}

// Those that are most about it, one of each story; the newest first.
std::vector<ArticleMention> find_articles(const Question& question,
                                          const GraphReader& graph) {
  const auto articles = list_articles(question, graph);
  std::vector<size_t> places(articles.size());
  std::iota(places.begin(), places.end(), 0);
  std::ranges::stable_sort(places, std::greater(), [&](size_t place) {
    return articles[place].mention_count;
  });
  std::set<text::ArticleId> stories;
  std::set<size_t> shown;
  for (const size_t place : places) {
    if (shown.size() == kArticlesShown) break;
    const text::ArticleId id = articles[place].article;
    if (stories.insert(graph.story(id).value_or(id)).second) {
      shown.insert(place);
    }
  }
  std::vector<ArticleMention> found;
  for (const size_t place : shown) found.push_back(articles[place]);
  return found;
}

EventsAnswer answer_events(const Question& question, const GraphReader& graph) {
  TimelineRequest request{.entity = question.name->id};
  if (question.other) request.other = question.other->id;
  request.period = question.period;
  request.limit = kEventsShown;
  return {graph.timeline(request).events, find_articles(question, graph)};
}

// Before the newest report of all edges between the two.
double strength_of(const Edge& edge, OptionalTime newest) {
  EdgeRecord told;
  told.modality = edge.modality;
  told.negated = edge.negated;
  told.confidence = edge.confidence;
  told.story_count = edge.story_count;
  told.last_reported = edge.last_reported;
  return edge_strength(edge.type, told, newest);
}

void put_strongest_first(std::vector<Edge>& edges) {
  OptionalTime newest;
  for (const Edge& edge : edges) newest = std::max(newest, edge.last_reported);
  std::ranges::stable_sort(edges, std::greater(), [&](const Edge& edge) {
    return strength_of(edge, newest);
  });
}

// All edges between the two, each by its name: either may have thousands to
// others.
std::vector<Edge> edges_between(const std::string& one,
                                const std::string& other,
                                const GraphReader& graph) {
  std::vector<Edge> edges;
  for (int type = 0; type < text::kRelationTypeCount; ++type) {
    EvidenceRequest request{
        .edge = {one, static_cast<text::RelationType>(type), other}};
    request.limit = kEvidenceShown;
    auto leaving = graph.evidence(request);
    std::swap(request.edge.source, request.edge.target);
    auto arriving = graph.evidence(request);
    for (EvidenceAnswer* told : {&leaving, &arriving}) {
      if (!told->edge) continue;
      told->edge->evidence = std::move(told->evidence);
      const bool is_known =  // from its other end, if it has no direction
          !edges.empty() && edges.back().type == told->edge->type &&
          edges.back().source.id == told->edge->source.id;
      if (!is_known) edges.push_back(*std::move(told->edge));
    }
  }
  put_strongest_first(edges);
  return edges;
}

TiesAnswer answer_both(const Question& question, const GraphReader& graph) {
  TiesAnswer answer;
  answer.edges = edges_between(question.name->id, question.other->id, graph);
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

// The same of what lies in the place, or of what has a longer name: `capacity
// of Seokpo smelter` for `capacity of Seokpo`.
std::vector<std::string> suggest_measured(const Question& question,
                                          const EntitySummary& subject,
                                          const QuestionWriter& writer,
                                          const GraphReader& graph) {
  std::vector<EntitySummary> near;
  for (const NamedEntity& named : graph.suggest(subject.name, kNearRead)) {
    near.push_back(named.entity);
  }
  if (subject.type == text::EntityType::kPlace) {
    for (const PlacedEntity& placed : list_placed(subject.id, graph)) {
      if (near.size() == 2 * kNearRead) break;
      near.push_back(placed.entity);
    }
  }
  std::vector<std::string> suggestions;
  for (const EntitySummary& entity : near) {
    if (suggestions.size() == kNearShown) break;
    if (!can_tell(question, entity, graph)) continue;
    auto text = writer.facts(*question.measure, entity, {});
    const bool is_known =
        std::ranges::find(suggestions, text) != suggestions.end();
    if (!is_known) suggestions.push_back(std::move(text));
  }
  return suggestions;
}

// Who has the post by whatever title.
std::optional<std::string> suggest_without_title(const Question& question,
                                                 const EntitySummary& subject,
                                                 const QuestionWriter& writer,
                                                 const GraphReader& graph) {
  const auto* words = writer.relation_of(question.relation->steps[0].type);
  if (words == nullptr) return std::nullopt;
  Question wider = question;
  wider.relation = words->asked;
  if (!can_tell(wider, subject, graph)) return std::nullopt;
  return writer.entities(question.direction, words->asked, subject);
}

// What can be answered instead: the same of any time or of what is near, other
// things of the same entity.
std::vector<std::string> suggest(const Question& question,
                                 const GraphReader& graph) {
  const QuestionWriter writer(graph, question_language());
  const auto& subject = question.name ? question.name : question.place;
  if (!subject) return {};
  std::vector<std::string> suggestions;
  if (question.measure && can_tell(question, *subject, graph)) {
    suggestions.push_back(writer.facts(*question.measure, *subject, {}));
  } else if (question.measure) {
    suggestions = suggest_measured(question, *subject, writer, graph);
  }
  if (question.relation && !question.relation->titles.empty()) {
    auto text = suggest_without_title(question, *subject, writer, graph);
    if (text) suggestions.push_back(*std::move(text));
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
