#include "search/index_writer.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <fstream>

#include "search/schema.h"
#include "tests/search/test_segment.h"
#include "text/error.h"

namespace search {

namespace {

SearchAnswer search_all(const IndexReader& reader, std::string query) {
  return reader.search({.query = std::move(query)}, {});
}

std::vector<IndexedArticle> numbered(uint64_t first, uint64_t count) {
  std::vector<IndexedArticle> articles;
  for (uint64_t id = first; id < first + count; ++id) {
    auto article = make_article(id, "Zinc " + std::to_string(id),
                                "Zinc rose. " + std::to_string(id % 7));
    article.published = text::Timestamp{static_cast<int64_t>(id % 5) * 86400};
    article.source = id % 2 == 0 ? "SMM" : "Reuters";
    articles.push_back({.article = article});
  }
  return articles;
}

}  // namespace

TEST_CASE("two merged segments answer as one segment of both") {
  const TemporaryDirectory directory;
  const auto first = numbered(1, 40);
  const auto second = numbered(41, 30);
  auto both = first;
  both.insert(both.end(), second.begin(), second.end());
  write_segment(directory / "first", first);
  write_segment(directory / "second", second);
  write_segment(directory / "both", both);
  const std::vector inputs = {directory / "first", directory / "second"};
  merge_segments(inputs, directory / "merged");

  const IndexReader one(undeleted({directory / "both"}));
  const IndexReader merged(undeleted({directory / "merged"}));
  const IndexReader apart(
      undeleted({directory / "first", directory / "second"}));
  for (const char* query : {"zinc", "zinc 3", "source:SMM", "title:17", ""}) {
    const auto expected = ids_of(search_all(one, query));
    CHECK(ids_of(search_all(merged, query)) == expected);
    CHECK(ids_of(search_all(apart, query)) == expected);
  }
  CHECK(merged.article_ids() == one.article_ids());
  CHECK(merged.counts().by_source == one.counts().by_source);
}

TEST_CASE("an empty segment can be read and merged") {
  const TemporaryDirectory directory;
  write_segment(directory / "empty", {});
  write_segment(directory / "full", numbered(1, 3));
  const std::vector inputs = {directory / "empty", directory / "full"};
  merge_segments(inputs, directory / "merged");
  CHECK(IndexReader(undeleted({directory / "empty"})).article_ids().empty());
  CHECK(IndexReader(undeleted({directory / "merged"})).article_ids().size() ==
        3);
}

TEST_CASE("a segment of another format version is refused with both versions") {
  const TemporaryDirectory directory;
  write_segment(directory / "segment", numbered(1, 1));
  {
    Xapian::WritableDatabase segment((directory / "segment").string(),
                                     Xapian::DB_OPEN);
    segment.set_metadata("format", "99");
    segment.commit();
  }
  const std::string versions =
      "format version 99, this program reads " + std::to_string(kFormatVersion);
  CHECK_THROWS_WITH_AS(IndexReader(undeleted({directory / "segment"})),
                       doctest::Contains(versions.c_str()), text::StorageError);
}

TEST_CASE("a missing or damaged segment is refused") {
  const TemporaryDirectory directory;
  CHECK_THROWS_AS(IndexReader(undeleted({directory / "missing"})),
                  text::StorageError);
  std::filesystem::create_directory(directory / "damaged");
  std::ofstream(directory / "damaged" / "iamglass") << "no";
  CHECK_THROWS_AS(IndexReader(undeleted({directory / "damaged"})),
                  text::StorageError);
}

TEST_CASE("a writer does not overwrite a segment") {
  const TemporaryDirectory directory;
  write_segment(directory / "segment", numbered(1, 1));
  CHECK_THROWS_AS(SegmentWriter(directory / "segment"), text::StorageError);
}

TEST_CASE("very long words, names and articles are written and found") {
  const TemporaryDirectory directory;
  const std::string name(5000, 'x');
  auto article = make_article(1, name, name + " zinc");
  article.source = name;
  write_segment(directory / "segment",
                std::vector<IndexedArticle>{
                    {.article = article, .entities = {"company:" + name}}});
  const IndexReader reader(undeleted({directory / "segment"}));
  CHECK(search_all(reader, name).total == 1);
  SearchRequest request;
  request.sources = {name};
  request.entities = {"company:" + name};
  CHECK(reader.search(request, {}).total == 1);
}

}  // namespace search
