#include "graph/judged_records.h"

#include <algorithm>
#include <map>
#include <utility>

#include "graph/article_record.h"

namespace graph {
namespace {

struct Description {
  text::Entity entity;
  bool second_hand = true;
};

void add_alias(const std::string& name, text::Entity& entity) {
  if (name.empty() || name == entity.name) return;
  if (std::ranges::find(entity.aliases, name) != entity.aliases.end()) return;
  entity.aliases.push_back(name);
}

// Takes names of `from` into `into`, which stands for it.
void take_in(const text::Entity& from, Description& into) {
  text::Entity& entity = into.entity;
  if (from.id == entity.id) {  // its own description goes before all others
    const text::Entity others = std::exchange(entity, from);
    into.second_hand = false;
    add_alias(others.name, entity);
    for (const std::string& alias : others.aliases) add_alias(alias, entity);
    return;
  }
  add_alias(from.name, entity);
  for (const std::string& alias : from.aliases) add_alias(alias, entity);
}

// What curators say goes before what was read.
void override_by(const JudgedEntity& judged, Description& description) {
  text::Entity& entity = description.entity;
  if (judged.type) entity.type = *judged.type;
  if (judged.name && *judged.name != entity.name) {
    std::erase(entity.aliases, *judged.name);
    const std::string read = std::exchange(entity.name, *judged.name);
    add_alias(read, entity);
  }
  for (const std::string& alias : judged.aliases) add_alias(alias, entity);
  if (judged.name) description.second_hand = false;
}

// From what was read in one article to what it means.
class Judging {
 public:
  Judging(const ArticleRecord& article, const AnnotationRecord& annotation,
          const Identity& identity, text::ArticleId id)
      : article_(article),
        annotation_(annotation),
        identity_(identity),
        id_(id),
        ids_(read_ids(annotation, identity, id)) {}

  JudgedRecords judge() {
    describe();
    judged_.annotation.sketch = annotation_.sketch;
    copy_article();
    copy_mentions();
    copy_relations();
    copy_facts();
    return std::move(judged_);
  }

 private:
  void describe() {
    std::map<std::string, Description> described;
    for (size_t i = 0; i < ids_.size(); ++i) {
      if (ids_[i].empty()) continue;
      const text::Entity& read = annotation_.entities[i];
      const auto [found, is_new] = described.try_emplace(ids_[i]);
      if (is_new) {
        found->second.entity = read;
        found->second.entity.id = ids_[i];
        found->second.second_hand = read.id != ids_[i];
      } else {
        take_in(read, found->second);
      }
    }
    for (auto& [id, description] : described) {
      if (const JudgedEntity* said = identity_.judged(id)) {
        override_by(*said, description);
      }
      judged_.article.entities.push_back(make_entity_key(id));
      judged_.annotation.entities.push_back(std::move(description.entity));
      judged_.second_hand.push_back(description.second_hand);
    }
  }

  const std::string& meaning(const std::string& read) const {
    if (read.empty()) return read;
    return ids_[find_entity(annotation_, read)];
  }

  void copy_article() {
    const auto entities = std::move(judged_.article.entities);
    judged_.article = article_;
    judged_.article.entities = entities;
    for (SentenceRecord& sentence : judged_.article.sentences) {
      std::erase_if(sentence.marks, [&](const NameMark& mark) {
        return ids_[mark.entity].empty();
      });
      for (NameMark& mark : sentence.marks) {
        mark.entity = find_entity(judged_.annotation, ids_[mark.entity]);
      }
    }
  }

  void copy_mentions() {
    for (text::Mention mention : annotation_.annotation.mentions) {
      if (!mention.entity.empty()) {
        mention.entity = meaning(mention.entity);
        if (mention.entity.empty()) continue;
        const auto& entities = judged_.annotation.entities;
        mention.type =
            entities[find_entity(judged_.annotation, mention.entity)].type;
      }
      judged_.annotation.annotation.mentions.push_back(std::move(mention));
    }
  }

  void copy_relations() {
    for (text::Relation relation : annotation_.annotation.relations) {
      if (is_rejected(relation)) continue;
      relation.source = meaning(relation.source);
      relation.target = meaning(relation.target);
      relation.attribution = known_meaning(relation.attribution);
      if (relation.source.empty() || relation.target.empty() ||
          relation.source == relation.target) {
        continue;
      }
      judged_.annotation.annotation.relations.push_back(std::move(relation));
    }
  }

  void copy_facts() {
    for (text::Fact fact : annotation_.annotation.facts) {
      fact.entity = meaning(fact.entity);
      if (fact.entity.empty()) continue;
      fact.commodity = meaning(fact.commodity);
      judged_.annotation.annotation.facts.push_back(std::move(fact));
    }
  }

  // Of an id that need not be described.
  std::string known_meaning(const std::string& read) const {
    if (read.empty() || identity_.is_hidden(read)) return "";
    return std::string(identity_.canonical(read));
  }

  bool is_rejected(const text::Relation& relation) {
    if (!identity_.has_rejections() || relation.source.empty() ||
        relation.target.empty()) {
      return false;
    }
    const uint32_t at = find_sentence(article_, relation);
    const std::string* rejection =
        identity_.rejection({relation.type, relation.source, relation.target,
                             id_, article_.sentences[at].text});
    if (rejection != nullptr) judged_.rejections.insert(*rejection);
    return rejection != nullptr;
  }

  const ArticleRecord& article_;
  const AnnotationRecord& annotation_;
  const Identity& identity_;
  text::ArticleId id_;
  std::vector<std::string> ids_;  // parallel to the entities that were read
  JudgedRecords judged_;
};

}  // namespace

std::vector<std::string> read_ids(const AnnotationRecord& annotation,
                                  const Identity& identity,
                                  text::ArticleId id) {
  std::vector<std::string> named;
  for (const text::Entity& entity : annotation.entities) {
    named.push_back(entity.id);
  }
  std::vector<std::string> ids;
  for (const std::string& read : named) {
    std::string meant = identity.read_as(read, id, named);
    if (identity.is_hidden(meant)) meant.clear();
    ids.push_back(std::move(meant));
  }
  return ids;
}

JudgedRecords judge(const ArticleRecord& article,
                    const AnnotationRecord& annotation,
                    const Identity& identity, text::ArticleId id) {
  return Judging(article, annotation, identity, id).judge();
}

}  // namespace graph
