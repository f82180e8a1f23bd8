// Curators' judgements, from the command line to the next generation.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/e2e/command.h"
#include "tests/temporary_directory.h"

namespace e2e {
namespace {

// Two names of one company, in annotated lines, so that nothing depends on how
// names are found.
std::string line(const std::string& id, const std::string& name,
                 const std::string& entity) {
  const std::string body = name + " owns the Ada mine near Oslo. Story " + id;
  const auto at = [&](const std::string& word) {
    const auto begin = std::to_string(body.find(word));
    const auto end = std::to_string(body.find(word) + word.size());
    return "\"begin\":" + begin + ",\"end\":" + end;
  };
  return R"({"title":")" + id + R"(","body":")" + body +
         R"(","published":"2026-01-0)" + id.substr(0, 1) +
         R"(T00:00:00Z","mentions":[{)" + at(name) +
         R"(,"type":"company","entity":")" + entity + R"(","name":")" + name +
         R"("},{)" + at("Ada mine") +
         R"(,"type":"facility","entity":"facility:ada-mine","name":"Ada mine"}],)"
         R"("relations":[{"type":"owns","source":")" +
         entity + R"(","target":"facility:ada-mine","begin":0,"end":)" +
         std::to_string(body.find("Story") - 1) +
         R"(,"confidence":0.9,"modality":"asserted","negated":false,"rule":"r"}]})"
         "\n";
}

class Archive {
 public:
  Archive() {
    index("first", {line("1 copper", "Acme Zinc", "company:acme-zinc"),
                    line("2 nickel", "AZ Holdings", "company:az-holdings")});
  }
  std::string data() const { return (directory_ / "data").string(); }

  void index(const std::string& name, const std::vector<std::string>& lines) {
    const auto file = (directory_ / (name + ".jsonl")).string();
    std::ofstream out(file);
    for (const std::string& one : lines) out << one;
    out.close();
    const auto result = lode({"index", "--quiet", "--data", data(), file});
    REQUIRE(result.status == 0);
  }
  CommandResult judge(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"judge", "--data", data()});
    return lode(arguments);
  }
  nlohmann::json related(const std::string& name) const {
    return lode_json({"related", "--data", data(), name, "--json"});
  }
  std::vector<nlohmann::json> list() const {
    return lode_json_lines({"judge", "--data", data(), "list", "--json"});
  }

 private:
  TemporaryDirectory directory_;
};

}  // namespace

TEST_CASE("two that a curator unites answer as one, at once and ever after") {
  Archive archive;
  CHECK(archive.related("AZ Holdings")["entity"]["id"] ==
        "company:az-holdings");
  const auto made = archive.judge({"same", "AZ Holdings", "Acme Zinc", "--by",
                                   "Ada", "--note", "one head office"});
  CHECK(made.status == 0);
  CHECK(made.out.find("[applied]") != std::string::npos);
  CHECK(archive.related("AZ Holdings")["entity"]["id"] == "company:acme-zinc");

  archive.index("second",
                {line("3 cobalt", "AZ Holdings", "company:az-holdings")});
  CHECK(archive.related("AZ Holdings")["entity"]["id"] == "company:acme-zinc");
  const auto owner = archive.related("Ada mine")["related"];
  REQUIRE(owner.size() == 1);
  CHECK(owner[0]["entity"]["article_count"] == 3);

  CHECK(archive.judge({"undo", "j1", "--by", "Bo"}).status == 0);
  CHECK(archive.related("AZ Holdings")["entity"]["id"] ==
        "company:az-holdings");
  CHECK(archive.judge({"apply"}).out == "generation 000003\n");
  CHECK(archive.related("AZ Holdings")["entity"]["id"] ==
        "company:az-holdings");
  CHECK(archive.judge({"apply"}).out ==
        "the graph is built with these judgements already\n");
  CHECK(archive.list()[0]["undone"]["by"] == "Bo");
}

