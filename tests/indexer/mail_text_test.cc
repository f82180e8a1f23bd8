#include "indexer/clean/mail_text.h"

#include <doctest/doctest.h>

#include <string>

namespace indexer {
namespace {

TEST_CASE("prices below a dashed line are text") {
  CHECK(mail_text("Zinc rose.\n\n-----\nZinc: 2,950 dollars\n\n"
                  "----- PRICES -----\n\nTin: 31,200 dollars\n\n"
                  "-----\nDate: Monday\nPlace: London\n") ==
        "Zinc rose.\n\nZinc: 2,950 dollars\n\n----- PRICES -----\n\n"
        "Tin: 31,200 dollars\n\nDate: Monday Place: London");
}

TEST_CASE("the headers of a forwarded message are known in other languages") {
  CHECK(mail_text("-------- Weitergeleitete Nachricht --------\n"
                  "Betreff: \tZink\nVon: a@a.example\nAn: b@b.example\n\n"
                  "Zink steigt.\n") == "Zink steigt.");
  CHECK(mail_text("> ----- 전달된 메시지 -----\n>\n> 보낸 사람: a@a.example\n"
                  "> 제목: 아연\n> 아연: 2,950달러\n") == "아연: 2,950달러");
}

TEST_CASE("a foot's words above a newsletter's text do not end it") {
  CHECK(mail_text("Unsubscribe | Forward\n\nZinc news\n\n"
                  "You received this because you are a member.\n\n"
                  "Zinc rose on Monday.\n\nUnsubscribe\n\nOur address\n") ==
        "Zinc news\n\nZinc rose on Monday.");
}

TEST_CASE("a long foot ends a text of 200 bytes") {
  const std::string text(200, 'z');
  CHECK(mail_text(text + "\n\nUnsubscribe\n\n" + std::string(900, 'a')) ==
        text);
}

}  // namespace
}  // namespace indexer
