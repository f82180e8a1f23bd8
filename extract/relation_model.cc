#include "extract/relation_model.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "extract/framing.h"
#include "extract/modality.h"
#include "extract/relation_types.h"
#include "extract/relation_words.h"

namespace extract {
namespace {

using models::PairLabel;
using models::ScoredPair;
using text::EntityType;
using text::RelationType;

// From which probability on a relation is told, by label; docs/models.md says
// what precision and recall these give.
constexpr std::array<float, models::kPairLabelCount> kThresholds = {
    0.45F,  // affiliated
    0.60F,  // leads
    0.50F,  // member of, where affiliated
    0.60F,  // founded
    0.60F,  // headquartered in
    0.50F,  // located in
    0.50F,  // lives in
    0.60F,  // subsidiary of
};

// Of those whose country or kind the gazetteer knows the rules read what is
// news; more is believed only where the words leave little doubt, or hardly any
// where the gazetteer does not agree. Of places it is asked of all.
constexpr float kAgreedThreshold = 0.75F;
constexpr float kNewPlaceThreshold = 0.7F;
constexpr float kKnownThreshold = 0.8F;

// With the doubt about the mentions themselves.
constexpr float kLeastConfidence = 0.35F;

float confidence(const ScoredPair& scored, PairLabel label) {
  return scored.confidence[static_cast<size_t>(label)];
}

bool passes(const ScoredPair& scored, PairLabel label) {
  return confidence(scored, label) >= kThresholds[static_cast<size_t>(label)];
}

// A name that alone tells too little to be an entity tells enough where it
// stands in a relation, but for surnames, given names and common offices.
bool may_name(const Found& found) {
  if (!found.stranger()) return true;
  const std::string& name = found.entity().entity.name;
  if (name.empty() || found.type() == EntityType::kGovernment) return false;
  return found.type() != EntityType::kPerson ||
         name.find(' ') != std::string::npos;
}

// The id that an entity has, or would have.
std::string id_of(const KnownEntity& known) {
  const text::Entity& entity = known.entity;
  return entity.id.empty() ? text::make_entity_id(entity.type, entity.name)
                           : entity.id;
}

struct Claim {
  RelationType type{};
  float confidence = 0;
};

// What a pair's scores say, in our relations.
std::vector<Claim> claims(const ScoredPair& scored, EntityType source) {
  std::vector<Claim> claims;
  const auto claim = [&](PairLabel label, RelationType type) {
    if (!passes(scored, label)) return false;
    claims.push_back({type, confidence(scored, label)});
    return true;
  };
  const bool leads = claim(PairLabel::kLeads, RelationType::kLeads);
  const bool member = passes(scored, PairLabel::kMember);
  if (!leads) {
    claim(PairLabel::kAffiliated,
          member ? RelationType::kMemberOf : RelationType::kWorksFor);
  }
  claim(PairLabel::kFounded, RelationType::kFounded);
  claim(PairLabel::kHeadquarteredIn, RelationType::kHeadquarteredIn);
  claim(PairLabel::kLocatedIn, source == EntityType::kPlace
                                   ? RelationType::kPartOf
                                   : RelationType::kLocatedIn);
  claim(PairLabel::kLivesIn, RelationType::kLivesIn);
  claim(PairLabel::kSubsidiaryOf, RelationType::kSubsidiaryOf);
  return claims;
}

// How the words between two mentions, and just before them, say it.
struct Manner {
  text::Modality modality = text::Modality::kAsserted;
  bool negated = false;
  bool quoting = false;  // `Reuters quotes X`, `X told Reuters`
};

bool is_affiliation(RelationType type) {
  return type == RelationType::kWorksFor || type == RelationType::kMemberOf;
}

class SentenceClaims {
 public:
  // Borrows its arguments. `place` is passage and sentence.
  SentenceClaims(const Knowledge& knowledge, const Reading& reading,
                 std::pair<size_t, size_t> place, const RelationWords& words)
      : knowledge_(knowledge),
        passage_(reading.passages[place.first]),
        sentence_(passage_.sentences[place.second]),
        words_(words),
        framing_(knowledge, reading, place.first, place.second),
        quoting_(knowledge.lexicon().set("quoting")) {}

