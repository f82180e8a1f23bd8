#include "graph/judged_copy.h"

#include <stdlib.h>

#include <string>
#include <system_error>
#include <utility>

#include "graph/graph_builder.h"
#include "text/error.h"

namespace graph {

namespace {

std::filesystem::path temporary_folder() {
  std::error_code error;
  auto folder = std::filesystem::temp_directory_path(error);
  if (error) throw text::StorageError("TMPDIR", error.message());
  return folder;
}

}  // namespace

JudgedCopy::Folder::Folder() {
  std::string name = (temporary_folder() / "lode-judged-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw text::StorageError(name, "cannot be made");
  }
  path = name;
}

JudgedCopy::Folder::~Folder() { remove(); }

void JudgedCopy::Folder::remove() {
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
  folder_.remove();
}

}  // namespace graph
