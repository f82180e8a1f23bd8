#include "extract/relation_finder.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "extract/clause.h"
#include "extract/dates.h"
#include "extract/facility_products.h"
#include "extract/framing.h"
#include "extract/modality.h"
#include "extract/pattern_matcher.h"
#include "extract/relation_review.h"
#include "extract/relation_types.h"
#include "extract/tree_matcher.h"
#include "extract/tree_prospect.h"

namespace extract {
namespace {

using text::EntityType;
using text::RelationType;

constexpr auto kFacilityTypes =
    static_cast<TypeSet>(1U << static_cast<unsigned>(EntityType::kFacility));

// With the doubt about the mentions and the parse.
constexpr float kLeastConfidence = 0.4F;

bool is_lasting(RelationType type) {
  return type == RelationType::kLocatedIn || type == RelationType::kPartOf ||
         type == RelationType::kLeads || type == RelationType::kWorksFor ||
         type == RelationType::kHeadquarteredIn;
}

// What a rule read, without the mentions that it joins.
struct Statement {
  const Rule* rule = nullptr;
  text::Modality modality = text::Modality::kAsserted;
  bool negated = false;
  float confidence = 1.0;  // of the match
  std::string date;
  std::string attribution;
};

class SentenceRelations {
 public:
  SentenceRelations(const Knowledge& knowledge, const Reading& reading,
                    size_t passage, size_t sentence)
      : knowledge_(knowledge),
        reading_(reading),
        passage_index_(passage),
        sentence_index_(sentence),
        passage_(reading.passages[passage]),
        sentence_(passage_.sentences[sentence]),
        clause_(knowledge, reading, passage, sentence),
        framing_(knowledge, reading, passage, sentence) {}

  std::vector<text::Relation> find(const TreeOf& tree_of) {
    for (const Rule& rule : knowledge_.rules().rules) {
      for (const Pattern& pattern : rule.patterns) {
        if ((pattern.needs & ~clause_.sets()).any()) continue;
        for (auto& match : match_pattern(knowledge_, clause_, pattern)) {
          if (rule.cjk && !holds_cjk(match)) continue;
          if (rule.type == RelationType::kLocatedIn) add_listed(match);
          add_all(rule, match);
        }
      }
    }
    add_modifiers();
    if (may_read_tree(knowledge_, clause_))
      add_trees(tree_of(passage_index_, sentence_index_));
    return std::move(relations_);
  }

  // The readings by which rules could read mentions of several.
  const std::map<const Found*, const KnownEntity*>& settled() const {
    return settled_;
  }

 private:
  // `LS MnM은` begins with Latin letters.
  bool holds_cjk(const PatternMatch& match) const {
    for (size_t i = match.first; i < match.last; ++i) {
      if (is_cjk(clause_.token(i).kind)) return true;
    }
    return false;
  }

  void add_all(const Rule& rule, const PatternMatch& match) {
    Statement statement;
    statement.rule = &rule;
    statement.modality =
        weaker(rule.modality.value_or(match.modality), framing(match.first));
    statement.negated =
        match.negated != (rule.negated || is_denied(match.first));
    statement.confidence = match.confidence;
    statement.date = date_of(rule.type, match);
    for (const Argument& source : match.sources) {
      for (const Argument& target : match.targets) {
        add(statement, source, target);
      }
    }
  }

  void add_trees(SentenceTree nodes) {
    if (nodes.tags.empty()) return;
    const TreeSentence tree(knowledge_, reading_, passage_index_,
                            sentence_index_, std::move(nodes));
    for (const TreeMatch& match : match_trees(tree)) {
      Statement statement;
      statement.rule = match.rule;
      statement.modality = match.stance.modality;
      statement.negated = match.stance.negated;
      statement.confidence = match.confidence;
      if (!is_lasting(match.rule->type)) statement.date = match.stance.date;
      if (match.stance.speaker != nullptr) {
        statement.attribution = match.stance.speaker->entity().entity.id;
      }
      add(statement, match.source, match.target);
    }
  }

