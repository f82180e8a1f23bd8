// Archives that are damaged, or written as no standard has it.

#include <doctest/doctest.h>

#include "tests/indexer/reading.h"
#include "tests/temporary_directory.h"

namespace indexer {
namespace {

using Strings = std::vector<std::string>;

// Rejects are without the name of the file.
Reading read_text(const std::string& content) {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "file";
  std::ofstream(file, std::ios::binary) << content;
  Reading reading = read_paths({file});
  for (std::string& reject : reading.rejects) {
    reject.erase(0, file.string().size() + 2);
  }
  return reading;
}

TEST_CASE("a broken byte in UTF-8 costs its own record") {
  for (const std::string word : {"Hütte über Zürich", "fonderie élevée à août",
                                 "锌价上涨，冶炼厂", "Цена на цинк"}) {
    std::string rows = "title,body\n";
    std::string lines;
    for (int i = 0; i < 8; ++i) {
      const std::string text = i == 3 ? word + " \xC3" : word;
      rows += text + "," + word + "\n";
      lines += R"({"title": ")" + text + R"(", "body": ")" + word + "\"}\n";
    }
    for (const std::string& content : {rows, lines}) {
      const Reading reading = read_text(content);
      CHECK(reading.titles() == Strings(7, word));
      CHECK(reading.rejects.size() == 1);
    }
  }
}

TEST_CASE("a table without quoting may have quotes in its cells") {
  const Reading reading = read_text(
      "title\ttext\n\"Never again\": 2\tIt rose.\n"
      "\"Open quote\tIt fell, \"they\" said.\n\"Zinc\" 3\tIt rose.\n"
      "\"Last\tIt \"fell\"\nLead\tIt rose.\n");
  CHECK(reading.titles() == Strings{"\"Never again\": 2", "\"Open quote",
                                    "\"Zinc\" 3", "\"Last", "Lead"});
  CHECK(reading.rejects.empty());
}

TEST_CASE("a quote that is not closed costs its own row") {
  const Reading reading = read_text(
      "title,text,url\n\"A\",\"It rose.\",x\n\"B,\"It rose\n"
      "to ten.\",x\n\"C\",\"It said \"\"no\"\",\nthey wrote.\",x\n"
      "\"D\",\"He said \"yes\" to it, twice.\",x\n");
  CHECK(reading.titles() == Strings{"A", "C", "D"});
  CHECK(reading.articles[1].article.body == "It said \"no\",\nthey wrote.");
  CHECK(reading.rejects ==
        Strings{"record 3: its quotes do not fit",
                "record 4: part of a row before it that can't be read"});
}

TEST_CASE("behind a row that is too large the next is read") {
  const Reading reading =
      read_text("title,text\nA," + std::string(17 << 20, 'x') + "\nB,It.\n");
  CHECK(reading.titles() == Strings{"B"});
  CHECK(reading.rejects == Strings{"record 2: larger than 16 MB"});
}

TEST_CASE("tables of nothing but open quotes are read in linear time") {
  const std::string row = std::string(80, 'a') + "\",\"\n";
  std::string rows = "title,text\n";
  for (int i = 0; i < 10'000; ++i) rows += row;
  CHECK(read_text(rows).articles.size() > 60);
}

TEST_CASE("rows may end with separators") {
  const Reading reading =
      read_text("title,text\nA,It rose.,\n\"B\",It fell.,,,\n");
  CHECK(reading.titles() == Strings{"A", "B"});
  CHECK(reading.rejects.empty());
}

TEST_CASE("a paragraph that begins with From is part of its message") {
  const std::string begin =
      "From a@b Mon Jan  6 10:00:00 2025\nFrom: Zinc News <n@z.example>\n"
      "Date: Mon, 6 Jan 2025 10:00:00 +0000\nSubject: ";
  const Reading reading = read_text(
      begin + "A\n\nIt rose.\n\nFrom the outset it was.\n\n" +
      "From 2025 on it will be the largest.\n\n" + begin + "B\n\nIt fell.\n");
  CHECK(reading.titles() == Strings{"A", "B"});
  CHECK(reading.articles[0].article.body ==
        "It rose.\n\nFrom the outset it was.\n\n"
        "From 2025 on it will be the largest.");
}

}  // namespace
}  // namespace indexer
