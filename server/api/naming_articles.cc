#include "server/api/naming_articles.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "text/sentences.h"

namespace server::api {
namespace {

bool names_one_of(const text::Mention& mention,
                  const std::vector<std::string>& entities) {
  return std::ranges::find(entities, mention.entity) != entities.end();
}

// The first of the sentences that name most of `entities`.
std::optional<text::Span> best_sentence(
    const text::Article& article, const text::Annotation& annotation,
    const std::vector<std::string>& entities) {
  std::optional<text::Span> best;
  size_t most = 0;
  for (const text::Span sentence : text::find_sentences(article.body)) {
    std::set<std::string_view> named;
    for (const text::Mention& mention : annotation.mentions) {
      if (mention.in_title || !sentence.contains(mention.span)) continue;
      if (names_one_of(mention, entities)) named.insert(mention.entity);
    }
    if (named.size() > most) {
      most = named.size();
      best = sentence;
    }
  }
  return best;
}

graph::Evidence evidence_of(const text::Article& article, text::Span sentence,
                            const text::Annotation& annotation,
                            const std::vector<std::string>& entities) {
  graph::Evidence evidence;
  evidence.article = article.id;
  evidence.title = article.title;
  evidence.source = article.source;
  evidence.published = article.published;
  evidence.span = sentence;
  evidence.sentence = slice(article.body, sentence);
  for (const text::Mention& mention : annotation.mentions) {
    if (mention.in_title || !sentence.contains(mention.span)) continue;
    if (!names_one_of(mention, entities)) continue;
    evidence.marks.push_back({mention.span.begin - sentence.begin,
                              mention.span.end - sentence.begin});
  }
  return evidence;
}

}  // namespace

Json naming_articles(const std::vector<graph::ArticleMention>& articles,
                     const std::vector<std::string>& entities,
                     const generation::Generation& generation) {
  EvidenceWriter writer(generation);
  Json json = Json::array();
  for (const graph::ArticleMention& mention : articles) {
    const auto article = generation.index().article(mention.article);
    const auto annotation = generation.graph().annotation(mention.article);
    if (!article || !annotation) continue;
    const auto sentence = best_sentence(*article, *annotation, entities);
    if (!sentence) continue;
    json.push_back(
        writer.write(evidence_of(*article, *sentence, *annotation, entities)));
  }
  return json;
}

}  // namespace server::api
