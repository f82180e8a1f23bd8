// Formats of records, each known by its content whatever the file's name.

#include <doctest/doctest.h>

#include <chrono>

#include "tests/indexer/reading.h"

namespace indexer {
namespace {

using Strings = std::vector<std::string>;

std::string date_of(const text::Article& article) {
  return article.published ? to_rfc3339(*article.published) : "";
}

TEST_CASE("rows of a table are articles; quoted cells may hold line breaks") {
  const Reading reading = read_text(
      "id,Headline,Body Text,Published Date\r\n"
      "7,\"Zinc, a \"\"metal\"\"\",\"First line\nsecond\",2025-01-02\r\n"
      "8,Lead,A 5\" pipe,\r\n"
      "9,too,many,cells,here\r\n");
  REQUIRE(reading.articles.size() == 2);
  const text::Article& first = reading.articles[0].article;
  CHECK(first.title == "Zinc, a \"metal\"");
  CHECK(first.body == "First line\nsecond");
  CHECK(first.external_id == "7");
  CHECK(date_of(first) == "2025-01-02T00:00:00Z");
  CHECK(reading.articles[1].article.body == "A 5\" pipe");
  CHECK(reading.articles[1].article.record == 4);
  CHECK(reading.rejects == Strings{"more cells than the header has: 5"});
}

TEST_CASE("tabs and semicolons part the cells of a table too") {
  CHECK(read_one("title\ttext\nZinc\tIt rose.\n").body == "It rose.");
  CHECK(read_one("title;text\nZinc;It rose, they said.\n").body ==
        "It rose, they said.");
}

TEST_CASE("a table in a charset of its own is converted") {
  CHECK(read_one(std::string("\xFF\xFEt\0i\0t\0l\0e\0,\0t\0e\0x\0t\0\n\0"
                             "Z\0,\0\xE9\0\n\0",
                             32))
            .body == "é");
}

TEST_CASE("a table that was joined of two charsets is read by the line") {
  std::string table = "title,text\n";
  for (int i = 0; i < 9; ++i) {
    table += "Hütte,Die Hütte wurde für über zwei Milliarden verkauft.\n";
    table +=
        "H\xFCtte,Die H\xFCtte wurde f\xFCr \xFC"
        "ber zwei Milliarden verkauft.\n";
  }
  const Reading reading = read_text(table);
  REQUIRE(reading.articles.size() == 18);
  for (const ReadArticle& read : reading.articles) {
    CHECK(read.article.body ==
          "Die Hütte wurde für über zwei Milliarden verkauft.");
  }
}

TEST_CASE("the items of a JSON feed are articles of that feed") {
  const Reading reading = read_text(
      "{\"version\": \"https://jsonfeed.org/version/1.1\",\n"
      "\"title\": \"Lake Post\", \"items\": [\n"
      "{\"id\": \"1\", \"title\": \"Zinc\", "
      "\"content_html\": \"<p>One.</p><p>Two.</p>\"},\n"
      "{\"id\": \"2\", \"summary\": \"Lead.\"}], \"more\": [1]}");
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].article.body == "One.\n\nTwo.");
  CHECK(reading.articles[0].article.source == "Lake Post");
  CHECK(reading.articles[1].article.kind == text::ArticleKind::kBrief);
  CHECK(reading.rejects.empty());
}

TEST_CASE("answers of news programs give the articles they wrap") {
  CHECK(read_one("{\"response\": {\"status\": \"ok\", \"results\": [{"
                 "\"webTitle\": \"Zinc\", \"fields\": "
                 "{\"bodyText\": \"It rose.\"}}]}}")
            .body == "It rose.");
  const text::Article found = read_one(
      "{\"_id\": \"7\", \"_source\": {\"title\": \"Zinc\", "
      "\"text\": \"It rose.\"}}\n");
  CHECK(found.title == "Zinc");
  CHECK(found.source.empty());
  CHECK(found.external_id == "7");
}

TEST_CASE("a list inside of an article is none of articles") {
  CHECK(read_one("{\"title\": \"Zinc\", \"body\": \"It rose.\", "
                 "\"items\": [{\"title\": \"x\"}]}\n")
            .title == "Zinc");
}

TEST_CASE("answers of news programs are read one a line, and one by one") {
  const std::string answer =
      "{\"status\": \"ok\", \"articles\": [{\"title\": \"A\"}, "
      "{\"title\": \"B\"}], \"more\": {\"of\": [1]}}";
  const Reading lines = read_text(answer + "\n" + answer + "\n");
  CHECK(lines.titles() == Strings{"A", "B", "A", "B"});
  CHECK(lines.articles[3].article.record == 2);
  const Reading answers = read_text(
      "{\n\"count\": 1,\n\"response\": {\n"
      "\"results\": [\n{\"title\": \"C\"}]}}" +
      answer);
  CHECK(answers.titles() == Strings{"C", "A", "B"});
  CHECK(lines.rejects.empty());
  CHECK(answers.rejects.empty());
}

