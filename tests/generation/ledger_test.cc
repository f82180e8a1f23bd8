#include "generation/ledger.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <thread>

#include "generation/data_directory.h"
#include "generation/durable_file.h"
#include "tests/temporary_directory.h"
#include "text/error.h"

namespace generation {

namespace {

using graph::Judgement;
using graph::JudgementAction;

Judgement same(const std::string& entity, const std::string& other) {
  Judgement judgement;
  judgement.by = "Ada";
  judgement.action = JudgementAction::kSame;
  judgement.entity = entity;
  judgement.other = other;
  return judgement;
}

struct Kept {
  TemporaryDirectory data;
  Ledger ledger{data.path()};
  std::filesystem::path file = data.path() / "ledger" / "judgements.jsonl";

  void cut(uintmax_t bytes) const {
    std::filesystem::resize_file(file,
                                 std::filesystem::file_size(file) - bytes);
  }
  std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const auto& entry : ledger.read().entries) {
      ids.push_back(entry.judgement.id);
    }
    return ids;
  }
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("what was judged is read back whole, with who and when") {
  const Kept kept;
  Judgement judgement = same("company:a", "company:b");
  judgement.note = "the \"same\"\nheadquarters";
  const Judgement first = kept.ledger.append(judgement);
  CHECK(first.id == "j1");
  CHECK(first.by == "Ada");
  CHECK(first.at > text::Timestamp{0});

  Judgement split;
  split.by = "Bo";
  split.action = JudgementAction::kDifferent;
  split.entity = "person:lee";
  split.other = "person:lee~2";
  split.name = "Lee the second";
  split.articles = {text::ArticleId{1}, text::ArticleId{0xa2}};
  split.beside = {"company:a"};
  const Judgement second = kept.ledger.append(split);

  Judgement reject;
  reject.by = "Bo";
  reject.action = JudgementAction::kReject;
  reject.evidence = {text::RelationType::kAcquires, "company:a", "company:b",
                     text::ArticleId{3}, "A 收购 B."};
  const Judgement third = kept.ledger.append(reject);

  const LedgerContents contents = kept.ledger.read();
  CHECK(contents.problems.empty());
  REQUIRE(contents.entries.size() == 3);
  CHECK(contents.entries[0] == graph::LedgerEntry{first});
  CHECK(contents.entries[1] == graph::LedgerEntry{second});
  CHECK(contents.entries[2] == graph::LedgerEntry{third});
}

TEST_CASE("an undo is a line of its own and deletes nothing") {
  const Kept kept;
  kept.ledger.append(same("company:a", "company:b"));
  const std::string before = read_file(kept.file);
  const auto undone = kept.ledger.undo("j1", {.by = "Bo", .note = "no"});
  REQUIRE(undone.has_value());
  CHECK(read_file(kept.file).starts_with(before));
  const LedgerContents contents = kept.ledger.read();
  REQUIRE(contents.entries.size() == 1);
  REQUIRE(contents.entries[0].undone.has_value());
  CHECK(contents.entries[0].undone->by == "Bo");
  CHECK(contents.entries[0].undone->note == "no");
  CHECK(standing(contents.entries).empty());
  CHECK(kept.ledger.append(same("company:a", "company:b")).id == "j3");
}

TEST_CASE("what is undone, or was never judged, cannot be undone") {
  const Kept kept;
  CHECK_FALSE(kept.ledger.undo("j1", {.by = "Bo"}).has_value());
  kept.ledger.append(same("company:a", "company:b"));
  CHECK_FALSE(kept.ledger.undo("j2", {.by = "Bo"}).has_value());
  kept.ledger.undo("j1", {.by = "Bo"});
  CHECK_THROWS_WITH_AS(kept.ledger.undo("j1", {.by = "Cy"}),
                       "judgement j1 is undone already, by Bo", LedgerConflict);
}

TEST_CASE("a ledger cut off in mid-line says so and applies what is whole") {
  const Kept kept;
  kept.ledger.append(same("company:a", "company:b"));
  kept.ledger.append(same("company:c", "company:d"));
  kept.cut(20);
  const LedgerContents contents = kept.ledger.read();
  CHECK(kept.ids() == Ids{"j1"});
  REQUIRE(contents.problems.size() == 1);
  CHECK(contents.problems[0] ==
        "judgements.jsonl: line 2 is cut off and does not apply");
}

TEST_CASE("a judgement after a cut-off line stands on a line of its own") {
  const Kept kept;
  kept.ledger.append(same("company:a", "company:b"));
  kept.ledger.append(same("company:c", "company:d"));
  kept.cut(20);
  const std::string torn = read_file(kept.file);
  CHECK(kept.ledger.append(same("company:e", "company:f")).id == "j3");
  CHECK(kept.ids() == Ids{"j1", "j3"});
  CHECK(kept.ledger.read().problems.size() == 1);
  CHECK(read_file(kept.file).starts_with(torn + "\n"));
}

TEST_CASE("a line that lost only its end still applies") {
  const Kept kept;
  kept.ledger.append(same("company:a", "company:b"));
  kept.cut(1);
  CHECK(kept.ledger.read().problems.empty());
  kept.ledger.append(same("company:c", "company:d"));
  CHECK(kept.ids() == Ids{"j1", "j2"});
}

TEST_CASE("a ledger cut off anywhere never loses an earlier judgement") {
  const Kept kept;
  kept.ledger.append(same("company:a", "company:b"));
  const auto whole = std::filesystem::file_size(kept.file);
  kept.ledger.append(same("company:c", "company:d"));
  while (std::filesystem::file_size(kept.file) > whole + 1) {
    kept.cut(1);
    const LedgerContents contents = kept.ledger.read();
    REQUIRE_FALSE(contents.entries.empty());
    CHECK(contents.entries[0].judgement.id == "j1");
    CHECK(contents.entries.size() + contents.problems.size() == 2);
  }
}

TEST_CASE("a line that was changed by hand is reported and does not apply") {
  const Kept kept;
  kept.ledger.append(same("company:a", "company:b"));
  kept.ledger.append(same("company:c", "company:d"));
  std::string bytes = read_file(kept.file);
  bytes.replace(bytes.find("company:b"), 9, "company:x");
  replace_file(kept.file, bytes);
  CHECK(kept.ids() == Ids{"j2"});
  CHECK(kept.ledger.read().problems ==
        Ids{"judgements.jsonl: line 1 is damaged and does not apply"});
}

TEST_CASE("a judgement that contradicts one that stands is refused") {
  const Kept kept;
  kept.ledger.append(same("company:a", "company:b"));
  Judgement different = same("company:b", "company:a");
  different.action = JudgementAction::kDifferent;
  CHECK_THROWS_WITH_AS(kept.ledger.append(different),
                       "this contradicts judgement j1: undo that one first",
                       LedgerConflict);
  CHECK(kept.ids() == Ids{"j1"});
  kept.ledger.undo("j1", {.by = "Ada"});
  CHECK_NOTHROW(kept.ledger.append(different));
}

TEST_CASE("lines joined from another ledger get ids of their own") {
  const Kept kept;
  kept.ledger.append(same("company:a", "company:b"));
  kept.ledger.undo("j1", {.by = "Ada"});
  const Kept other;
  other.ledger.append(same("company:c", "company:d"));
  other.ledger.append(same("company:e", "company:f"));
  other.ledger.undo("j2", {.by = "Bo"});
  replace_file(kept.file, read_file(kept.file) + read_file(other.file));

  const auto joined = kept.ledger.read();
  CHECK(kept.ids() == Ids{"j1", "j3", "j4"});
  CHECK(joined.entries[0].undone->by == "Ada");
  CHECK_FALSE(joined.entries[1].undone.has_value());
  REQUIRE(joined.entries[2].undone.has_value());
  CHECK(joined.entries[2].undone->by == "Bo");
  REQUIRE(joined.problems.size() == 2);
  CHECK(joined.problems[0] ==
        "judgements.jsonl: line 3 says that it is j1, and counts as j3");

  kept.ledger.undo("j3", {.by = "Cy"});
  const auto after = kept.ledger.read();
  CHECK(after.entries[0].undone->by == "Ada");
  REQUIRE(after.entries[1].undone.has_value());
  CHECK(after.entries[1].undone->by == "Cy");
}

TEST_CASE("splits made at once get an entity each, and none that is there") {
  const Kept kept;
  Judgement split = same("person:lee", "");
  split.action = JudgementAction::kDifferent;
  split.articles = {text::ArticleId{1}};
  const auto is_entity = [](const std::string& id) {
    return id == "person:lee~2";
  };
  std::vector<std::thread> writers;
  for (int i = 0; i < 3; ++i) {
    writers.emplace_back([&] { kept.ledger.append(split, is_entity); });
  }
  for (std::thread& writer : writers) writer.join();
  std::set<std::string> others;
  for (const auto& entry : kept.ledger.read().entries) {
    others.insert(entry.judgement.other);
  }
  CHECK(others ==
        std::set<std::string>{"person:lee~3", "person:lee~4", "person:lee~5"});
}

TEST_CASE("several writers at once lose nothing and share no id") {
  const Kept kept;
  constexpr int kWriters = 4;
  constexpr int kEach = 10;
  std::vector<std::thread> writers;
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([&, writer] {
      const Ledger own(kept.data.path());
      for (int i = 0; i < kEach; ++i) {
        own.append(
            same("company:" + std::to_string(writer * kEach + i), "company:x"));
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  const Ids ids = kept.ids();
  CHECK(ids.size() == kWriters * kEach);
  CHECK(std::set(ids.begin(), ids.end()).size() == ids.size());
  CHECK(kept.ledger.read().problems.empty());
}

TEST_CASE("a curator need not wait for a batch that is being indexed") {
  const Kept kept;
  const WriterLock batch(kept.data.path());
  CHECK(kept.ledger.append(same("company:a", "company:b")).id == "j1");
}

TEST_CASE("the stamp changes with every judgement") {
  const Kept kept;
  const std::string none = kept.ledger.stamp();
  kept.ledger.append(same("company:a", "company:b"));
  const std::string one = kept.ledger.stamp();
  CHECK(one != none);
  CHECK(kept.ledger.stamp() == one);
  kept.ledger.undo("j1", {.by = "Ada"});
  CHECK(kept.ledger.stamp() != one);
}

}  // namespace generation
