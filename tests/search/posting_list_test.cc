#include "search/posting_list.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "tests/search/hex.h"
#include "text/error.h"

namespace search {

namespace {

// Some beside each other, some far apart.
std::vector<WordCount> make_postings(size_t size) {
  std::mt19937 random(3);
  std::vector<WordCount> postings;
  Xapian::docid document = 0;
  while (postings.size() < size) {
    document +=
        1 + (random() % 4 == 0 ? static_cast<uint32_t>(random() % 5000) : 0);
    postings.push_back({document, 1 + static_cast<uint32_t>(random() % 9),
                        static_cast<uint32_t>(10 + random() % 90)});
  }
  return postings;
}

}  // namespace

TEST_CASE("a list of articles reads as it was written") {
  for (const size_t size : {0u, 1u, 127u, 128u, 129u, 1000u}) {
    const auto postings = make_postings(size);
    const std::string bytes = encode_postings(postings);
    PostingCursor cursor{PostingList(bytes)};
    for (const WordCount& posting : postings) {
      REQUIRE(cursor.document() == posting.document);
      REQUIRE(cursor.count() == posting.count);
      REQUIRE(cursor.block().most_count >= posting.count);
      REQUIRE(cursor.block().least_length <= posting.length);
      cursor.next();
    }
    CHECK(cursor.document() == PostingCursor::kEnd);
  }
}

TEST_CASE("a cursor skips to the first article that isn't before") {
  const auto postings = make_postings(1000);
  const std::string bytes = encode_postings(postings);
  for (const size_t step : {1u, 3u, 50u, 200u, 999u}) {
    PostingCursor cursor{PostingList(bytes)};
    for (size_t i = 0; i < postings.size(); i += step) {
      const Xapian::docid before = i == 0 ? 0 : postings[i - 1].document;
      cursor.skip_to(before + 1);
      REQUIRE(cursor.document() == postings[i].document);
      REQUIRE(cursor.count() == postings[i].count);
    }
    cursor.skip_to(postings.back().document + 1);
    CHECK(cursor.document() == PostingCursor::kEnd);
    cursor.skip_to(PostingCursor::kEnd);
    CHECK(cursor.document() == PostingCursor::kEnd);
  }
}

TEST_CASE("a block that was passed to is unpacked when it is skipped into") {
  const auto postings = make_postings(1000);
  const std::string bytes = encode_postings(postings);
  PostingCursor cursor{PostingList(bytes)};
  const WordCount& wanted = postings[700];
  const PostingBlock* block = cursor.pass_to_block(wanted.document);
  REQUIRE(block != nullptr);
  CHECK(block->last == postings[767].document);
  cursor.skip_to(wanted.document);
  CHECK(cursor.document() == wanted.document);
  CHECK(cursor.count() == wanted.count);
  CHECK(cursor.pass_to_block(postings.back().document + 1) == nullptr);
}

TEST_CASE("a list is written as the format says") {
  const std::vector<WordCount> postings = {{3, 1, 50}, {4, 2, 40}, {9, 1, 60}};
  CHECK(to_hex(encode_postings(postings)) ==
        "a7e228fa03000000"
        "09000000000000000200000028000000d8a0d40803000100"
        "0201020000000000000000");
}

}  // namespace search
