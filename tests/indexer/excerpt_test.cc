#include "indexer/excerpt.h"

#include <doctest/doctest.h>

namespace indexer {

namespace {

text::Span find(const std::string& text, std::string_view part) {
  const auto begin = static_cast<uint32_t>(text.find(part));
  return {begin, begin + static_cast<uint32_t>(part.size())};
}

text::Article sample_article() {
  text::Article article;
  article.title = "Ada and Bob";
  article.body =
      "Ada came. Bob went. It rained all day.\n\nNobody knew why. Ada left.";
  return article;
}

text::Mention mention(text::Span span) {
  text::Mention mention;
  mention.span = span;
  mention.entity = "person:x";
  return mention;
}

}  // namespace

TEST_CASE("an excerpt has the sentences that were read, and gaps between") {
  const text::Article article = sample_article();
  const std::string& body = article.body;
  const Excerpt excerpt = make_excerpt(
      article, {{mention(find(body, "Ada")), mention(find(body, "Bob")),
                 mention(find(body, "Ada left"))},
                {},
                {}});
  CHECK(excerpt.article.body == "Ada came. Bob went.\n\n…\n\nAda left.");
  CHECK(excerpt.article.title == article.title);
  const auto& mentions = excerpt.annotation.mentions;
  CHECK(text::slice(excerpt.article.body, mentions[1].span) == "Bob");
  CHECK(text::slice(excerpt.article.body, mentions[2].span) == "Ada left");
}

TEST_CASE("spans of relations and facts move along, those of titles stay") {
  const text::Article article = sample_article();
  const std::string& body = article.body;
  text::Annotation annotation;
  annotation.relations.resize(1);
  annotation.relations[0].sentence = find(body, "Nobody knew why. Ada left.");
  annotation.facts.resize(1);
  annotation.facts[0].sentence = find(body, "It rained all day.");
  annotation.facts[0].quantity = find(body, "all");
  annotation.mentions = {mention({0, 3})};
  annotation.mentions[0].in_title = true;
  const Excerpt excerpt = make_excerpt(article, annotation);
  const std::string& text = excerpt.article.body;
  CHECK(text == "It rained all day.\n\nNobody knew why. Ada left.");
  CHECK(text::slice(text, excerpt.annotation.relations[0].sentence) ==
        "Nobody knew why. Ada left.");
  CHECK(text::slice(text, excerpt.annotation.facts[0].quantity) == "all");
  CHECK(excerpt.annotation.mentions[0].span == text::Span{0, 3});
}

TEST_CASE("nothing read is nothing quoted") {
  CHECK(make_excerpt(sample_article(), {}).article.body.empty());
}

TEST_CASE("an excerpt is known by the paragraphs that stand in the whole") {
  const std::string& body = sample_article().body;
  CHECK(is_excerpt_of("Bob went.\n\n…\n\nAda left.", body));
  CHECK(is_excerpt_of("", body));
  CHECK_FALSE(is_excerpt_of("Bob went.\n\nAda stayed.", body));
}

}  // namespace indexer