  std::vector<text::Relation> relations(
      const std::vector<ScoredPair>& scored) const {
    std::map<std::tuple<RelationType, std::string, std::string>, text::Relation>
        best;
    for (const ScoredPair& pair : scored) {
      const Found& source = words_.found(pair.pair.source);
      const Found& target = words_.found(pair.pair.target);
      for (const Claim& claim : claims(pair, source.type())) {
        if (claim.confidence < least_of(source, target)) continue;
        if (!is_possible(claim.type, source.entity(), target.entity()) ||
            !may_name(source) || !may_name(target)) {
          continue;
        }
        auto relation = make(claim, pair);
        if (!relation) continue;
        text::Relation& kept =
            best[{relation->type, relation->source, relation->target}];
        if (kept.rule.empty() || relation->confidence > kept.confidence) {
          kept = std::move(*relation);
        }
      }
    }
    std::vector<text::Relation> relations;
    for (auto& [key, relation] : best) relations.push_back(std::move(relation));
    keep_surest_place(relations);
    return relations;
  }

 private:
  // What no gazetteer knows lies in one place only.
  void keep_surest_place(std::vector<text::Relation>& relations) const {
    std::map<std::string, float> surest;
    const auto is_new = [&](const text::Relation& r) {
      return r.type == RelationType::kPartOf &&
             knowledge_.gazetteer().find(r.source) == nullptr;
    };
    for (const text::Relation& r : relations) {
      if (is_new(r))
        surest[r.source] = std::max(surest[r.source], r.confidence);
    }
    std::erase_if(relations, [&](const text::Relation& r) {
      return is_new(r) && r.confidence < surest[r.source];
    });
  }

  float least_of(const Found& source, const Found& target) const {
    const bool place = source.type() == EntityType::kPlace;
    if (source.entity().facts.empty()) return place ? kNewPlaceThreshold : 0;
    const bool agreed =
        place && knowledge_.lies_in(source.entity(), target.entity().entity.id);
    return agreed ? kAgreedThreshold : kKnownThreshold;
  }

  bool is_possible(RelationType type, const KnownEntity& source,
                   const KnownEntity& target) const {
    if (&source == &target) return false;
    const EntityType from = source.entity.type;
    const EntityType to = target.entity.type;
    const auto is_firm = [](EntityType type_of) {
      return type_of == EntityType::kCompany ||
             type_of == EntityType::kOrganization;
    };
    // Whether an organisation is a company its name does not always tell.
    const bool firms =
        type == RelationType::kSubsidiaryOf && is_firm(from) && is_firm(to) &&
        (from == EntityType::kCompany || to == EntityType::kCompany);
    if (!firms && !may_relate(type, from, to)) return false;
    if (to != EntityType::kPlace || from == EntityType::kPerson) return true;
    return !knowledge_.lies_elsewhere(source, target) &&
           !knowledge_.lies_in(target, source.entity.id);
  }

  std::optional<text::Relation> make(const Claim& claim,
                                     const ScoredPair& pair) const {
    const Found& source = words_.found(pair.pair.source);
    const Found& target = words_.found(pair.pair.target);
    const Manner manner = manner_of(pair.pair);
    const auto framing = framing_.of(claim.type, source, target);
    if (!framing || framing->negated || manner.negated ||
        (manner.quoting && is_affiliation(claim.type))) {
      return std::nullopt;
    }
    text::Relation relation;
    relation.type = claim.type;
    relation.source = id_of(source.entity());
    relation.target = id_of(target.entity());
    if (relation.source == relation.target) return std::nullopt;
    relation.sentence = sentence_.span;
    relation.in_title = passage_.in_title;
    relation.modality = weaker(manner.modality, framing->modality);
    relation.confidence =
        claim.confidence * source.confidence * target.confidence;
    if (relation.confidence < kLeastConfidence) return std::nullopt;
    relation.rule = "model." + std::string(text::to_string(claim.type));
    return relation;
  }

