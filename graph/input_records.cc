#include "graph/input_records.h"

#include <algorithm>

#include "graph/encoding.h"
#include "text/error.h"

namespace graph {
namespace {

constexpr int kModalityCount = 4;
constexpr int kArticleKindCount = 2;

void append_span(text::Span span, Encoder& out) {
  out.varint(span.begin).varint(span.size());
}

text::Span take_span(Decoder& in) {
  const uint32_t begin = in.varint32();
  return {begin, begin + in.varint32()};
}

void append_sentence(const SentenceRecord& sentence, Encoder& out) {
  append_span(sentence.span, out);
  out.u8(sentence.in_title);
  out.varint(sentence.number ? *sentence.number + 1 : 0);
  out.string(sentence.text).varint(sentence.marks.size());
  for (const NameMark& mark : sentence.marks) {
    out.varint(mark.entity);
    append_span(mark.span, out);
    out.u8(mark.nominal);
  }
}

SentenceRecord take_sentence(Decoder& in) {
  SentenceRecord sentence;
  sentence.span = take_span(in);
  sentence.in_title = in.flag();
  if (const uint32_t number = in.varint32()) sentence.number = number - 1;
  sentence.text = in.string();
  sentence.marks.resize(in.count());
  for (NameMark& mark : sentence.marks) {
    mark.entity = in.varint32();
    mark.span = take_span(in);
    mark.nominal = in.flag();
  }
  return sentence;
}

void skip_span(Decoder& in) {
  in.varint();
  in.varint();
}

void skip_sentence(Decoder& in) {
  skip_span(in);
  in.u8();
  in.varint();
  in.string();
  for (uint32_t marks = in.count(); marks > 0; --marks) {
    in.varint();
    skip_span(in);
    in.u8();
  }
}

void check_marks(const SentenceRecord& sentence, size_t entity_count) {
  for (const NameMark& mark : sentence.marks) {
    if (mark.entity >= entity_count || mark.span.end < mark.span.begin ||
        mark.span.end > sentence.text.size()) {
      throw text::StorageError("articles", "a mark is outside its sentence");
    }
  }
}

// Writes entity ids as indexes into the record's table: 0 is none, 1 the
// first entity.
class EntityTable {
 public:
  explicit EntityTable(const std::vector<text::Entity>& entities)
      : entities_(entities) {}

  uint64_t number(std::string_view id) const {
    if (id.empty()) return 0;
    const auto found =
        std::ranges::lower_bound(entities_, id, {}, &text::Entity::id);
    if (found == entities_.end() || found->id != id) {
      throw text::StorageError("annotation", "entity without description");
    }
    return static_cast<uint64_t>(found - entities_.begin()) + 1;
  }

  std::string id(uint64_t number) const {
    return number == 0 ? std::string() : entity(number).id;
  }

  const text::Entity& entity(uint64_t number) const {
    if (number == 0 || number > entities_.size()) {
      throw text::StorageError("annotation", "unknown entity number");
    }
    return entities_[number - 1];
  }

