#include "indexer/clean/news_xml.h"

#include <doctest/doctest.h>

#include <string>

namespace indexer {
namespace {

using Strings = std::vector<std::string>;

std::string g2_item(const std::string& meta, const std::string& content) {
  return "<newsItem><itemMeta>" + meta +
         "<provider><name>Wire</name></provider></itemMeta><contentMeta>"
         "<headline>Zinc</headline></contentMeta><contentSet>" +
         content + "</contentSet></newsItem>";
}

std::string xhtml(const std::string& body) {
  return "<inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>"
         "t</title></head><body>" +
         body + "</body></html></inlineXML>";
}

text::Article read_one(const std::string& xml) {
  const auto items = parse_news_xml(xml);
  REQUIRE(items.size() == 1);
  CHECK(items[0].skipped_as == "");
  return items[0].article;
}

TEST_CASE("lists, crossheads and tables of NewsML-G2 are in the text") {
  CHECK(read_one(g2_item("", xhtml("<p>One at <b>Korea</b> Zinc.</p><ul><li>"
                                   "Point</li></ul><h2>Next</h2><table><tr><td>"
                                   "zinc</td><td>5</td></tr></table>")))
            .body == "One at Korea Zinc.\n\nPoint\n\nNext\n\nzinc | 5");
}

TEST_CASE("NITF keeps lists and crossheads, no captions, and the lead once") {
  const std::string lead =
      "<p>The smelter at the lake will be built next year, it said.</p>";
  const text::Article article = read_one(
      "<nitf><body><body.head><hedline><hl1>Zinc</hl1></hedline><byline>By "
      "<person>Jane Doe</person> and <person>John Roe</person></byline>"
      "</body.head><body.content><block class='lead_paragraph'>" +
      lead + "</block><block class='full_text'>" + lead +
      "<ul><li>Point</li></ul><hl2>Next</hl2><p>Two.</p><media><media-caption>"
      "<p>Photo</p></media-caption></media></block></body.content></body>"
      "</nitf>");
  CHECK(article.body ==
        "The smelter at the lake will be built next year, it said.\n\nPoint\n\n"
        "Next\n\nTwo.");
  CHECK(article.authors == Strings{"Jane Doe", "John Roe"});
}

TEST_CASE("pictures without a text and withdrawn items are skipped") {
  const auto items = parse_news_xml(
      "<newsMessage>" +
      g2_item("<itemClass qcode='ninat:picture'/>",
              "<remoteContent href='x.jpg'/>") +
      g2_item("<itemClass qcode='ninat:text'/><pubStatus "
              "qcode='stat:canceled'/>",
              xhtml("<p>One.</p>")) +
      g2_item("<itemClass qcode='ninat:picture'/>", xhtml("<p>One.</p>")) +
      "</newsMessage>");
  REQUIRE(items.size() == 3);
  CHECK(items[0].skipped_as == "picture item");
  CHECK(items[1].skipped_as == "withdrawn item");
  CHECK(items[2].article.body == "One.");
}

TEST_CASE("NewsML 1.2 gives headline, date, author, source and language") {
  const text::Article article = read_one(
      "<NewsML><NewsItem><NewsManagement><FirstCreated>20251216T082400+0100"
      "</FirstCreated><ThisRevisionCreated>20251216T092400+0100"
      "</ThisRevisionCreated></NewsManagement><NewsComponent><NewsLines>"
      "<HeadLine>Zinc</HeadLine><ByLine>By Jane Doe</ByLine></NewsLines>"
      "<AdministrativeMetadata><Provider><Party FormalName='Wire'/></Provider>"
      "</AdministrativeMetadata><DescriptiveMetadata><Language FormalName='en'"
      "/></DescriptiveMetadata><ContentItem><DataContent><p>One.</p></"
      "DataContent></ContentItem></NewsComponent></NewsItem></NewsML>");
  CHECK(article.title == "Zinc");
  CHECK(article.body == "One.");
  CHECK(article.published == text::parse_rfc3339("2025-12-16T07:24:00Z"));
  CHECK(article.modified == text::parse_rfc3339("2025-12-16T08:24:00Z"));
  CHECK(article.authors == Strings{"Jane Doe"});
  CHECK(article.source == "Wire");
  CHECK(article.language == "en");
}

TEST_CASE("plain text of an item keeps its paragraphs") {
  CHECK(read_one(g2_item("",
                         "<inlineData>Zinc rose\non Monday.\n\nLead\nfell."
                         "\n    Tin too.</inlineData>"))
            .body == "Zinc rose on Monday.\n\nLead fell.\n\nTin too.");
}

TEST_CASE("an item without a text is a brief") {
  CHECK(read_one(g2_item("", "")).kind == text::ArticleKind::kBrief);
}

}  // namespace
}  // namespace indexer