  // `the Tanami and Cadia mines in Australia`: the place is said of all of
  // which the gazetteer knows that it may be.
  void add_listed(PatternMatch& match) const {
    if (match.sources.size() != 1 || match.targets.size() != 1) return;
    const KnownEntity& place = *match.targets.front().entity;
    size_t at = match.first;
    while (at > 0) {
      size_t before = at - 1;
      const auto is_joint = [&](size_t i) {
        return clause_.is_word(i, ",") || clause_.is_word(i, "the") ||
               clause_.in(knowledge_.grammar().conjunction, i);
      };
      while (before > 0 && is_joint(before)) --before;
      // `the Tenke mine (TFM) and the Kisanfu mine in Lualaba`
      const bool brackets = before >= 3 && clause_.is_word(before, ")") &&
                            clause_.is_word(before - 2, "(");
      if (brackets) before -= 3;
      const Found* listed = clause_.mention(before);
      if (listed == nullptr || before + 1 == at) return;
      const KnownEntity* facility = reading_of(*listed, kFacilityTypes);
      if (facility == nullptr || !agrees(*facility, place)) return;
      match.sources.push_back({listed, facility});
      at = before;
    }
  }

  bool agrees(const KnownEntity& facility, const KnownEntity& place) const {
    return knowledge_.lies_in(facility, place.entity.id) ||
           (!facility.fact("country").empty() &&
            facility.fact("country") == place.fact("country"));
  }

  void add(const Statement& statement, const Argument& source,
           Argument target) {
    const Rule& rule = *statement.rule;
    // `the president of Mexico` leads its government.
    if (rule.type == RelationType::kLeads &&
        target.entity->entity.type == EntityType::kPlace) {
      const auto* government = knowledge_.government_of(*target.entity);
      if (government != nullptr) target.entity = government;
    }
    if (!is_possible(rule.type, *source.entity, *target.entity)) return;
    const bool agreed =
        knowledge_.lies_in(*source.entity, target.entity->entity.id);
    if (rule.known && !agreed) return;
    if (means_another(source) || means_another(target)) return;
    const auto framing =
        framing_.of(rule.type, *source.mention, *target.mention);
    if (!framing) return;
    text::Relation relation;
    relation.type = rule.type;
    relation.source = source.entity->entity.id;
    relation.target = target.entity->entity.id;
    if (text::is_symmetric(rule.type) && relation.target < relation.source) {
      std::swap(relation.source, relation.target);
    }
    relation.sentence = sentence_.span;
    relation.in_title = passage_.in_title;
    relation.modality = weaker(statement.modality, framing->modality);
    relation.negated = statement.negated || framing->negated;
    relation.confidence = rule.confidence * statement.confidence *
                          source.mention->confidence *
                          target.mention->confidence;
    if (relation.confidence < kLeastConfidence) return;
    relation.date = statement.date;
    relation.rule = rule.name;
    relation.attribution = statement.attribution;
    settle(source);
    settle(target);
    insert(std::move(relation));
  }

  // `ramps up Kipushi in Congo`: what an earlier rule read as the mine is no
  // place in Congo.
  bool means_another(const Argument& argument) const {
    const auto settled = settled_.find(argument.mention);
    return settled != settled_.end() && settled->second != argument.entity;
  }

  void settle(const Argument& argument) {
    if (argument.mention->readings.size() > 1 ||
        argument.entity == argument.mention->implied) {
      settled_.emplace(argument.mention, argument.entity);
    }
  }

  // Of two readings of one relation in one sentence the surer is kept; where
  // they differ, it is denied, and as doubtful as one of them says.
  void insert(text::Relation relation) {
    for (text::Relation& known : relations_) {
      const bool same = known.type == relation.type &&
                        known.source == relation.source &&
                        known.target == relation.target;
      if (!same) continue;
      if (relation.confidence > known.confidence) std::swap(known, relation);
      known.negated |= relation.negated;
      known.modality = weaker(known.modality, relation.modality);
      if (known.date.empty()) known.date = relation.date;
      if (known.attribution.empty()) known.attribution = relation.attribution;
      return;
    }
    relations_.push_back(std::move(relation));
  }

  bool is_possible(RelationType type, const KnownEntity& source,
                   const KnownEntity& target) const {
    if (&source == &target || source.entity.id == target.entity.id) {
      return false;
    }
    if (!may_relate(type, source.entity.type, target.entity.type)) {
      return false;
    }
    if (type == RelationType::kPartOf &&
        source.entity.type == EntityType::kPlace) {
      return lies_within(source, target);
    }
    if (type == RelationType::kLocatedIn ||
        type == RelationType::kHeadquarteredIn) {
      return !knowledge_.lies_elsewhere(source, target);
    }
    return true;
  }

