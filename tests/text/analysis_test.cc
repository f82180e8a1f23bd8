#include "text/analysis.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace text;

namespace {

// `position` and text of the terms of one kind, each followed by a space.
std::string terms(TermKind kind, std::string_view utf8,
                  std::string_view language) {
  std::string joined;
  for (const Term& term : analyze(utf8, language)) {
    if (term.kind != kind) continue;
    joined += std::to_string(term.position) + ":" + term.text + " ";
  }
  return joined;
}

bool has_term(std::string_view utf8, std::string_view language,
              std::string_view wanted) {
  const auto found = analyze(utf8, language);
  return std::any_of(found.begin(), found.end(),
                     [&](const Term& term) { return term.text == wanted; });
}

}  // namespace

TEST_CASE("a word gives its folded form and its stem at one position") {
  CHECK(terms(TermKind::kWord, "Zinc Smelters", "en") == "1:zinc 2:smelters ");
  CHECK(terms(TermKind::kStem, "Zinc Smelters", "en") == "1:zinc 2:smelter ");
}

TEST_CASE("how an acronym, a number or a possessive is written is left out") {
  CHECK(terms(TermKind::kWord, "U.S. US", "en") == "1:us 2:us ");
  CHECK(terms(TermKind::kWord, "10,155 ５，０００ 2.5", "en") ==
        "1:10155 2:5000 3:2.5 ");
  CHECK(terms(TermKind::kWord, "Nyrstar’s CHINA'S O’Brien", "en") ==
        "1:nyrstar 2:china 3:o'brien ");
  CHECK(terms(TermKind::kWord, "WO3 ＷＯ₃ WO₃", "en") == "1:wo3 2:wo3 3:wo3 ");
}

TEST_CASE("a unit is found with or without a space before it") {
  CHECK(terms(TermKind::kWord, "5,000t 2.5MW", "en") ==
        terms(TermKind::kWord, "5,000 t 2.5 MW", "en"));
}

TEST_CASE("numbers have no stem") {
  CHECK(terms(TermKind::kStem, "10,155", "en").empty());
}

TEST_CASE("a missing space hides no word") {
  CHECK(terms(TermKind::kWord, "mtu.Lot a_b", "en") == "1:mtu 2:lot 3:a 4:b ");
}

TEST_CASE("any part of a Chinese compound is found") {
  CHECK(terms(TermKind::kCharacter, "高丽锌业", "zh") ==
        "1:高 2:丽 3:锌 4:业 ");
  CHECK(terms(TermKind::kPair, "高丽锌业", "zh") == "1:高丽 2:丽锌 3:锌业 ");
  CHECK(has_term("高丽锌业", "zh", "锌业"));
  CHECK_FALSE(has_term("高丽，锌业", "zh", "丽锌"));
}

TEST_CASE("traditional and simplified Chinese find each other") {
  CHECK(terms(TermKind::kPair, "韓國鋅業", "zh") ==
        terms(TermKind::kPair, "韩国锌业", "zh"));
  CHECK(terms(TermKind::kWord, "國際貨幣基金組織", "zh") ==
        terms(TermKind::kWord, "国际货币基金组织", "zh"));
}

TEST_CASE("a Korean name is found in spite of its particle") {
  CHECK(terms(TermKind::kWord, "고려아연이 상승", "ko") ==
        "1:고려아연이 6:상승 ");
  CHECK(terms(TermKind::kStem, "고려아연이 상승", "ko") ==
        "1:고려 1:아연 1:고려아연 6:상승 ");
  CHECK(has_term("고려아연이", "ko", "아연"));
  CHECK(terms(TermKind::kWord, "LME가", "ko") == "1:lme 2:가 ");
}

TEST_CASE("what begins or ends a longer Korean word is found by itself") {
  CHECK(terms(TermKind::kStem, "발표했다", "ko") ==
        "1:발표 1:했다 1:발표했다 ");
  CHECK(terms(TermKind::kStem, "미국산", "ko") == "1:미국 1:미국산 ");
  CHECK(terms(TermKind::kStem, "금을", "ko") == "1:금 1:금을 ");
  const auto found = analyze("온산제련소", "ko");
  const auto part = std::ranges::find(found, "온산", &Term::text);
  REQUIRE(part != found.end());
  CHECK(slice("온산제련소", part->span) == "온산");
}

TEST_CASE("a word with accents is found as it is written and without them") {
  CHECK(terms(TermKind::kWord, "Cobre Panamá", "es") == "1:cobre 2:panama ");
  CHECK(terms(TermKind::kStem, "Panamá", "en") == "1:panama ");
  CHECK(terms(TermKind::kStem, "minería", "es") == "1:mineri 1:min ");
  CHECK(terms(TermKind::kStem, "München", "de") == "1:muench 1:munch ");
  CHECK(terms(TermKind::kWord, "ﬁn œuvre Ｐanamá", "fr") ==
        "1:fin 2:oeuvre 3:panama ");
  CHECK(terms(TermKind::kWord, "цинковой Королёв", "ru") ==
        "1:цинковой 2:королев ");
}

TEST_CASE("Japanese runs go across scripts") {
  CHECK(has_term("製錬データ", "ja", "錬デ"));
  CHECK(terms(TermKind::kCharacter, "ﾃﾞｰﾀ", "ja") == "1:デ 2:ー 3:タ ");
}

TEST_CASE("longer words of a dictionary are found as such") {
  CHECK(terms(TermKind::kWord, "アンチモンの製錬", "ja") == "1:アンチモン ");
  CHECK(terms(TermKind::kWord, "製錬", "ja").empty());
}

TEST_CASE("terms stand for the bytes that they come from") {
  const std::string_view text = "é U.S. 锌业 Nyrstar’s";
  std::string joined;
  for (const Term& term : analyze(text, "en")) {
    if (term.kind == TermKind::kStem) continue;
    joined += slice(text, term.span);
    joined += '|';
  }
  CHECK(joined == "é|U.S|锌|锌业|业|Nyrstar’s|");
}

TEST_CASE("terms are ordered by position, then kind") {
  const auto found = analyze("Zinc 고려아연이 锌业 3월 U.S. a.b_c", "ko");
  CHECK(std::is_sorted(
      found.begin(), found.end(), [](const Term& a, const Term& b) {
        return a.position != b.position ? a.position < b.position
                                        : a.kind < b.kind;
      }));
  CHECK(found.front().position == 1);
}

TEST_CASE("long words keep apart by their hash") {
  const std::string word(1000, 'a');
  const auto first = analyze(word + "b", "en").at(0).text;
  const auto second = analyze(word + "c", "en").at(0).text;
  CHECK(first.size() == kMaxTermBytes);
  CHECK(first != second);
}

TEST_CASE("any bytes are analysed, and long words in time") {
  CHECK(analyze("", "en").empty());
  CHECK(analyze(std::string_view("\0\xFF. \xE9", 5), "\xFF").empty());
  for (const std::string_view unit :
       {"a", "a.", "’s", "연", "锌", "a\u0301\u0323", "1,", "\uFDFA"}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    for (const Term& term : analyze(text, "en")) {
      REQUIRE(term.text.size() <= kMaxTermBytes);
    }
  }
}
