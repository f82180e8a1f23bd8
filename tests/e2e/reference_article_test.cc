// The article that the first archive is like, where it is at hand. It is not
// ours to copy; without it these tests say so.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "tests/e2e/command.h"
#include "tests/temporary_directory.h"

namespace e2e {

namespace {

const std::string kArticle =
    source_file("../shared/data/articles/us-zinc-supply-chains.txt");

bool is_at_hand() {
  if (std::filesystem::exists(kArticle)) return true;
  MESSAGE("not at hand, not tested: ", kArticle);
  return false;
}

std::vector<nlohmann::json> of_kind(const std::vector<nlohmann::json>& lines,
                                    const std::string& kind) {
  std::vector<nlohmann::json> chosen;
  for (const auto& line : lines) {
    if (line["kind"] == kind) chosen.push_back(line);
  }
  return chosen;
}

// `source —type (modality)→ target` of each relation of an annotation line.
std::set<std::string> arrows(const nlohmann::json& annotation) {
  std::set<std::string> found;
  for (const auto& relation : annotation["relations"]) {
    found.insert(relation["source"].get<std::string>() + " " +
                 relation["type"].get<std::string>() + " (" +
                 relation["modality"].get<std::string>() + ") " +
                 relation["target"].get<std::string>());
  }
  return found;
}

bool has_any(const std::set<std::string>& found,
             const std::vector<std::string>& wanted) {
  return std::ranges::any_of(
      wanted, [&](const auto& arrow) { return found.contains(arrow); });
}

}  // namespace

TEST_CASE("the reference article is told apart from its boilerplate") {
  if (!is_at_hand()) return;
  const auto lines = lode_json_lines({"parse", kArticle});
  const auto articles = of_kind(lines, "article");
  REQUIRE(articles.size() == 1);
  const auto& article = articles[0];
  CHECK(article["title"] ==
        "US Steps Up Efforts to Secure Zinc and Critical Minerals Supply "
        "Chains");
  CHECK(article["published"] == "2025-12-16T00:24:00Z");
  CHECK(article["source"] == "SMM");
  CHECK(article["language"] == "en");
  const std::string body = article["body"];
  for (const char* boilerplate :
       {"Data Source Statement", "@smm.cn", "Read More", "Related News",
        "17 hours ago", "Published:", "Source:", "Lot A", "Ganzhou"}) {
    CAPTURE(boilerplate);
    CHECK(body.find(boilerplate) == std::string::npos);
  }
  CHECK(body.starts_with("Recent developments suggest"));
  CHECK(body.ends_with("market responses over time."));
}

TEST_CASE("the reference article's teasers are three briefs") {
  if (!is_at_hand()) return;
  const auto briefs = of_kind(lode_json_lines({"parse", kArticle}), "brief");
  REQUIRE(briefs.size() == 3);
  CHECK(briefs[0]["title"].get<std::string>().starts_with("A mine in Henan"));
  CHECK(briefs[0]["body"].get<std::string>().find("Lot C") !=
        std::string::npos);
  CHECK(briefs[1]["title"].get<std::string>().starts_with("Ganzhou Tungsten"));
  CHECK(briefs[2]["title"].get<std::string>().starts_with("Tungsten Market"));
  for (const auto& brief : briefs) {
    CHECK(brief["source"] == "SMM");
    CHECK_FALSE(brief.contains("published"));
  }
}

TEST_CASE("the reference article's relations are read, each in its sentence") {
  if (!is_at_hand()) return;
  const auto found = arrows(lode_json_lines({"extract", kArticle})[0]);
  std::string all;
  for (const auto& arrow : found) all += arrow + "\n";
  INFO(all);
  CHECK(found.contains(
      "company:korea-zinc acquires (planned) facility:clarksville-smelter"));
  CHECK(has_any(
      found,
      {"company:nyrstar operates (asserted) facility:clarksville-smelter",
       "company:nyrstar owns (asserted) facility:clarksville-smelter"}));
  CHECK(has_any(
      found,
      {"facility:clarksville-smelter located_in (asserted) place:clarksville",
       "facility:clarksville-smelter located_in (asserted) place:tennessee"}));
  CHECK(
      found.contains("person:howard-lutnick leads (asserted) "
                     "government:us-department-of-commerce"));
  CHECK(
      found.contains("facility:port-pirie-smelter produces (planned) "
                     "commodity:antimony"));
  CHECK(found.contains(
      "company:nyrstar operates (asserted) facility:port-pirie-smelter"));
  CHECK(
      found.contains("facility:port-pirie-smelter located_in (asserted) "
                     "place:south-australia"));
}

TEST_CASE("with the sample archive, it shows what Korea Zinc is related to") {
  if (!is_at_hand()) return;
  const TemporaryDirectory temporary;
  const auto result = lode({"index", "--quiet", "--data", temporary.path(),
                            source_file("corpora/metals"), kArticle});
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  const auto answer = lode_json({"related", "--data", temporary.path(),
                                 "Korea Zinc", "--limit", "12", "--json"});
  std::set<std::string> ids;
  for (const auto& related : answer["related"]) {
    ids.insert(related["entity"]["id"]);
    CHECK_FALSE(related["reasons"].empty());
    CHECK_FALSE(related["evidence"].empty());
  }
  for (const char* id :
       {"company:nyrstar", "facility:clarksville-smelter", "place:tennessee",
        "government:us-department-of-defense",
        "government:us-department-of-commerce", "person:howard-lutnick",
        "commodity:zinc"}) {
    CAPTURE(id);
    CHECK(ids.contains(id));
  }
  const auto tungsten = lode_json(
      {"search", "--data", temporary.path(), "source:SMM tungsten", "--json"});
  CHECK(tungsten["total"] == 3);
}

}  // namespace e2e
