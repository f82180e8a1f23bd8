#include "graph/judged_copy.h"

#include <stdlib.h>

#include <string>
#include <system_error>
#include <utility>

#include "graph/graph_builder.h"
#include "text/error.h"

namespace graph {

JudgedCopy::Folder::Folder() {
  std::string name =
      (std::filesystem::temp_directory_path() / "lode-judged-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw text::StorageError(name, "cannot be made");
  }
  path = name;
}

JudgedCopy::Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

JudgedCopy::JudgedCopy(const std::filesystem::path& graph,
                       std::vector<Judgement> judgements) {
  const auto directory = folder_.path / "graph";
  GraphBuilder builder(directory, graph);
  builder.judge(std::move(judgements));
  builder.finish();
  database_.emplace(Database::open(directory));
}

}  // namespace graph
