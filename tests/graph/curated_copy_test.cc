// The copy of a small graph that judgements which need a build are tried on.

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>

#include "graph/graph_reader.h"
#include "graph/judgement_states.h"
#include "tests/graph/judging.h"
#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

const std::string kAcme = "company:acme-zinc";
const Judgement kSplit =
    split(kAcme, text::ArticleId{2}, "company:acme-zinc~2");

// Where copies are made, while it lives.
class TemporaryFolderIs {
 public:
  explicit TemporaryFolderIs(const std::filesystem::path& path) {
    if (const char* set = std::getenv("TMPDIR")) before_ = set;
    ::setenv("TMPDIR", path.c_str(), 1);
  }
  ~TemporaryFolderIs() {
    before_ ? ::setenv("TMPDIR", before_->c_str(), 1) : ::unsetenv("TMPDIR");
  }
  TemporaryFolderIs(const TemporaryFolderIs&) = delete;
  TemporaryFolderIs& operator=(const TemporaryFolderIs&) = delete;

 private:
  std::optional<std::string> before_;
};

// Two companies called Acme Zinc, told apart by `kSplit`.
class AcmeGraph {
 public:
  AcmeGraph() {
    build(directory_ / "graph",
          {{.id = 1,
            .body = "Acme Zinc owns the Ada mine. " + filler(1),
            .names = {"company:Acme Zinc", "facility:Ada mine"}},
           {.id = 2,
            .body = "Acme Zinc met Bo Berg. " + filler(2),
            .names = {"company:Acme Zinc", "person:Bo Berg"}}});
  }

  // With copies in `folder`.
  GraphReader read_split(const std::filesystem::path& folder) const {
    const TemporaryFolderIs here(folder);
    return GraphReader(GraphReader(directory_ / "graph"), {{kSplit}});
  }

 private:
  TemporaryDirectory directory_;
};

}  // namespace

TEST_CASE("where no copy can be made, the view answers and says why") {
  const GraphReader reader = AcmeGraph().read_split("/nonexistent");
  CHECK(reader.judgement_states()[0].waits_for_build);
  CHECK(reader.copy_problem().starts_with("no copy of the graph can be made"));
  CHECK(reader.entity(kAcme).has_value());
}

TEST_CASE("a copy leaves nothing in the temporary folder, however it ends") {
  const TemporaryDirectory folder;
  const AcmeGraph graph;
  const GraphReader reader = graph.read_split(folder.path());
  CHECK(reader.entity(kSplit.other).has_value());
  CHECK(reader.related({.entity = kAcme}).total > 0);
  CHECK(std::filesystem::is_empty(folder.path()));
}

}  // namespace graph
