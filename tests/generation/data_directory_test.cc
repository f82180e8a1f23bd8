#include "generation/data_directory.h"

#include <doctest/doctest.h>

#include "generation/durable_file.h"
#include "tests/generation/sample_generation.h"
#include "tests/temporary_directory.h"
#include "text/error.h"

namespace generation {

namespace fs = std::filesystem;

TEST_CASE("a data directory without publication has no current generation") {
  const TemporaryDirectory temporary;
  CHECK_FALSE(current_generation(temporary.path()));
  CHECK_FALSE(current_generation(temporary.path() / "missing"));
}

TEST_CASE("a published generation is current, and the one before stays") {
  const TemporaryDirectory temporary;
  const auto& data = temporary.path();
  CHECK(publish_article(data, "one") == GenerationId{1});
  CHECK(publish_article(data, "two") == GenerationId{2});
  CHECK(publish_article(data, "three") == GenerationId{3});
  CHECK(current_generation(data) == GenerationId{3});
  CHECK(fs::exists(generation_path(data, GenerationId{2})));
  CHECK_FALSE(fs::exists(generation_path(data, GenerationId{1})));
}

TEST_CASE("what is not published leaves the old generation current") {
  const TemporaryDirectory temporary;
  const auto& data = temporary.path();
  publish_article(data, "one");
  {
    const WriterLock lock(data);
    const NewGeneration abandoned(data, lock);
  }
  CHECK(current_generation(data) == GenerationId{1});
  CHECK(std::distance(fs::directory_iterator(data / "generations"), {}) == 1);
}

TEST_CASE("the draft of a writer that died is removed by the next one") {
  const TemporaryDirectory temporary;
  const auto& data = temporary.path();
  fs::create_directories(data / "generations/000001.new/search");
  publish_article(data, "one");
  CHECK_FALSE(fs::exists(data / "generations/000001.new"));
}

TEST_CASE("a generation that a crash kept from becoming current goes first") {
  const TemporaryDirectory temporary;
  const auto& data = temporary.path();
  publish_article(data, "one");
  publish_article(data, "two");
  replace_file(data / "CURRENT", "000001\n");
  CHECK(publish_article(data, "three") == GenerationId{3});
  CHECK(fs::exists(generation_path(data, GenerationId{1})));
  CHECK_FALSE(fs::exists(generation_path(data, GenerationId{2})));
}

TEST_CASE("a publication mends a damaged CURRENT and removes nothing") {
  const TemporaryDirectory temporary;
  const auto& data = temporary.path();
  publish_article(data, "one");
  replace_file(data / "CURRENT", "000099\n");
  CHECK(publish_article(data, "two") == GenerationId{2});
  CHECK(current_generation(data) == GenerationId{2});
  CHECK(fs::exists(generation_path(data, GenerationId{1})));
}

TEST_CASE("a second writer is refused while the first one works") {
  const TemporaryDirectory temporary;
  const WriterLock first(temporary.path());
  CHECK_THROWS_WITH_AS(WriterLock(temporary.path()),
                       doctest::Contains("another process is writing"),
                       text::StorageError);
}

TEST_CASE("a generation that is read is not removed") {
  const TemporaryDirectory temporary;
  const auto& data = temporary.path();
  publish_article(data, "one");
  {
    const ReaderLock reading(data, GenerationId{1});
    publish_article(data, "two");
    publish_article(data, "three");
    CHECK(fs::exists(generation_path(data, GenerationId{1})));
  }
  publish_article(data, "four");
  CHECK_FALSE(fs::exists(generation_path(data, GenerationId{1})));
}

TEST_CASE("a damaged CURRENT is an error, not an empty archive") {
  const TemporaryDirectory temporary;
  for (const char* bytes : {"", "7", "000007", "latest\n", "-00001\n"}) {
    CAPTURE(bytes);
    replace_file(temporary.path() / "CURRENT", bytes);
    CHECK_THROWS_AS(current_generation(temporary.path()), text::StorageError);
  }
}

}  // namespace generation
