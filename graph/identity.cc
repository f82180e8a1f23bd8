#include "graph/identity.h"

#include <xxhash.h>

#include <algorithm>

#include "graph/encoding.h"
#include "text/fold.h"

namespace graph {

Identity::Identity(std::span<const Judgement> judgements)
    : empty_(judgements.empty()) {
  for (const Judgement& judgement : judgements) apply(judgement);
  finish();
}

std::string_view Identity::canonical(std::string_view id) const {
  auto parent = parents_.find(id);
  while (parent != parents_.end()) {
    id = parent->second;
    parent = parents_.find(id);
  }
  return id;
}

std::vector<std::string> Identity::ids_of(std::string_view id) const {
  const auto found = members_.find(canonical(id));
  if (found == members_.end()) return {std::string(canonical(id))};
  return found->second;
}

const JudgedEntity* Identity::judged(std::string_view id) const {
  const auto found = entities_.find(canonical(id));
  return found == entities_.end() ? nullptr : &found->second;
}

bool Identity::is_hidden(std::string_view id) const {
  const JudgedEntity* entity = judged(id);
  return entity != nullptr && entity->hidden;
}

std::string Identity::read_as(std::string_view id, text::ArticleId article,
                              std::span<const std::string> named) const {
  const std::string_view stands = canonical(id);
  const auto splits = splits_.find(stands);
  if (splits == splits_.end()) return std::string(stands);
  for (const Split& split : splits->second) {
    const bool meant = split.articles.contains(article) ||
                       std::ranges::any_of(named, [&](const auto& other) {
                         return split.beside.contains(canonical(other));
                       });
    if (meant) return std::string(canonical(split.other));
  }
  return std::string(stands);
}

bool Identity::are_different(std::string_view one,
                             std::string_view other) const {
  const auto found = apart_.find(canonical(one));
  return found != apart_.end() &&
         found->second.contains(std::string(canonical(other)));
}

const std::string* Identity::rejection(const RejectedEvidence& evidence) const {
  if (rejected_.empty()) return nullptr;
  const auto found = rejected_.find(key_of(evidence));
  return found == rejected_.end() ? nullptr : &found->second;
}

void Identity::apply(const Judgement& judgement) {
  if (!judgement.entity.empty()) ids_.insert(judgement.entity);
  if (!judgement.other.empty()) ids_.insert(judgement.other);
  const std::string stands(canonical(judgement.entity));
  switch (judgement.action) {
    case JudgementAction::kSame:
      return unite(judgement);
    case JudgementAction::kDifferent:
      return part(judgement);
    case JudgementAction::kRename:
      entities_[stands].name = judgement.name;
      return;
    case JudgementAction::kRetype:
      entities_[stands].type = judgement.type;
      return;
    case JudgementAction::kHide:
      entities_[stands].hidden = true;
      return;
    case JudgementAction::kReject:
      rejections_.push_back(judgement);
      return;
  }
}

void Identity::unite(const Judgement& judgement) {
  const std::string gone(canonical(judgement.entity));
  const std::string stays(canonical(judgement.other));
  if (gone == stays) return;
  if (const auto known = apart_.find(gone); known != apart_.end()) {
    const auto against = known->second.find(stays);
    if (against != known->second.end()) {
      conflicts_.push_back({judgement.id, against->second});
      return;
    }
    for (auto& [other, by] : known->second) {
      apart_[other].erase(gone);
      apart_[other][stays] = by;
      apart_[stays][other] = by;
    }
    apart_.erase(gone);
  }
  parents_[gone] = stays;
  united_[gone] = judgement.id;
  if (const auto said = entities_.find(gone); said != entities_.end()) {
    JudgedEntity& into = entities_[stays];
    if (said->second.name) into.aliases.push_back(*said->second.name);
    std::ranges::move(said->second.aliases, std::back_inserter(into.aliases));
    entities_.erase(gone);
  }
  if (const auto split = splits_.find(gone); split != splits_.end()) {
    std::ranges::move(split->second, std::back_inserter(splits_[stays]));
    splits_.erase(gone);
  }
}

void Identity::part(const Judgement& judgement) {
  const std::string one(canonical(judgement.entity));
  const std::string other(canonical(judgement.other));
  if (one == other) {
    const auto united = united_.find(judgement.entity);
    const auto& by = united != united_.end()
                         ? united->second
                         : united_.find(judgement.other)->second;
    conflicts_.push_back({judgement.id, by});
    return;
  }
  apart_[one][other] = judgement.id;
  apart_[other][one] = judgement.id;
  if (!is_split(judgement)) return;
  splits_[one].push_back(
      {judgement.other,
       {judgement.articles.begin(), judgement.articles.end()},
       {judgement.beside.begin(), judgement.beside.end()}});
  if (!judgement.name.empty()) entities_[other].name = judgement.name;
}

void Identity::finish() {
  for (auto& [id, parent] : parents_) parent = canonical(id);
  for (const auto& [id, parent] : parents_) {
    auto& members = members_[parent];
    if (members.empty()) members.push_back(parent);
    members.push_back(id);
  }
  for (auto& [id, splits] : splits_) {
    for (Split& split : splits) {
      std::set<std::string, std::less<>> beside;
      for (const auto& other : split.beside) beside.emplace(canonical(other));
      split.beside = std::move(beside);
    }
  }
  for (const Judgement& judgement : rejections_) {
    rejected_.try_emplace(key_of(*judgement.evidence), judgement.id);
  }
  rejections_.clear();
}

uint64_t Identity::key_of(const RejectedEvidence& evidence) const {
  std::string_view source = canonical(evidence.source);
  std::string_view target = canonical(evidence.target);
  if (text::is_symmetric(evidence.relation) && target < source) {
    std::swap(source, target);
  }
  Encoder out;
  out.u8(static_cast<uint8_t>(evidence.relation));
  out.string(source).string(target);
  out.string(text::fold_name(evidence.sentence));
  return XXH3_64bits(out.bytes().data(), out.bytes().size());
}

}  // namespace graph
