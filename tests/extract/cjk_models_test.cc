#include <doctest/doctest.h>

#include <string>

#include "tests/extract/reading_article.h"

namespace extract {
namespace {

// The words of the first mention of `type`, empty if there is none.
std::string first_of(text::EntityType type, const std::string& body) {
  const auto read = read_body(body);
  for (const text::Mention& mention : read.annotation.mentions) {
    if (mention.type == type) {
      return std::string(text::slice(body, mention.span));
    }
  }
  return "";
}

TEST_CASE("a Korean name ends before its particle") {
  using text::EntityType;
  CHECK(first_of(EntityType::kPerson,
                 "배우 한지민이 새 영화에 출연한다고 밝혔다.") == "한지민");
  CHECK(first_of(EntityType::kPlace, "사고는 18일 전남 고흥에서 일어났다.") ==
        "전남 고흥");
  CHECK(first_of(EntityType::kGovernment,
                 "부산 해운대경찰서는 김모씨를 구속했다고 밝혔다.") ==
        "부산 해운대경찰서");
}

TEST_CASE("a known Korean town and its known province are two places") {
  const std::string body = "사고는 18일 충남 당진에서 일어났다.";
  const auto read = read_body(body);
  REQUIRE(read.annotation.mentions.size() == 2);
  CHECK(read.annotation.mentions[0].entity ==
        "place:south-chungcheong-province");
  CHECK(text::slice(body, read.annotation.mentions[1].span) == "당진");
}

TEST_CASE("a Korean surname is the person of the article who has it") {
  const std::string body =
      "배우 한지민 씨가 새 영화에 출연한다. 한 씨는 내일 촬영을 시작한다.";
  const auto read = read_body(body);
  size_t count = 0;
  for (const text::Mention& mention : read.annotation.mentions) {
    count += mention.entity == "person:한지민" ? 1 : 0;
  }
  CHECK(count == 2);
}

TEST_CASE("a Korean surname alone is nobody whom the archive knows") {
  const auto read = read_body("경찰은 박 씨를 구속했다고 밝혔다.");
  for (const text::Entity& entity : read.entities) {
    CHECK(entity.type != text::EntityType::kPerson);
  }
}

}  // namespace
}  // namespace extract
