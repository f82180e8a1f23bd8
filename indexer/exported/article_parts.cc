#include "indexer/exported/article_parts.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <string_view>
#include <tuple>
#include <utility>

#include "indexer/excerpt.h"
#include "indexer/graph_line.h"
#include "text/annotation.h"

namespace indexer {
namespace {

using text::Span;

Span moved(Span span, uint32_t by) { return {span.begin + by, span.end + by}; }

// Where sentences stand in the article that is made of them.
class Body {
 public:
  // Writes the sentences into the body of `parts.stated.article`.
  explicit Body(ArticleParts& parts) {
    std::vector<std::pair<uint32_t, std::string_view>> sentences;
    const auto add = [&](const StatedSentence& sentence, bool in_title) {
      if (!in_title) sentences.emplace_back(sentence.begin, sentence.text);
    };
    for (const auto& one : parts.statements) {
      add(one.sentence, one.relation.in_title);
    }
    for (const auto& one : parts.facts) add(one.sentence, one.fact.in_title);
    std::ranges::sort(sentences);
    title_ = parts.stated.article.title;
    write(sentences, parts.stated.article.body);
  }

  uint32_t place_of(const StatedSentence& sentence, bool in_title) const {
    if (!in_title) return places_.at(sentence.text);
    return static_cast<uint32_t>(title_.find(sentence.text));
  }

  Span span_of(const StatedSentence& sentence, bool in_title) const {
    const uint32_t begin = place_of(sentence, in_title);
    return {begin, begin + static_cast<uint32_t>(sentence.text.size())};
  }

 private:
  void write(const std::vector<std::pair<uint32_t, std::string_view>>& from,
             std::string& body) {
    for (const auto& [begin, sentence] : from) {
      const auto place = static_cast<uint32_t>(body.size());
      if (places_.contains(sentence)) continue;
      const bool is_first = body.empty();
      if (!is_first) body.append("\n\n").append(kLeftOut).append("\n\n");
      places_.emplace(sentence, is_first ? place : body.size());
      body += sentence;
    }
  }

  std::string title_;
  std::map<std::string, uint32_t, std::less<>> places_;
};

void add_mentions(const text::Entity& entity, const std::vector<Span>& marks,
                  const Statement& statement,
                  std::vector<text::Mention>& mentions) {
  for (const Span mark : marks) {
    text::Mention mention;
    mention.span = moved(mark, statement.relation.sentence.begin);
    mention.in_title = statement.relation.in_title;
    mention.entity = entity.id;
    mention.type = entity.type;
    mention.name = entity.name;
    mention.how = "table";
    mentions.push_back(std::move(mention));
  }
}

// Orders, and leaves out what `key` does not tell apart.
template <typename Value, typename Key>
void sort_unique(std::vector<Value>& values, const Key& key) {
  std::ranges::stable_sort(values, {}, key);
  const auto is_same = [&](const Value& one, const Value& other) {
    return std::invoke(key, one) == std::invoke(key, other);
  };
  values.erase(std::unique(values.begin(), values.end(), is_same),
               values.end());
}

text::Annotation annotate(const ArticleParts& parts, const Body& body) {
  text::Annotation annotation;
  for (Statement statement : parts.statements) {
    text::Relation& relation = statement.relation;
    relation.sentence = body.span_of(statement.sentence, relation.in_title);
    add_mentions(parts.entities.at(relation.source), statement.source_marks,
                 statement, annotation.mentions);
    add_mentions(parts.entities.at(relation.target), statement.target_marks,
                 statement, annotation.mentions);
    annotation.relations.push_back(std::move(relation));
  }
  for (StatedFact stated : parts.facts) {
    text::Fact& fact = stated.fact;
    fact.sentence = body.span_of(stated.sentence, fact.in_title);
    fact.quantity = moved(fact.quantity, fact.sentence.begin);
    annotation.facts.push_back(std::move(fact));
  }
  sort_unique(annotation.mentions, [](const text::Mention& m) {
    return std::tuple(!m.in_title, m.span, std::string_view(m.entity));
  });
  const auto place = [](const auto& one) {
    return std::tuple(!one.in_title, one.sentence);
  };
  std::ranges::stable_sort(annotation.relations, {}, place);
  std::ranges::stable_sort(annotation.facts, {}, place);
  return annotation;
}

}  // namespace

std::string graph_line_of(ArticleParts parts) {
  const Body body(parts);
  const text::Annotation annotation = annotate(parts, body);
  std::vector<text::Entity> entities;
  for (auto& [id, entity] : parts.entities) {
    entities.push_back(std::move(entity));
  }
  nlohmann::ordered_json json;
  json["article"] = graph_article_json(parts.stated.article, parts.stated.story,
                                       annotation, entities);
  return json.dump(-1, ' ', false,
                   nlohmann::ordered_json::error_handler_t::replace);
}

bool has_place(const StatedArticle& stated, const StatedSentence& sentence,
               bool in_title) {
  return !in_title ||
         stated.article.title.find(sentence.text) != std::string::npos;
}

}  // namespace indexer
