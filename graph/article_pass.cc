#include "graph/article_pass.h"

#include <algorithm>

#include "graph/article_record.h"
#include "graph/cooccurrence.h"
#include "graph/encoding.h"
#include "text/error.h"

namespace graph {
namespace {

constexpr size_t kHeldDescriptions = 20000;
constexpr size_t kNumberBytes = 4;

float clamped(float confidence) {
  return confidence > 0 ? std::min(confidence, 1.0f) : 0.0f;
}

}  // namespace

GatheredRecords::GatheredRecords(const std::filesystem::path& directory,
                                 size_t lanes)
    : mentions(directory / "sort-mentions", lanes),
      descriptions(directory / "sort-descriptions", lanes),
      pairs(directory / "sort-pairs", lanes),
      facts(directory / "sort-facts"),
      reports(directory / "sort-reports") {}

void GatheredRecords::set_entity_count(size_t count) {
  const auto end = static_cast<uint32_t>(count);
  mentions.set_end(end);
  descriptions.set_end(end);
  pairs.set_end(end);
}

Description decode_description(std::string_view key) {
  Decoder in(key);
  in.skip(kNumberBytes);
  Description description;
  description.second_hand = in.flag();
  description.entity = take_entity(in);
  return description;
}

ArticlePass::ArticlePass(const Catalogue& catalogue, const Identity& identity,
                         GatheredRecords& gathered, size_t lane)
    : catalogue_(catalogue),
      identity_(identity),
      gathered_(gathered),
      lane_(lane) {}

// The columns keep what was read, so that a judgement can be undone; what is
// counted is what curators make of it.
JudgedRecords ArticlePass::apply_judgements(ArticleNumber number,
                                            ArticleRecord article,
                                            AnnotationRecord annotation) {
  if (article.entities.size() != annotation.entities.size()) {
    throw text::StorageError("annotations", "entities do not match");
  }
  if (identity_.empty()) {
    return {std::move(article), std::move(annotation), {}, {}};
  }
  for (const text::Entity& entity : annotation.entities) {
    if (identity_.judged_ids().contains(entity.id)) {
      judgements_.ids_met.insert(entity.id);
    }
  }
  JudgedRecords judged =
      judge(article, annotation, identity_, catalogue_.article(number).id);
  judgements_.rejections_met.merge(judged.rejections);
  return judged;
}

void ArticlePass::read(ArticleNumber number, ArticleRecord read,
                       AnnotationRecord annotation) {
  const JudgedRecords article =
      apply_judgements(number, std::move(read), std::move(annotation));
  number_ = number;
  entities_ = number_entities(article.article);
  collect_mentions(article);
  collect_relations(article.article, article.annotation);
  collect_cooccurrences(article.article);
  const text::ArticleId id = catalogue_.article(number).id;
  gathered_.facts.add(id, article.article, article.annotation);
  gathered_.reports.add({article.article.published, id},
                        catalogue_.story_id(number), article.annotation);
}

std::vector<EntityNumber> ArticlePass::number_entities(
    const ArticleRecord& article) const {
  std::vector<EntityNumber> numbers;
  for (const EntityId entity : article.entities) {
    const auto number = catalogue_.find(entity);
    if (!number) throw text::StorageError("articles", "an entity is unknown");
    numbers.push_back(*number);
  }
  return numbers;
}

void ArticlePass::describe(EntityNumber entity, const text::Entity& description,
                           bool second_hand) {
  Encoder key;
  key.u32(static_cast<uint32_t>(entity)).u8(second_hand);
  append(description, key);
  ++held_[key.bytes()];
  if (held_.size() > kHeldDescriptions) finish();
}

void ArticlePass::mention(EntityNumber entity, ArticleNumber article,
                          uint32_t count) {
  Encoder key;
  key.u32(static_cast<uint32_t>(entity)).u32(static_cast<uint32_t>(article));
  gathered_.mentions.add(lane_, key.bytes(), Encoder().varint(count).bytes());
}

void ArticlePass::state(const EdgeRowKey& edge, const EvidenceEntry& evidence) {
  const PairRow row = make_pair_row(edge, evidence);
  gathered_.pairs.add(lane_, row.key, row.value);
}

void ArticlePass::finish() {
  for (const auto& [key, count] : held_) {
    gathered_.descriptions.add(lane_, key, Encoder().varint(count).bytes());
  }
  held_.clear();
}

void ArticlePass::collect_mentions(const JudgedRecords& article) {
  const AnnotationRecord& annotation = article.annotation;
  const std::vector<bool>& second_hand = article.second_hand;
  std::vector<uint32_t> counts(entities_.size());
  for (const auto& mention : annotation.annotation.mentions) {
    if (mention.entity.empty()) continue;
    ++counts[find_entity(annotation, mention.entity)];
  }
  mention_count_ += annotation.annotation.mentions.size();
  fact_count_ += annotation.annotation.facts.size();
  for (size_t i = 0; i < entities_.size(); ++i) {
    mention(entities_[i], number_, counts[i]);
    describe(entities_[i], annotation.entities[i],
             !second_hand.empty() && second_hand[i]);
  }
}

void ArticlePass::collect_relations(const ArticleRecord& article,
                                    const AnnotationRecord& annotation) {
  for (const auto& relation : annotation.annotation.relations) {
    if (relation.source.empty() || relation.target.empty() ||
        relation.source == relation.target) {
      continue;
    }
    const auto source = entities_[find_entity(annotation, relation.source)];
    const auto target = entities_[find_entity(annotation, relation.target)];
    const Side side =
        text::is_symmetric(relation.type) ? Side::kEither : Side::kOut;
    state(edge_row_key(source, target, relation.type, side),
          {number_, find_sentence(article, relation), relation.modality,
           relation.negated, clamped(relation.confidence), relation.date,
           relation.rule});
  }
}

void ArticlePass::collect_cooccurrences(const ArticleRecord& article) {
  const ArticleNumber story = catalogue_.article(number_).story;
  for (Cooccurrence pair : find_cooccurrences(article)) {
    if (entities_[pair.second] < entities_[pair.first]) {
      std::swap(pair.first, pair.second);
      std::swap(pair.first_sentence, pair.second_sentence);
    }
    const PairRow row =
        make_pair_row({entities_[pair.first], entities_[pair.second]}, story,
                      {pair.closeness, pair.gap, number_, pair.first_sentence,
                       pair.second_sentence});
    gathered_.pairs.add(lane_, row.key, row.value);
  }
}

}  // namespace graph
