#include "extract/extractor.h"

#include <doctest/doctest.h>

#include "tests/extract/reading_article.h"

namespace extract {
namespace {

using text::Modality;
using text::RelationType;

std::string surface(const std::string& body, const text::Mention& mention) {
  return std::string(text::slice(body, mention.span));
}

TEST_CASE("a legal form belongs to the mention and not to the entity") {
  const std::string body = "Korea Zinc Co., Ltd. raised its output.";
  const auto read = read_body(body);
  const auto* mention = find_mention(read, "company:korea-zinc");
  REQUIRE(mention != nullptr);
  CHECK(surface(body, *mention) == "Korea Zinc Co., Ltd.");
  CHECK(mention->name == "Korea Zinc");
}

TEST_CASE("a possessive ending is not part of a mention") {
  const std::string body = "This is Nyrstar’s own smelter.";
  const auto read = read_body(body);
  const auto* mention = find_mention(read, "company:nyrstar");
  REQUIRE(mention != nullptr);
  CHECK(surface(body, *mention) == "Nyrstar");
}

TEST_CASE("a company that nobody listed is told by its noun") {
  const auto read =
      read_body("Shares of Quibbly Lake Resources Ltd rose by a tenth.");
  const auto* mention = find_mention(read, "company:quibbly-lake-resources");
  REQUIRE(mention != nullptr);
  CHECK(mention->name == "Quibbly Lake Resources");
}

TEST_CASE("a person that nobody listed is told by an office") {
  const auto read = read_body(
      "Quentin Marlowe, chief executive of Glencore, spoke on Monday.");
  CHECK(find_mention(read, "person:quentin-marlowe") != nullptr);
  CHECK(find_relation(read, "person:quentin-marlowe", RelationType::kLeads,
                      "company:glencore") != nullptr);
}

TEST_CASE("plain words at the start of sentences are no entities") {
  const auto read = read_body(
      "Recent moves point up.\n\nOverall, prices fell.\n\nInstead of that, "
      "nothing.\n\nRead More\n\nRelated News\n\nSource: reports.\n\n"
      "Published: Dec 16, 2025 00:24\n\nData Source Statement: none.");
  CHECK(read.annotation.mentions.empty());
  CHECK(read.entities.empty());
}

TEST_CASE("lead is a metal among metals and a verb elsewhere") {
  CHECK(find_mention(read_body("It sells zinc, lead and copper."),
                     "commodity:lead") != nullptr);
  CHECK(find_mention(read_body("Higher prices lead to more output."),
                     "commodity:lead") == nullptr);
}

TEST_CASE("a gold medal is no gold") {
  CHECK(find_mention(read_body("She won a gold medal."), "commodity:gold") ==
        nullptr);
}

TEST_CASE("the second department of an ellipsis is American too") {
  const auto read = read_body(
      "The US Department of Defense and the Department of Commerce agreed.");
  CHECK(find_mention(read, "government:us-department-of-commerce") != nullptr);
}

TEST_CASE("the smelter is the smelter spoken of before") {
  const auto read = read_body(
      "Nyrstar operates the Clarksville smelter in Tennessee.\n\n"
      "Korea Zinc will acquire the smelter site.");
  const auto* relation =
      find_relation(read, "company:korea-zinc", RelationType::kAcquires,
                    "facility:clarksville-smelter");
  REQUIRE(relation != nullptr);
  CHECK(relation->modality == Modality::kPlanned);
}

TEST_CASE("a surname stands for the person named in full before") {
  const auto read = read_body(
      "Howard Lutnick, the US Secretary of Commerce, spoke. Mr. Lutnick left.");
  const auto& mentions = read.annotation.mentions;
  REQUIRE(mentions.size() >= 2);
  CHECK(mentions.back().entity == "person:howard-lutnick");
}

TEST_CASE("what is denied is told as negated") {
  const auto read =
      read_body("MBK Partners denied that it would sell Korea Zinc.");
  const auto* relation = find_relation(
      read, "company:mbk-partners", RelationType::kSells, "company:korea-zinc");
  REQUIRE(relation != nullptr);
  CHECK(relation->negated);
}

TEST_CASE("the year that a sentence gives is the date of its relation") {
  const auto read =
      read_body("The Clarksville smelter is expected to produce zinc by 2029.");
  const auto* relation =
      find_relation(read, "facility:clarksville-smelter",
                    RelationType::kProduces, "commodity:zinc");
  REQUIRE(relation != nullptr);
  CHECK(relation->date == "2029");
  CHECK(relation->modality == Modality::kPlanned);
}

TEST_CASE("a Korean name is found inside its word") {
  const std::string body = "고려아연이 온산제련소를 운영한다.";
  const auto read = read_body(body);
  const auto* mention = find_mention(read, "company:korea-zinc");
  REQUIRE(mention != nullptr);
  CHECK(surface(body, *mention) == "고려아연");
}

TEST_CASE("a town and its state are two places, one in the other") {
  const auto read = read_body("Freeport-McMoRan is based in Phoenix, Arizona.");
  CHECK(find_mention(read, "place:phoenix") != nullptr);
  CHECK(find_mention(read, "place:arizona") != nullptr);
  CHECK(find_relation(read, "place:phoenix", text::RelationType::kPartOf,
                      "place:arizona") != nullptr);
}

TEST_CASE("`its` is the company of its own clause") {
  const auto read = read_body(
      "Gold Fields bought Gold Road Resources on the day on which Northern "
      "Star Resources completed its takeover of De Grey Mining.");
  const auto acquires = text::RelationType::kAcquires;
  CHECK(find_relation(read, "company:northern-star-resources", acquires,
                      "company:de-grey-mining") != nullptr);
  CHECK(find_relation(read, "company:gold-fields", acquires,
                      "company:de-grey-mining") == nullptr);
}

TEST_CASE("`which operates` tells of the last in a list") {
  const auto read = read_body(
      "It met Boliden, Teck and Korea Zinc, which operates the Onsan smelter.");
  const auto operates = text::RelationType::kOperates;
  CHECK(find_relation(read, "company:korea-zinc", operates,
                      "facility:onsan-smelter") != nullptr);
  CHECK(find_relation(read, "company:boliden", operates,
                      "facility:onsan-smelter") == nullptr);
}

TEST_CASE("an adjoining refinery is not the smelter spoken of") {
  const auto read = read_body(
      "Korea Zinc runs the Onsan smelter. The adjoining refinery produces "
      "gold.");
  CHECK(find_relation(read, "facility:onsan-smelter",
                      text::RelationType::kProduces,
                      "commodity:gold") == nullptr);
}

TEST_CASE("two verbs of one subject are both read") {
  const auto read = read_body(
      "Korea Zinc will produce zinc and lead, and plans to recover germanium "
      "from 2028.");
  const auto produces = text::RelationType::kProduces;
  CHECK(find_relation(read, "company:korea-zinc", produces, "commodity:lead") !=
        nullptr);
  CHECK(find_relation(read, "company:korea-zinc", produces,
                      "commodity:germanium") != nullptr);
}

TEST_CASE("`it` after a dated saying is the speaker") {
  const auto read =
      read_body("Korea Zinc said on Monday that it will acquire Teck.");
  CHECK(find_relation(read, "company:korea-zinc", text::RelationType::kAcquires,
                      "company:teck-resources") != nullptr);
}

TEST_CASE("headlines plan with `to`") {
  text::Article article;
  article.title = "Korea Zinc to acquire Teck";
  const auto read = extractor().extract(article);
  const auto* purchase =
      find_relation(read, "company:korea-zinc", text::RelationType::kAcquires,
                    "company:teck-resources");
  REQUIRE(purchase != nullptr);
  CHECK(purchase->modality == text::Modality::kPlanned);
}

TEST_CASE("money is no gold in Chinese") {
  CHECK(find_mention(read_body("公司资金充足，银行放贷。"), "commodity:gold") ==
        nullptr);
}

TEST_CASE("who only plans to buy a smelter does not run it yet") {
  const char* korea_zinc = "company:korea-zinc";
  const char* smelter = "facility:clarksville-smelter";
  const std::string possession =
      "Washington backs Korea Zinc's Clarksville smelter.";
  CHECK(find_relation(read_body(possession), korea_zinc,
                      text::RelationType::kOperates, smelter) != nullptr);
  const auto planned = read_body(
      possession + " Korea Zinc plans to buy the Clarksville smelter.");
  CHECK(find_relation(planned, korea_zinc, text::RelationType::kAcquires,
                      smelter) != nullptr);
  CHECK(find_relation(planned, korea_zinc, text::RelationType::kOperates,
                      smelter) == nullptr);
}

TEST_CASE("a date belongs to the verb whose clause it ends") {
  const auto read = read_body(
      "Xstrata, later bought by Glencore, took over Falconbridge in "
      "2006.");
  const auto* outer =
      find_relation(read, "company:xstrata", text::RelationType::kAcquires,
                    "company:falconbridge");
  const auto* inserted =
      find_relation(read, "company:glencore", text::RelationType::kAcquires,
                    "company:xstrata");
  REQUIRE(outer != nullptr);
  REQUIRE(inserted != nullptr);
  CHECK(outer->date == "2006");
  CHECK(inserted->date.empty());
}

TEST_CASE("a name that is read as a mine is no place in the same sentence") {
  const auto read = read_body(
      "Ivanhoe Mines is ramping up Kipushi in the Democratic Republic of the "
      "Congo.");
  CHECK(find_relation(read, "company:ivanhoe-mines",
                      text::RelationType::kOperates,
                      "facility:kipushi-mine") != nullptr);
  for (const auto& relation : read.annotation.relations) {
    CHECK(relation.type != text::RelationType::kPartOf);
  }
}

TEST_CASE("the same article always gives the same annotation") {
  const std::string body =
      "Boliden has agreed to buy the Neves-Corvo mine in Portugal and the "
      "Zinkgruvan mine in Sweden from Lundin Mining for $1.3 billion.";
  const auto once = read_body(body);
  const auto again = Extractor(resources()).extract([&] {
    text::Article article;
    article.body = body;
    return article;
  }());
  CHECK(once.annotation == again.annotation);
  CHECK(once.entities == again.entities);
}

TEST_CASE("every end of a relation is among the entities") {
  const auto read = read_body(
      "Korea Zinc, which operates the Onsan smelter in Ulsan, will buy the "
      "Clarksville smelter from Nyrstar, a unit of Trafigura.");
  REQUIRE_FALSE(read.annotation.relations.empty());
  for (const auto& relation : read.annotation.relations) {
    for (const auto& id : {relation.source, relation.target}) {
      CHECK(std::ranges::find(read.entities, id, &text::Entity::id) !=
            read.entities.end());
    }
  }
}

TEST_CASE("the fingerprint is 16 hexadecimal digits and stays") {
  const std::string fingerprint = extractor().fingerprint();
  CHECK(fingerprint.size() == 16);
  CHECK(fingerprint.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(fingerprint == Extractor(resources()).fingerprint());
}

}  // namespace
TEST_CASE("what happens until or if something happens is not asserted") {
  const auto until = read_body(
      "Nyrstar runs the plant until Korea Zinc takes over the Clarksville "
      "smelter.");
  const auto* planned =
      find_relation(until, "company:korea-zinc", RelationType::kAcquires,
                    "facility:clarksville-smelter");
  REQUIRE(planned != nullptr);
  CHECK(planned->modality == Modality::kPlanned);
  const auto in_case = read_body(
      "Workers would stay if Korea Zinc acquires the Clarksville smelter.");
  const auto* possible =
      find_relation(in_case, "company:korea-zinc", RelationType::kAcquires,
                    "facility:clarksville-smelter");
  REQUIRE(possible != nullptr);
  CHECK(possible->modality == Modality::kPossible);
}

}  // namespace extract
