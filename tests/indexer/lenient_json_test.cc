#include "indexer/clean/lenient_json.h"

#include <doctest/doctest.h>

#include "indexer/clean/json_ld.h"

namespace indexer {
namespace {

TEST_CASE("commas that nothing follows, and comments, go") {
  CHECK(tidy_json("{\"a\": [1, 2, ], /* b */ \"c\": 3,\n}") ==
        "{\"a\": [1, 2],  \"c\": 3}");
  CHECK(tidy_json("{\"a\": 1 // one\n}") == "{\"a\": 1 }");
}

TEST_CASE("strings keep what looks like comments and commas") {
  const std::string json = R"({"a": "http://b//c", "d": ", } /* e */ \" \n"})";
  CHECK(tidy_json(json) == json);
}

TEST_CASE("quotes, line breaks and backslashes in strings do no harm") {
  CHECK(tidy_json("{\"a\": \"the \"lake\" mine\nopens\"}") ==
        R"({"a": "the \"lake\" mine opens"})");
  CHECK(tidy_json(R"({"a": "it\'s"})") == R"({"a": "it's"})");
}

TEST_CASE("a key is found in JSON that is broken elsewhere") {
  const std::string json = R"({"a": {{, "b" : "c", "d": "e)";
  CHECK(string_of_key(json, "b") == "c");
  CHECK(string_of_key(json, "d").empty());
  CHECK(string_of_key(json, "e").empty());
  CHECK(string_of_key(R"({"a": "the "lake" mine", "b": 1})", "a").empty());
}

TEST_CASE("JSON-LD of people is read, and what is left of broken JSON-LD") {
  CHECK(parse_json_ld("{\"@type\": \"NewsArticle\", // ours\n"
                      "\"datePublished\": \"2025-05-06\",}")
            .published == "2025-05-06");
  const JsonLd cut = parse_json_ld(
      "{\"@type\": \"NewsArticle\", \"headline\": \"Lake mine opens\", "
      "\"datePublished\": \"2025-05-06\", \"author\": [{\"name\"");
  CHECK(cut.headline == "Lake mine opens");
  CHECK(cut.published == "2025-05-06");
  CHECK(parse_json_ld("{\"@type\": \"Person\", \"datePublished\": \"2025\", [")
            .published.empty());
}

TEST_CASE("JSON-LD may name author and publisher elsewhere by their ids") {
  const JsonLd found = parse_json_ld(
      R"({"@graph": [{"@type": "Article", "headline": "A", "author": )"
      R"({"@id": "#ana"}, "publisher": {"@id": "#post"}}, {"@type": "Person", )"
      R"("@id": "#ana", "name": "Ana Brook"}, {"@type": "Organization", )"
      R"("@id": "#post", "name": "Lake Post"}]})");
  CHECK(found.authors == std::vector<std::string>{"Ana Brook"});
  CHECK(found.publisher == "Lake Post");
}

TEST_CASE("a page without an article in JSON-LD still says when it was") {
  const JsonLd found = parse_json_ld(
      R"({"@type": "WebPage", "name": "A", "datePublished": "2025-05-06"})");
  CHECK(found.published == "2025-05-06");
  CHECK(found.headline.empty());
}

}  // namespace
}  // namespace indexer
