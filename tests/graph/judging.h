// Judgements as tests make them.

#pragma once

#include <string>

#include "graph/judgements.h"

namespace graph {

inline Judgement judgement(JudgementAction action, const std::string& entity) {
  Judgement made;
  made.id = "j1";
  made.by = "Ada";
  made.action = action;
  made.entity = entity;
  return made;
}

inline Judgement same(const std::string& entity, const std::string& other) {
  Judgement made = judgement(JudgementAction::kSame, entity);
  made.other = other;
  return made;
}

inline Judgement rename(const std::string& entity, const std::string& name) {
  Judgement made = judgement(JudgementAction::kRename, entity);
  made.name = name;
  return made;
}

inline Judgement retype(const std::string& entity, text::EntityType type) {
  Judgement made = judgement(JudgementAction::kRetype, entity);
  made.type = type;
  return made;
}

inline Judgement hide(const std::string& entity) {
  return judgement(JudgementAction::kHide, entity);
}

// In `article`, `entity` is `other`.
inline Judgement split(const std::string& entity, text::ArticleId article,
                       const std::string& other) {
  Judgement made = judgement(JudgementAction::kDifferent, entity);
  made.other = other;
  made.articles = {article};
  return made;
}

inline Judgement reject(const std::string& source, text::RelationType relation,
                        const std::string& target,
                        const std::string& sentence) {
  Judgement made = judgement(JudgementAction::kReject, "");
  made.evidence = {relation, source, target, text::ArticleId{1}, sentence};
  return made;
}

}  // namespace graph
