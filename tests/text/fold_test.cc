#include "text/fold.h"

#include <doctest/doctest.h>

#include "text/utf8.h"

using namespace text;

TEST_CASE("folding makes one form of case, width and compatibility") {
  CHECK(fold("ＷＯ₃") == "wo3");
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("Korea ZINC") == "korea zinc");
  CHECK(fold("PANAMÁ") == "panamá");
  CHECK(fold("") == "");
}

TEST_CASE("folding takes any bytes") {
  CHECK(fold("a\xFF"
             "B") == "a\uFFFDb");
  CHECK(fold(std::string_view("A\0B", 3)) == std::string_view("a\0b", 3));
}

TEST_CASE("folding does not depend on where a long text is cut") {
  std::string text;
  std::string folded;
  for (int i = 0; i < 3000; ++i) {
    text += "PANAMA\u0301 ";
    folded += "panamá ";
  }
  CHECK(fold(text) == folded);
}

TEST_CASE("a megabyte of combining marks is folded in time") {
  std::string marks = "a";
  while (marks.size() < 1'000'000) marks += "\u0301\u0323";
  CHECK(is_valid_utf8(fold(marks)));
}

TEST_CASE("the key of a name leaves out how it is written") {
  CHECK(fold_name("U.S.  Steel’s") == "us steel's");
  CHECK(fold_name("Cobre Panamá") == "cobre panama");
  CHECK(fold_name("Co., Ltd.") == "co, ltd");
  CHECK(fold_name("US–Australia") == "us-australia");
  CHECK(fold_name("  “Zinc”\u00A0\n") == "\"zinc\"");
  CHECK(fold_name("Łódź Ørsted") == "lodz orsted");
  CHECK(fold_name("...") == "");
}

TEST_CASE("accents are removed where they make no other letter") {
  CHECK(remove_accents("cobre panamá") == "cobre panama");
  CHECK(remove_accents("œuvre encyclopædia") == "oeuvre encyclopaedia");
  CHECK(remove_accents("ψευδάργυρος") == "ψευδαργυρος");
  CHECK(remove_accents("королёв") == "королев");
  CHECK(remove_accents("чай їжак") == "чай їжак");
  CHECK(remove_accents("हिन्दी ไทย ガス") == "हिन्दी ไทย ガス");
}

TEST_CASE("marks of other scripts than Latin stay in a name") {
  CHECK(fold_name("ガス") == "ガス");
  CHECK(fold_name("Чай") == "чай");
  CHECK(fold_name("고려아연") == "고려아연");
}

TEST_CASE("a slug has letters and digits of any script") {
  CHECK(slug("Korea Zinc Co.") == "korea-zinc-co");
  CHECK(slug("株冶集团") == "株冶集团");
  CHECK(slug("-- A&B  (C) --") == "a-b-c");
  CHECK(slug("कंपनी") == "कंपनी");
  CHECK(slug("—!").empty());
}
