#include "graph/article_record.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "text/error.h"
#include "text/minhash.h"
#include "text/sentences.h"

namespace graph {
namespace {

using Descriptions = std::map<std::string, text::Entity, std::less<>>;

void check_span(text::Span span, bool in_title, const text::Article& article) {
  const size_t size = in_title ? article.title.size() : article.body.size();
  if (span.begin > span.end || span.end > size) {
    throw text::InputError("article " + text::to_string(article.id) +
                           ": a span lies outside its text");
  }
}

void check_spans(const text::Article& article,
                 const text::Annotation& annotation) {
  for (const auto& mention : annotation.mentions) {
    check_span(mention.span, mention.in_title, article);
  }
  for (const auto& relation : annotation.relations) {
    check_span(relation.sentence, relation.in_title, article);
  }
  for (const auto& fact : annotation.facts) {
    check_span(fact.sentence, fact.in_title, article);
    check_span(fact.quantity, fact.in_title, article);
  }
}

// Describes an entity that is known by its id alone.
void describe_by_id(const std::string& id, Descriptions& descriptions) {
  if (id.empty() || descriptions.contains(id)) return;
  const auto type = text::type_of_entity_id(id);
  if (!type) throw text::InputError("`" + id + "` is not an entity id");
  descriptions[id] = {id, *type, id.substr(id.find(':') + 1), {}};
}

std::vector<text::Entity> describe_entities(
    const text::Annotation& annotation,
    std::span<const text::Entity> entities) {
  Descriptions named;
  for (const auto& mention : annotation.mentions) {
    named.try_emplace(
        mention.entity,
        text::Entity{mention.entity, mention.type, mention.name, {}});
  }
  Descriptions given;
  for (const text::Entity& entity : entities) given[entity.id] = entity;
  const auto describe = [&](const std::string& id) {
    if (const auto found = given.find(id); found != given.end()) {
      named[id] = found->second;
    } else {
      describe_by_id(id, named);
    }
  };
  for (const auto& mention : annotation.mentions) describe(mention.entity);
  for (const auto& relation : annotation.relations) {
    describe(relation.source);
    describe(relation.target);
  }
  for (const auto& fact : annotation.facts) {
    describe(fact.entity);
    if (!fact.commodity.empty()) describe(fact.commodity);
  }
  named.erase("");
  std::vector<text::Entity> described;
  for (auto& [id, entity] : named) described.push_back(std::move(entity));
  return described;
}

SentenceRecord make_sentence(std::string_view text, text::Span span,
                             bool in_title) {
  SentenceRecord sentence;
  sentence.span = span;
  sentence.in_title = in_title;
  sentence.text = text::slice(text, span);
  return sentence;
}

// A sentence that a relation or a fact was read in: in the title?, its span.
using ReadPlace = std::pair<bool, text::Span>;

std::vector<ReadPlace> list_read_places(const text::Annotation& annotation) {
  std::vector<ReadPlace> places;
  for (const auto& relation : annotation.relations) {
    places.emplace_back(relation.in_title, relation.sentence);
  }
  for (const auto& fact : annotation.facts) {
    places.emplace_back(fact.in_title, fact.sentence);
  }
  return places;
}

// All sentences, title first; those that only a relation or a fact knows come
// last.
std::vector<SentenceRecord> list_sentences(const text::Article& article,
                                           const text::Annotation& annotation) {
  std::vector<SentenceRecord> sentences;
  for (const text::Span span : text::find_sentences(article.title)) {
    sentences.push_back(make_sentence(article.title, span, true));
  }
  uint32_t number = 0;
  for (const text::Span span : text::find_sentences(article.body)) {
    sentences.push_back(make_sentence(article.body, span, false));
    sentences.back().number = number++;
  }
  std::vector<ReadPlace> known;
  for (const auto& sentence : sentences) {
    known.emplace_back(sentence.in_title, sentence.span);
  }
  std::ranges::sort(known);
  for (const ReadPlace& wanted : list_read_places(annotation)) {
    const auto at = std::ranges::lower_bound(known, wanted);
    if (at != known.end() && *at == wanted) continue;
    known.insert(at, wanted);
    const auto [in_title, span] = wanted;
    const std::string& text = in_title ? article.title : article.body;
    sentences.push_back(make_sentence(text, span, in_title));
  }
  return sentences;
}

// Mentions in the order of the text.
class MentionIndex {
 public:
  MentionIndex(const text::Annotation& annotation,
               const AnnotationRecord& record) {
    for (const auto& mention : annotation.mentions) {
      if (mention.entity.empty() || mention.span.size() == 0) continue;
      places_.push_back({mention.in_title, mention.span,
                         find_entity(record, mention.entity), mention.nominal});
    }
    std::ranges::sort(places_);
  }

