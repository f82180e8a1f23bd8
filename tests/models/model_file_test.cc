#include "models/model_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

#include "tests/temporary_directory.h"
#include "text/error.h"

using namespace models;

namespace {

constexpr std::array<uint32_t, 3> kNumbers = {7, 8, 9};
constexpr std::string_view kLetters = "abc";

// A file of two sections; `letters` does not end at a multiple of 16.
std::filesystem::path write_sample(const std::filesystem::path& folder) {
  ModelFileWriter writer("sample");
  writer.add<char>("letters", kLetters);
  writer.add<uint32_t>("numbers", kNumbers);
  writer.write(folder / "sample.bin");
  return folder / "sample.bin";
}

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("what was written to a model file is read back") {
  const TemporaryDirectory folder;
  const ModelFile file(write_sample(folder.path()), "sample");
  const auto numbers = file.values<uint32_t>("numbers");
  CHECK(std::ranges::equal(numbers, kNumbers));
  CHECK(std::ranges::equal(file.values<char>("letters"), kLetters));
}

TEST_CASE("the example of docs/models.md is what is written") {
  const TemporaryDirectory folder;
  const std::string bytes = read_bytes(write_sample(folder.path()));
  REQUIRE(bytes.size() == 124);
  CHECK(bytes.starts_with("lodemodl"));
  CHECK(bytes.substr(8, 8) == std::string("\1\0\0\0\2\0\0\0", 8));
  CHECK(bytes.substr(16, 16) == "sample" + std::string(10, '\0'));
  CHECK(bytes.substr(32, 16) == "letters" + std::string(9, '\0'));
  CHECK(bytes[48] == 96);
  CHECK(bytes[56] == 3);
  CHECK(bytes[80] == 112);
  CHECK(bytes[88] == 12);
  CHECK(bytes.substr(96, 16) == "abc" + std::string(13, '\0'));
  CHECK(bytes.substr(112, 4) == std::string("\7\0\0\0", 4));
}

TEST_CASE("values stay where they are when a model file is moved") {
  const TemporaryDirectory folder;
  ModelFile file(write_sample(folder.path()), "sample");
  const auto numbers = file.values<uint32_t>("numbers");
  ModelFile moved(std::move(file));
  CHECK(numbers[2] == 9);
  CHECK(moved.values<uint32_t>("numbers").data() == numbers.data());
  file = std::move(moved);
  CHECK(numbers[2] == 9);
  CHECK_THROWS_AS(moved.values<char>("letters"), text::InputError);
}

TEST_CASE("a section that is missing or of another size is an error") {
  const TemporaryDirectory folder;
  const ModelFile file(write_sample(folder.path()), "sample");
  CHECK_THROWS_AS(file.values<char>("words"), text::InputError);
  CHECK_THROWS_AS(file.values<uint32_t>("letters"), text::InputError);
}

TEST_CASE("numbers that are none, or another count of them, are refused") {
  const TemporaryDirectory folder;
  constexpr std::array<float, 2> good = {1.5F, -2};
  constexpr std::array<float, 1> bad = {
      std::numeric_limits<float>::quiet_NaN()};
  ModelFileWriter writer("sample");
  writer.add<float>("good", good);
  writer.add<float>("bad", bad);
  writer.write(folder / "m.bin");
  const ModelFile file(folder / "m.bin", "sample");
  CHECK(file.numbers("good", 2)[1] == -2);
  CHECK_THROWS_AS(file.numbers("good", 3), text::InputError);
  CHECK_THROWS_AS(file.numbers("bad", 1), text::InputError);
}

TEST_CASE("a file that is no model of the kind is refused") {
  const TemporaryDirectory folder;
  const auto path = write_sample(folder.path());
  CHECK_THROWS_AS(ModelFile(path, "samples"), text::InputError);
  CHECK_THROWS_AS(ModelFile(folder.path(), "sample"), text::InputError);
  CHECK_THROWS_AS(ModelFile(folder.path() / "none.bin", "sample"),
                  text::InputError);
}

TEST_CASE("a model file that is cut anywhere is refused") {
  const TemporaryDirectory folder;
  const auto path = write_sample(folder.path());
  const std::string bytes = read_bytes(path);
  for (size_t size = 0; size < bytes.size(); ++size) {
    write_bytes(path, bytes.substr(0, size));
    CHECK_THROWS_AS(ModelFile(path, "sample"), text::InputError);
  }
}

TEST_CASE("a model file with a broken header or table is refused") {
  const TemporaryDirectory folder;
  const auto path = write_sample(folder.path());
  const std::string bytes = read_bytes(path);
  // Magic, version, section count, kind; an offset and a size, low and high.
  for (const size_t at : {0, 8, 15, 16, 48, 55, 56, 63, 80}) {
    std::string broken = bytes;
    broken[at] = static_cast<char>(broken[at] ^ 0x7f);
    write_bytes(path, broken);
    CHECK_THROWS_AS(ModelFile(path, "sample"), text::InputError);
  }
}
