#include "indexer/clean/press_date.h"

#include <doctest/doctest.h>

#include <string>

namespace indexer {
namespace {

// In RFC 3339, or `none`.
std::string read(std::string_view text, const PressDateContext& context = {}) {
  const auto date = parse_press_date(text, context);
  return date ? to_rfc3339(*date) : "none";
}

TEST_CASE("dates are read as English papers write them") {
  CHECK(read("Dec 16, 2025 00:24") == "2025-12-16T00:24:00Z");
  CHECK(read("December 16th, 2025") == "2025-12-16T00:00:00Z");
  CHECK(read("16 December 2025, 09:30 GMT+8") == "2025-12-16T01:30:00Z");
  CHECK(read("Published on Tue 16 Dec. 2025 at 9.30") ==
        "2025-12-16T00:00:00Z");
  CHECK(read("9:30 p.m. EST, Dec. 16, 2025") == "2025-12-17T02:30:00Z");
  CHECK(read("Dec 16, 2025 12:05 am") == "2025-12-16T00:05:00Z");
}

TEST_CASE("dates are read as machines write them") {
  CHECK(read("2025-12-16T08:24:00.5+08:00") == "2025-12-16T00:24:00Z");
  CHECK(read("2025-12-16 08:30") == "2025-12-16T08:30:00Z");
  CHECK(read("Tue, 16 Dec 2025 09:30:00 +0100") == "2025-12-16T08:30:00Z");
  CHECK(read("Tue, 16 Dec 25 09:30:00 EST") == "2025-12-16T14:30:00Z");
}

TEST_CASE("dates are read in Chinese, Korean and Japanese") {
  CHECK(read("2025年12月16日 08:30") == "2025-12-16T08:30:00Z");
  CHECK(read("2025年12月16日 下午3点30分 北京时间") == "2025-12-16T07:30:00Z");
  CHECK(read("２０２５年１２月１６日 午前9時30分") == "2025-12-16T09:30:00Z");
  CHECK(read("2025. 12. 16. 오전 9:30") == "2025-12-16T09:30:00Z");
  CHECK(read("2025년 12월 16일 오후 3시") == "2025-12-16T15:00:00Z");
  CHECK(read("입력 2025.12.16 09:30 KST") == "2025-12-16T00:30:00Z");
}

TEST_CASE("dates are read in German, French and Spanish") {
  CHECK(read("16. Dezember 2025, 9.30 Uhr") == "2025-12-16T09:30:00Z");
  CHECK(read("Stand: 03.03.2025, 14:05 Uhr") == "2025-03-03T14:05:00Z");
  CHECK(read("5. März 2025 um 8 Uhr MEZ") == "2025-03-05T07:00:00Z");
  CHECK(read("Publié le 16 décembre 2025 à 09h30") == "2025-12-16T09:30:00Z");
  CHECK(read("1er août 2025") == "2025-08-01T00:00:00Z");
  CHECK(read("16 de diciembre de 2025, 18:05 h") == "2025-12-16T18:05:00Z");
  CHECK(read("mardi 4 févr. 2025") == "2025-02-04T00:00:00Z");
}

TEST_CASE("the day stands first on pages of languages that write it so") {
  CHECK(read("05/12/2025", {{}, "fr"}) == "2025-12-05T00:00:00Z");
  CHECK(read("05/12/2025", {{}, "en"}) == "none");
}

TEST_CASE("pages of one country mean its time where they name no zone") {
  CHECK(read("2025年12月16日 08:30", {{}, "zh"}) == "2025-12-16T00:30:00Z");
  CHECK(read("2025. 12. 16. 오전 9:30", {{}, "ko"}) == "2025-12-16T00:30:00Z");
  CHECK(read("2025年12月16日 9:30 UTC", {{}, "ja"}) == "2025-12-16T09:30:00Z");
  CHECK(read("2025年12月16日", {{}, "ja"}) == "2025-12-16T00:00:00Z");
}

TEST_CASE("CST is the time of China on Chinese pages") {
  CHECK(read("2025-12-16 08:30 CST", {{}, "zh"}) == "2025-12-16T00:30:00Z");
  CHECK(read("2025-12-16 08:30 CST", {{}, "en"}) == "2025-12-16T14:30:00Z");
}

TEST_CASE("a date of numbers is read only where it means one day") {
  CHECK(read("16/12/2025") == "2025-12-16T00:00:00Z");
  CHECK(read("12/16/2025") == "2025-12-16T00:00:00Z");
  CHECK(read("05.12.2025") == "2025-12-05T00:00:00Z");
  CHECK(read("05/12/2025") == "none");
}

TEST_CASE("relative dates need the time of the crawl") {
  const PressDateContext crawled = {text::parse_rfc3339("2025-12-16T20:00:00Z"),
                                    {}};
  CHECK_FALSE(parse_press_date("9999 years ago", crawled));
  CHECK(read("17 hours ago", crawled) == "2025-12-16T03:00:00Z");
  CHECK(read("3시간 전", crawled) == "2025-12-16T17:00:00Z");
  CHECK(read("2天前", crawled) == "2025-12-14T20:00:00Z");
  CHECK(read("5 分前", crawled) == "2025-12-16T19:55:00Z");
  CHECK(read("an hour ago", crawled) == "2025-12-16T19:00:00Z");
  CHECK(read("vor 3 Stunden", crawled) == "2025-12-16T17:00:00Z");
  CHECK(read("il y a 2 jours", crawled) == "2025-12-14T20:00:00Z");
  CHECK(read("hace 5 minutos", crawled) == "2025-12-16T19:55:00Z");
  CHECK(read("17 hours ago") == "none");
  CHECK(is_relative_date("17 hours ago"));
  CHECK_FALSE(is_relative_date("It was built 17 years ago"));
}

TEST_CASE("dates are read as agencies and programs write them") {
  CHECK(read("20251216") == "2025-12-16T00:00:00Z");
  CHECK(read("20251216T003000Z") == "2025-12-16T00:30:00Z");
  CHECK(read("20251216T082400+0900") == "2025-12-15T23:24:00Z");
  CHECK(read("Tue Dec 16 00:24:00 +0000 2025") == "2025-12-16T00:24:00Z");
  CHECK(read("Tue Dec 16 00:24:00 2025") == "2025-12-16T00:24:00Z");
  CHECK(read("26-FEB-1987 15:01:01.79") == "1987-02-26T15:01:01Z");
  CHECK(read("16.12.25") == "2025-12-16T00:00:00Z");
  CHECK(read("call 20251216") == "none");
  CHECK(read("99999999") == "none");
}

TEST_CASE("zones are read behind a time; American ones are of the season") {
  CHECK(read("2025-12-16 at 8:24 p.m. ET") == "2025-12-17T01:24:00Z");
  CHECK(read("7:51 PM ET Fri, 17 July 2020") == "2020-07-17T23:51:00Z");
  CHECK(read("Nov 1, 2025 8:00 am PT") == "2025-11-01T15:00:00Z");
  CHECK(read("Nov 2, 2025 8:00 am PT") == "2025-11-02T16:00:00Z");
  CHECK(read("16 Dec 2025 10:00 (IST)") == "2025-12-16T04:30:00Z");
  CHECK(read("16.12.2025 10:00 MSK") == "2025-12-16T07:00:00Z");
  CHECK(read("16/12/2025 10:00 et plus", {{}, "fr"}) == "2025-12-16T10:00:00Z");
}

TEST_CASE("dates are read in Russian, Arabic and by eras") {
  CHECK(read("16 декабря 2025, 10:24") == "2025-12-16T10:24:00Z");
  CHECK(read("١٦ ديسمبر 2025") == "2025-12-16T00:00:00Z");
  CHECK(read("令和7年12月16日") == "2025-12-16T00:00:00Z");
}

TEST_CASE("what programs write where they know no date is none") {
  CHECK(read("0001-01-01T00:00:00") == "none");
  CHECK(read("9999-12-31") == "none");
  CHECK(read("Wed, 30 Nov -0001 00:00:00 +0000") == "none");
}

TEST_CASE("days that do not exist and other text give nothing") {
  CHECK(read("February 30, 2025") == "none");
  CHECK(read("2025-13-01") == "none");
  CHECK(read("Dec 16") == "none");
  CHECK(read("") == "none");
  CHECK(read("10,155 yuan/mtu") == "none");
}

}  // namespace
}  // namespace indexer
