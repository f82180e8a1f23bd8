// Passages of news and of an encyclopaedia, to measure search with, and words
// to ask for.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "text/article.h"

namespace bench {

// Reads `wikinews/*.jsonl.gz` (an article a line: `title`, `body`) and
// `enwiki/*.gz` (`<doc id= title=>`, a paragraph a line) of `corpora` in the
// order of their names, and cuts each article at the end of the paragraph or
// sentence with which a passage has `bytes` or more; its rest is a passage too.
// Passages have the title of their article and one day each, from 1970 on.
// Throws std::runtime_error.
std::vector<text::Article> read_passages(const std::filesystem::path& corpora,
                                         size_t bytes);

// Words are lower-case ASCII, three letters and longer, no stop words.
struct WordQuery {
  std::vector<std::string> words;
};

struct QuerySets {
  // Alike many that stand in 10 passages and more, 100, 1,000 and 10,000.
  std::vector<WordQuery> one;
  std::vector<WordQuery> two_all;    // both stand in some passage
  std::vector<WordQuery> three_any;  // all stand in some passage
  std::vector<WordQuery> phrase;     // side by side in some passage
};

// `count` of each kind, the same for the same passages. Words of a passage are
// drawn as often as they stand there: common ones are common.
QuerySets draw_queries(const std::vector<text::Article>& passages,
                       size_t count);

}  // namespace bench
