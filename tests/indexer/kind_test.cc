#include "indexer/archive/kind.h"

#include <doctest/doctest.h>

#include "tests/indexer/reading.h"

namespace indexer {
namespace {

Kind kind_of_data(const std::string& name) {
  return recognise(file_content(data_path(name)).substr(0, kKindBytes));
}

TEST_CASE("a file is known by its content") {
  CHECK(kind_of_data("smelter.txt") == Kind::kText);
  CHECK(kind_of_data("page.html") == Kind::kHtml);
  CHECK(kind_of_data("feed.xml") == Kind::kFeed);
  CHECK(kind_of_data("metals.jsonl") == Kind::kJsonLines);
  CHECK(kind_of_data("metals.jsonl.zst") == Kind::kPacked);
  CHECK(kind_of_data("array.json") == Kind::kJsonValues);
  CHECK(kind_of_data("crawl.warc") == Kind::kWarc);
  CHECK(kind_of_data("crawl.warc.gz") == Kind::kPacked);
  CHECK(kind_of_data("texts.zip") == Kind::kContainer);
  CHECK(kind_of_data("binary.txt") == Kind::kBinary);
  CHECK(kind_of_data("empty.txt") == Kind::kEmpty);
}

TEST_CASE("a zstd file may begin with a frame without content") {
  CHECK(recognise(std::string_view("\x5D\x2A\x4D\x18\0\0\0\0", 8)) ==
        Kind::kPacked);
  CHECK(recognise("BZh, who is from Bern, sold zinc.") == Kind::kText);
}

TEST_CASE("text in brackets is no JSON") {
  CHECK(recognise("[Tender] A mine sold ore.\n") == Kind::kText);
}

TEST_CASE("an object over several lines is not read line by line") {
  CHECK(recognise("{\n  \"title\": \"a\"\n}\n") == Kind::kJsonValues);
  CHECK(recognise("{\"title\": \"a\",\n \"body\": \"b\"}\n") ==
        Kind::kJsonValues);
}

TEST_CASE("broken JSON in the first line does not hide the other lines") {
  CHECK(recognise("{\"title\": \"a\", \"body\":\n{\"title\": \"b\"}\n") ==
        Kind::kJsonLines);
}

TEST_CASE("a table may state its separator or be commented above its header") {
  CHECK(recognise("sep=;\r\ntitle;text\r\nZinc;It rose.\r\n") == Kind::kTable);
  CHECK(recognise("# of May\n# all\ntitle,text\nZinc,It rose.\n") ==
        Kind::kTable);
  CHECK(recognise("# Zinc\nIt rose, they said.\n") == Kind::kText);
}

TEST_CASE("text in brackets that begins as JSON does is no JSON") {
  CHECK(recognise("[1] Smith, Zinc.\n") == Kind::kText);
  CHECK(recognise("[\"Zinc\"] rose, they said.\n") == Kind::kText);
  CHECK(recognise("[[Zinc]] rose.\n") == Kind::kText);
  CHECK(recognise("[null, {\"title\": \"Zinc\"}]") == Kind::kJsonValues);
}

TEST_CASE("text with a byte order mark is text") {
  CHECK(recognise("\xEF\xBB\xBFZinc rises.") == Kind::kText);
  CHECK(recognise(std::string_view("\xFF\xFEZ\0i\0n\0c\0", 10)) == Kind::kText);
}

TEST_CASE("graphs are known by their root or their first triple") {
  CHECK(recognise("<?xml version=\"1.0\"?>\n<!-- <html> -->\n<graphml>") ==
        Kind::kGraphXml);
  CHECK(recognise("<gexf version=\"1.3\">") == Kind::kGraphXml);
  CHECK(recognise("<?xml version=\"1.0\"?><p>of <graphml>") == Kind::kHtml);
  CHECK(recognise("_:a <http://x.example/p> \"b\"@en .\n") == Kind::kTriples);
  CHECK(recognise("<urn:lode:entity:company:a> <http://w") == Kind::kTriples);
  CHECK(recognise("<b>Zinc</b> rises.\n") == Kind::kText);
  CHECK(recognise("entity,measure,commodity,value,unit,date\r\n") ==
        Kind::kOtherTable);
}

TEST_CASE("white space alone is empty") {
  CHECK(recognise(" \n\t\n") == Kind::kEmpty);
}

}  // namespace
}  // namespace indexer
