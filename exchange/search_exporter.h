// The articles that a search finds as text, part by part.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "exchange/export_format.h"
#include "generation/generation.h"
#include "search/index_reader.h"

namespace exchange {

// At most so many articles, the first ones.
inline constexpr uint32_t kMaxFoundArticles = 10000;

// Keeps its generation. Used by one thread at a time.
class SearchExporter {
 public:
  // `format` is kJsonLines (articles without their bodies) or kCsv. The
  // request's offset and limit are set here.
  SearchExporter(std::shared_ptr<const generation::Generation> generation,
                 search::SearchRequest request, search::EntityResolver resolve,
                 Format format);

  // Empty after the last one, and only then.
  std::string next_part();

 private:
  std::shared_ptr<const generation::Generation> generation_;
  search::SearchRequest request_;
  search::EntityResolver resolve_;
  Format format_;
  bool begun_ = false;
  bool done_ = false;
};

}  // namespace exchange