TEST_CASE("an answer that is cut off gives what it has, and is told") {
  const Reading reading =
      read_text("{\"articles\": [{\"title\": \"A\"}, {\"title\": \"B\"}");
  CHECK(reading.titles() == Strings{"A", "B"});
  CHECK(reading.rejects ==
        Strings{"not JSON: the file ends inside of an object"});
}

TEST_CASE("an article may hold lists before its text") {
  const std::string list = "\"entries\": [{\"name\": \"Korea Zinc\"}]";
  const std::string titled = "\"news\": [{\"title\": \"Lead\"}]";
  const Reading lines = read_text(
      "{\"title\": \"A\", " + list + ", \"body\": \"It rose.\"}\n" +
      "{\"title\": \"B\", " + titled + ", \"body\": \"It rose.\"}\n" +
      "{\"title\": \"C\", " + list + ", \"summary\": \"It rose.\"}\n");
  CHECK(lines.titles() == Strings{"A", "B", "C"});
  CHECK(
      read_one("{\n\"title\": \"A\",\n" + titled + ",\n\"body\": \"It rose.\"}")
          .title == "A");
}

TEST_CASE("a list that begins far into its feed is found") {
  const std::string begin = "\"title\": \"Lake Post\", \"description\": \"" +
                            std::string(9000, 'x') +
                            "\", \"items\": [{\"title\": \"Zinc\"}]}";
  CHECK(read_one("{" + begin).source == "Lake Post");
  CHECK(read_one("{\n" + begin).title == "Zinc");
}

TEST_CASE("an object of articles by their ids gives them all") {
  const std::string texts =
      "\"a\": {\"title\": \"A\", \"body\": \"One.\"}, "
      "\"b\": {\"title\": \"B\", \"body\": \"Two.\"}}";
  CHECK(read_text("{" + texts).titles() == Strings{"A", "B"});
  CHECK(read_text("{\n" + texts).titles() == Strings{"A", "B"});
  CHECK(read_one("{\"article\": {\"title\": \"A\", \"body\": \"One.\"}, "
                 "\"more\": {\"title\": \"x\"}}")
            .title == "A");
}

TEST_CASE("what is no object among objects costs itself alone") {
  const Reading reading = read_text(
      "[{\"title\": \"A\"}, null, \"a } text\", -1.5, [{\"title\": \"B\"}]]");
  CHECK(reading.titles() == Strings{"A", "B"});
  CHECK(reading.rejects == Strings(3, "not a JSON object"));
  CHECK(read_text("[\"skip\", {\"title\": \"A\"}]").titles() == Strings{"A"});
  CHECK(read_text("[[{\"title\": \"A\"}], [{\"title\": \"B\"}]]").titles() ==
        Strings{"A", "B"});
}

TEST_CASE("blocks of a MediaWiki extractor are articles") {
  const Reading reading = read_text(
      "<doc id=\"7\" url=\"https://w.example/?curid=7\" title=\"Zinc &amp; "
      "Lead\">\nZinc &amp; Lead\n\nA metal.\nAnd another.\n\n</doc>\n"
      "<doc id=\"8\" url=\"?curid=8\" title=\"Empty\">\nEmpty\n\n</doc>\n"
      "<doc id=\"9\" url=\"?curid=9\" title=\"Cut\">\nCut\n\nTe");
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.title == "Zinc & Lead");
  CHECK(reading.articles[0].article.body == "A metal.\n\nAnd another.");
  CHECK(reading.rejects == Strings{"the file ends inside of it"});
}

TEST_CASE("Markdown loses its marks, its front matter says what it is") {
  const text::Article article = read_one(
      "---\ntitle: \"Zinc: a metal\"\ndate: 2025-01-02\nauthors:\n"
      "  - Jane Roe\n---\n# Zinc: a metal\n\nZinc **rose** in "
      "[London](https://x.example)\non Monday.\n\n- one\n- two\n\n"
      "![chart](a.png)\n\n```\ncode\n```\n");
  CHECK(article.title == "Zinc: a metal");
  CHECK(article.authors == Strings{"Jane Roe"});
  CHECK(date_of(article) == "2025-01-02T00:00:00Z");
  CHECK(article.body == "Zinc rose in London on Monday.\n\none\n\ntwo");
}

