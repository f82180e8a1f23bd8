// Batches: what `lode index` and `lode remove` leave behind.

#include <doctest/doctest.h>

#include <fstream>

#include "tests/e2e/command.h"
#include "tests/temporary_directory.h"

namespace e2e {

namespace {

const std::string kArchive = source_file("corpora/metals");

nlohmann::json manifest(const std::filesystem::path& data,
                        const std::string& generation) {
  std::ifstream file(data / "generations" / generation / "manifest.json");
  return nlohmann::json::parse(file);
}

void index(const std::filesystem::path& data,
           const std::vector<std::string>& more) {
  std::vector<std::string> arguments = {"index", "--quiet", "--data", data};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const auto result = lode(arguments);
  INFO(result.err);
  REQUIRE(result.status == 0);
}

}  // namespace

TEST_CASE("the sample archive is indexed whole, without a reject") {
  const auto stats = lode_json({"stats", "--data", sample_data(), "--json"});
  CHECK(stats["articles"] == 131);
  CHECK(stats["briefs"] > 10);
  CHECK(stats["stories"] < 131 + stats["briefs"].get<int>());
  CHECK(stats["by_language"].size() == 4);
  CHECK(stats["by_source"].size() == 13);
}

TEST_CASE("any number of threads gives the same generation") {
  const TemporaryDirectory temporary;
  index(temporary.path() / "one", {"--threads", "1", kArchive});
  index(temporary.path() / "five", {"--threads", "5", kArchive});
  const auto one = manifest(temporary.path() / "one", "000001");
  const auto five = manifest(temporary.path() / "five", "000001");
  CHECK(one["content_digest"] == five["content_digest"]);
  CHECK(one["graph"] == five["graph"]);
  CHECK(one["articles"] == five["articles"]);
}

TEST_CASE("two batches give what one batch gives") {
  const TemporaryDirectory temporary;
  const auto data = temporary.path() / "data";
  index(data, {kArchive + "/text", kArchive + "/jsonl"});
  index(data, {kArchive + "/html", kArchive + "/feeds", kArchive + "/warc",
               kArchive + "/zip", kArchive + "/text"});
  index(temporary.path() / "once", {kArchive});
  const auto twice = manifest(data, "000002");
  const auto once = manifest(temporary.path() / "once", "000001");
  CHECK(twice["content_digest"] == once["content_digest"]);
  CHECK(twice["graph"] == once["graph"]);
  CHECK(twice["articles"] == once["articles"]);
  CHECK(twice["segments"].size() == 2);
}

TEST_CASE("the same archive again changes nothing and publishes nothing") {
  const TemporaryDirectory temporary;
  index(temporary.path(), {kArchive + "/jsonl"});
  const auto again = lode(
      {"index", "--quiet", "--data", temporary.path(), kArchive + "/jsonl"});
  CHECK(again.out.find("generation 000001: ") != std::string::npos);
  CHECK(again.out.find("0 added, 0 replaced, 19 unchanged") !=
        std::string::npos);
}

TEST_CASE("a corrected article replaces the old text everywhere") {
  const TemporaryDirectory temporary;
  const auto data = temporary.path() / "data";
  const auto file = temporary.path() / "a.jsonl";
  const auto line = [](const std::string& body) {
    return "{\"url\": \"https://news.example/1\", \"title\": \"Nyrstar\", "
           "\"body\": \"" +
           body + "\"}\n";
  };
  std::ofstream(file) << line("Nyrstar operates the Budel smelter.");
  index(data, {file});
  std::ofstream(file) << line("Nyrstar operates the Hobart smelter.");
  index(data, {file});
  CHECK(lode_json({"search", "--data", data, "Budel", "--json"})["total"] == 0);
  CHECK(lode_json({"search", "--data", data, "Hobart", "--json"})["total"] ==
        1);
  CHECK(lode({"related", "--data", data, "Budel smelter"}).status == 1);
  CHECK(lode({"related", "--data", data, "Hobart smelter"}).status == 0);
}

TEST_CASE("a removed article is gone from text and graph") {
  const TemporaryDirectory temporary;
  index(temporary.path(), {kArchive + "/jsonl"});
  const auto hits = lode_json({"search", "--data", temporary.path(),
                               "source:\"Tariff Ledger\"", "--json"})["hits"];
  const std::string id = hits[0]["id"];
  CHECK(lode({"remove", "--data", temporary.path(), id}).status == 0);
  const auto stats = lode_json({"stats", "--data", temporary.path(), "--json"});
  CHECK(stats["articles"] == 18);
  CHECK(lode({"remove", "--data", temporary.path(), id}).status == 1);
}

TEST_CASE("an annotated line is taken as annotated") {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "a.jsonl";
  std::ofstream(file)
      << R"({"title": "Ada met Babbage", "body": "Ada met Babbage.", "mentions": [)"
         R"({"begin": 0, "end": 3, "type": "person", "entity": "person:ada", "name": "Ada"},)"
         R"({"begin": 8, "end": 15, "type": "person", "entity": "person:babbage", "name": "Babbage"}],)"
         R"("relations": [{"type": "partners_with", "source": "person:ada", "target": "person:babbage",)"
         R"("begin": 0, "end": 16, "confidence": 0.9, "modality": "asserted", "rule": "elsewhere"}]})"
         "\n";
  index(temporary.path() / "data", {file});
  const auto answer = lode_json(
      {"related", "--data", temporary.path() / "data", "Ada", "--json"});
  CHECK(answer["related"][0]["entity"]["id"] == "person:babbage");
  CHECK(answer["related"][0]["evidence"][0]["sentence"] == "Ada met Babbage.");
}

}  // namespace e2e
