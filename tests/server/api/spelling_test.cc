#include "server/api/spelling.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/server/typed_archive.h"

namespace server::api {
namespace {

std::string corrected(const TypedArchive& archive, std::string query,
                      const std::vector<text::ArticleKind>& kinds = {}) {
  const auto spelled = correct_query(
      {.query = std::move(query), .kinds = kinds}, archive.generation());
  return spelled ? spelled->query : "";
}

}  // namespace

TEST_CASE("mistyped names and words are put right") {
  const TypedArchive archive;
  CHECK(corrected(archive, "Koera Zinc") == "Korea Zinc");
  CHECK(corrected(archive, "Nyrstr") == "Nyrstar");
  CHECK(corrected(archive, "NYRSTR Cobré") == "NYRSTAR Cobré");
  CHECK(corrected(archive, "the smleter in Tennessee") ==
        "the smelter in Tennessee");
  CHECK(corrected(archive, "title:zinc smleter -copper") ==
        "title:zinc smelter -copper");
}

TEST_CASE("characters of Chinese, Korean and Japanese names are put right") {
  const TypedArchive archive;
  CHECK(corrected(archive, "高丽亚铅") == "高丽亚锌");
  CHECK(corrected(archive, "고려아언 제련소") == "고려아연 제련소");
  CHECK(corrected(archive, "ニッゲル") == "ニッケル");
}

TEST_CASE("words that are right stay") {
  const TypedArchive archive;
  for (const char* query :
       {"smelter", "smelters", "Korea Zinc", "Nyrstar's", "zinc", "zicn:x",
        "\"smleter\"", "zin", "-smleter", "smlet*", "smleter~", "2025", "",
        "고려아연", "nickel"}) {
    CAPTURE(query);
    CHECK(corrected(archive, query).empty());
  }
}

TEST_CASE("marks of sentences and parentheses stand beside words") {
  const TypedArchive archive;
  CHECK(corrected(archive, "zinc smleter?") == "zinc smelter?");
  CHECK(corrected(archive, "smleter, zinc") == "smelter, zinc");
  CHECK(corrected(archive, "(smleter OR zinc)") == "(smelter OR zinc)");
  CHECK(corrected(archive, "title:smleter") == "title:smelter");
  CHECK(corrected(archive, "5\" smleter") == "5\" smelter");
}

TEST_CASE("what is quoted, excluded or filtered by stays in any notation") {
  const TypedArchive archive;
  for (const char* query :
       {"“zinc smleter”", "「smleter」", "zinc NOT smleter",
        "zinc -(lead smleter)", "source:(smleter) zinc", "smleter^2"}) {
    CAPTURE(query);
    CHECK(corrected(archive, query).empty());
  }
}

TEST_CASE("what stands beside the other words of the query is meant") {
  const TypedArchive archive;
  CHECK(corrected(archive, "lead mone") == "lead mine");
  CHECK(corrected(archive, "price mone") == "price money");
}

TEST_CASE("nothing is offered that the filters leave nothing of") {
  const TypedArchive archive;
  CHECK(corrected(archive, "smleter", {text::ArticleKind::kArticle}) ==
        "smelter");
  CHECK(corrected(archive, "smleter", {text::ArticleKind::kBrief}).empty());
}

TEST_CASE("what was changed is marked, and what no article has gives way") {
  const TypedArchive archive;
  const auto spelled =
      correct_query({.query = "Koera Zinc"}, archive.generation());
  REQUIRE(spelled);
  CHECK(spelled->marks == std::vector<text::Span>{{0, 5}});
  CHECK(spelled->replaces);
  CHECK(suggestion_json(*spelled, true).dump() ==
        R"({"query":"Korea Zinc","marks":[[0,5]],"searched":true})");
}

TEST_CASE("hostile queries are left as they are") {
  const TypedArchive archive;
  for (const std::string& query :
       {std::string(1 << 20, 'a'), std::string("\xff\xfe"),
        std::string("\u202e\u05d0\u05d1\u05d2\u05d3"), std::string("\"\"\"((("),
        std::string("\x01\x02\x03\x04")}) {
    CHECK(corrected(archive, query).empty());
  }
}

}  // namespace server::api