 private:
  const std::vector<text::Entity>& entities_;
};

void append_mention(const text::Mention& mention, const EntityTable& table,
                    Encoder& out) {
  append_span(mention.span, out);
  out.u8(mention.in_title).u8(mention.nominal);
  out.varint(table.number(mention.entity));
  out.u8(static_cast<uint8_t>(mention.type));
  out.string(mention.name).f32(mention.confidence).string(mention.how);
}

text::Mention take_mention(const EntityTable& table, Decoder& in) {
  text::Mention mention;
  mention.span = take_span(in);
  mention.in_title = in.flag();
  mention.nominal = in.flag();
  mention.entity = table.id(in.varint());
  mention.type = in.choice<text::EntityType>(text::kEntityTypeCount);
  mention.name = in.string();
  mention.confidence = in.f32();
  mention.how = in.string();
  return mention;
}

void append_relation(const text::Relation& relation, const EntityTable& table,
                     Encoder& out) {
  out.u8(static_cast<uint8_t>(relation.type));
  out.varint(table.number(relation.source));
  out.varint(table.number(relation.target));
  append_span(relation.sentence, out);
  out.u8(relation.in_title).u8(static_cast<uint8_t>(relation.modality));
  out.u8(relation.negated).f32(relation.confidence);
  out.string(relation.date).string(relation.rule);
}

text::Relation take_relation(const EntityTable& table, Decoder& in) {
  text::Relation relation;
  relation.type = in.choice<text::RelationType>(text::kRelationTypeCount);
  relation.source = table.id(in.varint());
  relation.target = table.id(in.varint());
  relation.sentence = take_span(in);
  relation.in_title = in.flag();
  relation.modality = in.choice<text::Modality>(kModalityCount);
  relation.negated = in.flag();
  relation.confidence = in.f32();
  relation.date = in.string();
  relation.rule = in.string();
  return relation;
}

void append_fact(const text::Fact& fact, const EntityTable& table,
                 Encoder& out) {
  out.varint(table.number(fact.entity)).string(fact.measure);
  out.varint(table.number(fact.commodity)).f64(fact.value);
  out.string(fact.unit).string(fact.date);
  append_span(fact.sentence, out);
  out.u8(fact.in_title);
  append_span(fact.quantity, out);
}

text::Fact take_fact(const EntityTable& table, Decoder& in) {
  text::Fact fact;
  fact.entity = table.id(in.varint());
  fact.measure = in.string();
  fact.commodity = table.id(in.varint());
  fact.value = in.f64();
  fact.unit = in.string();
  fact.date = in.string();
  fact.sentence = take_span(in);
  fact.in_title = in.flag();
  fact.quantity = take_span(in);
  return fact;
}

void append(const text::Sketch& sketch, Encoder& out) {
  for (const uint32_t value : sketch.signature) out.u32(value);
  out.varint(sketch.sample.size());
  for (const uint32_t hash : sketch.sample) out.u32(hash);
}

text::Sketch take_sketch(Decoder& in) {
  text::Sketch sketch;
  for (uint32_t& value : sketch.signature) value = in.u32();
  sketch.sample.resize(in.count());
  for (uint32_t& hash : sketch.sample) hash = in.u32();
  return sketch;
}

}  // namespace

std::string encode(const ArticleRecord& record) {
  Encoder out;
  out.string(record.title).string(record.source);
  out.u64(encode_time(record.published));
  out.u8(static_cast<uint8_t>(record.kind)).string(record.language);
  out.varint(record.entities.size());
  for (const EntityId id : record.entities) out.id(id);
  out.varint(record.sentences.size());
  for (const SentenceRecord& sentence : record.sentences) {
    append_sentence(sentence, out);
  }
  return out.take();
}

ArticleRecord decode_article(std::string_view bytes) {
  Decoder in(bytes);
  ArticleRecord record;
  record.title = in.string();
  record.source = in.string();
  record.published = decode_time(in.u64());
  record.kind = in.choice<text::ArticleKind>(kArticleKindCount);
  record.language = in.string();
  record.entities.resize(in.count());
  for (EntityId& id : record.entities) id = in.id<EntityId>();
  record.sentences.resize(in.count());
  for (SentenceRecord& sentence : record.sentences) {
    sentence = take_sentence(in);
    check_marks(sentence, record.entities.size());
  }
  in.expect_end();
  return record;
}

ArticleHead decode_article_head(std::string_view bytes) {
  Decoder in(bytes);
  ArticleHead head;
  head.title = in.string();
  head.source = in.string();
  head.published = decode_time(in.u64());
  in.u8();      // kind
  in.string();  // language
  const size_t entity_bytes = size_t{in.count()} * sizeof(EntityId);
  head.entities = in.rest().substr(0, entity_bytes);
  in.skip(entity_bytes);
  head.sentence_count = in.count();
  head.sentences = in.rest();
  return head;
}

EntityId ArticleHead::entity(size_t index) const {
  return Decoder(entities.substr(index * sizeof(EntityId))).id<EntityId>();
}

SentenceRecord decode_sentence(const ArticleHead& article, uint32_t index) {
  if (index >= article.sentence_count) {
    throw text::StorageError("articles", "evidence has no sentence");
  }
  Decoder in(article.sentences);
  for (uint32_t i = 0; i < index; ++i) skip_sentence(in);
  SentenceRecord sentence = take_sentence(in);
  check_marks(sentence, article.entity_count());
  return sentence;
}

std::string encode(const AnnotationRecord& record) {
  Encoder out;
  append(record.sketch, out);
  out.varint(record.entities.size());
  for (const text::Entity& entity : record.entities) append(entity, out);
  const EntityTable table(record.entities);
  const text::Annotation& annotation = record.annotation;
  out.varint(annotation.mentions.size());
  for (const auto& mention : annotation.mentions) {
    append_mention(mention, table, out);
  }
  out.varint(annotation.relations.size());
  for (const auto& relation : annotation.relations) {
    append_relation(relation, table, out);
  }
  out.varint(annotation.facts.size());
  for (const auto& fact : annotation.facts) append_fact(fact, table, out);
  return out.take();
}

text::Sketch decode_sketch(std::string_view bytes) {
  Decoder in(bytes);
  return take_sketch(in);
}

AnnotationRecord decode_annotation(std::string_view bytes) {
  AnnotationRecord record;
  Decoder in(bytes);
  record.sketch = take_sketch(in);
  record.entities.resize(in.count());
  for (text::Entity& entity : record.entities) entity = take_entity(in);
  const EntityTable table(record.entities);
  text::Annotation& annotation = record.annotation;
  annotation.mentions.resize(in.count());
  for (auto& mention : annotation.mentions) mention = take_mention(table, in);
  annotation.relations.resize(in.count());
  for (auto& relation : annotation.relations) {
    relation = take_relation(table, in);
  }
  annotation.facts.resize(in.count());
  for (auto& fact : annotation.facts) fact = take_fact(table, in);
  in.expect_end();
  return record;
}

}  // namespace graph
