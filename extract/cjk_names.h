// Names in Korean text that the learned model reads (docs/models.md) and in
// Chinese text that their form proves: candidates, which the gazetteer's names
// may overrule.

#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "extract/tokens.h"
#include "text/entity.h"

namespace extract {

class Knowledge;

struct CjkName {
  size_t first = 0;  // tokens [first, last) of the passage
  size_t last = 0;
  text::EntityType type{};
  std::string name;      // canonical: without legal form, title, particle
  float confidence = 0;  // 0..1
  bool learned = true;   // read by a model, not by a pattern
};

// The models; immutable: any number of threads may read with them.
class CjkModels {
 public:
  // Throws InputError if a file of `folder` is no such model.
  explicit CjkModels(const std::filesystem::path& folder);
  ~CjkModels();

  struct State;
  const State& state() const { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

// The names of a passage by position, without overlap: none in sentences
// without Chinese or Korean characters. Linear in the tokens.
std::vector<CjkName> find_cjk_names(const Knowledge& knowledge,
                                    const CjkModels& models,
                                    const Passage& passage);

}  // namespace extract
