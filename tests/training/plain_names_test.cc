#include "training/plain_names.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string_view>

#include "tests/temporary_directory.h"

using namespace training;

namespace {

using models::NameClass;
using Names = std::vector<MarkedName>;

PlainArticle read(std::string_view line, PlainText kind) {
  const TemporaryDirectory folder;
  std::ofstream(folder / "corpus.jsonl") << line << "\n";
  auto articles = read_plain_articles(folder / "corpus.jsonl", kind, 1);
  REQUIRE(articles.size() == 1);
  return std::move(articles[0]);
}

constexpr std::string_view kProfile =
    R"({"title": "Acme Tools, Inc.", "body": "Yesterday Acme Tools hired Ann Lee. Acme Tools Europe sells saws there."})";

const std::vector<std::vector<models::NameSpan>> kNothingFound(2);

}  // namespace

TEST_CASE("a profile names its company, with and without legal form") {
  const MarkedArticle marked =
      mark_names(read(kProfile, PlainText::kProfiles), kNothingFound);
  CHECK(marked.sentences[0].names == Names{{1, 3, NameClass::kOrganization}});
}

TEST_CASE("a name around the subject's is left open") {
  const MarkedArticle marked =
      mark_names(read(kProfile, PlainText::kProfiles), kNothingFound);
  CHECK(marked.sentences[1].names.empty());
  CHECK(marked.sentences[1].unknown[0]);
  CHECK(!marked.sentences[1].unknown[4]);
}

TEST_CASE("what the model doubts is left open, what it is sure of is marked") {
  const std::vector<std::vector<models::NameSpan>> found = {
      {{4, 6, NameClass::kPerson, 0.95F}},
      {{3, 4, NameClass::kOther, 0.5F}, {5, 6, NameClass::kLocation, 0.1F}}};
  const MarkedArticle marked =
      mark_names(read(kProfile, PlainText::kNews), found);
  CHECK(marked.sentences[0].names == Names{{4, 6, NameClass::kPerson}});
  CHECK(marked.sentences[1].names.empty());
  CHECK(marked.sentences[1].unknown[3]);
  CHECK(!marked.sentences[1].unknown[5]);
}

TEST_CASE("an encyclopedia's person is also called by the surname") {
  const MarkedArticle marked = mark_names(
      read(
          R"({"title": "Ada Roe", "body": "Ada Roe (born 1950) is a Swiss chemist. In 1980 Roe moved to Basel."})",
          PlainText::kEncyclopedia),
      kNothingFound);
  CHECK(marked.sentences[0].names == Names{{0, 2, NameClass::kPerson}});
  CHECK(marked.sentences[1].names == Names{{2, 3, NameClass::kPerson}});
}
