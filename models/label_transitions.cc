#include "models/label_transitions.h"

#include <algorithm>

namespace models {

LabelTransitions read_transitions(const ModelFile& file,
                                  std::string_view section) {
  constexpr size_t kLabels = kNameLabelCount;
  const auto scores = file.numbers(section, kLabels * kLabels);
  LabelTransitions transitions{};
  for (size_t left = 0; left < kLabels; ++left) {
    std::ranges::copy(scores.subspan(left * kLabels, kLabels),
                      transitions[left].begin());
  }
  return transitions;
}

}  // namespace models
