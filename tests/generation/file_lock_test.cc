#include "generation/file_lock.h"

#include <doctest/doctest.h>

#include "generation/durable_file.h"
#include "tests/temporary_directory.h"
#include "text/error.h"

namespace generation {

using Mode = FileLock::Mode;

TEST_CASE("readers share a file, a writer has it alone, until they let go") {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "LOCK";
  replace_file(file, "");
  {
    const auto reader = FileLock::try_lock(file, Mode::kShared);
    CHECK(reader);
    CHECK(FileLock::try_lock(file, Mode::kShared));
    CHECK_FALSE(FileLock::try_lock(file, Mode::kExclusive));
  }
  const auto writer = FileLock::try_lock(file, Mode::kExclusive);
  CHECK(writer);
  CHECK_FALSE(FileLock::try_lock(file, Mode::kShared));
}

TEST_CASE("a missing file is made only when asked to") {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "LOCK";
  CHECK_THROWS_AS(FileLock::try_lock(file, Mode::kExclusive),
                  text::StorageError);
  CHECK(FileLock::try_lock(file, Mode::kExclusive, /*create=*/true));
}

}  // namespace generation
