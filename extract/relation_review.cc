#include "extract/relation_review.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace extract {
namespace {

using text::EntityType;
using text::Relation;
using text::RelationType;

// `Korea Zinc's Tennessee smelter` is the one to come where the article says
// that Korea Zinc plans to build it.
void drop_premature(std::vector<Relation>& relations) {
  using Pair = std::pair<std::string, std::string>;
  std::set<Pair> planned;
  for (const Relation& r : relations) {
    const bool begins =
        r.type == RelationType::kBuilds || r.type == RelationType::kAcquires;
    const bool plain = r.modality == text::Modality::kPlanned && !r.negated;
    if (begins && plain) planned.emplace(r.source, r.target);
  }
  std::erase_if(relations, [&](const Relation& r) {
    return r.type == RelationType::kOperates && !r.negated &&
           r.modality == text::Modality::kAsserted &&
           planned.contains({r.source, r.target});
  });
}

// Which body of a land's government acts where a sentence says that the land
// does: `China banned exports`, and `the Ministry of Commerce announced the
// measure`.
class Authorities {
 public:
  Authorities(const Knowledge& knowledge, const Reading& reading,
              const std::vector<Relation>& relations)
      : knowledge_(knowledge),
        reading_(reading),
        decrees_(knowledge.lexicon().set("government.decrees")) {
    for (const Found& found : reading.found) {
      if (found.type() != EntityType::kGovernment || found.office) continue;
      bodies_.emplace(found.entity().entity.id, &found.entity());
      if (decrees(found)) add(land_of(found.entity()), found.entity());
    }
    for (const Relation& r : relations) {
      const auto body = bodies_.find(r.source);
      if (r.type != RelationType::kRestricts || body == bodies_.end()) continue;
      const std::string land = land_of(*body->second);
      auto& [same, created] = decreed_[{land, r.target, r.negated}];
      same = created && same != r.source ? std::string() : r.source;
      created = true;
    }
  }

  // The body that acts for the source of a relation; empty if nobody is known
  // to.
  std::string acting_for(const Relation& r) const {
    if (r.type != RelationType::kRestricts || bodies_.contains(r.source)) {
      return {};
    }
    const auto same = decreed_.find({r.source, r.target, r.negated});
    if (same != decreed_.end()) return same->second.first;
    const auto only = decreeing_.find(r.source);
    return only != decreeing_.end() && !r.negated ? only->second
                                                  : std::string();
  }

 private:
  static std::string land_of(const KnownEntity& body) {
    return std::string(body.fact("country"));
  }

  bool decrees(const Found& found) const {
    constexpr size_t kReach = 14;  // tokens after the name
    const Passage& passage = reading_.passages[found.passage];
    const size_t end =
        std::min(passage.sentences[found.sentence].last, found.last + kReach);
    for (size_t i = found.last; i < end; ++i) {
      const auto rest = std::span(passage.tokens).subspan(i, end - i);
      if (knowledge_.lexicon().match(decrees_, rest).size > 0) return true;
    }
    return false;
  }

  void add(const std::string& land, const KnownEntity& body) {
    if (land.empty()) return;
    const auto [known, created] = decreeing_.emplace(land, body.entity.id);
    if (!created && known->second != body.entity.id) known->second.clear();
  }

  const Knowledge& knowledge_;
  const Reading& reading_;
  SetId decrees_;
  std::map<std::string, const KnownEntity*> bodies_;  // by id
  // By land; an empty body where there are several.
  std::map<std::string, std::string> decreeing_;
  std::map<std::tuple<std::string, std::string, bool>,
           std::pair<std::string, bool>>
      decreed_;
};

void name_authorities(const Knowledge& knowledge, const Reading& reading,
                      std::vector<Relation>& relations) {
  const Authorities authorities(knowledge, reading, relations);
  for (Relation& relation : relations) {
    std::string body = authorities.acting_for(relation);
    if (body.empty()) continue;
    relation.source = std::move(body);
    relation.confidence *= 0.95F;
  }
}

}  // namespace

void review_relations(const Knowledge& knowledge, const Reading& reading,
                      std::vector<Relation>& relations) {
  drop_premature(relations);
  name_authorities(knowledge, reading, relations);
}

}  // namespace extract
