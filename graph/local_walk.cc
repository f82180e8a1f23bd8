#include "graph/local_walk.h"

#include <algorithm>

namespace graph {
namespace {

// At every step the walk begins anew with this probability.
constexpr double kRestart = 0.25;
// What has come to an entity moves on once it is this much for each tie that it
// may take.
constexpr double kLeastResidue = 1.0 / 2048;

}  // namespace

LocalWalk::LocalWalk(const TieTable& ties, size_t entities)
    : ties_(ties),
      settled_(entities),
      residue_(entities),
      is_waiting_(entities) {}

std::vector<Reached> LocalWalk::from(EntityNumber entity) {
  receive(entity, 1);
  while (!waiting_.empty()) {
    const EntityNumber next = waiting_.front();
    waiting_.pop_front();
    is_waiting_[static_cast<uint32_t>(next)] = false;
    push(next);
  }
  std::ranges::sort(touched_);
  std::vector<Reached> reached;
  double most = 0;
  for (const EntityNumber other : touched_) {
    const auto at = static_cast<uint32_t>(other);
    if (other != entity) {
      // What did not move on would settle in part, as all does.
      const double mass = settled_[at] + kRestart * residue_[at];
      const double rank = mass / (1 + ties_.weight(other));
      reached.push_back({other, rank});
      most = std::max(most, rank);
    }
    settled_[at] = residue_[at] = 0;
  }
  touched_.clear();
  for (Reached& one : reached) one.reach /= most;
  return reached;
}

void LocalWalk::push(EntityNumber entity) {
  const auto ties = ties_.of(entity);
  if (ties.empty()) return;
  const auto at = static_cast<uint32_t>(entity);
  const double mass = residue_[at];
  settled_[at] += kRestart * mass;
  residue_[at] = 0;
  const double flow = (1 - kRestart) * mass / ties_.weight(entity);
  for (const PairTie& tie : ties.first(std::min(ties.size(), kTiesWalked))) {
    receive(tie.other, flow * (tie.blend / PairTie::kScale));
  }
}

void LocalWalk::receive(EntityNumber entity, double mass) {
  const auto at = static_cast<uint32_t>(entity);
  if (residue_[at] == 0 && settled_[at] == 0) touched_.push_back(entity);
  residue_[at] += mass;
  const size_t ties = std::min(ties_.of(entity).size(), kTiesWalked);
  const double least = kLeastResidue * static_cast<double>(ties);
  if (is_waiting_[at] || residue_[at] < least) return;
  is_waiting_[at] = true;
  waiting_.push_back(entity);
}

}  // namespace graph
