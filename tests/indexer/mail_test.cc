#include "indexer/clean/mail.h"

#include <doctest/doctest.h>

#include <string>

namespace indexer {
namespace {

std::string body_of(const std::string& message) {
  return parse_mail("From: Lake Post <a@b.example>\nSubject: Zinc\n" + message)
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

TEST_CASE("HTML is read where it holds much more than the plain part") {
  const std::string story =
      "Zinc rose on Monday, and traders in London said that it would rise "
      "again before the week was out.";
  CHECK(body_of(two_parts("Your program can't show this.",
                          "<p>" + story + "</p>")) == story);
  CHECK(body_of(two_parts(story + " More.", "<p>" + story + "</p>")) ==
        story + " More.");
}

}  // namespace
}  // namespace indexer
