#include "search/query_parser.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "search/query_suffix.h"
#include "tests/search/marked_text.h"

namespace search {

namespace {

std::string show(const QueryNode& node);

std::string show_children(const QueryNode& node, std::string_view name) {
  std::string shown = "(";
  shown += name;
  for (const QueryNode& child : node.children)
    shown.append(" ").append(show(child));
  return shown.append(")");
}

// `(near zinc 5 lead)`
std::string show_near(const QueryNode& node) {
  std::string shown = "(near " + show(node.children.front());
  for (size_t i = 1; i < node.children.size(); ++i) {
    shown += " " + std::to_string(node.distances[i - 1]) + " " +
             show(node.children[i]);
  }
  return shown + ")";
}

std::string show_mistakes(const QueryNode& node) {
  return "~" + (node.mistakes == 0 ? "" : std::to_string(node.mistakes));
}

std::string show(const QueryNode& node) {
  const std::string name(to_string(node.field));
  const std::string field = name.empty() ? "" : name + ":";
  const std::string boost = write_boost(node.boost);
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kDates:
      return field + node.text + boost;
    case NodeKind::kPrefix:
      return field + node.text + "*" + boost;
    case NodeKind::kFuzzy:
      return field + node.text + show_mistakes(node) + boost;
    case NodeKind::kPhrase:
      return field + in_quotes(node.text) + boost;
    case NodeKind::kNear:
      return show_near(node);
    case NodeKind::kGroup:
      return show_children(node, "group");
    case NodeKind::kAnd:
      return show_children(node, "and");
    case NodeKind::kOr:
      return show_children(node, "or");
    case NodeKind::kNot:
      return show_children(node, "not");
    case NodeKind::kName:
      return show_children(node, "name");
  }
  return "?";
}

std::string parse(std::string_view query) {
  const ParsedQuery parsed = parse_query(query);
  return parsed.root ? show(*parsed.root) : "";
}

size_t depth(const QueryNode& node) {
  size_t deepest = 0;
  for (const QueryNode& child : node.children) {
    deepest = std::max(deepest, depth(child));
  }
  return deepest + 1;
}

}  // namespace

TEST_CASE("words side by side are one group") {
  CHECK(parse("zinc smelter \"critical minerals\"") ==
        "(group zinc smelter \"critical minerals\")");
  CHECK(parse("zinc") == "zinc");
}

TEST_CASE("AND binds closest, then words side by side, then OR") {
  CHECK(parse("a b OR c AND d e") == "(or (group a b) (group (and c d) e))");
  CHECK(parse("a (b OR c)") == "(group a (or b c))");
}

TEST_CASE("NOT and minus exclude what follows, twice is not at all") {
  CHECK(parse("zinc -lead NOT \"tin can\"") ==
        "(group zinc (not lead) (not \"tin can\"))");
  CHECK(parse("NOT (a OR b)") == "(not (or a b))");
  CHECK(parse("NOT NOT a") == "a");
}

TEST_CASE("a field holds for all words in parentheses") {
  CHECK(parse("title:(zinc source:SMM) lead") ==
        "(group (group title:zinc source:SMM) lead)");
}

TEST_CASE("NEAR binds words and phrases before NOT and AND do") {
  CHECK(parse("zinc NEAR/5 lead") == "(near zinc 5 lead)");
  CHECK(parse("a NEAR b NEAR/2 \"c d\" e") ==
        "(group (near a 10 b 2 \"c d\") e)");
  CHECK(parse("-a NEAR/3 b AND c") == "(and (not (near a 3 b)) c)");
  CHECK(parse("title:(a NEAR/3 b)") == "(near title:a 3 title:b)");
  CHECK(parse("near NEAR/x a") == "(group near NEAR/x a)");
}

TEST_CASE("NEAR without words beside it is ignored, one that reaches far cut") {
  CHECK(parse("NEAR/5") == "");
  CHECK(parse("NEAR/5 zinc NEAR/5") == "zinc");
  CHECK(parse("a NEAR NEAR/3 b") == "(near a 3 b)");
  CHECK(parse("a NEAR/999999999999 b") == "(near a 100 b)");
  CHECK(parse("a NEAR/0 b") == "(near a 1 b)");
  CHECK(parse_query("a NEAR/999999999999 b").notes.size() == 1);
}

