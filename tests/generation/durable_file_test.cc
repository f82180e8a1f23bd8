#include "generation/durable_file.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/temporary_directory.h"
#include "text/error.h"

namespace generation {

TEST_CASE("a replaced file has the new bytes and leaves no draft behind") {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "CURRENT";
  replace_file(file, "000001\n");
  replace_file(file, "000002\n");
  CHECK(read_file(file) == "000002\n");
  CHECK(std::distance(std::filesystem::directory_iterator(temporary.path()),
                      {}) == 1);
}

TEST_CASE("a checksum is that of the bytes, whatever the name") {
  const TemporaryDirectory temporary;
  replace_file(temporary.path() / "a", std::string(100'000, 'x'));
  replace_file(temporary.path() / "b", std::string(100'000, 'x'));
  replace_file(temporary.path() / "c", std::string(99'999, 'x') + "y");
  const auto a = checksum(temporary.path() / "a");
  CHECK(a.size() == 32);
  CHECK(a == checksum(temporary.path() / "b"));
  CHECK(a != checksum(temporary.path() / "c"));
}

TEST_CASE("a missing file is an error that names it") {
  CHECK_THROWS_WITH_AS(read_file("/nowhere/CURRENT"),
                       doctest::Contains("/nowhere/CURRENT"),
                       text::StorageError);
  CHECK_THROWS_AS(checksum("/nowhere/CURRENT"), text::StorageError);
}

}  // namespace generation