  // `Seoul, South Korea`, but not `Seoul, Tokyo` or `Peru, Chile`.
  bool lies_within(const KnownEntity& inner, const KnownEntity& outer) const {
    return knowledge_.lies_in(inner, outer.entity.id) ||
           (inner.fact("kind") == "city" && outer.fact("kind") == "region" &&
            inner.fact("country") == outer.fact("country"));
  }

  // What stands before the subject: `reportedly` makes the sentence hearsay,
  // `until A sells B` speaks of what is to come, `if A sells B` of what may be.
  text::Modality framing(size_t first) const {
    const Grammar& grammar = knowledge_.grammar();
    for (size_t i = 0; i < first; ++i) {
      if (clause_.in(grammar.hearsay, i)) return text::Modality::kRumoured;
    }
    for (size_t back = 1; back <= std::min<size_t>(first, 2); ++back) {
      if (clause_.in(grammar.condition, first - back)) {
        return text::Modality::kPossible;
      }
      if (clause_.in(grammar.expectation, first - back)) {
        return text::Modality::kPlanned;
      }
    }
    return text::Modality::kAsserted;
  }

  // `MBK denied that it would sell`.
  bool is_denied(size_t first) const {
    for (size_t back = 1; back <= std::min<size_t>(first, 3); ++back) {
      if (clause_.in(knowledge_.grammar().denying, first - back)) return true;
    }
    return false;
  }

  std::string date_of(RelationType type, const PatternMatch& match) const {
    if (is_lasting(type)) return {};
    const size_t from = std::min(match.trigger, clause_.size() - 1);
    std::string date = find_date(knowledge_, clause_.tokens_from(from));
    if (!date.empty() || match.first == 0) return date;
    const size_t end = clause_.item(match.first).first;
    const auto head = std::span(passage_.tokens)
                          .subspan(sentence_.first, end - sentence_.first);
    return head.size() < 10 ? find_date(knowledge_, head) : "";
  }

  // `the Budel zinc smelter` produces zinc.
  void add_modifiers() {
    static const Rule kRule = [] {
      Rule rule;
      rule.name = "produce.named-after";
      rule.type = RelationType::kProduces;
      rule.confidence = 0.8F;
      return rule;
    }();
    for (size_t i = 0; i < clause_.size(); ++i) {
      const Found* mention = clause_.mention(i);
      if (mention == nullptr) continue;
      for (const KnownEntity* commodity :
           made_by(knowledge_, passage_, *mention)) {
        PatternMatch match;
        match.first = i;
        match.trigger = clause_.size();
        match.sources = {{mention, &mention->entity()}};
        match.targets = {{mention, commodity}};
        const size_t before = relations_.size();
        add_all(kRule, match);
        if (relations_.size() > before) relations_.back().date.clear();
      }
    }
  }

  const Knowledge& knowledge_;
  const Reading& reading_;
  size_t passage_index_;
  size_t sentence_index_;
  const Passage& passage_;
  const Sentence& sentence_;
  Clause clause_;
  SentenceFraming framing_;
  std::vector<text::Relation> relations_;
  std::map<const Found*, const KnownEntity*> settled_;
};

void settle(Found& found, const KnownEntity* entity) {
  const auto chosen = std::ranges::find(found.readings, entity);
  if (chosen != found.readings.end()) {
    std::iter_swap(found.readings.begin(), chosen);
  } else if (entity == found.implied) {
    found.readings.insert(found.readings.begin(), entity);
  }
}

}  // namespace

std::vector<text::Relation> find_relations(const Knowledge& knowledge,
                                           Reading& reading,
                                           const TreeOf& tree_of) {
  std::vector<text::Relation> relations;
  std::map<const Found*, const KnownEntity*> settled;
  for (size_t p = 0; p < reading.passages.size(); ++p) {
    for (size_t s = 0; s < reading.passages[p].sentences.size(); ++s) {
      SentenceRelations sentence(knowledge, reading, p, s);
      auto found = sentence.find(tree_of);
      std::ranges::sort(found, {}, [](const text::Relation& r) {
        return std::tie(r.type, r.source, r.target);
      });
      std::ranges::move(found, std::back_inserter(relations));
      settled.insert(sentence.settled().begin(), sentence.settled().end());
    }
  }
  review_relations(knowledge, reading, relations);
  for (Found& found : reading.found) {
    const auto chosen = settled.find(&found);
    if (chosen != settled.end()) settle(found, chosen->second);
  }
  return relations;
}

}  // namespace extract
