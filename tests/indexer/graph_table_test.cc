#include "indexer/exported/graph_table.h"

#include <doctest/doctest.h>

#include <vector>

#include "indexer/archive/csv_cells.h"
#include "tests/indexer/exported_graph.h"

namespace indexer {

namespace {

std::string header() {
  std::string line;
  for (const std::string_view column : kGraphColumns) {
    if (!line.empty()) line += ',';
    line += column;
  }
  return line + "\r\n";
}

const std::string kRow =
    "company:a,A Ltd,company,acquires,facility:b,B mine,facility,planned,"
    "false,0.9,1,0,,,00000000000000a1,00000000000000a0,The title,Wire,"
    "2025-12-16T00:24:00Z,A Ltd may buy B mine.,false,120,0-5,14-20,planned,"
    "false,0.9,2026,a.rule\r\n";

}  // namespace

TEST_CASE("a row becomes an article with its sentence, names and relation") {
  const ReadGraph table = read_graph(header() + kRow);
  CHECK(table.rejects.empty());
  REQUIRE(table.articles.size() == 1);
  const ReadArticle& read = table.articles[0];
  CHECK(text::to_string(read.article.id) == "00000000000000a1");
  CHECK(read.story == text::ArticleId{0xa0});
  CHECK(read.article.source == "Wire");
  CHECK(read.article.body == "A Ltd may buy B mine.");
  REQUIRE(read.annotation->relations.size() == 1);
  const text::Relation& relation = read.annotation->relations[0];
  CHECK(relation.modality == text::Modality::kPlanned);
  CHECK(relation.date == "2026");
  CHECK(text::slice(read.article.body, relation.sentence) == read.article.body);
  REQUIRE(read.annotation->mentions.size() == 2);
  CHECK(text::slice(read.article.body, read.annotation->mentions[1].span) ==
        "B mine");
  CHECK(read.entities[0].name == "A Ltd");
}

TEST_CASE("a denial stays one in the capitals of a spreadsheet") {
  const auto denying = [](const std::string& word) {
    const std::string row = replaced(kRow, "planned,false,0.9,2026",
                                     "planned," + word + ",0.9,2026");
    return read_graph(header() + row);
  };
  for (const char* word : {"true", "TRUE", "True", "1"}) {
    CAPTURE(word);
    const ReadGraph table = denying(word);
    REQUIRE(table.articles.size() == 1);
    CHECK(table.articles[0].annotation->relations[0].negated);
  }
  CHECK_FALSE(denying("FALSE").articles[0].annotation->relations[0].negated);
  CHECK(denying("VRAI").rejects.size() == 1);
}

TEST_CASE("rows of one article are gathered, its sentences in their order") {
  const std::string earlier =
      replaced(replaced(kRow, "A Ltd may buy B mine.", "A Ltd owns B mine."),
               ",120,0-5,14-20", ",7,0-5,11-17");
  const ReadGraph table = read_graph(header() + kRow + earlier);
  REQUIRE(table.articles.size() == 1);
  CHECK(table.articles[0].article.body ==
        "A Ltd owns B mine.\n\n…\n\nA Ltd may buy B mine.");
}

TEST_CASE("a row that is wrong is named, and the others are read") {
  const auto reason = [](const std::string& row) {
    const ReadGraph table = read_graph(header() + row + kRow);
    CHECK(table.articles.size() == 1);
    REQUIRE(table.rejects.size() == 1);
    return table.rejects[0];
  };
  CHECK(reason(replaced(kRow, "acquires", "likes")) ==
        "graph: record 2: `likes` is no relation");
  CHECK(reason("a,b\r\n") == "graph: record 2: has 2 cells, not 29");
  CHECK(reason(replaced(kRow, "00000000000000a1", "a1")) ==
        "graph: record 2: `a1` is no article");
  CHECK(reason(replaced(kRow, "0-5", "5-0")) ==
        "graph: record 2: `5-0` marks nothing");
}

TEST_CASE("an id stands for one type in a table") {
  const ReadGraph table = read_graph(
      header() + kRow + replaced(kRow, "A Ltd,company", "A Ltd,person"));
  CHECK(table.articles.size() == 1);
  CHECK(table.rejects == std::vector<std::string>{
                             "graph: record 3: company:a is the person "
                             "`A Ltd` here and the company `A Ltd` in record "
                             "2, which counts"});
}

TEST_CASE("a row that stands twice says nothing more") {
  const ReadGraph table = read_graph(header() + kRow + kRow);
  REQUIRE(table.articles.size() == 1);
  CHECK(table.articles[0].annotation->relations.size() == 1);
}

TEST_CASE("a table that is cut off gives the rows before") {
  const ReadGraph table =
      read_graph(header() + kRow + "company:a,\"A Ltd,company,acq");
  CHECK(table.articles.size() == 1);
  CHECK(table.rejects ==
        std::vector<std::string>{"graph: record 3: the file ends inside of "
                                 "a quoted cell"});
}

TEST_CASE("any text survives a cell") {
  for (const std::string text : {"", "=1", "'=1", "''", "'a", "-5", "-a", "a,b",
                                 "\"q\"", "two\nlines", "@", "\t"}) {
    const std::string line = "x," + to_csv_cell(text) + "\r\n";
    MemoryStream stream(line);
    BufferedStream buffered(stream);
    const auto row = CsvReader(buffered).next();
    REQUIRE(row);
    CHECK(row->cells == std::vector<std::string>{"x", text});
  }
}

}  // namespace indexer