TEST_CASE("Markdown of brackets that nothing closes is read in one pass") {
  std::string brackets;
  for (int i = 0; i < 400'000; ++i) brackets += "[a](b ";
  const auto begin = std::chrono::steady_clock::now();
  const text::Article article =
      read_one("---\ntitle: Zinc\n---\n" + brackets + "\n\n[Lead][1] fell.\n");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
  CHECK(article.body.ends_with("[a](b\n\nLead fell."));
}

TEST_CASE("each message of a mailbox is an article") {
  const Reading reading = read_text(
      "From a@b Thu Jan  2 03:04:05 2025\n"
      "From: =?utf-8?Q?Caf=C3=A9_News?= <n@c.example>\n"
      "Subject: =?utf-8?B?WmluYyDi?=\n =?utf-8?B?hpE=?=\n"
      "Date: Thu, 02 Jan 2025 03:04:05 +0100\n"
      "Content-Type: multipart/alternative; boundary=\"b\"\n\n"
      "--b\nContent-Type: text/plain; charset=iso-8859-1\n"
      "Content-Transfer-Encoding: quoted-printable\n\n"
      "Zinc rose in Z=FCr=\nich.\n\n>From here on.\n-- \nLake Post\n"
      "--b\nContent-Type: text/html\n"
      "Content-Transfer-Encoding: base64\n\nPHA+WmluYy48L3A+\n--b--\n\n"
      "From c@d Fri Jan  3 03:04:05 2025\n"
      "From: x@y.example\nDate: Fri, 03 Jan 2025 03:04:05 +0000\n"
      "Subject: Lead\n\nIt fell.\n");
  REQUIRE(reading.articles.size() == 2);
  const text::Article& first = reading.articles[0].article;
  CHECK(first.title == "Zinc ↑");
  CHECK(first.source == "Café News");
  CHECK(date_of(first) == "2025-01-02T02:04:05Z");
  CHECK(first.body == "Zinc rose in Zürich.\n\nFrom here on.");
  CHECK(reading.articles[1].article.title == "Lead");
  CHECK(reading.articles[1].article.record == 2);
}

TEST_CASE("a message that is a file of its own is known by its headers") {
  CHECK(read_one("Return-Path: <x@y>\r\nFrom: \"Lake Post\" <x@y.example>\r\n"
                 "Subject: Zinc\r\nDate: Fri, 03 Jan 2025 03:04:05 +0000\r\n"
                 "\r\nIt rose.\r\n")
            .source == "Lake Post");
}

TEST_CASE("an encoded word that is cut off stays as it is") {
  CHECK(read_one("From: a@b\nDate: x\nSubject: Zinc =?utf-8?\n\nIt rose.\n")
            .title == "Zinc =?utf-8?");
}

TEST_CASE("NITF and NewsML-G2 give title, text, date and source") {
  const text::Article nitf = read_one(
      "<?xml version=\"1.0\"?><nitf><head><docdata><date.issue "
      "norm=\"20250102T030405Z\"/></docdata><pubdata name=\"Wire\"/></head>"
      "<body><body.head><hedline><hl1>Zinc</hl1></hedline></body.head>"
      "<body.content><p>One.</p><p>Two.</p></body.content></body></nitf>");
  CHECK(nitf.title == "Zinc");
  CHECK(nitf.body == "One.\n\nTwo.");
  CHECK(nitf.source == "Wire");
  CHECK(date_of(nitf) == "2025-01-02T03:04:05Z");
  const text::Article item = read_one(
      "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>"
      "<newsItem><itemMeta><provider><name>Agency</name></provider></itemMeta>"
      "<contentMeta><contentCreated>2025-01-02T01:00:00Z</contentCreated>"
      "<headline>Lead</headline></contentMeta><contentSet><inlineXML><html "
      "xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>One.</p></body></html>"
      "</inlineXML></contentSet></newsItem></itemSet></newsMessage>");
  CHECK(item.title == "Lead");
  CHECK(item.body == "One.");
  CHECK(item.source == "Agency");
}

TEST_CASE("a sitemap gives what it says of news, and nothing without") {
  const std::string begin =
      "<?xml version=\"1.0\"?><urlset "
      "xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"><url>"
      "<loc>https://s.example/1</loc>";
  const text::Article brief = read_one(
      begin +
      "<news:news><news:publication><news:name>Lake Post</news:name>"
      "</news:publication><news:publication_date>2025-01-02"
      "</news:publication_date><news:title>Zinc</news:title></news:news>"
      "</url></urlset>");
  CHECK(brief.title == "Zinc");
  CHECK(brief.url == "https://s.example/1");
  CHECK(brief.source == "Lake Post");
  CHECK(brief.kind == text::ArticleKind::kBrief);
  CHECK(read_text(begin + "</url></urlset>").rejects ==
        Strings{"a sitemap without news"});
}

TEST_CASE("XHTML in an Atom entry keeps its paragraphs") {
  CHECK(read_one("<feed><entry><title>Zinc</title><content type=\"xhtml\">"
                 "<div><p>One.</p><p>Two &lt; three.</p></div></content>"
                 "</entry></feed>")
            .body == "One.\n\nTwo < three.");
}

TEST_CASE("a page of nothing but tags is refused before it fills memory") {
  std::string tags = "<html><body>";
  for (int i = 0; i < 150'000; ++i) tags += "<b>";
  CHECK(read_text(tags).rejects == Strings{"more than 150,000 tags"});
}

TEST_CASE("a page of many tags with many attributes is refused likewise") {
  std::string attributes;
  for (int i = 0; i < 990; ++i) attributes += " a" + std::to_string(i) + "=1";
  std::string page = "<html><body>";
  for (int i = 0; i < 160; ++i) page += "<p" + attributes + ">Zinc</p>";
  CHECK(read_text(page).rejects == Strings{"more than 150,000 attributes"});
}

TEST_CASE("a scraped text of nothing but short lines is refused likewise") {
  std::string lines;
  for (int i = 0; i < 300'001; ++i) lines += "ab 17\n";
  CHECK(read_text(lines).rejects == Strings{"more than 200,000 lines"});
}

}  // namespace
}  // namespace indexer
