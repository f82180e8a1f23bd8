#include "indexer/archive/file_list.h"

#include <doctest/doctest.h>

#include "tests/indexer/reading.h"
#include "tests/temporary_directory.h"
#include "text/error.h"

namespace indexer {
namespace {

namespace fs = std::filesystem;

using Strings = std::vector<std::string>;

TEST_CASE("a folder is read sorted, without hidden and ignored files") {
  CHECK(list_files({data_path("folder")}) ==
        Strings{data_path("folder/a.txt"), data_path("folder/b.txt"),
                data_path("folder/inner/c.txt")});
}

TEST_CASE("a file that is named is read whatever its name") {
  const Strings paths = {data_path("folder/inner/skip.bak"),
                         data_path("folder/.e.txt"), "-"};
  CHECK(list_files(paths) == paths);
}

TEST_CASE("links that lead in a circle or nowhere are passed over") {
  const TemporaryDirectory temporary;
  const auto& folder = temporary.path();
  fs::create_symlink(folder, folder / "above");
  fs::create_symlink("itself", folder / "itself");
  fs::create_symlink("nowhere", folder / "lost");
  std::ofstream(folder / "a.txt") << "text";
  CHECK(list_files({folder.string()}) == Strings{folder / "a.txt"});
}

TEST_CASE("a missing path is an error") {
  CHECK_THROWS_AS(list_files({"/no/such"}), text::InputError);
}

}  // namespace
}  // namespace indexer
