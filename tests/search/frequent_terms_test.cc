#include "search/frequent_terms.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "search/champions.h"
#include "search/suggestion_file.h"
#include "tests/search/test_segment.h"
#include "text/error.h"

namespace search {

namespace {

void write_zinc(const std::filesystem::path& directory) {
  std::vector<IndexedArticle> articles;
  for (uint64_t id = 1; id <= kFrequent; ++id) {
    articles.push_back({make_article(id, "", id == 1 ? "Zinc, tin" : "Zinc")});
  }
  write_segment(directory, articles);
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Reads all that the file says of a word.
uint64_t read_all(const std::filesystem::path& segment) {
  const FrequentTerms file(segment);
  const auto zinc = file.find("Zzinc");
  uint64_t sum = 0;
  for (const PostingList& list : {zinc->champions, zinc->all}) {
    for (PostingCursor at(list); at.document() != PostingCursor::kEnd;
         at.next()) {
      sum += at.document() * at.count() + file.length(at.document());
    }
  }
  return sum;
}

}  // namespace

TEST_CASE("a segment keeps the articles of words that many of them have") {
  const TemporaryDirectory directory;
  write_zinc(directory / "segment");
  const FrequentTerms file(directory / "segment");
  const auto zinc = file.find("Zzinc");
  REQUIRE(zinc);
  CHECK(zinc->all.size() == kFrequent);
  CHECK(zinc->champions.size() == kChampionRanks);
  CHECK(file.length(1) == 4);
  CHECK(file.length(2) == 2);
  CHECK(file.newness(2) < file.newness(3));
  CHECK_FALSE(file.find("Ztin"));
  CHECK_FALSE(file.find("Zzzz"));
  CHECK_FALSE(file.find(""));
}

TEST_CASE("no byte of the frequent words changes unnoticed") {
  const TemporaryDirectory directory;
  write_zinc(directory / "segment");
  const auto path = directory / "segment" / "frequent_terms";
  const std::string bytes = read_file(path);
  const uint64_t sum = read_all(directory / "segment");
  size_t unnoticed = 0;
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 4);
    std::ofstream(path, std::ios::binary) << damaged;
    try {
      // What lies behind the last bits of a list is never used.
      if (read_all(directory / "segment") == sum) ++unnoticed;
    } catch (const text::StorageError&) {
      continue;
    }
  }
  CHECK(unnoticed == 2 * sizeof(uint64_t));
}

TEST_CASE("frequent words that are cut off are refused") {
  const TemporaryDirectory directory;
  write_zinc(directory / "segment");
  const auto path = directory / "segment" / "frequent_terms";
  const std::string bytes = read_file(path);
  for (size_t size = 0; size < bytes.size(); size += 7) {
    std::ofstream(path, std::ios::binary) << bytes.substr(0, size);
    CHECK_THROWS_AS(read_all(directory / "segment"), text::StorageError);
  }
}

TEST_CASE("no byte of what is offered while one types changes unnoticed") {
  const TemporaryDirectory directory;
  write_segment(directory / "segment",
                std::vector<IndexedArticle>{{make_article(1, "Zinc", "Zinc")}});
  const auto path = directory / "segment" / "suggestions";
  const std::string bytes = read_file(path);
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 4);
    std::ofstream(path, std::ios::binary) << damaged;
    CHECK_THROWS_AS(SuggestionFile(directory / "segment"), text::StorageError);
  }
}

TEST_CASE("a segment without frequent words' file has none") {
  const TemporaryDirectory directory;
  const FrequentTerms file(directory.path());
  CHECK_FALSE(file.exists());
  CHECK_FALSE(file.find("Zzinc"));
}

}  // namespace search
