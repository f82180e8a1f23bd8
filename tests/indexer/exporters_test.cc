// Lines and tables as programs that people use write them.

#include <doctest/doctest.h>

#include "tests/indexer/reading.h"
#include "text/error.h"

namespace indexer {
namespace {

using Strings = std::vector<std::string>;

std::string date_of(const std::string& line) {
  const text::Article article = read_one(line + "\n");
  return article.published ? to_rfc3339(*article.published) : "";
}

Strings authors_of(const std::string& cell) {
  return read_one("title,text,authors\nZinc,It rose.,\"" + cell + "\"\n")
      .authors;
}

TEST_CASE("columns and members of other names are mapped") {
  const ReadOptions options{
      .fields = parse_field_map("title=Schlagzeile,body=Inhalt.lang")};
  CHECK(read_one("{\"Schlagzeile\": \"Zink\", \"Inhalt\": "
                 "{\"lang\": \"Es stieg.\"}}\n",
                 options)
            .body == "Es stieg.");
  CHECK(read_one("Schlagzeile,text\nZink,Es stieg.\n", options).title ==
        "Zink");
}

TEST_CASE("a map that can't be meant is refused") {
  CHECK_THROWS_AS(parse_field_map("headline"), text::BadRequest);
  CHECK_THROWS_AS(parse_field_map("title="), text::BadRequest);
  CHECK_THROWS_WITH_AS(
      parse_field_map("colour=x"),
      "--map: no field is called `colour`; title, body, url, published, "
      "source, authors, language, summary, modified, section, kind and id are",
      text::BadRequest);
  CHECK_THROWS_AS(parse_field_map("title=a,title=b"), text::BadRequest);
}

TEST_CASE("a mapped field is taken before others of that name") {
  CHECK(read_one("{\"Title\": \"wrong\", \"Schlagzeile\": \"right\"}\n",
                 {.fields = parse_field_map("title=Schlagzeile")})
            .title == "right");
}

TEST_CASE("a mapped name may have dots of its own") {
  const ReadOptions options{.fields = parse_field_map("title = a.b, body=c")};
  CHECK(read_one("{\"a.b\": \"Zinc\", \"c\": \"Up.\"}\n", options).title ==
        "Zinc");
  CHECK(read_one("a.b,c\nZinc,Up.\n", options).title == "Zinc");
}

TEST_CASE("the text may be called article, and may be of no title") {
  const std::string row = "1,\"It rose, they said.\n\nIt fell.\",Up\n";
  const text::Article article = read_one("id,article,highlights\n" + row);
  CHECK(article.body == "It rose, they said.\n\nIt fell.");
  CHECK(article.kind == text::ArticleKind::kArticle);
  CHECK(read_one("{\"article\": {\"title\": \"Zinc\", \"body\": \"Up.\"}}\n")
            .body == "Up.");
}

TEST_CASE("columns are known in the languages of the press") {
  const text::Article german = read_one(
      "Überschrift;Datum;Autor;Quelle;Text\nZink;16.12.2025;Max;BZ;Hoch.\n");
  CHECK(german.title == "Zink");
  CHECK(german.source == "BZ");
  CHECK(german.authors == Strings{"Max"});
  CHECK(read_one("제목,본문\n아연,올랐다.\n").title == "아연");
}

TEST_CASE("what programs write for a missing value is no value") {
  const text::Article article =
      read_one("title,text,url,authors\nZinc,It rose.,None,nan\n");
  CHECK(article.url.empty());
  CHECK(article.authors.empty());
}

TEST_CASE("authors are told apart however they are listed") {
  CHECK(authors_of("['Jo Field', 'Ana Brook']") ==
        Strings{"Jo Field", "Ana Brook"});
  CHECK(authors_of("[]").empty());
  CHECK(authors_of("By Jo Field") == Strings{"Jo Field"});
  CHECK(authors_of("Jo Field; Ana Brook") == Strings{"Jo Field", "Ana Brook"});
  CHECK(authors_of("Jo Field, Ana Brook") == Strings{"Jo Field", "Ana Brook"});
  CHECK(read_one("{\"title\": \"Zinc\", \"author\": 3}\n").authors.empty());
}

TEST_CASE("quotes in cells may have backslashes before them") {
  const Reading reading = read_text(
      "id,title,text\n1,\"He said \\\"zinc, rose\\\"\",\"One\nsaid "
      "\\\"two\\\", "
      "more.\"\n2,Lead,Down.\n");
  REQUIRE(reading.titles() == Strings{"He said \"zinc, rose\"", "Lead"});
  CHECK(reading.articles[0].article.body == "One\nsaid \"two\", more.");
}

TEST_CASE("a header that comes again is no article") {
  CHECK(read_text("title,text\nA,One.\ntitle,text\nB,Two.\n").titles() ==
        Strings{"A", "B"});
}

TEST_CASE("a table whose columns nobody knows says what they are") {
  const Reading reading = read_text(
      "nr,kopf,rumpf\n1,Zink,Es stieg.\n2,Blei,Es fiel.\n"
      "3,Zinn,Es blieb.\n");
  CHECK(reading.articles.empty());
  CHECK(reading.rejects ==
        Strings{"a table without a column known to be a title or a text (--map "
                "names it): nr, kopf, rumpf"});
}

TEST_CASE("a text that begins like a header is a text") {
  CHECK(read_one("Text, drugs and rock and roll\n\nThe band said on Tuesday "
                 "that it would play, and it did.\n")
            .title == "Text, drugs and rock and roll");
  CHECK(read_one("Title | Text\n\nThe band said on Tuesday that it would play "
                 "in Tennessee, and then it did.\n")
            .body.starts_with("The band"));
}

TEST_CASE("a column may have a long name") {
  CHECK(read_text("title,text,Date of the first online publication\n"
                  "A,One.,2025-12-16\nB,Two.,2025-12-17\n")
            .titles() == Strings{"A", "B"});
}

TEST_CASE("headlines and datelines with commas are no tables") {
  for (const char* text :
       {"Gold, silver, copper prices rise\nPrices rose on Monday, traders "
        "said, "
        "for a third day.",
        "LONDON, Nov 20, Reuters\nZinc rose, lead fell, tin stayed.\nTraders, "
        "as ever, were surprised.\nOre, they said, is rare.",
        "Home | News | Metals\nLogin | Register | Help\nA | B | C\nD | E | F",
        "Text | The Wire\nZinc rose | it is said.",
        "Kobalt; Nickel; Zink steigen\nDie Preise stiegen; sie fielen; "
        "niemand kaufte."}) {
    CAPTURE(text);
    CHECK(read_text(text).rejects.empty());
    CHECK(read_text(text).articles.size() == 1);
  }
}

TEST_CASE("an address that is called a source is the article's") {
  const text::Article article = read_one(
      "{\"title\": \"Zinc\", \"text\": \"Up.\", \"source\": "
      "\"https://a.example/8\", \"source-hostname\": \"SMM\"}\n");
  CHECK(article.url == "https://a.example/8");
  CHECK(article.source == "SMM");
}

TEST_CASE("what a news service has cut is a brief without its mark") {
  const text::Article article = read_one(
      "{\"title\": \"Zinc\", \"content\": \"It rose in… [+2310 chars]\"}\n");
  CHECK(article.body == "It rose in…");
  CHECK(article.kind == text::ArticleKind::kBrief);
  CHECK(read_one("{\"title\": \"Zinc\", \"summary\": {\"content\": \"Up.\"}}\n")
            .body == "Up.");
}

TEST_CASE("dates come as numbers, objects and lists") {
  const std::string expected = "2025-12-16T10:24:00Z";
  for (const char* date : {"1765880640", "\"1765880640\"", "\"1765880640000\"",
                           "{\"$date\": {\"$numberLong\": \"1765880640000\"}}",
                           "[\"2025-12-16T10:24:00Z\"]"}) {
    CAPTURE(date);
    CHECK(date_of("{\"title\": \"Zinc\", \"date\": " + std::string(date) +
                  "}") == expected);
  }
  CHECK(date_of("{\"title\": \"Zinc\", \"date\": \"2025-12-16\", "
                "\"dateTime\": \"2025-12-16T10:24:00Z\"}") == expected);
  CHECK(date_of("{\"title\": \"Zinc\", \"date\": 20251216}") ==
        "2025-12-16T00:00:00Z");
  CHECK(date_of("{\"title\": \"Zinc\", \"date\": 2025}").empty());
}

TEST_CASE("answers keep their articles in lists of many names") {
  for (
      const char* answer :
      {R"({"objects": [{"title": "Zinc", "text": "Up."}]})",
       R"({"rows": [{"row_idx": 0, "row": {"title": "Zinc", "text": "Up."}}]})",
       R"({"data": {"children": [{"data": {"title": "Zinc",)"
       R"( "selftext": "Up."}}]}})"}) {
    CAPTURE(answer);
    CHECK(read_one(std::string(answer) + "\n").body == "Up.");
  }
}

TEST_CASE("lines that tell a database what to do are no articles") {
  CHECK(read_text("{\"index\": {\"_index\": \"news\", \"_id\": \"1\"}}\n"
                  "{\"title\": \"Zinc\", \"text\": \"Up.\"}\n")
            .titles() == Strings{"Zinc"});
}

TEST_CASE("a reason does not repeat the text that it is about") {
  const Reading reading = read_text("{\"title\": \"A\"}\n{\"title\": \"" +
                                    std::string(5000, 'x') + "\\q\"}\n");
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].size() < 200);
}

