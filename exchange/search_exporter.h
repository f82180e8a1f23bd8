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

// A request and how the names of its query are read, of the generation that is
// searched.
struct SearchedFor {
  search::SearchRequest request;
  search::EntityResolver resolve;
  search::NameRecognizer recognize;
};

// Keeps its generation. Used by one thread at a time.
class SearchExporter {
 public:
  // `format` is kJsonLines (articles without their bodies) or kCsv. The
  // request's offset and limit are set here.
  SearchExporter(std::shared_ptr<const generation::Generation> generation,
                 SearchedFor wanted, Format format);

  // Empty after the last one, and only then.
  std::string next_part();

 private:
  std::shared_ptr<const generation::Generation> generation_;
  SearchedFor wanted_;
  Format format_;
  bool begun_ = false;
  bool done_ = false;
};

}  // namespace exchange
