#include <doctest/doctest.h>

#include <string>

#include "indexer/clean/html_article.h"

namespace indexer {
namespace {

const std::string kText =
    "<p>The copper mine beside the lake opened on Tuesday, after four years of "
    "work.</p><p>It will send its concentrate by rail to the coast, where a "
    "smelter waits for it.</p>";

const std::string kBody =
    "The copper mine beside the lake opened on Tuesday, after four years of "
    "work.\n\nIt will send its concentrate by rail to the coast, where a "
    "smelter waits for it.";

std::string body_of(const std::string& inner) {
  const auto article = parse_html_article("<html><body>" + inner, {});
  return article ? article->body : std::string();
}

TEST_CASE("replies that are longer than the article are none of it") {
  std::string page = "<div>" + kText + "</div><section class=discussion>";
  for (int i = 0; i < 9; ++i) {
    page +=
        "<div class=reply><p>I do not think that this mine is good for the "
        "lake, and I have said so in letter " +
        std::to_string(i) +
        " to the town, which nobody there has read or answered.</p></div>";
  }
  CHECK(body_of(page + "</section>") == kBody);
}

TEST_CASE("a long cookie wall beside a short article is none of it") {
  const std::string wall =
      "<div class=wall><h2>Welcome</h2><p>We and our 842 partners store and "
      "access information on your device, to process personal data, and you "
      "may accept or manage your choices at any time.</p><p>We process data to "
      "provide personalised advertising and content, measurement of both, "
      "audience research and development of services.</p></div>";
  CHECK(body_of(wall + "<article><h1>Mine</h1>" + kText + "</article>") ==
        kBody);
}

TEST_CASE("what stands below `Subscribe to` or `More news` is no article") {
  CHECK(body_of("<article>" + kText +
                "<div><h2>Subscribe to continue reading</h2><p>All articles "
                "and the app, for 1 euro in the first month.</p><ul><li>Cancel "
                "at any time, no strings attached</ul></div></article>") ==
        kBody);
  CHECK(body_of("<div>" + kText +
                "</div><div><h3>More news</h3><p>Copper "
                "fell on Tuesday as stocks rose in Shanghai, traders said."
                "</p></div>") == kBody);
}

TEST_CASE("of several articles the one with the headline is it") {
  CHECK(body_of("<article><h1>Mine</h1>" + kText +
                "</article><article><h2>Copper</h2><p>Copper fell on Tuesday "
                "as stocks rose in Shanghai and Rotterdam, traders said.</p>"
                "</article><article><h2>Nickel</h2><p>Nickel rose to its "
                "highest price in two years, which surprised many.</p>"
                "</article>") == kBody);
}

TEST_CASE("lines that point elsewhere with a mark are left out") {
  CHECK(body_of("<div>" + kText +
                "<p>▶ Lake Post <a href=/1>Copper falls</a>"
                "</p></div>") == kBody);
}

TEST_CASE("a label above the headline does not take the article away") {
  CHECK(body_of("<main><div>Trending</div><h1>Mine</h1>" + kText + "</main>") ==
        kBody);
}

TEST_CASE("a short text in a cell between line breaks is an article") {
  CHECK(body_of("<table><tr><td><a href=/1>Home</a><br><a href=/2>News</a>"
                "</td><td>The copper mine beside the lake opened on Tuesday, "
                "after four years of work.<br><br>It will send its concentrate "
                "by rail to the coast,<br>where a smelter waits for it.<br>"
                "<br><br></td></tr></table>") == kBody);
}

TEST_CASE("a list and a short paragraph do not cut an article short") {
  CHECK(body_of("<div><p>The copper mine beside the lake opened on Tuesday, "
                "after four years of work.</p><ul><li>First ore in June<li>"
                "<a href=/r>A railway</a> of 40 km</ul><p>It will send it by "
                "rail.</p></div>") ==
        "The copper mine beside the lake opened on Tuesday, after four years "
        "of work.\n\nFirst ore in June\n\nA railway of 40 km\n\nIt will send "
        "it by rail.");
}

TEST_CASE("captions stay where they tell more than the text, without credits") {
  const std::string captions =
      "<figure class=wp-caption><img src=a><figcaption>The minister of labour, "
      "Ana Brook, cuts the ribbon at the gate of the mine. <span "
      "class=credit>Photo: Jo Field/LP</span></figcaption></figure><figure>"
      "<img src=b><figcaption>The first train, of 40 wagons, leaves the mine "
      "for the coast.</figcaption></figure><figure><figcaption>The gate of the "
      "mine that belongs to U.S. Lake Metals</figcaption></figure>";
  CHECK(body_of("<article>" + kText + captions + "</article>") == kBody);
  CHECK(body_of("<article><p>The mine beside the lake opened at last, on "
                "Tuesday.</p>" +
                captions + "</article>") ==
        "The mine beside the lake opened at last, on Tuesday.\n\nThe minister "
        "of labour, Ana Brook, cuts the ribbon at the gate of the mine.\n\nThe "
        "first train, of 40 wagons, leaves the mine for the coast.");
}

TEST_CASE("pull quotes and addresses of reporters are left out") {
  CHECK(body_of("<article>" + kText +
                "<blockquote class=pull-quote><p>A smelter waits for it."
                "</p></blockquote><p>김하늘 기자 sky@port.example</p>"
                "<p>&lt;저작권자 © 항구일보&gt;</p></article>") == kBody);
}

}  // namespace
}  // namespace indexer
