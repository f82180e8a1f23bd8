#include "indexer/exported/triple.h"

#include <doctest/doctest.h>

#include <string>

#include "text/error.h"

namespace indexer {

TEST_CASE("a triple has a subject, a predicate and an object") {
  const auto triple = parse_triple("<urn:a>\t<urn:p> <urn:b> . # said once");
  REQUIRE(triple);
  CHECK(triple->subject.text == "urn:a");
  CHECK(triple->predicate == "urn:p");
  CHECK(triple->object.kind == TermKind::kIri);
  CHECK(triple->object.text == "urn:b");
  const auto blank = parse_triple("_:x.1 <urn:p> _:y.");
  REQUIRE(blank);
  CHECK(blank->subject.kind == TermKind::kBlank);
  CHECK(blank->subject.text == "x.1");
  CHECK(blank->object.text == "y");
}

TEST_CASE("literals have escapes, languages and datatypes") {
  const auto object = [](const std::string& term) {
    return parse_triple("<urn:a> <urn:p> " + term + " .")->object;
  };
  CHECK(object(R"("a\t\"b\"\\ \u682A\U0001F98A]]>")").text ==
        "a\t\"b\"\\ 株🦊]]>");
  CHECK(object(R"("زنك"@ar-SA)").language == "ar-SA");
  CHECK(object(R"("1"^^<urn:int>)").datatype == "urn:int");
  CHECK(object(R"("")").text.empty());
}

TEST_CASE("comments and blank lines are no triples") {
  CHECK_FALSE(parse_triple(""));
  CHECK_FALSE(parse_triple(" \t\r"));
  CHECK_FALSE(parse_triple("# <urn:a> <urn:p> <urn:b> ."));
}

TEST_CASE("what is missing in a line is said") {
  const auto reason = [](const std::string& line) -> std::string {
    try {
      parse_triple(line);
    } catch (const text::InputError& error) {
      return error.what();
    }
    return {};
  };
  CHECK(reason("<urn:a> <urn:p> <urn:b>") ==
        "no triple: a full stop is missing at byte 24");
  CHECK(reason("<urn:a> <urn:p> \"b .") ==
        "no triple: a closing quote is missing at byte 21");
  CHECK(reason("<urn:a> \"p\" <urn:b> .") ==
        "no triple: an IRI is missing at byte 9");
  CHECK(reason("<urn:a b> <urn:p> <urn:b> .") ==
        "no triple: the end of an IRI is missing at byte 7");
  CHECK(reason(R"(<urn:a> <urn:p> "\uD800" .)") ==
        "no triple: a code point is missing at byte 20");
  CHECK(reason(R"(<urn:a> <urn:p> "\x" .)").find("a known escape") !=
        std::string::npos);
  CHECK(reason("<urn:a> <urn:p> <urn:b> . <urn:c>") ==
        "no triple: the end of the line is missing at byte 27");
}

}  // namespace indexer
