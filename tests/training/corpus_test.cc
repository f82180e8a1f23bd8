#include "training/corpus.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/temporary_directory.h"
#include "text/error.h"

using namespace training;

namespace {

std::vector<CorpusArticle> read(const std::filesystem::path& path) {
  std::vector<CorpusArticle> articles;
  read_corpus(path, [&](const CorpusArticle& a) { articles.push_back(a); });
  return articles;
}

}  // namespace

TEST_CASE("JSON lines and doc blocks of a folder are read by file name") {
  const TemporaryDirectory folder;
  std::ofstream(folder / "b.jsonl") << R"({"title": "B", "text": "Two."})";
  std::ofstream(folder / "a") << "<doc id=\"1\" title=\"A\">\nA\n\nOne.\n"
                                 "</doc>\n";
  const auto articles = read(folder.path());
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].title == "A");
  CHECK(articles[0].body == "\nOne.\n");
  CHECK(articles[1].title == "B");
  CHECK(articles[1].body == "Two.");
}

TEST_CASE("a corpus that can't be read is an error") {
  const TemporaryDirectory folder;
  std::ofstream(folder / "broken.jsonl") << "{\"title\": ";
  CHECK_THROWS_AS(read(folder / "broken.jsonl"), text::InputError);
  CHECK_THROWS_AS(read(folder / "none.jsonl"), text::InputError);
}

TEST_CASE("sentences that lost words are left out") {
  CHECK(whole_sentences("Ana met the of Brazil. Ana met Luis, , and Eva.")
            .empty());
  const auto sentences = whole_sentences("Ana met the king. They ate.");
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[1] == std::vector<std::string_view>{"They", "ate", "."});
}
