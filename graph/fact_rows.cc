#include "graph/fact_rows.h"

#include <algorithm>
#include <array>

#include "graph/article_record.h"
#include "graph/encoding.h"
#include "text/error.h"

namespace graph {
namespace {

// Ends with a NUL, which `text` therefore must not have.
void append_text(std::string_view text, Encoder& out) {
  std::string clean(text);
  std::ranges::replace(clean, '\0', ' ');
  out.raw(clean).u8(0);
}

std::string take_text(Decoder& in) {
  const size_t end = in.rest().find('\0');
  if (end == std::string_view::npos) {
    throw text::StorageError("facts", "a key has no end");
  }
  std::string text(in.rest().substr(0, end));
  in.skip(end + 1);
  return text;
}

text::Span within(text::Span sentence, text::Span quantity) {
  if (!sentence.contains(quantity)) return {};
  return {quantity.begin - sentence.begin, quantity.end - sentence.begin};
}

std::string date_of(const text::Fact& fact, OptionalTime published) {
  if (!fact.date.empty()) return fact.date;
  return published ? text::to_date(*published) : "";
}

}  // namespace

std::string encode(const FactKey& key) {
  Encoder out;
  out.id(key.subject);
  append_text(key.measure, out);
  out.id(key.entity).u8(key.commodity.has_value());
  if (key.commodity) out.id(*key.commodity);
  append_text(key.unit, out);
  append_text(key.date, out);
  out.id(key.article).u32(key.number);
  return out.take();
}

FactKey decode_fact_key(std::string_view key) {
  Decoder in(key);
  FactKey fact;
  fact.subject = in.id<EntityId>();
  fact.measure = take_text(in);
  fact.entity = in.id<EntityId>();
  if (in.flag()) fact.commodity = in.id<EntityId>();
  fact.unit = take_text(in);
  fact.date = take_text(in);
  fact.article = in.id<text::ArticleId>();
  fact.number = in.u32();
  in.expect_end();
  return fact;
}

std::string encode(const FactRecord& record) {
  Encoder out;
  out.f64(record.value).u8(record.date_is_stated).varint(record.sentence);
  out.varint(record.quantity.begin).varint(record.quantity.size());
  return out.take();
}

FactRecord decode_fact(std::string_view bytes) {
  Decoder in(bytes);
  FactRecord record;
  record.value = in.f64();
  record.date_is_stated = in.flag();
  record.sentence = in.varint32();
  record.quantity.begin = in.varint32();
  record.quantity.end = record.quantity.begin + in.varint32();
  in.expect_end();
  return record;
}

void FactRows::add(text::ArticleId id, const ArticleRecord& article,
                   const AnnotationRecord& annotation) {
  uint32_t number = 0;
  for (const text::Fact& fact : annotation.annotation.facts) {
    if (fact.entity.empty()) continue;
    FactKey key;
    key.measure = fact.measure;
    key.entity = make_entity_key(fact.entity);
    if (!fact.commodity.empty()) {
      key.commodity = make_entity_key(fact.commodity);
    }
    key.unit = fact.unit;
    key.date = date_of(fact, article.published);
    key.article = id;
    key.number = number++;
    const std::string value = encode(
        FactRecord{fact.value, !fact.date.empty(), find_sentence(article, fact),
                   within(fact.sentence, fact.quantity)});
    const std::scoped_lock lock(mutex_);
    key.subject = key.entity;
    rows_.add(encode(key), value);
    if (!key.commodity || *key.commodity == key.entity) continue;
    key.subject = *key.commodity;
    rows_.add(encode(key), value);
  }
}

void FactRows::write(Database& database) {
  rows_.sort();
  TableWriter table(database, Column::kFacts);
  for (; rows_.valid(); rows_.next()) table.add(rows_.key(), rows_.value());
  table.finish();
}

}  // namespace graph
