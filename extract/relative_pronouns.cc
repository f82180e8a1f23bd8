#include "extract/relative_pronouns.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/sentence_view.h"

namespace extract {
namespace {

using models::Dependency;
using text::EntityType;

constexpr float kConfidence = 0.85F;

enum class Pronoun : uint8_t { kWho, kWhose, kWhich, kWhere };

std::optional<Pronoun> pronoun_of(const Token& token) {
  const std::string_view word = token.folded;
  if (word == "who" || word == "whom") return Pronoun::kWho;
  if (word == "whose") return Pronoun::kWhose;
  if (word == "which" || word == "that") return Pronoun::kWhich;
  if (word == "where") return Pronoun::kWhere;
  return std::nullopt;
}

bool may_mean(Pronoun pronoun, EntityType type) {
  switch (pronoun) {
    case Pronoun::kWho:
      return type == EntityType::kPerson;
    case Pronoun::kWhose:
      return true;
    case Pronoun::kWhich:
      return type != EntityType::kPerson;
    case Pronoun::kWhere:
      return type == EntityType::kPlace || type == EntityType::kFacility ||
             type == EntityType::kCompany ||
             type == EntityType::kOrganization ||
             type == EntityType::kGovernment;
  }
  return false;
}

class SentenceRelatives {
 public:
  SentenceRelatives(const Reading& reading, size_t passage, size_t sentence)
      : passage_(passage),
        sentence_(sentence),
        view_(reading, passage, sentence) {}

  bool is_worth_reading() const {
    bool pronoun = false;
    bool mention = false;
    for (size_t i = view_.first(); i < view_.last(); ++i) {
      const bool free = view_.mention_at(i) == nullptr;
      mention |= !free;
      pronoun |= free && mention && pronoun_of(view_.token(i)).has_value();
    }
    return pronoun;
  }

  std::vector<Found> find(const SentenceTree& tree) const {
    std::vector<Found> found;
    for (size_t i = view_.first(); i < view_.last(); ++i) {
      if (view_.mention_at(i) != nullptr) continue;
      const auto pronoun = pronoun_of(view_.token(i));
      if (!pronoun) continue;
      const Found* meant =
          tree.nodes.empty() ? just_before(i) : antecedent(tree, i);
      const bool fits = meant != nullptr && !meant->office &&
                        may_mean(*pronoun, meant->type());
      if (fits) found.push_back(make(i, *meant));
    }
    return found;
  }

 private:
  Found make(size_t token, const Found& meant) const {
    Found found;
    found.passage = passage_;
    found.sentence = sentence_;
    found.first = token;
    found.last = token + 1;
    found.readings = {&meant.entity()};
    found.nominal = true;
    found.confidence = kConfidence * meant.confidence;
    found.how = "nominal";
    return found;
  }

  const Found* mention_of(uint32_t word) const {
    return view_.mention_at(view_.first() + word);
  }

  // `Nyrstar, which`; `that` alone is mostly no pronoun.
  const Found* just_before(size_t at) const {
    if (view_.token(at).folded == "that" || at == view_.first()) return nullptr;
    size_t before = at - 1;
    if (view_.token(before).folded == "," && before > view_.first()) --before;
    return view_.mention_at(before);
  }

  // What the relative clause of the pronoun is said of: a mention, or a noun
  // that says what a mention is (`Nyrstar is a smelter that`, `Nyrstar, a
  // smelter that`).
  const Found* antecedent(const SentenceTree& tree, size_t at) const {
    auto word = static_cast<uint32_t>(at - view_.first());
    constexpr int kReach = 4;
    for (int step = 0; step < kReach; ++step) {
      const models::Node& node = tree.nodes[word];
      if (node.head == models::kNoHead) return nullptr;
      word = node.head;
      if (node.dependency != Dependency::kAclRelcl) continue;
      if (view_.first() + word >= at) return nullptr;
      if (const Found* named = mention_of(word)) return named;
      return described_by(tree, word);
    }
    return nullptr;
  }

  const Found* described_by(const SentenceTree& tree, uint32_t noun) const {
    const models::Node& node = tree.nodes[noun];
    if (node.dependency == Dependency::kAppos) return mention_of(node.head);
    const auto is_child = [&](uint32_t i, Dependency dependency) {
      return tree.nodes[i].head == noun &&
             tree.nodes[i].dependency == dependency;
    };
    const Found* subject = nullptr;
    bool copula = false;
    for (uint32_t i = 0; i < noun; ++i) {
      copula |= is_child(i, Dependency::kCop);
      if (is_child(i, Dependency::kNsubj)) subject = mention_of(i);
    }
    return copula ? subject : nullptr;
  }

  size_t passage_;
  size_t sentence_;
  SentenceView view_;
};

}  // namespace

void find_relative_pronouns(const TreeOf& tree_of, Reading& reading) {
  std::vector<Found> added;
  for (size_t p = 0; p < reading.passages.size(); ++p) {
    for (size_t s = 0; s < reading.passages[p].sentences.size(); ++s) {
      const SentenceRelatives relatives(reading, p, s);
      if (!relatives.is_worth_reading()) continue;
      std::ranges::move(relatives.find(tree_of(p, s)),
                        std::back_inserter(added));
    }
  }
  if (added.empty()) return;
  std::ranges::move(added, std::back_inserter(reading.found));
  reading.arrange();
}

}  // namespace extract
