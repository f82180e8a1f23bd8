// Reads an article: who and what it names, and what it says of them.

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "text/annotation.h"
#include "text/article.h"
#include "text/entity.h"

namespace extract {

struct Extraction {
  text::Annotation annotation;
  std::vector<text::Entity> entities;  // those that it names, sorted by id
};

// Immutable after construction: any number of threads may call extract().
class Extractor {
 public:
  // Loads the gazetteer (corpora/gazetteer/README.md) and the rules
  // (docs/rules.md) from `resources`/gazetteer and `resources`/rules. Throws
  // InputError naming file and line of what can't be read.
  explicit Extractor(const std::filesystem::path& resources);
  ~Extractor();
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;

  // A pure function of the article's title, body and language. Never throws on
  // any text; time is linear in its length.
  Extraction extract(const text::Article& article) const;

  // Changes whenever the gazetteer, the rules or the code that reads with them
  // do: 16 hexadecimal digits, kept in manifests.
  std::string fingerprint() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace extract
