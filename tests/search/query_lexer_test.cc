#include "search/query_lexer.h"

#include <doctest/doctest.h>

#include "tests/search/marked_text.h"

namespace search {

namespace {

// `word`, `"quoted"`, `field:...`, and the operators, separated by spaces.
std::string show(const Token& token) {
  const std::string name(to_string(token.field));
  const std::string field = name.empty() ? "" : name + ":";
  switch (token.kind) {
    case TokenKind::kWord:
      return field + token.text;
    case TokenKind::kQuoted:
      return field + in_quotes(token.text);
    case TokenKind::kOpen:
      return field + "(";
    case TokenKind::kClose:
      return ")";
    case TokenKind::kAnd:
      return "&";
    case TokenKind::kOr:
      return "|";
    case TokenKind::kNot:
      return "!";
    case TokenKind::kNear:
      return "&" + token.text;
  }
  return "?";
}

std::string lex(std::string_view query,
                Operators operators = Operators::kRead) {
  std::string shown;
  for (const Token& token : split_query(query, operators).tokens) {
    shown.append(shown.empty() ? "" : " ").append(show(token));
  }
  return shown;
}

}  // namespace

TEST_CASE("words, phrases, operators and fields are told apart") {
  CHECK(lex("zinc  smelter") == "zinc smelter");
  CHECK(lex("\"critical minerals\" zinc") == "\"critical minerals\" zinc");
  CHECK(lex("a AND b OR NOT c -d") == "a & b | ! c ! d");
  CHECK(lex("source:SMM title:\"zinc up\" (x)") ==
        "source:SMM title:\"zinc up\" ( x )");
  CHECK(lex("entity:company:korea-zinc") == "entity:company:korea-zinc");
  CHECK(lex("title:(zinc lead)") == "title:( zinc lead )");
  CHECK(lex("SOURCE:smm") == "source:smm");
}

TEST_CASE("operators in small letters are words") {
  CHECK(lex("a and b or not c") == "a and b or not c");
}

TEST_CASE("operators may be read as words") {
  CHECK(lex("A AND B", Operators::kAsWords) == "A AND B");
}

TEST_CASE("hyphens, colons and signs inside words belong to them") {
  CHECK(lex("copper-gold 8:30 https://a.example - +zinc --x") ==
        "copper-gold 8:30 https://a.example zinc ! x");
}

TEST_CASE("full-width and typographic signs mean the same as plain ones") {
  CHECK(lex("“critical minerals” （锌　铅） source：SMM 「锌业」") ==
        "\"critical minerals\" ( 锌 铅 ) source:SMM \"锌业\"");
}

TEST_CASE("a quotation mark without partner is ignored and noted") {
  const Tokens split = split_query("zinc \"lead up", Operators::kRead);
  CHECK(split.tokens.size() == 3);
  CHECK(split.notes.size() == 1);
  CHECK(lex("title:\"zinc up") == "title:zinc up");
  CHECK(lex("\"") == "");
  CHECK(lex("title:\"") == "");
}

TEST_CASE("an unknown field is read as words and noted") {
  const Tokens split = split_query("author:smith", Operators::kRead);
  CHECK(split.tokens.front().text == "author:smith");
  CHECK(split.notes.size() == 1);
}

TEST_CASE("control characters and broken UTF-8 do no harm") {
  CHECK(lex(std::string_view("a\0b\x01\x7f"
                             "c",
                             6)) == "a b c");
  CHECK(lex("a\xff") == "a\xef\xbf\xbd");
}

TEST_CASE("words and phrases tell where they stand") {
  const std::string query = "title:zinc “lead up”";
  std::vector<std::string_view> texts;
  for (const Token& token : split_query(query, Operators::kRead).tokens) {
    texts.push_back(slice(query, token.span));
  }
  CHECK(texts == std::vector<std::string_view>{"zinc", "lead up"});
}

TEST_CASE("long queries are cut and this is noted") {
  std::string words;
  for (int i = 0; i < 10000; ++i) words += "zinc ";
  const Tokens split = split_query(words, Operators::kRead);
  CHECK(split.tokens.size() == kMaxQueryWords);
  CHECK(split.notes.size() == 1);

  const Tokens giant = split_query(std::string(1 << 20, 'z'), Operators::kRead);
  CHECK(giant.tokens.front().text.size() == kMaxQueryBytes);
  CHECK(giant.notes.size() == 1);
}

}  // namespace search
