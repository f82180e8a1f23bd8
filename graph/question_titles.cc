#include "graph/question_titles.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "graph/edge_history.h"

namespace graph {
namespace {

constexpr uint32_t kSentencesRead = 40;  // of one edge

// Some tokens of a sentence.
struct Place {
  size_t begin = 0;
  size_t end = 0;
};

// Tokens between the two.
size_t gap(const Place& one, const Place& other) {
  if (one.end <= other.begin) return other.begin - one.end;
  if (other.end <= one.begin) return one.begin - other.end;
  return 0;
}

struct Title {
  Place place;
  std::vector<size_t> relations;  // that have it, of QuestionWords
};

struct Person {
  std::string id;
  Place place;
};

std::optional<Place> place_of(text::Span span,
                              const std::vector<QuestionToken>& tokens) {
  std::optional<Place> place;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const text::Span& token = tokens[i].span;
    if (token.end <= span.begin || token.begin >= span.end) continue;
    if (!place) place = Place{i, i};
    place->end = i + 1;
  }
  return place;
}

std::vector<Title> find_titles(const std::vector<QuestionToken>& tokens,
                               const QuestionLanguage& language) {
  std::vector<Title> titles;
  for (size_t at = 0; at < tokens.size();) {
    Title longest{{at, at}, {}};
    for (const SlotValue& value :
         language.values(Slot::kTitle, Tokens(tokens).subspan(at))) {
      if (at + value.length < longest.place.end) continue;
      if (at + value.length > longest.place.end) longest.relations.clear();
      longest.place.end = at + value.length;
      longest.relations.push_back(value.index);
    }
    at = std::max(at + 1, longest.place.end);
    if (!longest.relations.empty()) titles.push_back(std::move(longest));
  }
  return titles;
}

std::vector<Person> find_people(const Evidence& evidence,
                                const std::vector<QuestionToken>& tokens,
                                const GraphReader& graph) {
  std::vector<Person> people;
  const auto read = graph.annotation(evidence.article);
  if (!read) return people;
  for (const text::Mention& mention : read->mentions) {
    if (mention.type != text::EntityType::kPerson) continue;
    if (mention.in_title != evidence.in_title ||
        !evidence.span.contains(mention.span)) {
      continue;
    }
    const text::Span span = {mention.span.begin - evidence.span.begin,
                             mention.span.end - evidence.span.begin};
    if (const auto place = place_of(span, tokens)) {
      people.push_back({mention.entity, *place});
    }
  }
  return people;
}

// The titles that one sentence gives to the people in it.
class TitledSentence {
 public:
  TitledSentence(const Evidence& evidence, const QuestionLanguage& language,
                 const GraphReader& graph)
      : language_(language),
        tokens_(split_question(evidence.sentence)),
        titles_(find_titles(tokens_, language)) {
    if (!titles_.empty()) people_ = find_people(evidence, tokens_, graph);
  }

  bool gives(const std::string& person, const AskedRelation& asked) const {
    const auto& relations = language_.words().relations;
    for (const size_t title : titles_of(person)) {
      for (const size_t relation : titles_[title].relations) {
        if (relations[relation].asked.name == asked.name) return true;
      }
    }
    return false;
  }

 private:
  // Indexes into `titles_`: the one nearest to the person, and those that are
  // joined with it.
  std::vector<size_t> titles_of(const std::string& person) const {
    std::optional<std::pair<size_t, size_t>> nearest;  // distance, index
    for (size_t i = 0; i < titles_.size(); ++i) {
      const auto distance = distance_from(person, titles_[i]);
      if (!distance) continue;
      if (!nearest || *distance < nearest->first) nearest = {*distance, i};
    }
    if (!nearest) return {};
    size_t first = nearest->second;
    size_t last = first;
    while (first > 0 && are_joined(first - 1)) --first;
    while (last + 1 < titles_.size() && are_joined(last)) ++last;
    std::vector<size_t> joined;
    for (size_t i = first; i <= last; ++i) joined.push_back(i);
    return joined;
  }

  // Nothing where another person stands nearer.
  std::optional<size_t> distance_from(const std::string& person,
                                      const Title& title) const {
    std::optional<size_t> own;
    std::optional<size_t> of_others;
    for (const Person& one : people_) {
      auto& least = one.id == person ? own : of_others;
      const size_t distance = gap(one.place, title.place);
      least = std::min(least.value_or(distance), distance);
    }
    return own && of_others && *of_others < *own ? std::nullopt : own;
  }

  // Title number `index` and the next: nothing between them, or a word like
  // `and`.
  bool are_joined(size_t index) const {
    const size_t end = titles_[index].place.end;
    const size_t between = titles_[index + 1].place.begin - end;
    return between == 0 ||
           (between == 1 && language_.is_joiner(tokens_[end].folded));
  }

  const QuestionLanguage& language_;
  std::vector<QuestionToken> tokens_;
  std::vector<Title> titles_;
  std::vector<Person> people_;
};

}  // namespace

std::vector<Evidence> find_titled(const Edge& edge, const AskedRelation& asked,
                                  const QuestionLanguage& language,
                                  const GraphReader& graph) {
  EvidenceRequest request{.edge = {edge.source.id, edge.type, edge.target.id}};
  request.limit = kSentencesRead;
  std::vector<Evidence> titled;
  for (Evidence& evidence : graph.evidence(request).evidence) {
    if (titled.size() == kEvidenceShown) break;
    const TitledSentence sentence(evidence, language, graph);
    if (sentence.gives(edge.source.id, asked)) {
      titled.push_back(std::move(evidence));
    }
  }
  return titled;
}

}  // namespace graph
