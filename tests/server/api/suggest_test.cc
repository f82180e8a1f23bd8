#include "server/api/suggest.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/server/sample_archive.h"
#include "tests/server/typed_archive.h"

namespace server {
namespace {

// The first suggestion of a kind; null if there is none.
api::Json first_of(const api::Json& json, std::string_view kind) {
  for (const auto& suggestion : json["suggestions"]) {
    if (suggestion["kind"] == kind) return suggestion;
  }
  return nullptr;
}

std::string tier_of_first(const TypedArchive& archive, const char* typed,
                          std::string_view kind) {
  const auto first =
      first_of(api::suggest({{"q", typed}}, archive.generation()), kind);
  if (first.is_null()) return "none";
  return first["tier"].get<std::string>() + " " +
         first["text"].get<std::string>() + first["marks"].dump();
}

}  // namespace

TEST_CASE("entities are offered by the beginning of a name or alias") {
  const SampleArchive archive;
  for (const char* typed : {"kor", "고려"}) {
    CAPTURE(typed);
    const auto json = api::suggest({{"q", typed}}, archive.generation());
    const auto first = first_of(json, "entity");
    REQUIRE_FALSE(first.is_null());
    CHECK(first["entity"]["id"] == "company:korea-zinc");
    CHECK(first["match"] == "prefix");
  }
}

TEST_CASE("nothing typed and nothing known offer nothing that breaks") {
  const SampleArchive archive;
  CHECK(api::suggest({{"q", "zzz"}}, archive.generation())["suggestions"]
            .empty());
  CHECK(api::suggest({}, archive.generation())["suggestions"].is_array());
}

TEST_CASE("each tier in four scripts says what part was typed") {
  const TypedArchive archive;
  for (const auto& [typed, first] :
       {std::pair("nyrstar", "exact Nyrstar[[0,7]]"),
        std::pair("zinc", "prefix Korea Zinc[[6,10]]"),
        std::pair("kor", "prefix Korea Zinc[[0,3]]"),
        std::pair("高丽", "alias 高丽亚锌[[0,2]]"),
        std::pair("高麗", "alias 高丽亚锌[[0,2]]"),
        std::pair("고려아여", "alias 고려아연[[0,4]]"),
        std::pair("にっけ", "alias ニッケル[[0,3]]"),
        std::pair("ﾆｯｹ", "alias ニッケル[[0,3]]"),
        std::pair("koera zi", "fuzzy Korea Zinc[[0,8]]"),
        std::pair("nyrstr", "fuzzy Nyrstar[[0,7]]"),
        std::pair("高丽亚铅", "fuzzy 高丽亚锌[[0,4]]"),
        std::pair("고려아언", "fuzzy 고려아연[[0,4]]"),
        std::pair("ニッゲル", "fuzzy ニッケル[[0,4]]")}) {
    CAPTURE(typed);
    CHECK(tier_of_first(archive, typed, "entity") == first);
  }
  for (const auto& [typed, first] :
       {std::pair("A lead mine", "exact A lead mine[[0,11]]"),
        std::pair("a lead", "prefix A lead mine[[0,6]]"),
        std::pair("제려", "prefix 고려아연 제련소[[5,7]]"),
        std::pair("收购", "prefix 高丽亚锌收购冶炼厂[[4,6]]"),
        std::pair("住友金", "prefix 住友金属鉱山のニッケル[[0,3]]"),
        std::pair("nyrstr se", "fuzzy Nyrstar sells[[0,10]]")}) {
    CAPTURE(typed);
    CHECK(tier_of_first(archive, typed, "title") == first);
  }
}

TEST_CASE("titles are offered beside entities and lead to their article") {
  const TypedArchive archive;
  const auto json = api::suggest({{"q", "korea zinc"}}, archive.generation());
  const auto& suggestions = json["suggestions"];
  REQUIRE(suggestions.size() == 4);
  CHECK(suggestions[0]["kind"] == "entity");
  CHECK(suggestions[1]["kind"] == "title");
  CHECK(suggestions[1]["text"] == "Korea Zinc grows");
  CHECK(suggestions[1]["article"] == "0000000000000003");
}

TEST_CASE("whatever is typed, the answer is bounded") {
  const TypedArchive archive;
  for (const std::string& typed :
       {std::string(1 << 20, 'k'), std::string("\x01\x02\x7f"),
        std::string("\u202e\u05d0\u05d1\u05d2"), std::string("\xff\xfe")}) {
    CHECK(api::suggest({{"q", typed}}, archive.generation())["suggestions"]
              .empty());
  }
}

}  // namespace server