  Manner manner_of(models::MentionPair pair) const {
    constexpr size_t kBefore = 4;
    const Found& a = words_.found(std::min(pair.source, pair.target));
    const Found& b = words_.found(std::max(pair.source, pair.target));
    const size_t begin =
        std::max(sentence_.first, a.first < kBefore ? 0 : a.first - kBefore);
    Manner manner;
    read_manner(begin, a.first, manner);
    manner.quoting = false;
    read_manner(a.last, b.first, manner);
    return manner;
  }

  void read_manner(size_t begin, size_t end, Manner& manner) const {
    const Grammar& grammar = knowledge_.grammar();
    const Lexicon& lexicon = knowledge_.lexicon();
    for (size_t i = begin; i < end; ++i) {
      const auto tokens =
          std::span(passage_.tokens).subspan(i, sentence_.last - i);
      const auto is = [&](SetId set) {
        return lexicon.match(set, tokens).size > 0;
      };
      const auto weaken = [&](text::Modality modality) {
        manner.modality = weaker(manner.modality, modality);
      };
      manner.negated |= is(grammar.negation) || is(grammar.chain_negated) ||
                        is(grammar.denying);
      manner.quoting |= is(quoting_);
      if (is(grammar.hearsay) || is(grammar.chain_rumoured)) {
        weaken(text::Modality::kRumoured);
      } else if (is(grammar.modal_possible) || is(grammar.chain_possible) ||
                 is(grammar.condition)) {
        weaken(text::Modality::kPossible);
      } else if (is(grammar.modal_planned) || is(grammar.chain_planned)) {
        weaken(text::Modality::kPlanned);
      }
    }
  }

  const Knowledge& knowledge_;
  const Passage& passage_;
  const Sentence& sentence_;
  const RelationWords& words_;
  SentenceFraming framing_;
  SetId quoting_;
};

// Those pairs of which the words alone leave it open that they are related.
std::vector<models::MentionPair> promising_pairs(
    const models::RelationClassifier& classifier,
    const models::RelationSentence& sentence) {
  constexpr float kLeast = 0.3F;
  std::vector<models::MentionPair> pairs =
      models::candidate_pairs(sentence.words.size(), sentence.mentions);
  const auto scored = classifier.classify(sentence, pairs);
  pairs.clear();
  for (const ScoredPair& pair : scored) {
    auto confidence = pair.confidence;
    confidence[static_cast<size_t>(PairLabel::kMember)] = 0;  // says how only
    if (std::ranges::max(confidence) >= kLeast) pairs.push_back(pair.pair);
  }
  return pairs;
}

// Makes entities of the strangers that the relations join.
void introduce(const std::vector<text::Relation>& relations, Reading& reading) {
  std::set<std::string> joined;
  for (const text::Relation& relation : relations) {
    joined.insert(relation.source);
    joined.insert(relation.target);
  }
  for (Found& found : reading.found) {
    if (!found.stranger() || !may_name(found)) continue;
    const text::Entity& entity = found.entity().entity;
    if (!joined.contains(id_of(found.entity()))) continue;
    found.readings = {reading.bear(entity.type, entity.name)};
  }
}

}  // namespace

RelationModel::RelationModel(const std::filesystem::path& folder,
                             const Knowledge& knowledge,
                             const models::WordClasses& classes)
    : classifier_(folder / "relations.bin", classes), knowledge_(&knowledge) {}

std::vector<text::Relation> RelationModel::find(const TreeOf& tree_of,
                                                Reading& reading) const {
  std::vector<text::Relation> relations;
  for (size_t p = 0; p < reading.passages.size(); ++p) {
    for (size_t s = 0; s < reading.passages[p].sentences.size(); ++s) {
      RelationWords words(reading, p, s);
      const auto pairs = promising_pairs(classifier_, words.view());
      if (pairs.empty()) continue;
      const SentenceTree tree = tree_of(p, s);
      if (tree.nodes.empty()) continue;
      words.read_tree(tree);
      const SentenceClaims claims(*knowledge_, reading, {p, s}, words);
      std::ranges::move(
          claims.relations(classifier_.classify(words.view(), pairs)),
          std::back_inserter(relations));
    }
  }
  introduce(relations, reading);
  return relations;
}

}  // namespace extract
