// Relations that a learned classifier reads where no rule does: who works for
// whom, what is seated where (docs/models.md).

#pragma once

#include <filesystem>
#include <vector>

#include "extract/knowledge.h"
#include "extract/reading.h"
#include "extract/relation_finder.h"
#include "models/relation_classifier.h"
#include "text/annotation.h"

namespace extract {

// Immutable: any number of threads may call find().
class RelationModel {
 public:
  // Loads `folder`/relations.bin. Borrows `knowledge` and `classes`. Throws
  // InputError if it is no relation classifier.
  RelationModel(const std::filesystem::path& folder, const Knowledge& knowledge,
                const models::WordClasses& classes);

  // What the sentences of an article state, by position, each relation once a
  // sentence. What a sentence denies is left out, as are those without a tree.
  // Asks for the trees of sentences whose words promise a relation. Strangers
  // whom a relation joins become entities of the article.
  std::vector<text::Relation> find(const TreeOf& tree_of,
                                   Reading& reading) const;

 private:
  models::RelationClassifier classifier_;
  const Knowledge* knowledge_;
};

}  // namespace extract
