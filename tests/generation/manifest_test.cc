#include "generation/manifest.h"

#include <doctest/doctest.h>

#include "generation/durable_file.h"
#include "tests/temporary_directory.h"
#include "text/error.h"

namespace generation {

namespace {

Manifest sample() {
  Manifest manifest;
  manifest.analysis_version = 1;
  manifest.extraction = "9f2c64d1e0b7a853";
  manifest.created = "2026-02-10T04:00:00Z";
  manifest.articles = 3;
  manifest.graph = {.articles = 3, .stories = 2, .entities = 7};
  manifest.segments = {{"000001", 2, {"9f2c64d1e0b7a853"}}, {"000002", 2, {}}};
  manifest.checksums = {{"search/000001/postlist.glass", "00ff"}};
  manifest.content_digest = "0123456789abcdef";
  return manifest;
}

}  // namespace

TEST_CASE("a manifest is read as it was written") {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "manifest.json";
  write_manifest(sample(), file);
  const Manifest read = read_manifest(file);
  CHECK(read.extraction == "9f2c64d1e0b7a853");
  CHECK(read.articles == 3);
  CHECK(read.graph == sample().graph);
  CHECK(read.segments == sample().segments);
  CHECK(read.checksums == sample().checksums);
  CHECK(read.content_digest == "0123456789abcdef");
}

TEST_CASE("a manifest of a newer format is refused, naming both versions") {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "manifest.json";
  Manifest newer = sample();
  newer.format_version = kFormatVersion + 1;
  write_manifest(newer, file);
  CHECK_THROWS_WITH_AS(read_manifest(file),
                       doctest::Contains("written in format 2, this lode "
                                         "reads format 1"),
                       text::StorageError);
}

TEST_CASE("what is no manifest is refused") {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "manifest.json";
  for (const char* bytes : {"", "{", "[]", "{\"format_version\":1}",
                            "{\"format_version\":\"one\"}"}) {
    CAPTURE(bytes);
    replace_file(file, bytes);
    CHECK_THROWS_AS(read_manifest(file), text::StorageError);
  }
}

}  // namespace generation
