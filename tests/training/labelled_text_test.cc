#include "training/labelled_text.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/temporary_directory.h"
#include "text/error.h"

namespace training {
namespace {

TEST_CASE("names of a KLUE file are spans of its sentences") {
  const TemporaryDirectory directory;
  const auto file = directory / "klue.tsv";
  std::ofstream(file)
      << "## comment\n박\tB-PS\n씨\tO\n \tO\n서\tB-LC\n울\tI-LC\n"
         "\n3\tB-QT\n";
  const auto texts = read_klue(file);
  REQUIRE(texts.size() == 2);
  CHECK(texts[0].utf8 == "박씨 서울");
  REQUIRE(texts[0].names.size() == 2);
  CHECK(texts[0].names[0].name_class == models::NameClass::kPerson);
  CHECK(texts[0].names[0].end == 3);
  CHECK(texts[0].names[1].name_class == models::NameClass::kLocation);
  CHECK(texts[0].names[1].begin == 7);
  CHECK(texts[0].names[1].end == 13);
  CHECK(texts[1].names[0].name_class == models::NameClass::kOther);
}

TEST_CASE("a line of a KLUE file without a tag is an error") {
  const TemporaryDirectory directory;
  const auto file = directory / "klue.tsv";
  std::ofstream(file) << "박\n";
  CHECK_THROWS_AS(read_klue(file), text::InputError);
}

}  // namespace
}  // namespace training
