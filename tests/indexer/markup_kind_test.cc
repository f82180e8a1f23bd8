#include "indexer/archive/markup_kind.h"

#include <doctest/doctest.h>

#include "tests/indexer/reading.h"

namespace indexer {
namespace {

using Strings = std::vector<std::string>;

TEST_CASE("XML is known by its root, behind all that may stand before it") {
  CHECK(root_element("<?xml version='1.0'?><!-- <a> --><!DOCTYPE nitf [<!E>]>\n"
                     "<n:nitf x='1'>") == "nitf");
  CHECK(root_element("<!-- cut") == "");
  CHECK(markup_kind("<!DOCTYPE NewsML PUBLIC 'x'><NewsML>") == Kind::kNewsXml);
  CHECK(markup_kind("<?xml version='1.0'?><a:feed>") == Kind::kFeed);
  CHECK(markup_kind("<?xml version='1.0'?><html><p>of <rss>") == Kind::kHtml);
  CHECK(markup_kind("<b>Zinc</b><br>It rose.") == Kind::kHtml);
  CHECK(markup_kind("<news><title>A</title></news>") == Kind::kHtml);
}

TEST_CASE("XML of another kind is refused by its name, never one article") {
  const std::string titles = "<article><title>A</title></article>";
  CHECK(read_text("<?xml version='1.0'?>\n<articles>" + titles).rejects ==
        Strings{"XML of an unknown kind: <articles>"});
  CHECK(read_text("<articles>" + titles + titles + "</articles>").rejects ==
        Strings{"XML of an unknown kind: <articles>"});
  CHECK(read_text("<svg xmlns='http://www.w3.org/2000/svg'><title>A</title>")
            .rejects == Strings{"XML of an unknown kind: <svg>"});
  CHECK(read_text("<mediawiki version='0.10'><page><title>A</title></page>"
                  "<page><title>B</title></page></mediawiki>")
            .rejects[0]
            .starts_with("a MediaWiki dump, whose texts are wikitext"));
}

std::string page(const std::string& name) {
  return "<!DOCTYPE html>\n<html><head><title>" + name +
         " is the title</title></head><body><p>" + name +
         " rose on Monday, and the traders in London were glad of it.</p>"
         "</body></html>";
}

TEST_CASE("pages that stand in one file are articles of their own") {
  const Strings titles = {"Zinc is the title", "Lead is the title",
                          "Tin is the title"};
  const Reading reading =
      read_text(page("Zinc") + "\n" + page("Lead") + page("Tin"));
  CHECK(reading.titles() == titles);
  CHECK(reading.articles[2].article.record == 3);
  CHECK(read_one(page("Zinc") + "\n\n").record == 0);
}

TEST_CASE("stories of collections in SGML are articles of their own") {
  const Reading reading = read_text(
      "<!DOCTYPE lewis SYSTEM 'lewis.dtd'>\n"
      "<REUTERS TOPICS=\"YES\" NEWID=\"1\">\n<DATE>26-FEB-1987 15:01:01.79"
      "</DATE>\n<TEXT>&#2;\n<TITLE>ZINC &lt;ZN></TITLE>\n<DATELINE> LONDON, "
      "Feb "
      "26 - </DATELINE><BODY>Zinc rose\nin London.\n    Lead\nfell.\n&#3;"
      "</BODY></TEXT>\n</REUTERS>\n<REUTERS NEWID=\"2\">\n<TEXT><TITLE>LEAD"
      "</TITLE></TEXT>\n</REUTERS>\n");
  REQUIRE(reading.articles.size() == 2);
  const text::Article& first = reading.articles[0].article;
  CHECK(first.title == "ZINC <ZN>");
  CHECK(first.body == "Zinc rose in London.\n\nLead fell.");
  CHECK(first.external_id == "1");
  CHECK(first.published == text::parse_rfc3339("1987-02-26T15:01:01Z"));
  CHECK(reading.articles[1].article.kind == text::ArticleKind::kBrief);
}

TEST_CASE("documents of TREC are read likewise, and told where one is cut") {
  const Reading reading = read_text(
      "<DOC>\n<DOCNO> LP010289-0001 </DOCNO>\n<DATE><P>\nJanuary 2, 1989\n</P>"
      "</DATE>\n<HEADLINE><P>Zinc</P></HEADLINE>\n<BYLINE><P>By Jo Field</P>"
      "</BYLINE>\n<TEXT>\n<P>It rose\nagain.</P>\n<P>AT&T too.</P>\n</TEXT>\n"
      "</DOC>\n<DOC id=\"X_1\" "
      "type=\"story\">\n<HEADLINE>\nLead\n</HEADLINE>\n");
  REQUIRE(reading.articles.size() == 1);
  const text::Article& article = reading.articles[0].article;
  CHECK(article.title == "Zinc");
  CHECK(article.body == "It rose again.\n\nAT&T too.");
  CHECK(article.external_id == "LP010289-0001");
  CHECK(article.authors == Strings{"Jo Field"});
  CHECK(article.published == text::parse_rfc3339("1989-01-02"));
  CHECK(reading.rejects == Strings{"the file ends inside of it"});
}

TEST_CASE(
    "files of a site's copy that are no prose are refused by what they are") {
  const auto reason = [](const std::string& text) {
    return read_text(text).rejects.at(0);
  };
  CHECK(reason("body { margin: 0; }\n.a { color: red; }\n") ==
        "no prose: code");
  CHECK(reason("(function(){var a=1;b(a);})();\n") == "no prose: code");
  CHECK(reason("https://a.example/1?b=2\nhttps://a.example/2\n") ==
        "no prose: a list of addresses");
  CHECK(reason(" CDX N b a m s k r M S V g\n") ==
        "no prose: an index of a crawl (CDX)");
  CHECK(reason("User-agent: *\nDisallow: /a\n") == "no prose: robots.txt");
  CHECK(reason("1 of 2 DOCUMENTS\n\nZinc\n\n2 of 2 DOCUMENTS\n\nLead\n") ==
        "no prose: several documents in one text");
  CHECK(reason("# all\n{\"title\": \"A\"}\n{\"title\": \"B\"}\n")
            .starts_with("no prose: JSON"));
  CHECK(read_one("Zinc\n\nThe rule {x} = y; it said.\n\nIt rose in London.\n"
                 "Traders were glad of it, and so was the smelter's owner.\n")
            .title == "Zinc");
}

TEST_CASE(
    "mail is known though its first lines are of the programs it passed") {
  std::string header = "Delivered-To: a@b.example\n";
  for (int i = 0; i < 80; ++i) {
    header += "Received: by mail" + std::to_string(i) +
              ".example with SMTP id 123456789; Tue, 16 Dec 2025 00:24:00\n";
  }
  const std::string message =
      header +
      "From: Lake Post <c@d.example>\nSubject: Zinc\n"
      "Date: Tue, 16 Dec 2025 00:24:00 +0000\n\nIt rose.\n";
  CHECK(read_one(message).source == "Lake Post");
  const std::string separator = "From 18@xxx Tue Dec 16 00:24:00 +0000 2025\n";
  CHECK(read_text(separator + message + "\n" + separator + message)
            .articles.size() == 2);
  CHECK(read_one("From: jo@a.example (Jo)\nSubject: Zinc\nOrganization: Lake\n"
                 "Lines: 1\n\nIt rose.\n")
            .title == "Zinc");
}

}  // namespace
}  // namespace indexer