TEST_CASE("a preview tells the effect and writes nothing") {
  Archive archive;
  const auto preview = archive.judge(
      {"same", "AZ Holdings", "Acme Zinc", "--by", "Ada", "--preview"});
  CHECK(preview.out ==
        "before: AZ Holdings (company:az-holdings, company): 1 articles, 1 "
        "stories, 1 relations\n"
        "before: Acme Zinc (company:acme-zinc, company): 1 articles, 1 "
        "stories, 1 relations\n"
        "after: Acme Zinc (company:acme-zinc, company): 2 articles, 2 "
        "stories, 1 relations\n");
  CHECK(archive.list().empty());
}

TEST_CASE("a rejected sentence takes its relation away, wherever it is told") {
  Archive archive;
  const auto rejected =
      archive.judge({"reject", "Acme Zinc", "owns", "Ada mine", "--by", "Ada"});
  CHECK(rejected.status == 0);
  const auto reasons = [&] {
    std::string kinds;
    for (const auto& related : archive.related("Acme Zinc")["related"]) {
      for (const auto& reason : related["reasons"]) {
        kinds += reason["kind"].get<std::string>() + " ";
      }
    }
    return kinds;
  };
  CHECK(reasons().find("relation") == std::string::npos);
  archive.index("second", {line("3 cobalt", "Acme Zinc", "company:acme-zinc")});
  CHECK(reasons().find("relation") == std::string::npos);
}

TEST_CASE("where several sentences fit, the one to reject must be told") {
  Archive archive;
  archive.index("second",
                {line("3 cobalt", "Acme Zinc Ltd", "company:acme-zinc")});
  const std::vector<std::string> reject = {
      "reject", "company:acme-zinc", "owns", "Ada mine", "--by", "Ada"};
  const auto refused = archive.judge(reject);
  CHECK(refused.status == 1);
  CHECK(refused.err.find("Acme Zinc Ltd owns") != std::string::npos);
  CHECK(archive.list().empty());
  auto exact = reject;
  exact.insert(exact.end(), {"--sentence", "Zinc Ltd"});
  CHECK(archive.judge(exact).status == 0);
  CHECK(archive.list().size() == 1);
}

TEST_CASE("part of a name is too little for a judgement") {
  const Archive archive;
  const auto refused =
      archive.judge({"same", "Acme", "AZ Holdings", "--by", "Ada"});
  CHECK(refused.status == 1);
  CHECK(refused.err ==
        "lode: No entity has the id or the name `Acme`. Names like it: "
        "`company:acme-zinc`.\n");
  CHECK(archive.list().empty());
}

TEST_CASE("a contradiction is refused in one line that names the judgement") {
  Archive archive;
  archive.judge({"different", "AZ Holdings", "Acme Zinc", "--by", "Ada"});
  const auto refused =
      archive.judge({"same", "AZ Holdings", "Acme Zinc", "--by", "Bo"});
  CHECK(refused.status == 1);
  CHECK(refused.err ==
        "lode: this contradicts judgement j1: undo that one first\n");
}

TEST_CASE("a ledger cut off in mid-line says so, and judging goes on") {
  Archive archive;
  archive.judge({"rename", "Acme Zinc", "Acme", "--by", "Ada"});
  archive.judge({"hide", "Ada mine", "--by", "Ada"});
  const auto file =
      std::filesystem::path(archive.data()) / "ledger" / "judgements.jsonl";
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 9);
  const auto listed = archive.judge({"list"});
  CHECK(listed.status == 0);
  CHECK(listed.err.starts_with(
      "lode: judgements.jsonl: line 2 is cut off and does not apply\n"));
  CHECK(archive.related("Acme")["entity"]["name"] == "Acme");
  CHECK(archive.judge({"hide", "Ada mine", "--by", "Ada"}).status == 0);
  CHECK(archive.list().size() == 2);
}

TEST_CASE("judging what is not there, or in no words, is told clearly") {
  Archive archive;
  CHECK(archive.judge({"hide", "Atlantis", "--by", "Ada"}).status == 1);
  CHECK(archive.judge({"undo", "j9", "--by", "Ada"}).status == 1);
  CHECK(archive.judge({"retype", "Acme Zinc", "planet", "--by", "A"}).status ==
        2);
  CHECK(archive.judge({}).status == 2);
  const auto dormant = archive.judge({"hide", "place:atlantis", "--by", "Ada"});
  CHECK(dormant.status == 0);
  CHECK(dormant.out.find("[dormant]") != std::string::npos);
}

}  // namespace e2e
