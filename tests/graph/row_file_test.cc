#include "graph/row_file.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/graph/tiny_archive.h"
#include "text/error.h"

namespace graph {
namespace {

constexpr size_t kRows = 1000;

// Long rows here and there, and empty ones: several groups and blocks.
std::string row_of(size_t number) {
  if (number % 5 == 0) return "";
  return std::string(number % 7 == 0 ? 3000 : 3, static_cast<char>(number));
}

std::filesystem::path write_rows(const TemporaryDirectory& directory) {
  const auto path = directory / "some.rows";
  RowFileWriter writer(path, 2);
  for (uint32_t i = kRows / 2; i < kRows; ++i) {
    writer.add(1, EntityNumber{i}, row_of(i));
  }
  for (uint32_t i = 0; i < kRows / 2; ++i) {
    if (!row_of(i).empty()) writer.add(0, EntityNumber{i}, row_of(i));
  }
  writer.finish(kRows);
  return path;
}

void change_byte(const std::filesystem::path& path, std::streamoff at) {
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  file.seekg(at);
  const int byte = file.get();
  file.seekp(at);
  file.put(static_cast<char>(byte ^ 1));
}

}  // namespace

TEST_CASE("every row comes back, whoever wrote it first") {
  const TemporaryDirectory directory;
  const RowFile file(write_rows(directory));
  REQUIRE(file.size() == kRows);
  size_t wrong = 0;
  for (uint32_t i = 0; i < kRows; ++i) {
    if (file.row(EntityNumber{i}) != row_of(i)) ++wrong;
  }
  CHECK(wrong == 0);
  CHECK_THROWS_AS(file.row(EntityNumber{kRows}), text::StorageError);
}

TEST_CASE("parts leave nothing behind") {
  const TemporaryDirectory directory;
  const auto path = write_rows(directory);
  size_t files = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(path.parent_path())) {
    CHECK(entry.path() == path);
    ++files;
  }
  CHECK(files == 1);
}

TEST_CASE("a file without rows is read") {
  const TemporaryDirectory directory;
  RowFileWriter(directory / "none.rows", 1).finish(0);
  CHECK(RowFile(directory / "none.rows").size() == 0);
}

TEST_CASE("a row whose bytes changed is refused, others are read") {
  const TemporaryDirectory directory;
  const auto path = write_rows(directory);
  change_byte(path, 10);
  const RowFile file(path);
  CHECK_THROWS_AS(file.row(EntityNumber{1}), text::StorageError);
  CHECK(file.row(EntityNumber{999}) == row_of(999));
}

TEST_CASE("a file that is cut off or ends with other bytes is refused") {
  const TemporaryDirectory directory;
  const auto path = write_rows(directory);
  const auto size = std::filesystem::file_size(path);
  change_byte(path, static_cast<std::streamoff>(size) - 30);
  CHECK_THROWS_AS(RowFile{path}, text::StorageError);
  std::filesystem::resize_file(path, size / 2);
  CHECK_THROWS_AS(RowFile{path}, text::StorageError);
  std::filesystem::resize_file(path, 3);
  CHECK_THROWS_AS(RowFile{path}, text::StorageError);
  CHECK_THROWS_AS(RowFile{directory / "missing.rows"}, text::StorageError);
}

}  // namespace graph
