#include "graph/identity.h"

#include <doctest/doctest.h>

#include "text/error.h"

namespace graph {
namespace {

const text::ArticleId kArticle{7};

// Numbers its judgements in the order in which they are made.
class Curator {
 public:
  Judgement& say(JudgementAction action, const std::string& entity,
                 const std::string& other = "") {
    Judgement judgement;
    judgement.id = "j" + std::to_string(said_.size() + 1);
    judgement.by = "Ada";
    judgement.action = action;
    judgement.entity = entity;
    judgement.other = other;
    said_.push_back(judgement);
    return said_.back();
  }
  void same(const std::string& entity, const std::string& other) {
    say(JudgementAction::kSame, entity, other);
  }
  Identity identity() const { return Identity(said_); }

 private:
  std::vector<Judgement> said_;
};

RejectedEvidence evidence(const std::string& source, const std::string& target,
                          const std::string& sentence) {
  return {text::RelationType::kPartnersWith, source, target, kArticle,
          sentence};
}

}  // namespace

TEST_CASE("of two that are the same, the second named stands") {
  Curator curator;
  curator.same("company:a", "company:b");
  const Identity identity = curator.identity();
  CHECK(identity.canonical("company:a") == "company:b");
  CHECK(identity.canonical("company:b") == "company:b");
  CHECK(identity.canonical("company:c") == "company:c");
  CHECK(identity.ids_of("company:a") ==
        std::vector<std::string>{"company:b", "company:a"});
}

TEST_CASE("in a chain the last one stands") {
  Curator curator;
  curator.same("company:a", "company:b");
  curator.same("company:b", "company:c");
  CHECK(curator.identity().canonical("company:a") == "company:c");
}

TEST_CASE("in a circle the target of the first judgement stands") {
  Curator curator;
  curator.same("company:a", "company:b");
  curator.same("company:b", "company:a");
  const Identity identity = curator.identity();
  CHECK(identity.canonical("company:a") == "company:b");
  CHECK(identity.canonical("company:b") == "company:b");
  CHECK(identity.conflicts().empty());
}

TEST_CASE("a long circle ends") {
  Curator curator;
  for (int i = 0; i < 1000; ++i) {
    curator.same("company:" + std::to_string(i),
                 "company:" + std::to_string((i + 1) % 1000));
  }
  const Identity identity = curator.identity();
  CHECK(identity.canonical("company:500") == "company:999");
  CHECK(identity.ids_of("company:0").size() == 1000);
}

TEST_CASE("what was said to differ is not united, and the conflict is told") {
  Curator curator;
  curator.say(JudgementAction::kDifferent, "company:a", "company:c");
  curator.same("company:a", "company:b");
  curator.same("company:c", "company:b");
  const Identity identity = curator.identity();
  CHECK(identity.canonical("company:c") == "company:c");
  CHECK(identity.conflicts() == std::vector<JudgementConflict>{{"j3", "j1"}});
  CHECK(identity.are_different("company:c", "company:b"));
}

TEST_CASE("what is united is not said to differ afterwards") {
  Curator curator;
  curator.same("company:a", "company:b");
  curator.say(JudgementAction::kDifferent, "company:b", "company:a");
  const Identity identity = curator.identity();
  CHECK(identity.canonical("company:a") == "company:b");
  CHECK(identity.conflicts() == std::vector<JudgementConflict>{{"j2", "j1"}});
}

TEST_CASE("the last name stands, and is said of what took the entity in") {
  Curator curator;
  curator.same("company:a", "company:b");
  curator.say(JudgementAction::kRename, "company:a").name = "First";
  curator.say(JudgementAction::kRename, "company:b").name = "Second";
  const Identity identity = curator.identity();
  REQUIRE(identity.judged("company:a") != nullptr);
  CHECK(identity.judged("company:a")->name == "Second");
}

TEST_CASE("an entity that is taken in leaves its given name as an alias") {
  Curator curator;
  curator.say(JudgementAction::kRename, "company:a").name = "Given";
  curator.say(JudgementAction::kHide, "company:a");
  curator.same("company:a", "company:b");
  const Identity identity = curator.identity();
  REQUIRE(identity.judged("company:b") != nullptr);
  CHECK_FALSE(identity.judged("company:b")->name.has_value());
  CHECK(identity.judged("company:b")->aliases ==
        std::vector<std::string>{"Given"});
  CHECK_FALSE(identity.is_hidden("company:b"));
}

TEST_CASE("rejected evidence is known by its words, whoever repeats them") {
  Curator curator;
  curator.say(JudgementAction::kReject, "").evidence =
      evidence("company:a", "company:c", "A  and C dance.");
  curator.same("company:a", "company:b");
  const Identity identity = curator.identity();
  const auto rejection = [&](const RejectedEvidence& read) {
    const std::string* found = identity.rejection(read);
    return found ? *found : "";
  };
  CHECK(rejection(evidence("company:a", "company:c", "A and C dance.")) ==
        "j1");
  CHECK(rejection(evidence("company:c", "company:b", "A and C dance")) == "j1");
  CHECK(rejection(evidence("company:b", "company:c", "A and C sing.")) == "");
  CHECK(rejection(evidence("company:b", "company:d", "A and C dance.")) == "");
}

TEST_CASE("a split holds in the articles told and beside those named") {
  Curator curator;
  Judgement& split =
      curator.say(JudgementAction::kDifferent, "person:lee", "person:lee~2");
  split.articles = {kArticle};
  split.beside = {"company:x"};
  curator.same("company:x", "company:y");
  curator.same("person:j-lee", "person:lee");
  const Identity identity = curator.identity();
  const text::ArticleId other{8};
  const auto read_as = [&](const std::string& id, text::ArticleId article,
                           const std::vector<std::string>& named) {
    return identity.read_as(id, article, named);
  };
  CHECK(read_as("person:lee", kArticle, {}) == "person:lee~2");
  CHECK(read_as("person:lee", other, {}) == "person:lee");
  CHECK(read_as("person:lee", other, {"company:x"}) == "person:lee~2");
  CHECK(read_as("person:lee", other, {"company:y"}) == "person:lee~2");
  CHECK(read_as("person:j-lee", kArticle, {}) == "person:lee~2");
}

TEST_CASE("a judgement that lacks what its action needs is refused by name") {
  Judgement judgement;
  judgement.by = "Ada";
  judgement.action = JudgementAction::kSame;
  judgement.entity = "company:a";
  CHECK_THROWS_WITH_AS(check(judgement), "other: is missing", text::BadRequest);
  judgement.other = "nonsense";
  CHECK_THROWS_WITH_AS(check(judgement),
                       "other: `nonsense` is not an entity id",
                       text::BadRequest);
  judgement.other = "company:a";
  CHECK_THROWS_WITH_AS(check(judgement), "other: is the entity itself",
                       text::BadRequest);
  judgement.other = "company:b";
  CHECK_NOTHROW(check(judgement));
  judgement.by = " ";
  CHECK_THROWS_WITH_AS(check(judgement), "by: is missing", text::BadRequest);
}

}  // namespace graph