TEST_CASE("signs at the end of a word say how it is looked for") {
  CHECK(parse("smelt* smeltr~ smeltr~1 smeltr~2^3 title:smelt*") ==
        "(group smelt* smeltr~ smeltr~1 smeltr~2^3 title:smelt*)");
  CHECK(parse("zinc^2 \"a b\"^0.5") == "(group zinc^2 \"a b\"^0.5)");
  CHECK(parse("(zinc^2 lead)^2 tin") == "(group (group zinc^4 lead^2) tin)");
  CHECK(parse("zinc~0") == "zinc");
  CHECK(parse("source:A* entity:b~") == "(group source:A* entity:b~)");
  CHECK(parse("a^b x~y") == "(group a^b x~y)");
}

TEST_CASE("signs that say nothing are left out, with a note") {
  CHECK(parse("^^^ ~~~~ *** zinc") == "zinc");
  CHECK(parse("foo^1e999") == "foo");
  CHECK(parse("foo^100 bar^0.0001") == "(group foo^10 bar^0.1)");
  CHECK(parse("foo^" + std::string(500, '9')) == "foo^10");
  CHECK(parse("foo~7") == "foo~2");
  CHECK(parse("\"a b\"~3") == "\"a b\"");
  CHECK(parse("\"\"^2 zinc") == "zinc");
  for (const char* query : {"foo^1e999", "foo^100", "foo~7", "\"a b\"~3",
                            "sm*lter", "/zin[ck].*/"}) {
    CHECK_MESSAGE(parse_query(query).notes.size() == 1, query);
  }
}

TEST_CASE("of a bag of words no sign means anything") {
  const ParsedQuery parsed =
      parse_query("smelt* NEAR/3 zinc^2", Operators::kAsWords);
  CHECK(show(*parsed.root) == "(group smelt* NEAR/3 zinc^2)");
  CHECK(parsed.root->children.front().kind == NodeKind::kWord);
}

TEST_CASE("dates are read with their ends") {
  const ParsedQuery parsed = parse_query("from:2025-12 to:2026-02");
  REQUIRE(parsed.root->children.size() == 2);
  const DateRange from = parsed.root->children[0].dates;
  const DateRange to = parsed.root->children[1].dates;
  CHECK(from == DateRange{.from = text::parse_rfc3339("2025-12"), .to = {}});
  CHECK(to == DateRange{.from = {}, .to = text::parse_rfc3339("2026-03")});
}

TEST_CASE("a date that does not exist is ignored and noted") {
  const ParsedQuery parsed = parse_query("zinc date:2025-02-30");
  CHECK(show(*parsed.root) == "zinc");
  CHECK(parsed.notes.size() == 1);
}

TEST_CASE("malformed queries are read as well as they can be") {
  CHECK(parse("") == "");
  CHECK(parse("AND OR NOT") == "");
  CHECK(parse("()") == "");
  CHECK(parse("zinc AND") == "zinc");
  CHECK(parse("OR zinc OR") == "zinc");
  CHECK(parse("zinc NOT OR lead") == "(or zinc lead)");
  CHECK(parse("(zinc lead") == "(group zinc lead)");
  CHECK(parse("zinc) lead)") == "(group zinc lead)");
  CHECK(parse("(a))) b ((c") == "(group a (group b c))");
  CHECK(parse("-") == "");
  CHECK(parse("\"\"") == "");
}

TEST_CASE("what is malformed is noted once") {
  CHECK(parse_query("AND zinc AND AND").notes.size() == 1);
  CHECK(parse_query("(((zinc").notes.size() == 1);
  CHECK(parse_query("zinc").notes.empty());
  CHECK(parse_query("()").notes.empty());
}

TEST_CASE("thousands of parentheses neither nest deeply nor lose the words") {
  const std::string open(300, '(');
  const std::string close(100, ')');
  const ParsedQuery parsed = parse_query(open + "zinc" + close + " lead");
  CHECK(show(*parsed.root).find("zinc") != std::string::npos);
  CHECK(show(*parsed.root).find("lead") != std::string::npos);
  CHECK(depth(*parsed.root) < 20);
  CHECK_FALSE(parsed.notes.empty());
  CHECK(parse(std::string(100000, '(')) == "");
}

}  // namespace search
