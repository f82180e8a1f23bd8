#include "indexer/clean/html_article.h"

#include <doctest/doctest.h>

#include "tests/indexer/reading.h"
#include "text/error.h"

namespace indexer {
namespace {

text::Article parse_page() {
  return parse_html_article(file_content(data_path("page.html")), {}).value();
}

TEST_CASE("a page says its title, date, source, author and address") {
  const text::Article article = parse_page();
  CHECK(article.title == "Lake mine opens");
  CHECK(article.published == text::parse_rfc3339("2025-05-06T05:08:09Z"));
  CHECK(article.source == "The Lake Post");
  CHECK(article.authors == std::vector<std::string>{"Ana Brook"});
  CHECK(article.url == "https://lakepost.example/news/lake-mine-opens");
  CHECK(article.language == "en");
}

TEST_CASE("the body is the article without what stands around it") {
  CHECK(parse_page().body ==
        "The copper mine beside the lake opened on Tuesday, after four years "
        "of work and two changes of its owner.\n\n"
        "It will send its concentrate by rail to the coast, where a smelter "
        "waits for it, the company said.\n\n"
        "What comes next\n\n"
        "A second shaft is planned, but nobody has said when it will be sunk "
        "or who would pay for it.");
}

TEST_CASE("a page of links has no article") {
  CHECK_FALSE(parse_html_article(
      "<html><body><ul><li><a href='/a'>One</a><li><a href='/b'>Two</a></ul>",
      {}));
  CHECK_FALSE(parse_html_article("<html></html>", {}));
}

TEST_CASE("paragraphs parted by line breaks are paragraphs") {
  const auto article = parse_html_article(
      "<body><div>The mine opened on Tuesday, after four years of hard and "
      "costly work.<br><br>It will send its ore to the coast, where a smelter "
      "has waited for it.</div>",
      {});
  REQUIRE(article);
  CHECK(article->body ==
        "The mine opened on Tuesday, after four years of hard and costly "
        "work.\n\nIt will send its ore to the coast, where a smelter has "
        "waited for it.");
}

TEST_CASE("lines that say when and by whom are no paragraphs") {
  const auto article = parse_html_article(
      "<html lang='zh'><body><p>2025年3月3日 09:15 来源：港口日报 字号：大</p>"
      "<p>该冶炼厂将于六月重启，公司表示已经为重启招聘了一百二十名工人。</p>",
      {});
  REQUIRE(article);
  CHECK(article->body ==
        "该冶炼厂将于六月重启，公司表示已经为重启招聘了一百二十名工人。");
  CHECK(article->published == text::parse_rfc3339("2025-03-03T01:15"));
}

struct Page {
  std::string language;
  std::string cookies;
  std::string share;
  std::string related;
  std::string newsletter;
  std::vector<std::string> paragraphs;
};

// A page whose names tell nothing: only its texts and their structure do.
std::string html_of(const Page& page) {
  std::string html = "<html lang='" + page.language +
                     "'><body><div><a href='/'>A</a> <a href='/b'>B</a></div>"
                     "<div><p>" +
                     page.cookies + "</p></div><div class='x'>";
  for (const std::string& one : page.paragraphs) html += "<p>" + one + "</p>";
  return html + "<p>" + page.share + "</p><h3>" + page.related +
         "</h3><ul><li><a href='/1'>One</a><li><a href='/2'>Two</a></ul><p>" +
         page.newsletter + "</p></div></body></html>";
}

TEST_CASE("what pages ask their readers for is no text in any language") {
  const std::vector<Page> pages = {
      {"zh",
       "本网站使用Cookie。",
       "分享到微博",
       "相关阅读",
       "扫码关注我们的公众号，获取更多资讯。",
       {"该冶炼厂将于六月重启，公司表示已经为重启招聘了一百二十名工人。",
        "市场人士认为，锌的供应在下半年会有所增加，但价格不会大幅下跌。"}},
      {"ko",
       "공유하기",
       "공유하기",
       "관련 기사",
       "무단전재 및 재배포 금지",
       {"제련소가 6월에 다시 가동된다. 회사는 재가동을 위해 노동자 120명을 "
        "채용했다고 밝혔다.",
        "아연 공급은 하반기에 늘어나겠지만 가격은 크게 내리지 않을 것으로 "
        "보인다."}},
      {"ja",
       "続きは会員登録が必要です。",
       "シェアする",
       "関連記事",
       "メルマガ登録",
       {"製錬所は六月に再稼働し、会社はそのために百二十人を採用したと発表した"
        "。",
        "亜鉛の供給は下期に増えるが、価格は大きくは下がらないとみられている"
        "。"}},
      {"de",
       "Wir verwenden Cookies, um unser Angebot zu verbessern.",
       "Teilen",
       "Mehr zum Thema",
       "Abonnieren Sie unseren Newsletter, er kommt jeden Morgen.",
       {"Die Hütte läuft im Juni wieder an, und die Gesellschaft hat dafür "
        "nach eigenen Angaben 120 Leute eingestellt.",
        "Das Angebot an Zink werde im zweiten Halbjahr steigen, sagen Händler, "
        "der Preis aber kaum fallen."}},
      {"fr",
       "Nous utilisons des cookies pour améliorer nos services.",
       "Partager",
       "Sur le même sujet",
       "Abonnez-vous à notre lettre, elle paraît chaque matin.",
       {"La fonderie redémarrera en juin, et la société dit avoir embauché "
        "pour "
        "cela cent vingt personnes.",
        "L’offre de zinc augmentera au second semestre, selon les négociants, "
        "sans que les prix baissent beaucoup."}},
      {"es",
       "Utilizamos cookies para mejorar nuestros servicios.",
       "Compartir",
       "Noticias relacionadas",
       "Suscríbete a nuestro boletín, que sale cada mañana.",
       {"La fundición volverá a funcionar en junio, y la empresa dice haber "
        "contratado para ello a 120 personas.",
        "La oferta de zinc crecerá en el segundo semestre, según los "
        "operadores, sin que los precios bajen mucho."}}};
  for (const Page& page : pages) {
    CAPTURE(page.language);
    const auto article = parse_html_article(html_of(page), {});
    REQUIRE(article);
    CHECK(article->body == page.paragraphs[0] + "\n\n" + page.paragraphs[1]);
  }
}

std::string body_of(const std::string& inner) {
  const auto article = parse_html_article(
      "<html><body><main><p>The mine opened on Tuesday, after four years of "
      "hard and costly work by its owner.</p>" +
          inner +
          "<p>It will send its ore to the coast, where a smelter has waited "
          "for it since the spring.</p></main></body></html>",
      {});
  const std::string body = article ? article->body : std::string();
  const size_t from = body.find("owner.\n\n");
  const size_t to = body.rfind("\n\nIt will");
  if (from == std::string::npos || to < from + 8) return {};
  return body.substr(from + 8, to - from - 8);
}

TEST_CASE("rows of data are lines, cells that lay out a page are not") {
  CHECK(body_of("<table><tr><th>Year<th>Ore, t<tr><td>2024<td>5,000</table>") ==
        "Year | Ore, t\n\n2024 | 5,000");
  CHECK(body_of("<table><tr><td><ul><li>A list of its own stands in here, and "
                "it is long.</ul></table>") ==
        "A list of its own stands in here, and it is long.");
}

TEST_CASE("lists and headings with text below stay") {
  CHECK(body_of("<h2>Plans</h2><h3>Rail</h3><ul><li>A line of 40 km<li>Two "
                "bridges</ul>") ==
        "Plans\n\nRail\n\nA line of 40 km\n\nTwo bridges");
}

TEST_CASE("links and quotations within the text stay, whatever their names") {
  CHECK(body_of("<p>The owner, <a class='tag' href='/t'>Lake Metals</a>, said "
                "so on Tuesday.</p>") ==
        "The owner, Lake Metals, said so on Tuesday.");
  CHECK(body_of("<div class='social-embed'><blockquote class='twitter'><p>We "
                "are glad to open at last.</p></blockquote></div>") ==
        "We are glad to open at last.");
}

TEST_CASE("what opens over a word, is hidden or comments is no text") {
  CHECK(body_of("<p>The owner, Lake Metals<span class='popup'>A company of the "
                "lake</span>, said so.</p>") ==
        "The owner, Lake Metals, said so.");
  CHECK(body_of("<p style='display: none'>A text that nobody who reads the "
                "page ever sees.</p>")
            .empty());
  CHECK(body_of("<div class='comments'><p>I do not think that this mine is "
                "good for the lake, and I say so.</p></div>")
            .empty());
}

TEST_CASE("a text that recurs often is meant to") {
  CHECK(body_of("<p>Ore, rail and a smelter are in every plan of the "
                "company.</p><p>Ore, rail and a smelter are in every plan of "
                "the company.</p>") ==
        "Ore, rail and a smelter are in every plan of the company.");
}

TEST_CASE("JSON-LD in a list, a graph or hidden from XHTML is read") {
  const auto article = parse_html_article(
      "<html><head><title>Mine opens | Lake Post</title><script "
      "type='application/ld+json'>//<![CDATA[\n{\"@graph\": [{\"@type\": "
      "\"WebSite\"}, {\"@type\": [\"NewsArticle\"], \"headline\": \"Lake mine "
      "opens\", \"datePublished\": \"2025-05-06T07:00:00+02:00\", "
      "\"dateModified\": \"2025-05-07\", \"articleSection\": [\"Business\"], "
      "\"author\": [{\"@type\": \"Person\", \"name\": \"By Ana Brook\"}, "
      "{\"name\": \"Jo Field\"}]}]}\n//]]></script></head><body><p>The mine "
      "opened on Tuesday, after four years of hard work.</p></body></html>",
      {});
  REQUIRE(article);
  CHECK(article->title == "Lake mine opens");
  CHECK(article->published == text::parse_rfc3339("2025-05-06T05:00:00Z"));
  CHECK(article->modified == text::parse_rfc3339("2025-05-07"));
  CHECK(article->section == "Business");
  CHECK(article->authors == std::vector<std::string>{"Ana Brook", "Jo Field"});
}

TEST_CASE("microdata, a byline and the address tell what nothing else does") {
  const auto article = parse_html_article(
      "<html><head><title>The lake mine opens at last - Lake Post</title>"
      "</head><body><div class='byline'>By Ana Brook and Jo Field</div>"
      "<meta itemprop='dateModified' content='2025-05-07'>"
      "<span itemprop='articleSection'>Business</span>"
      "<p>The mine opened on Tuesday, after four years of hard work.</p>",
      {"https://lakepost.example/2025-05-06-mine", {}});
  REQUIRE(article);
  CHECK(article->title == "The lake mine opens at last");
  CHECK(article->published == text::parse_rfc3339("2025-05-06"));
  CHECK(article->modified == text::parse_rfc3339("2025-05-07"));
  CHECK(article->section == "Business");
  CHECK(article->authors == std::vector<std::string>{"Ana Brook", "Jo Field"});
}

TEST_CASE("a line called a byline that can be no name tells no author") {
  const auto article = parse_html_article(
      "<html><body><p class='byline'>한서윤 기자 다른기사 보기</p><p>The mine "
      "opened on Tuesday, after four years of hard work.</p>",
      {});
  REQUIRE(article);
  CHECK(article->authors.empty());
}

TEST_CASE("a text that a page only states in JSON-LD is its article") {
  const auto article = parse_html_article(
      "<html><body><p>The mine opened on Tuesday, after four years of hard "
      "work.</p><script type='application/ld+json'>{\"@type\": \"Article\", "
      "\"articleBody\": \"The mine opened on Tuesday, after four years of hard "
      "work.\\nIt will send its ore to the coast, where a smelter has waited "
      "for it since the spring.\\nA second shaft is planned, but nobody has "
      "said when it will be sunk or who would pay for it.\"}</script>",
      {});
  REQUIRE(article);
  CHECK(article->body.ends_with("pay for it."));
  CHECK(article->body.find("\n\nIt will send") != std::string::npos);
}

TEST_CASE("a page that is nested 200,000 deep gives its text") {
  const std::string paragraph =
      "The mine opened on Tuesday, after four years of work.";
  std::string page = "<html><body>";
  for (int i = 0; i < 100000; ++i) page += "<div><b>";
  const auto article = parse_html_article(page + "<p>" + paragraph, {});
  REQUIRE(article);
  CHECK(article->body == paragraph);
}

TEST_CASE("markup that would take a parser hours is read or refused at once") {
  std::string stray = "<html><body>";
  for (int i = 0; i < 50000; ++i) stray += "<div></span></b>";
  CHECK_NOTHROW(parse_html_article(stray, {}));
  std::string script = "<html><SCRIPT>if (1 <b || '</b>') ";
  for (int i = 0; i < 5000; ++i) script += "a = b; ";
  CHECK_NOTHROW(parse_html_article(script + "</SCRIPT>", {}));
  const std::string indented =
      "<html><body\n" + std::string(9000, ' ') + "id='a'>";
  CHECK_NOTHROW(parse_html_article(indented, {}));
  std::string attributes = "<html><body ";
  for (int i = 0; i < 50000; ++i) attributes += "a" + std::to_string(i) + " ";
  CHECK_THROWS_WITH_AS(parse_html_article(attributes + ">", {}),
                       "a tag with more than 1,000 attributes",
                       text::InputError);
}

TEST_CASE("the address of the crawl stands where the page has none") {
  const auto article = parse_html_article(
      "<body><p>The mine opened on Tuesday, after four years of hard work.</p>",
      {"https://www.lakepost.example/2025/05/06/mine", {}});
  REQUIRE(article);
  CHECK(article->url == "https://www.lakepost.example/2025/05/06/mine");
  CHECK(article->source == "lakepost.example");
  CHECK(article->published == text::parse_rfc3339("2025-05-06"));
}

}  // namespace
}  // namespace indexer
