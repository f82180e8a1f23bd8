#include "server/api/search.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "server/error.h"
#include "tests/server/sample_archive.h"
#include "text/error.h"

namespace server {
namespace {

std::vector<std::string> hit_ids(const api::Json& answer) {
  std::vector<std::string> ids;
  for (const auto& hit : answer["hits"]) ids.push_back(hit["id"]);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a hit is an article with its matches marked in code points") {
  const SampleArchive archive;
  const auto json = api::search({{"q", "zinc"}}, archive.generation());
  CHECK(json["query"] == "zinc");
  CHECK(json["total"] == 1);
  CHECK(json["total_relation"] == "eq");
  const auto& hit = json["hits"][0];
  CHECK(hit["id"] == kDealId);
  CHECK(hit["title_marks"].dump() == "[[1,5]]");  // `“Zinc” …`
  CHECK(hit["kind"] == "article");
  CHECK(hit["snippet"]["marks"].size() > 0);
  CHECK_FALSE(hit.contains("body"));
}

TEST_CASE("filters of one kind are OR, of different kinds AND") {
  const SampleArchive archive;
  const auto& generation = archive.generation();
  CHECK(hit_ids(api::search({{"lang", "ko"}}, generation)) == Ids{kKoreanId});
  CHECK(api::search({{"lang", "ko"}, {"lang", "en"}}, generation)["total"] ==
        3);
  CHECK(hit_ids(api::search({{"lang", "en"}, {"from", "2025-12"}},
                            generation)) == Ids{kDealId});
  CHECK(hit_ids(api::search({{"source", "SMM"}, {"q", "copper"}},
                            generation)) == Ids{kCopperId});
}

TEST_CASE("briefs and whole articles can be asked for apart") {
  const SampleArchive archive;
  const auto& generation = archive.generation();
  CHECK(hit_ids(api::search({{"kind", "brief"}}, generation)) ==
        Ids{kCopperId});
  CHECK(api::search({{"kind", "article"}}, generation)["total"] == 2);
  CHECK(api::search({{"kind", "article"}, {"kind", "brief"}},
                    generation)["total"] == 3);
}

TEST_CASE("articles are found by an entity's id, name or alias") {
  const SampleArchive archive;
  const Ids both = {kDealId, kKoreanId};
  for (const char* name : {"company:korea-zinc", "korea zinc", "고려아연"}) {
    CAPTURE(name);
    CHECK(hit_ids(api::search({{"entity", name}, {"sort", "newest"}},
                              archive.generation())) == both);
  }
  CHECK(
      hit_ids(api::search({{"q", "entity:\"Korea Zinc\""}, {"sort", "oldest"}},
                          archive.generation())) == Ids{kKoreanId, kDealId});
  CHECK_THROWS_AS(api::search({{"entity", "Atlantis"}}, archive.generation()),
                  NotFound);
}

TEST_CASE("the entities that a query names are offered") {
  const SampleArchive archive;
  const auto json =
      api::search({{"q", "korea zinc smelter"}}, archive.generation());
  REQUIRE(json["entities"].size() == 1);
  CHECK(json["entities"][0]["id"] == "company:korea-zinc");
  CHECK(json["entities"][0]["matched"] == "Korea Zinc");
}

TEST_CASE("pages of hits follow one another") {
  const SampleArchive archive;
  const auto first = api::search({{"limit", "2"}}, archive.generation());
  CHECK(first["hits"].size() == 2);
  CHECK(first["total"] == 3);
  const auto second = api::search(
      {{"limit", "2"}, {"cursor", first["next_cursor"].get<std::string>()}},
      archive.generation());
  CHECK(second["hits"].size() == 1);
  CHECK_FALSE(second.contains("next_cursor"));
}

TEST_CASE("values that can't be read are refused") {
  const SampleArchive archive;
  for (const Parameters& bad :
       {Parameters{{"sort", "best"}}, Parameters{{"from", "soon"}},
        Parameters{{"kind", "novel"}}, Parameters{{"type", "company"}},
        Parameters{{"limit", "1000"}}, Parameters{{"q", "a"}, {"q", "b"}}}) {
    CHECK_THROWS_AS(api::search(bad, archive.generation()), text::BadRequest);
  }
}

}  // namespace server
