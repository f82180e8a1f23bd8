#include "indexer/archive/front_matter.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace indexer {
namespace {

using Strings = std::vector<std::string>;

Strings values_of(const std::string& value) {
  const auto fields = read_front_matter("---\ntitle: " + value + "\n---\n");
  REQUIRE(fields.size() == 1);
  return fields[0].values;
}

TEST_CASE("in single quotes a doubled quote is one, and a backslash itself") {
  CHECK(values_of(R"('Korea Zinc''s plan for "Tennessee"' # note)") ==
        Strings{R"(Korea Zinc's plan for "Tennessee")"});
  CHECK(values_of(R"(['C:\new', 'it''s'])") == Strings{R"(C:\new)", "it's"});
}

TEST_CASE("in double quotes a backslash begins an escape") {
  CHECK(values_of(R"("Jos\u00e9 \x26 \U0001F600 \"so\"\tsaid\n\\o")") ==
        Strings{"José & 😀 \"so\"\tsaid\n\\o"});
  CHECK(values_of(R"("\u00g9 \uD800 \u12")") == Strings{"u00g9 \uFFFD u12"});
}

TEST_CASE("a quote that nothing closes ends with its line") {
  CHECK(values_of("\"Zinc\\") == Strings{"Zinc\\"});
  CHECK(values_of("'Zinc''") == Strings{"Zinc'"});
}

}  // namespace
}  // namespace indexer
