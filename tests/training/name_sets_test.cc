#include "training/name_sets.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/temporary_directory.h"

using namespace training;
using models::NameClass;

namespace {

MarkedSentence read_one(std::string_view text, SetFormat format) {
  const TemporaryDirectory folder;
  const auto file = folder.path() / "set.txt";
  std::ofstream(file, std::ios::binary) << text;
  return read_name_set(file, format).front().sentences.front();
}

}  // namespace

TEST_CASE("names of columns keep their words when these are cut finer") {
  const auto sentence = read_one(
      "Paris-based O\nAir B-ORG\nFrance-KLM I-ORG\n\n", SetFormat::kColumns);
  CHECK(sentence.words == std::vector<std::string>{"Paris", "-", "based", "Air",
                                                   "France", "-", "KLM"});
  CHECK(sentence.names ==
        std::vector<MarkedName>{{3, 7, NameClass::kOrganization}});
}

TEST_CASE("titles, articles and parts of places follow one convention") {
  const auto sentence = read_one(
      "#doc 1\n0\tMrs.\tB-Peop\n1\tRose\tI-Peop\n2\tleft\tO\n"
      "3\tConcord\tB-Loc\n4\t,\tI-Loc\n5\tOhio\tI-Loc\n6\tIrish\tB-Loc\n",
      SetFormat::kConll04);
  CHECK(sentence.names == std::vector<MarkedName>{{1, 2, NameClass::kPerson},
                                                  {3, 4, NameClass::kLocation},
                                                  {5, 6, NameClass::kLocation},
                                                  {6, 7, NameClass::kOther}});
}

TEST_CASE("an entity of GUM gives the name in it") {
  const auto sentence = read_one(
      "1\tNASA\t_\tPROPN\t_\t_\t2\tcompound\t_\t"
      "Entity=(10-person-new-x-cf6-1,2,3,4-coref-Charles_Bolden"
      "(1-organization-giv-x-cf4-1-coref-NASA)\n"
      "2\tAdministrator\t_\tPROPN\t_\t_\t3\tnmod:desc\t_\t_\n"
      "3\tCharles\t_\tPROPN\t_\t_\t0\troot\t_\t_\n"
      "4\tBolden\t_\tPROPN\t_\t_\t3\tflat\t_\tEntity=10)\n",
      SetFormat::kGum);
  CHECK(sentence.names ==
        std::vector<MarkedName>{{0, 1, NameClass::kOrganization},
                                {2, 4, NameClass::kPerson}});
}
