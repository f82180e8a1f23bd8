// Reads an exported graph from a text.

#pragma once

#include <string>
#include <vector>

#include "indexer/archive/record_reader.h"
#include "indexer/graph_line.h"
#include "tests/fuzz/memory_stream.h"

namespace indexer {

struct ReadGraph {
  std::vector<ReadArticle> articles;
  std::vector<std::string> rejects;
};

// `text` is recognised by its beginning, and called `graph`.
inline ReadGraph read_graph(const std::string& text) {
  ReadGraph graph;
  MemoryStream stream(text);
  read_records(
      stream, "graph",
      {[&](const Record& record) {
         graph.articles.push_back(parse_graph_line(record.bytes).value());
       },
       [&](const Reject& reject) {
         graph.rejects.push_back(to_string(reject));
       }});
  return graph;
}

// `text` with the first `from` replaced.
inline std::string replaced(std::string text, const std::string& from,
                            const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace indexer
