#include "indexer/clean/document.h"

#include <doctest/doctest.h>

namespace indexer {
namespace {

const std::string kEnglish =
    "Lake Metals restarted its zinc smelter in Busan on Tuesday, the company "
    "said. Its rival declined to comment on the restart.";
const std::string kKorean =
    "고려아연은 6월에 제련소를 다시 가동한다고 밝혔다. 회사는 노동자 120명을 "
    "채용했다.";

std::string language_of_body(const std::string& body) {
  text::Article article;
  article.body = body;
  return language_of(article);
}

TEST_CASE("an article in two languages is in that of the greater part") {
  CHECK(language_of_body(kEnglish + "\n\n" + kEnglish + "\n\n" + kKorean) ==
        "en");
  CHECK(language_of_body(kEnglish + "\n\n" + kKorean + "\n\n" + kKorean +
                         "\n\n" + kKorean) == "ko");
}

TEST_CASE("foreign names do not make an article foreign") {
  CHECK(language_of_body("Lake Metals Corporation이 London Metal Exchange에서 "
                         "거래되는 아연을 다시 생산한다고 밝혔다.") == "ko");
  CHECK(language_of_body(kEnglish + " (고려아연)") == "en");
}

TEST_CASE("a declared language counts where the text does not tell") {
  text::Article article;
  article.body = "Zn 99.5";
  article.language = "de-DE";
  CHECK(language_of(article) == "de");
  article.body = "锌";
  CHECK(language_of(article) == "zh");
}

}  // namespace
}  // namespace indexer