  void mark(SentenceRecord& sentence) const {
    const Place first{sentence.in_title, {sentence.span.begin, 0}, 0, false};
    for (auto place = std::ranges::lower_bound(places_, first);
         place != places_.end() && place->in_title == sentence.in_title &&
         place->span.begin < sentence.span.end;
         ++place) {
      if (!sentence.span.contains(place->span)) continue;
      sentence.marks.push_back({place->entity,
                                {place->span.begin - sentence.span.begin,
                                 place->span.end - sentence.span.begin},
                                place->nominal});
    }
    const auto repeated = std::ranges::unique(sentence.marks);
    sentence.marks.erase(repeated.begin(), repeated.end());
  }

 private:
  struct Place {
    bool in_title = false;
    text::Span span;
    uint32_t entity = 0;
    bool nominal = false;

    auto operator<=>(const Place&) const = default;
  };
  std::vector<Place> places_;
};

uint32_t find_sentence(const ArticleRecord& article, const ReadPlace& place) {
  const auto found = std::ranges::find_if(
      article.sentences, [&](const SentenceRecord& sentence) {
        return ReadPlace(sentence.in_title, sentence.span) == place;
      });
  if (found == article.sentences.end()) {
    throw text::StorageError("articles", "what was read has no sentence");
  }
  return static_cast<uint32_t>(found - article.sentences.begin());
}

}  // namespace

uint32_t find_entity(const AnnotationRecord& record, std::string_view id) {
  const auto found =
      std::ranges::lower_bound(record.entities, id, {}, &text::Entity::id);
  assert(found != record.entities.end() && found->id == id);
  return static_cast<uint32_t>(found - record.entities.begin());
}

uint32_t find_sentence(const ArticleRecord& article,
                       const text::Relation& relation) {
  return find_sentence(article,
                       ReadPlace(relation.in_title, relation.sentence));
}

uint32_t find_sentence(const ArticleRecord& article, const text::Fact& fact) {
  return find_sentence(article, ReadPlace(fact.in_title, fact.sentence));
}

ArticleRecords make_records(const text::Article& article,
                            const text::Annotation& annotation,
                            std::span<const text::Entity> entities) {
  check_spans(article, annotation);
  ArticleRecords records;
  AnnotationRecord& annotated = records.annotation;
  annotated.sketch =
      text::make_sketch(article.body.empty() ? article.title : article.body);
  annotated.entities = describe_entities(annotation, entities);
  annotated.annotation = annotation;

  ArticleRecord& record = records.article;
  record.title = article.title;
  record.source = article.source;
  record.published = article.published;
  record.kind = article.kind;
  record.language = article.language;
  for (const text::Entity& entity : annotated.entities) {
    record.entities.push_back(make_entity_key(entity.id));
  }
  const MentionIndex mentions(annotation, annotated);
  std::vector<ReadPlace> read = list_read_places(annotation);
  std::ranges::sort(read);
  for (SentenceRecord& sentence : list_sentences(article, annotation)) {
    mentions.mark(sentence);
    const ReadPlace place(sentence.in_title, sentence.span);
    if (sentence.marks.empty() && !std::ranges::binary_search(read, place)) {
      continue;
    }
    record.sentences.push_back(std::move(sentence));
  }
  return records;
}

}  // namespace graph
