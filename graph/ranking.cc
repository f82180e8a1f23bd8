#include "graph/ranking.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace graph {
namespace {

using text::Modality;
using text::RelationType;

constexpr double kClosenessWeights[kClosenessCount] = {0.4, 0.7, 1.0};
constexpr double kFewStories = 0.5;
constexpr double kAssociationShare = 0.8;
constexpr double kWalkShare = 0.3;
constexpr double kReachAssociation = 0.03;
constexpr double kManyBridged = 64;
constexpr double kTypeVariety = 3;
constexpr double kFrequencyDoubt = 0.5;
constexpr double kStoryDoubt = 1.5;
constexpr double kDenialWeight = 0.5;
constexpr double kSecondsOfHalfLife = 1.5 * 365.25 * 24 * 60 * 60;
constexpr double kUndatedReport = (1 + kOldReport) / 2;

double relation_weight(RelationType type) {
  switch (type) {
    case RelationType::kAcquires:
    case RelationType::kOwns:
    case RelationType::kOperates:
    case RelationType::kSubsidiaryOf:
    case RelationType::kLeads:
      return 1.0;
    case RelationType::kSells:
    case RelationType::kBuilds:
    case RelationType::kInvestsIn:
    case RelationType::kPartnersWith:
    case RelationType::kFounded:
    case RelationType::kFinances:
    case RelationType::kSupports:
      return 0.9;
    case RelationType::kSupplies:
    case RelationType::kProduces:
    case RelationType::kWorksFor:
    case RelationType::kRegulates:
    case RelationType::kRestricts:
    case RelationType::kAgreesWith:
      return 0.8;
    case RelationType::kCompetesWith:
    case RelationType::kUses:
    case RelationType::kLocatedIn:
    case RelationType::kMemberOf:
    case RelationType::kExportsTo:
    case RelationType::kImportsFrom:
      return 0.7;
    case RelationType::kHeadquarteredIn:
    case RelationType::kPartOf:
    case RelationType::kLivesIn:
      return 0.4;
  }
  return 0;
}

double modality_weight(Modality modality) {
  switch (modality) {
    case Modality::kAsserted:
      return 1.0;
    case Modality::kPlanned:
      return 0.9;
    case Modality::kPossible:
      return 0.6;
    case Modality::kRumoured:
      return 0.4;
  }
  return 0;
}

StoryCounts summarize(const CooccurrenceCounts& counts) {
  StoryCounts summary{0, counts.first, counts.second, counts.all, 0};
  double sum = 0;
  for (int i = 0; i < kClosenessCount; ++i) {
    summary.together += counts.together[i];
    sum += kClosenessWeights[i] * counts.together[i];
  }
  summary.nearness = sum / std::max(1u, summary.together);
  return summary;
}

// Nearness matters less the more stories name both.
double closeness(const StoryCounts& counts) {
  return 1 - (1 - counts.nearness) / std::sqrt(counts.together);
}

// The greatest ratio that any entity can have with one of so many stories.
double greatest_ratio(uint32_t stories, uint32_t all) {
  return log_likelihood_ratio(StoryCounts{stories, stories, stories, all, 0});
}

// One cell of the table: observed * ln(observed / expected).
double cell(double observed, double expected) {
  return observed > 0 ? observed * std::log(observed / expected) : 0;
}

bool has_support(const StoryCounts& counts) {
  constexpr double kNear =
      kClosenessWeights[static_cast<int>(Closeness::kAdjacentSentences)];
  return counts.together >= 2 ||
         (counts.together == 1 && counts.nearness >= kNear);
}

}  // namespace

double log_likelihood_ratio(const StoryCounts& counts) {
  const double both = counts.together;
  const double all = counts.all;
  const double first[] = {double(counts.first), all - counts.first};
  const double second[] = {double(counts.second), all - counts.second};
  const double sum =
      cell(both, first[0] * second[0] / all) +
      cell(first[0] - both, first[0] * second[1] / all) +
      cell(second[0] - both, first[1] * second[0] / all) +
      cell(all - first[0] - second[0] + both, first[1] * second[1] / all);
  return std::max(0.0, 2 * sum);
}

std::optional<Association> associate(const CooccurrenceCounts& counts) {
  return associate(summarize(counts));
}

std::optional<Association> associate(const StoryCounts& counts) {
  if (!has_support(counts)) return std::nullopt;
  const double both = counts.together;
  const double lift =
      both * counts.all / (double(counts.first) * counts.second);
  if (lift <= 1) return std::nullopt;
  const double share =
      log_likelihood_ratio(counts) / greatest_ratio(counts.first, counts.all);
  const double near = closeness(counts);
  const double strength = std::sqrt(share) * near * both / (both + kFewStories);
  return Association{std::min(strength, 1.0), near, lift, counts.together};
}

double nearness_of(double closeness, uint32_t together) {
  return std::clamp(1 - (1 - closeness) * std::sqrt(together), 0.0, 1.0);
}

double recency(OptionalTime reported, OptionalTime newest) {
  if (!newest) return 1;
  if (!reported) return kUndatedReport;
  const auto age = static_cast<double>(static_cast<int64_t>(*newest) -
                                       static_cast<int64_t>(*reported));
  return kOldReport +
         (1 - kOldReport) * std::exp2(-std::max(0.0, age) / kSecondsOfHalfLife);
}

double edge_strength(text::RelationType type, const EdgeRecord& edge,
                     OptionalTime newest) {
  const double stories = edge.story_count;
  const double support = stories / (stories + kStoryDoubt);
  return relation_weight(type) * modality_weight(edge.modality) *
         double(edge.confidence) * support *
         recency(edge.last_reported, newest) *
         (edge.negated ? kDenialWeight : 1.0);
}

double join_strengths(std::span<const double> strengths) {
  double apart = 1;
  for (const double strength : strengths) apart *= 1 - strength;
  return std::clamp(1 - apart, 0.0, 1.0);
}

double tell(double relations, double share) {
  return relations * (1 - kFrequencyDoubt * share);
}

double blend(double relations, double association) {
  return 1 - (1 - relations) * (1 - kAssociationShare * association);
}

double path_strength(double first, double second, size_t bridged) {
  const double many = static_cast<double>(bridged) / kManyBridged;
  return first * second / (1 + std::log1p(many));
}

double raise(double tie, double association, const Reach& reach) {
  const double open = association / (association + kReachAssociation);
  const double missed = (1 - kWalkShare * reach.walked) * (1 - reach.path);
  return 1 - (1 - tie) * (1 - (1 - missed) * open);
}

double shared_strength(double weaker, size_t sharers) {
  return weaker * std::numbers::ln2 / std::log(static_cast<double>(sharers));
}

double diversify(double score, size_t better) {
  return score * kTypeVariety / (kTypeVariety + static_cast<double>(better));
}

}  // namespace graph
