#include "graph/judgement_states.h"

#include <algorithm>
#include <array>

#include "graph/entity_lookup.h"

namespace graph {
namespace {

class StateFinder {
 public:
  StateFinder(const Database& database, const Curation& curation,
              std::span<const LedgerEntry> entries)
      : database_(database), curation_(curation), identity_(standing(entries)) {}

  JudgementState find(const LedgerEntry& entry) const {
    const Judgement& judgement = entry.judgement;
    const bool is_built =
        curation_.built().fingerprints.contains(fingerprint(judgement));
    if (entry.undone) {
      return {entry, JudgementStatus::kUndone, "", is_built};
    }
    const auto& conflicts = identity_.conflicts();
    const auto conflict = std::ranges::find(conflicts, judgement.id,
                                            &JudgementConflict::judgement);
    if (conflict != conflicts.end()) {
      return {entry, JudgementStatus::kConflict, conflict->with};
    }
    if (is_dormant(judgement)) return {entry, JudgementStatus::kDormant};
    return {entry, JudgementStatus::kApplied, "",
            is_split(judgement) && !is_built};
  }

 private:
  bool is_dormant(const Judgement& judgement) const {
    switch (judgement.action) {
      case JudgementAction::kReject:
        return !curation_.built().rejections_met.contains(judgement.id) &&
               !curation_.rejections_met().contains(judgement.id);
      case JudgementAction::kDifferent:
        return !is_there(judgement.entity) ||
               (!is_split(judgement) && !is_there(judgement.other));
      case JudgementAction::kSame:
        return !is_there(judgement.entity);
      case JudgementAction::kRename:
      case JudgementAction::kRetype:
      case JudgementAction::kHide:
        return std::ranges::none_of(
            identity_.ids_of(judgement.entity),
            [&](const std::string& id) { return is_there(id); });
    }
    return false;
  }

  // Also where the graph has it under another id, or hides it.
  bool is_there(const std::string& id) const {
    return curation_.built().ids_met.contains(id) ||
           find_entity(database_, id).has_value();
  }

  const Database& database_;
  const Curation& curation_;
  Identity identity_;  // by all that stand, whatever the graph was built with
};

}  // namespace

std::string_view to_string(JudgementStatus status) {
  constexpr std::array<std::string_view, 4> kNames = {"applied", "undone",
                                                      "dormant", "conflict"};
  return kNames.at(static_cast<size_t>(status));
}

std::vector<JudgementState> find_states(const Database& database,
                                        const Curation& curation,
                                        std::span<const LedgerEntry> entries) {
  const StateFinder finder(database, curation, entries);
  std::vector<JudgementState> states;
  for (const LedgerEntry& entry : entries) {
    states.push_back(finder.find(entry));
  }
  return states;
}

}  // namespace graph
