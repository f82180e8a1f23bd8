#include "exchange/csv_writer.h"

#include <doctest/doctest.h>

#include "tests/exchange/awkward_graph.h"

namespace exchange {

TEST_CASE("a cell is quoted where it must be") {
  CHECK(csv_line({"", "a", "b,c", "say \"x\"", "two\nlines"}) ==
        ",a,\"b,c\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
}

TEST_CASE("a spreadsheet takes no text for a formula, and numbers stay") {
  CHECK(csv_line({"=1+1", "@x", "-5.5", "+1e3", "-5 t"}) ==
        "'=1+1,'@x,-5.5,'+1e3,'-5 t\r\n");
}

TEST_CASE("the table of edges has a row for each piece of evidence") {
  const auto writer = make_writer(Format::kCsv, Table::kEdges);
  const std::string table = write_all(*writer);
  CHECK(table.starts_with("source,source_name,source_type,relation,target,"));
  CHECK(table.find("\"'=\"\"A\"\" <&> 'B'\nline two") != std::string::npos);
  CHECK(table.find(",planned,false,0.9,,acquire.may\r\n") != std::string::npos);
  CHECK(table.find(",'-1 point,") != std::string::npos);
}

TEST_CASE("the table of entities has the entities only") {
  const auto writer = make_writer(Format::kCsv, Table::kEntities);
  const std::string table = write_all(*writer);
  CHECK(table.find("facility:plain,facility,Plain,,1,1,0,,\r\n") !=
        std::string::npos);
  CHECK(table.find("a|b|]]>") != std::string::npos);
  CHECK(table.find("acquire") == std::string::npos);
}

TEST_CASE("the table of facts gives the number and its sentence") {
  const auto writer = make_writer(Format::kCsv, Table::kFacts);
  const std::string table = write_all(*writer);
  CHECK(table.find(",capacity,,-5000.5,t/year,,two,00000000000000a1,") !=
        std::string::npos);
}

}  // namespace exchange
