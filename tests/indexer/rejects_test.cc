#include "indexer/rejects.h"

#include <doctest/doctest.h>

#include "tests/indexer/reading.h"
#include "tests/temporary_directory.h"
#include "text/error.h"

namespace indexer {
namespace {

namespace fs = std::filesystem;

using Strings = std::vector<std::string>;

// The rejects of `paths`, as a rejects file has them.
void list_rejects(const Strings& paths, const fs::path& file) {
  std::ofstream lines(file);
  read_articles(
      paths, 1,
      {[](const ReadArticle&) {},
       [&](const Reject& reject) { lines << to_reject_line(reject) << "\n"; },
       {}});
}

TEST_CASE("after a fix only what was rejected is read again") {
  const TemporaryDirectory temporary;
  const auto lines = temporary.path() / "a.jsonl";
  const auto rejects = temporary.path() / "rejects.jsonl";
  std::ofstream(lines) << "{\"title\": \"One\"}\n{\"title\": \"Tw\n"
                          "{\"title\": \"Three\"}\n";
  list_rejects({lines}, rejects);
  std::ofstream(lines) << "{\"title\": \"One\"}\n{\"title\": \"Two\"}\n"
                          "{\"title\": \"Three\"}\n";
  ReadOptions options;
  options.only.emplace(rejects);
  Strings titles;
  read_articles(
      options.only->files(), options,
      {[&](const ReadArticle& read) { titles.push_back(read.article.title); },
       [](const Reject&) {},
       {}});
  CHECK(titles == Strings{"Two"});
}

TEST_CASE("a file whose name is no UTF-8 is found again") {
  const TemporaryDirectory temporary;
  const std::string lines = temporary.path().string() + "/caf\xE9.jsonl";
  const auto rejects = temporary.path() / "rejects.jsonl";
  std::ofstream(lines) << "{\"title\": \"Tw\n";
  list_rejects({lines}, rejects);
  const RejectedPlaces places(rejects);
  CHECK(places.files() == Strings{lines});
  CHECK(places.contains(lines, 1));
}

TEST_CASE("what follows damage is read again with it") {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "rejects.jsonl";
  std::ofstream(file) << to_reject_line({"a.warc.gz", 7, "damaged",
                                         "https://x.example", true})
                      << "\n"
                      << to_reject_line({"b.zip", 0, "damaged"}) << "\n"
                      << to_reject_line({"c.zip/d.jsonl", 2, "not JSON"})
                      << "\n";
  const RejectedPlaces places(file);
  CHECK_FALSE(places.contains("a.warc.gz", 6));
  CHECK(places.contains("a.warc.gz", 8));
  CHECK(places.contains("b.zip/inner.zip/e.txt", 3));
  CHECK(places.contains("c.zip/d.jsonl", 2));
  CHECK_FALSE(places.contains("c.zip/d.jsonl", 3));
  CHECK_FALSE(places.contains("c.zip/f.jsonl", 2));
}

TEST_CASE("a line that is no reject is named") {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "rejects.jsonl";
  std::ofstream(file) << "{\"archive\": \"a\"}\n{\"record\": 7}\n";
  CHECK_THROWS_WITH_AS(
      RejectedPlaces{file},
      (file.string() + ": line 2: not a line of a rejects file").c_str(),
      text::InputError);
}

TEST_CASE("reasons are counted by what comes before the detail") {
  CHECK(kind_of_reason("not JSON: syntax error") == "not JSON");
  CHECK(kind_of_reason("empty") == "empty");
}

}  // namespace
}  // namespace indexer