TEST_CASE("a page in a field is read as a page") {
  const text::Article article = read_one(
      "{\"url\": \"https://a.example/1\", \"html\": \"<!DOCTYPE "
      "html><html><head>"
      "<title>Zinc rises | Lake Post</title><meta property='og:site_name' "
      "content='Lake Post'></head><body><nav><a href='/'>Home</a></nav>"
      "<article><h1>Zinc rises</h1><p>Zinc rose on Tuesday, after a smelter "
      "beside the lake had closed for a month.</p><p>It fell again on "
      "Wednesday, when the owner said that it would open.</p></article>"
      "</body></html>\"}\n");
  CHECK(article.title == "Zinc rises");
  CHECK(article.source == "Lake Post");
  CHECK(article.body.starts_with("Zinc rose on Tuesday"));
  CHECK(article.body.find("Home") == std::string::npos);
}

TEST_CASE("a text in blocks is read in their order") {
  CHECK(read_one("{\"title\": \"Zinc\", \"contents\": [{\"type\": \"title\", "
                 "\"content\": \"Zinc\"}, {\"type\": \"sanitized_html\", "
                 "\"content\": \"It rose.\"}, {\"type\": \"sanitized_html\", "
                 "\"content\": \"It fell.\"}]}\n")
            .body == "It rose.\n\nIt fell.");
  CHECK(read_one("{\"title\": \"Zinc\", \"content\": [{\"type\": \"p\", "
                 "\"children\": [{\"text\": \"It \"}, {\"text\": \"rose.\", "
                 "\"bold\": true}]}]}\n")
            .body == "It rose.");
  CHECK(read_one("{\"title\": \"Zinc\", \"body\": {\"paragraphs\": "
                 "[\"It rose.\", \"It fell.\"]}}\n")
            .body == "It rose.\n\nIt fell.");
}

