#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/article_line.h"
#include "text/error.h"

// What was read can be written and gives the same when it is read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const indexer::ReadArticle read = indexer::parse_article_line(bytes);
    const std::string line = indexer::to_article_line(read.article);
    if (read.annotation) {
      indexer::to_annotation_line(read.article, *read.annotation);
    }
    const indexer::ReadArticle again = indexer::parse_article_line(line);
    const bool same = again.article.body == read.article.body &&
                      again.article.published == read.article.published &&
                      again.article.id == read.article.id;
    if (!same) std::abort();
  } catch (const text::InputError&) {
  }
  return 0;
}
