#include "indexer/clean/site_templates.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace indexer {
namespace {

const std::string kFooter =
    "The Lake Post is a member of the Press of the Lakes, which does not vouch "
    "for what its members write, and no text of it may be printed elsewhere "
    "without asking both of them first.";

Cleaned page(int number, const std::vector<std::string>& paragraphs) {
  const std::string n = std::to_string(number);
  text::Article article;
  article.id = text::ArticleId{static_cast<uint64_t>(number + 1)};
  article.url = "https://lakepost.example/" + n;
  for (const std::string& one : paragraphs) {
    article.body += (article.body.empty() ? "" : "\n\n") + one;
  }
  Cleaned cleaned;
  cleaned.articles.push_back({std::move(article), {}, {}});
  cleaned.is_page = true;
  return cleaned;
}

std::string news(int number) {
  return "This is what happened at the lake on day " + std::to_string(number) +
         ", and nobody had seen it before; " + std::string(200, 'x') + ".";
}

std::vector<std::string> bodies_of(const std::vector<Cleaned>& pages) {
  std::vector<std::string> bodies;
  TemplateFilter filter([&](const Cleaned& cleaned) {
    bodies.push_back(cleaned.articles.front().article.body);
  });
  for (const Cleaned& one : pages) filter.put(one);
  filter.finish();
  return bodies;
}

TEST_CASE("what ends every page of a site is left out, from the first on") {
  std::vector<Cleaned> pages;
  for (int i = 0; i < 200; ++i) pages.push_back(page(i, {news(i), kFooter}));
  const auto bodies = bodies_of(pages);
  REQUIRE(bodies.size() == 200);
  for (int i = 0; i < 200; ++i) {
    CHECK(bodies[static_cast<size_t>(i)] == news(i));
  }
}

TEST_CASE("what few pages of a site have, or all reprints, stays") {
  std::vector<Cleaned> few;
  for (int i = 0; i < 20; ++i) {
    few.push_back(i < 3 ? page(i, {news(i), kFooter}) : page(i, {news(i)}));
  }
  CHECK(bodies_of(few)[0] == news(0) + "\n\n" + kFooter);
  std::vector<Cleaned> reprints;
  for (int i = 0; i < 8; ++i) reprints.push_back(page(i, {news(0), kFooter}));
  CHECK(bodies_of(reprints)[7] == news(0) + "\n\n" + kFooter);
}

TEST_CASE("a long paragraph within the text stays, however often it stands") {
  std::vector<Cleaned> pages;
  for (int i = 0; i < 8; ++i) {
    pages.push_back(page(i, {news(i), kFooter, news(i + 100)}));
  }
  CHECK(bodies_of(pages)[7] == news(7) + "\n\n" + kFooter + "\n\n" + news(107));
}

TEST_CASE("a page that is read often is one page") {
  std::vector<Cleaned> pages;
  for (int i = 0; i < 8; ++i) pages.push_back(page(1, {news(1), kFooter}));
  pages.push_back(page(2, {news(2), kFooter}));
  CHECK(bodies_of(pages)[8] == news(2) + "\n\n" + kFooter);
}

}  // namespace
}  // namespace indexer
