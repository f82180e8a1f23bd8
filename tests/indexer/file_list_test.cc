#include "indexer/archive/file_list.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/indexer/reading.h"
#include "tests/temporary_directory.h"

namespace indexer {
namespace {

namespace fs = std::filesystem;

constexpr uid_t kNobody = 65534;
constexpr auto kForAll = fs::perms{0755};

using Strings = std::vector<std::string>;

Strings list_files(const Strings& paths) {
  Strings files;
  for_each_file(
      paths, [&](const std::string& file) { files.push_back(file); },
      [](const std::string& path, const std::string&) {
        FAIL("not read: " << path);
      });
  return files;
}

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

TEST_CASE("a pipe that is called .lodeignore is not waited for") {
  const TemporaryDirectory folder;
  REQUIRE(::mkfifo((folder / ".lodeignore").c_str(), 0600) == 0);
  std::ofstream(folder / "a.txt") << "text";
  CHECK(list_files({folder.path().string()}) == Strings{folder / "a.txt"});
}

TEST_CASE("a folder that can't be listed costs only itself") {
  const TemporaryDirectory folder;
  fs::permissions(folder.path(), kForAll);
  for (const std::string name : {"a", "b", "c"}) {
    const fs::path file = folder / name / "story.txt";
    fs::create_directory(file.parent_path());
    std::ofstream(file) << "Zinc " << name << "\n";
    fs::permissions(file, kForAll);
    fs::permissions(file.parent_path(), kForAll);
  }
  fs::permissions(folder / "b", fs::perms::none);
  const Strings paths = {folder.path().string()};
  const uid_t user = ::geteuid();
  if (user == 0) REQUIRE(::seteuid(kNobody) == 0);  // root lists every folder
  const Reading reading = read_paths(paths);
  const uint64_t bytes = total_bytes(paths);
  REQUIRE(::seteuid(user) == 0);
  fs::permissions(folder / "b", fs::perms::owner_all);
  CHECK(reading.titles() == Strings{"Zinc a", "Zinc c"});
  CHECK(reading.rejects == Strings{(folder / "b").string() +
                                   ": can't be listed: Permission denied"});
  CHECK(bytes == 2 * std::string("Zinc a\n").size());
}

}  // namespace
}  // namespace indexer
