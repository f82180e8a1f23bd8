#include "server/api/search.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "generation/ledger.h"
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

TEST_CASE("a name finds articles in any language unless words are asked for") {
  const SampleArchive archive;
  const auto& generation = archive.generation();
  const auto json = api::search({{"q", "고려아연"}}, generation);
  CHECK(hit_ids(json) == Ids{kKoreanId, kDealId});
  CHECK(json["read_as"] == "고려아연 OR entity:company:korea-zinc");
  REQUIRE(json["names"].size() == 1);
  CHECK(json["names"][0]["words"] == "고려아연");
  CHECK(json["names"][0]["entity"]["name"] == "Korea Zinc");
  CHECK(json["hits"][1]["snippet"]["marks"].dump() == "[[8,18]]");
  for (const Parameters& words :
       {Parameters{{"q", "고려아연"}, {"exact", "true"}},
        Parameters{{"q", "\"고려아연\""}}}) {
    const auto exact = api::search(words, generation);
    CHECK(hit_ids(exact) == Ids{kKoreanId});
    CHECK(exact["names"].empty());
  }
}

TEST_CASE("a name before a particle or a possessive ending is a name") {
  const SampleArchive archive;
  for (const char* query :
       {"고려아연의", "Korea Zinc's", "korea zinc’s deal"}) {
    CAPTURE(query);
    const auto json = api::search({{"q", query}}, archive.generation());
    CHECK(json["names"].size() == 1);
  }
}

TEST_CASE("a word of every day finds what has it, not what it names") {
  const SampleArchive archive;
  const auto json = api::search({{"q", "copper"}}, archive.generation());
  CHECK(json["read_as"] == "copper");
  CHECK(json["names"].empty());
  CHECK(json["entities"][0]["id"] == "commodity:copper");
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
        Parameters{{"kind", "novel"}}, Parameters{{"type", "metal"}},
        Parameters{{"relation", "likes"}}, Parameters{{"facet", "colour"}},
        Parameters{{"histogram", "hour"}}, Parameters{{"fold", "url"}},
        Parameters{{"year", "0"}}, Parameters{{"year", "2025x"}},
        Parameters{{"from", "2025-02-30"}},
        Parameters{{"from", "2026"}, {"to", "2025"}},
        Parameters{{"limit", "1000"}}, Parameters{{"q", "a"}, {"q", "b"}}}) {
    CHECK_THROWS_AS(api::search(bad, archive.generation()), text::BadRequest);
  }
}

TEST_CASE("articles are found by the types that they name or state") {
  const SampleArchive archive;
  const auto& generation = archive.generation();
  CHECK(hit_ids(api::search({{"type", "facility"}}, generation)) ==
        Ids{kDealId});
  CHECK(api::search({{"type", "commodity"}, {"type", "company"}},
                    generation)["total"] == 3);
  CHECK(api::search({{"relation", "sells"}}, generation)["total"] == 0);
}

TEST_CASE("facets are told with what a filter takes, entities with names") {
  const SampleArchive archive;
  const auto json = api::search({{"source", "SMM"},
                                 {"facet", "source"},
                                 {"facet", "entity"},
                                 {"facet", "year"}},
                                archive.generation());
  CHECK(json["facets"]["source"]["values"].dump() ==
        R"([{"value":"SMM","count":2,"chosen":true},)"
        R"({"value":"Metal Daily","count":1}])");
  CHECK(json["facets"]["year"]["values"].dump() ==
        R"([{"value":"2025","count":1}])");
  CHECK(json["facets"]["year"]["without"] == 1);
  CHECK(json["facets"]["entity"]["values"][0].dump() ==
        R"({"value":"commodity:copper","count":1,"name":"copper",)"
        R"("type":"commodity"})");
}

TEST_CASE("a histogram tells the articles of each month") {
  const SampleArchive archive;
  const auto json = api::search({{"histogram", "month"}}, archive.generation());
  CHECK(
      json["histogram"].dump() ==
      R"({"interval":"month","undated":1,"buckets":)"
      R"([{"date":"2025-11-01","count":1},{"date":"2025-12-01","count":1}]})");
}

TEST_CASE("a cursor ends where curators judge anew") {
  const SampleArchive archive;
  const auto& generation = archive.generation();
  const std::string cursor =
      api::search({{"limit", "1"}}, generation)["next_cursor"];
  graph::Judgement hide;
  hide.by = "Ada";
  hide.action = graph::JudgementAction::kHide;
  hide.entity = "company:korea-zinc";
  generation::Ledger(generation.data()).append(hide);
  const generation::Generation judged(generation);
  CHECK_THROWS_AS(api::search({{"cursor", cursor}}, judged), Gone);
  CHECK(hit_ids(api::search({{"cursor", cursor}}, generation)).size() == 2);
}

TEST_CASE("a cursor of another generation is gone, a damaged one refused") {
  const SampleArchive archive;
  const auto& generation = archive.generation();
  const std::string cursor =
      api::search({{"limit", "1"}}, generation)["next_cursor"];
  std::string older = cursor;
  older[7] = older[7] == '7' ? '8' : '7';
  CHECK_THROWS_AS(api::search({{"cursor", older}}, generation), Gone);
  for (const std::string& damaged :
       {cursor.substr(1), cursor + "0", std::string(24, 'x'),
        std::string(100000, '0')}) {
    CHECK_THROWS_AS(api::search({{"cursor", damaged}}, generation),
                    text::BadRequest);
  }
  CHECK_THROWS_AS(api::search({{"q", "zinc"}, {"cursor", cursor}}, generation),
                  text::BadRequest);
}

}  // namespace server
