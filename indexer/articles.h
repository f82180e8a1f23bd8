// Archives -> articles, without analysing them.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/field_map.h"
#include "indexer/rejects.h"
#include "text/annotation.h"
#include "text/article.h"

namespace indexer {

// An article as read; `annotation` where its line carried one (and then
// `entities` describes what it names). An article of an exported graph is an
// excerpt, and told to be of a `story`.
struct ReadArticle {
  text::Article article;
  std::optional<text::Annotation> annotation;
  std::vector<text::Entity> entities;
  std::optional<text::ArticleId> story = {};
};

struct ReadSink {
  std::function<void(ReadArticle)> on_article;
  std::function<void(Reject)> on_reject;
  std::function<void(uint64_t bytes)> on_bytes;  // progress, of input files
  // So many records were no news by design: `WARC request`, `HTTP status 404`.
  std::function<void(const std::string& what, uint64_t count)> on_skipped = {};
};

struct ReadOptions {
  int threads = 0;                          // 0: as many as cores
  FieldMap fields = {};                     // of JSON and tables
  std::optional<RejectedPlaces> only = {};  // records elsewhere are passed over
};

// Reads files, folders (recursively, sorted by name, without hidden files and
// what their `.lodeignore` names) and `-` (standard input), in order, and
// hands over every article and reject. Articles keep the order of their
// records at any number of threads; the sink is called by one thread. Memory is
// bounded. A path that does not exist and a folder that can't be listed are
// rejects, and what is behind them is read. Throws InputError if none of the
// paths exists.
void read_articles(const std::vector<std::string>& paths,
                   const ReadOptions& options, const ReadSink& sink);
void read_articles(const std::vector<std::string>& paths, int threads,
                   const ReadSink& sink);

// The total size of the files that read_articles() would read, in bytes;
// standard input and what can't be looked at count nothing. Throws InputError if
// none of the paths exists.
uint64_t total_bytes(const std::vector<std::string>& paths);

}  // namespace indexer
