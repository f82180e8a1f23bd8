// Archives -> articles, without analysing them.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

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

// A record that gave no article.
struct Reject {
  std::string archive;  // the file, as it was named
  uint64_t record = 0;  // record or line in it, from 1; 0 if it is the file
  std::string reason;   // one line

  bool operator==(const Reject&) const = default;
};

// `metals.jsonl: record 7: not JSON: ...`.
std::string to_string(const Reject& reject);

struct ReadSink {
  std::function<void(ReadArticle)> on_article;
  std::function<void(Reject)> on_reject;
  std::function<void(uint64_t bytes)> on_bytes;  // progress, of input files
};

// Reads files, folders (recursively, sorted by name, without hidden files and
// what their `.lodeignore` names) and `-` (standard input), in order, and
// hands over every article and reject. Articles keep the order of their
// records at any number of `threads`; the sink is called by one thread. Memory
// is bounded. Records that are no news by design (WARC requests, robots.txt)
// are neither article nor reject. Throws InputError if a path does not exist.
void read_articles(const std::vector<std::string>& paths, int threads,
                   const ReadSink& sink);

// The total size of the files that read_articles() would read, in bytes;
// standard input counts nothing.
uint64_t total_bytes(const std::vector<std::string>& paths);

}  // namespace indexer
