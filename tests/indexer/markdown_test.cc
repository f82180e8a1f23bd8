#include "indexer/clean/markdown.h"

#include <doctest/doctest.h>

#include "tests/indexer/reading.h"

namespace indexer {
namespace {

using Strings = std::vector<std::string>;

std::string body_of(const std::string& markdown) {
  return parse_markdown("---\ntitle: Zinc\n---\n" + markdown, {}).body;
}

TEST_CASE("front matter may have comments, folded values and lists of people") {
  const text::Article article = read_one(
      "---\n# of May\ntitle: >-\n  Zinc and\n  lead\nauthor:\n  name: Jane "
      "Doe\n"
      "  link: x\nlast_modified_at: 2025-12-18\ndate: 2025-12-16 # noon\n"
      "link: x\n---\nIt rose.\n");
  CHECK(article.title == "Zinc and lead");
  CHECK(article.authors == Strings{"Jane Doe"});
  CHECK(article.published == text::parse_rfc3339("2025-12-16"));
  CHECK(article.modified == text::parse_rfc3339("2025-12-18"));
  CHECK(article.url == "");
  CHECK(article.body == "It rose.");
  CHECK(
      read_one("---\ntitle: a\nauthors:\n- name: Jo Field\n- Ana Brook\n---\n")
          .authors == Strings{"Jo Field", "Ana Brook"});
}

TEST_CASE("TOML front matter ends at its tables, lists may have many lines") {
  const text::Article article = read_one(
      "+++\ntitle = \"Zinc\" # note\nauthors = [\n  \"Jane Doe\",\n  "
      "\"John Roe\"\n]\n[params]\ntitle = \"Other\"\n+++\nIt rose.\n");
  CHECK(article.title == "Zinc");
  CHECK(article.authors == Strings{"Jane Doe", "John Roe"});
}

TEST_CASE("what nothing closes is neither front matter nor code") {
  const text::Article article =
      read_one("---\ntitle: Zinc\ndate: 2025-12-16\n\nIt rose in London.\n");
  CHECK(article.title == "Zinc");
  CHECK(article.body == "It rose in London.");
  CHECK(body_of("One.\n\n```\ncode\n```\nTwo.\n\n```\nThree.\n") ==
        "One.\n\nTwo.\n\nThree.");
}

TEST_CASE("only marks are taken from the text") {
  CHECK(body_of("12. Dezember war der Tag.\n\n1. one\n2. two\n") ==
        "12. Dezember war der Tag.\n\none\n\ntwo");
  CHECK(body_of("5 * 3 of a_b_c, _so_ and *so*[^1].\n\n[^1]: A note.\n") ==
        "5 * 3 of a_b_c, so and so.\n\nA note.");
  CHECK(body_of("At [a](http://x.example/a_(b)) and {{< figure >}} here.\n\n"
                "[1]: http://x.example/\n") == "At a and here.");
  CHECK(body_of("| a | b |\n|---|---|\n| zinc | 5 |\n") == "a | b\n\nzinc | 5");
}

TEST_CASE("Markdown without front matter is known by its marks") {
  const text::Article article = read_one(
      "# Zinc story\n\n*By Jane Doe, 16 December 2025*\n\nIt **rose**.\n\n"
      "## Background\n\nIt [fell](https://x.example).\n");
  CHECK(article.title == "Zinc story");
  CHECK(article.authors == Strings{"Jane Doe"});
  CHECK(article.published == text::parse_rfc3339("2025-12-16"));
  CHECK(article.body == "It rose.\n\nBackground\n\nIt fell.");
}

}  // namespace
}  // namespace indexer
