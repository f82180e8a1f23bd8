#include "extract/rule_language.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "text/error.h"

namespace extract {
namespace {

class RuleFile {
 public:
  explicit RuleFile(const std::string& text)
      : folder_(
            std::filesystem::temp_directory_path() /
            ("lode-rules-" + std::to_string(std::hash<std::string>()(text)))) {
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "a.rules") << "words comma = \",\"\n" << text;
  }
  ~RuleFile() { std::filesystem::remove_all(folder_); }
  RuleFile(const RuleFile&) = delete;
  RuleFile& operator=(const RuleFile&) = delete;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

std::string message_of(const std::string& text) {
  const RuleFile file(text);
  try {
    load_rules(file.folder());
  } catch (const text::InputError& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("a rule has its relation, confidence, patterns and examples") {
  const RuleFile file(
      "verbs acquire = acquire buy\n"
      "rule acquire.active acquires 0.9 planned\n"
      "  S:org active(acquire) [all] O:company|facility\n"
      "  yes \"A buys B.\" A > B\n"
      "  no \"A is B.\"\n");
  const RuleBook book = load_rules(file.folder());
  REQUIRE(book.rules.size() == 1);
  const Rule& rule = book.rules.front();
  CHECK(rule.name == "acquire.active");
  CHECK(rule.type == text::RelationType::kAcquires);
  CHECK(rule.modality == text::Modality::kPlanned);
  CHECK(rule.patterns.size() == 2);
  REQUIRE(rule.examples.size() == 2);
  CHECK(rule.examples[0].expected.size() == 1);
  CHECK(rule.examples[1].expected.empty());
}

TEST_CASE("a mistake in a rule is told with its file and line") {
  CHECK(message_of("rule a.b acquires 0.9\n  S:org buys\n")
            .starts_with("a.rules:3: "));
  CHECK(message_of("rule a.b conquers 0.9\n") ==
        "a.rules:2: no relation is named `conquers`");
  CHECK(message_of("rule a.b acquires 2\n") ==
        "a.rules:2: a confidence lies above 0 and not above 1");
  CHECK(message_of("rule a.b acquires 0.9\n  S:org {none} O:org\n") ==
        "a.rules:3: no word set is named `none`");
  CHECK(message_of("rule a.b acquires 0.9\n  S:dog buys O:org\n") ==
        "a.rules:3: no entity type `dog`");
  CHECK(message_of("nonsense\n") ==
        "a.rules:2: expected words, nouns, verbs, verb or rule");
}

}  // namespace
}  // namespace extract
