#include "indexer/clean/mail.h"

#include <doctest/doctest.h>

#include <string>

namespace indexer {
namespace {

std::string body_of(const std::string& message) {
  return parse_mail("From: Lake Post <a@b.example>\nSubject: Zinc\n" + message)
      .at(0)
      .body;
}

std::string two_parts(const std::string& plain, const std::string& html) {
  return "Content-Type: multipart/alternative; boundary=b\n\n--b\n"
         "Content-Type: text/plain\n\n" +
         plain + "\n--b\nContent-Type: text/html\n\n" + html + "\n--b--\n";
}

TEST_CASE("what stands around a newsletter's text is none of it") {
  CHECK(body_of("\nView this email in your browser ( https://m.example/x )\n\n"
                "** Top story\n------------\n\nZinc rose on Monday,\nit said. "
                "<https://l.example/2>\n\nRead more ( https://l.example/1 )\n\n"
                "Lead (a metal) fell.\n\n==========\n"
                "Copyright (C) 2025 Lake Post.\nYou are receiving this.\n\n"
                "Our address\n") ==
        "Top story\n\nZinc rose on Monday, it said.\n\nLead (a metal) fell.");
}

TEST_CASE("brackets that nothing closes are read in one pass") {
  std::string brackets = "\n";
  for (int i = 0; i < 200'000; ++i) brackets += "(http://a ";
  CHECK(body_of(brackets).size() > 1'000'000);
}

TEST_CASE("HTML is read where it holds much more than the plain part") {
  const std::string story =
      "Zinc rose on Monday, and traders in London said that it would rise "
      "again before the week was out.";
  CHECK(body_of(two_parts("Your program can't show this.",
                          "<p>" + story + "</p>")) == story);
  CHECK(body_of(two_parts(story + " More.", "<p>" + story + "</p>")) ==
        story + " More.");
}

TEST_CASE("quotations and forwarded messages lose their marks and headers") {
  CHECK(body_of("\nSee below.\n\n---------- Forwarded message ---------\n"
                "From: Other <o@o.example>\nSubject: Inner\n\n"
                "> Zinc rose\n> on Monday.\nSo it did.\n") ==
        "See below.\n\nZinc rose on Monday.\n\nSo it did.");
}

const std::string kInner =
    "From: Other <o@o.example>\nSubject: Inner\n\nZinc rose on Monday.\n";

TEST_CASE("a message that another holds is an article of its own") {
  const auto articles = parse_mail(
      "Subject: Outer\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n"
      "FYI\n--b\nContent-Type: message/rfc822\n\n" +
      kInner + "--b--\n");
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].body == "FYI");
  CHECK(articles[1].title == "Inner");
  CHECK(articles[1].source == "Other");
  CHECK(articles[1].body == "Zinc rose on Monday.");
}

TEST_CASE("the messages of a digest are its articles") {
  const auto articles = parse_mail(
      "Subject: Digest\nContent-Type: multipart/digest; boundary=b\n\n--b\n\n" +
      kInner + "--b\n\n" + kInner + "--b--\n");
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].title == "Inner");
}

}  // namespace
}  // namespace indexer
