#include "models/word_classes.h"

#include <doctest/doctest.h>

#include <array>

#include "tests/temporary_directory.h"
#include "text/error.h"

using namespace models;

namespace {

constexpr uint32_t kPath = 0b1'0110;

// `zinc`, `0000` and `'s`, all of the class 0110.
std::array<ClassSlot, 8> sample_slots() {
  std::array<ClassSlot, 8> slots;
  for (const auto* word : {"zinc", "0000", "'s"}) {
    size_t at = class_hash(word) % slots.size();
    while (slots[at].entry != 0) at = (at + 1) % slots.size();
    slots[at] = {static_cast<uint32_t>(class_hash(word) >> 32U), 1};
  }
  return slots;
}

std::filesystem::path write(const std::filesystem::path& folder,
                            std::span<const ClassSlot> slots) {
  ModelFileWriter writer("classes");
  writer.add<ClassSlot>("slots", slots);
  writer.add<uint32_t>("paths", std::array{kPath});
  writer.write(folder / "classes.bin");
  return folder / "classes.bin";
}

}  // namespace

TEST_CASE("a word is found as written, its digits and apostrophes made one") {
  const TemporaryDirectory folder;
  const WordClasses classes(write(folder.path(), sample_slots()));
  CHECK(classes.find("zinc") == WordClass{0b0110, 4});
  CHECK(classes.find("1984") == WordClass{0b0110, 4});
  CHECK(classes.find("’s") == WordClass{0b0110, 4});
  CHECK(classes.find("Zinc") == WordClass{});
  CHECK(classes.find("") == WordClass{});
}

TEST_CASE("prefixes of a class differ by their length") {
  const WordClass found = {0b0110, 4};
  CHECK(found.prefix(2) == 0b101);
  CHECK(found.prefix(4) == 0b10110);
  CHECK(found.prefix(20) == 0b10110);
  CHECK(WordClass{}.prefix(4) == 0);
}

TEST_CASE("a key is hashed as it is spelled") {
  for (const auto* word : {"", "zinc", "12’s", "\xe2\x80"}) {
    CHECK(class_hash(word) == class_hash(class_key(word)));
  }
  CHECK(class_key("12’s") == "00's");
}

TEST_CASE("a table of words that is full or points nowhere is refused") {
  const TemporaryDirectory folder;
  auto slots = sample_slots();
  for (ClassSlot& slot : slots) slot.entry = 1;
  CHECK_THROWS_AS(WordClasses(write(folder.path(), slots)), text::InputError);
  slots = sample_slots();
  for (ClassSlot& slot : slots) slot.entry *= 2;
  CHECK_THROWS_AS(WordClasses(write(folder.path(), slots)), text::InputError);
}

TEST_CASE("the classes that ship put cities with cities, metals with metals") {
  const WordClasses classes(std::filesystem::path(LODE_SOURCE_DIR) /
                            "corpora/models/classes.bin");
  const auto is_like = [&](const char* one, const char* other) {
    return classes.find(one).prefix(7) == classes.find(other).prefix(7);
  };
  CHECK(classes.find("London").length > 8);
  CHECK(is_like("London", "Shanghai"));
  CHECK(is_like("zinc", "copper"));
  CHECK(is_like("Smith", "Johnson"));
  CHECK(!is_like("London", "copper"));
  CHECK(!is_like("London", "Smith"));
}