TEST_CASE("a line break within a sentence ends no paragraph") {
  CHECK(read_one("{\"title\": \"Zinc\", \"text\": \"The company beside the "
                 "lake has agreed to\\n"
                 "acquire the smelter.\\nIt said so.\"}\n")
            .body ==
        "The company beside the lake has agreed to acquire the smelter.\nIt "
        "said so.");
}

TEST_CASE("lines that were broken to a width are put together again") {
  const text::Article article = read_one(
      "Zinc story\n\n"
      "The company said on Tuesday that it would build a smelter in the\n"
      "valley, where two mines and a railway wait for it. The plant is\n"
      "to cost seven billion dollars.\n"
      "  Its owner, which bought the ground three years ago, confirmed\n"
      "the plan and said that the first metal would be poured in five\n"
      "years from now at the latest, if the river can be crossed.\n");
  CHECK(article.title == "Zinc story");
  CHECK(article.body ==
        "The company said on Tuesday that it would build a smelter in the "
        "valley, where two mines and a railway wait for it. The plant is to "
        "cost seven billion dollars.\n\nIts owner, which bought the ground "
        "three years ago, confirmed the plan and said that the first metal "
        "would be poured in five years from now at the latest, if the river "
        "can be crossed.");
}

TEST_CASE("lines that are of one length but no paragraph stay lines") {
  const std::string headlines =
      "Zinc rises on the news of a smelter fire in the valley\n"
      "Lead falls after the mine beside the lake has reopened\n"
      "Copper holds as traders wait for the plan of the state\n"
      "Tin jumps to its highest price since the spring of May\n"
      "Nickel slips while the ships of the island are waiting\n"
      "Gold is where it was, and nobody in the city can say why\n";
  CHECK(read_one(headlines).title ==
        "Zinc rises on the news of a smelter fire in the valley");
  const text::Article article = read_one(
      "Zinc smelter in the valley is sold for seven billion dollars\n"
      "Published: November 20, 2025\nSource: The Wire\n"
      "The company said on Tuesday that it would build a smelter in the\n"
      "valley, where two mines and a railway wait for it. The plant is\n"
      "to cost seven billion dollars, and the owner of the ground has\n"
      "agreed to take a share of it, as was known since the spring, and\n"
      "to lend some of the money.\n");
  CHECK(article.title ==
        "Zinc smelter in the valley is sold for seven billion dollars");
  CHECK(article.source == "The Wire");
  CHECK(article.published == text::parse_rfc3339("2025-11-20"));
  CHECK(article.body.ends_with("and to lend some of the money."));
}

TEST_CASE("prose with signs of code is prose") {
  for (const char* text :
       {"Smelter restarts\n=================\n\nIt was closed for a month.",
        "LME prices\nZinc = 2,950\nCopper = 9,800\nLead = 2,010",
        "Flash: EPS=1.20; revenue=3.4bn",
        "Zinc restarts\nMore: "
        "https://x.example/a?utm_source=tw&utm_medium=b"}) {
    CAPTURE(text);
    CHECK(read_text(text).rejects.empty());
  }
  CHECK(read_text("function f(a) {\n  var b = a;\n  if (b) {\n    g(b);\n"
                  "  }\n  return b;\n}\n")
            .rejects == Strings{"no prose: code"});
}

TEST_CASE("a line without title and text says what it has") {
  CHECK(read_text("{\"nr\": 1, \"kopf\": \"Zink\"}\n").rejects ==
        Strings{"neither title nor body: its members are kopf, nr"});
}

}  // namespace
}  // namespace indexer
