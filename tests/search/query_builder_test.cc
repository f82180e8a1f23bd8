#include "search/query_builder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "tests/search/marked_text.h"
#include "tests/search/test_segment.h"

namespace search {

namespace {

using Ids = std::vector<uint64_t>;

std::vector<IndexedArticle> metals() {
  std::vector<IndexedArticle> articles = {
      {make_article(1, "Smelters restart",
                    "Two smelters of zinc in Tennessee restart next month.")},
      {make_article(2, "Smelting costs",
                    "Smelting costs more. Critical minerals are far from the "
                    "roasters that need the zinc of the world.")},
      {make_article(3, "Zinc prices",
                    "Prices of zinc and lead rise; lead more than zinc.")},
      {make_article(4, "Leaders meet", "Leaders speak of zinc and tin."),
       {"company:korea-zinc"}},
      {make_article(5, "株冶集团", "株洲锌业公司停产检修。")},
  };
  articles[4].article.language = "zh";
  return articles;
}

class Metals {
 public:
  Metals() {
    write_segment(directory_ / "segment", metals());
    reader_ =
        std::make_unique<IndexReader>(undeleted({directory_ / "segment"}));
  }

  SearchAnswer ask(std::string query) const {
    return reader_->search({.query = std::move(query)}, {});
  }

  Ids find(std::string query) const {
    Ids ids = ids_of(ask(std::move(query)));
    std::ranges::sort(ids);
    return ids;
  }

 private:
  TemporaryDirectory directory_;
  std::unique_ptr<IndexReader> reader_;
};

// All notes in one line.
std::string notes(const SearchAnswer& answer) {
  std::string line;
  for (const std::string& note : answer.notes) line += note + ". ";
  return line;
}

}  // namespace

TEST_CASE("a frequent word with a sign but too short for it finds something") {
  TemporaryDirectory directory;
  const std::vector<IndexedArticle> articles = {
      {make_article(1, "Zinc", "It is a metal.")}};
  write_segment(directory.path() / "a", articles);
  const IndexReader reader(undeleted({directory.path() / "a"}));
  CHECK(reader.search({.query = "a*"}, {}).total == 1);
}

TEST_CASE("mistyped words that are too many are left out, and a note says so") {
  const Metals metals;
  std::string query = "zinc";
  for (char c = 'a'; c < 'a' + 20; ++c) {
    query += std::string(" OR smeltr") + c + "~2";
  }
  const SearchAnswer answer = metals.ask(query);
  CHECK(answer.total == 4);
  CHECK(notes(answer).find("smeltrt~2 was left out") != std::string::npos);
}

TEST_CASE("cut words that stand for too many words leave the others a hit") {
  TemporaryDirectory directory;
  std::string body = "zinc";
  std::string query = "zinc";
  for (char c = 'a'; c < 'a' + 9; ++c) {
    for (int i = 0; i < 64; ++i) {
      const auto last = static_cast<char>('a' + i % 8);
      const auto middle = static_cast<char>('a' + i / 8);
      body += std::string(" ") + c + c + middle + last;
    }
    query += std::string(" ") + c + c + "*";
  }
  write_segment(directory.path() / "a",
                std::vector<IndexedArticle>{{make_article(1, "Metals", body)}});
  const IndexReader reader(undeleted({directory.path() / "a"}));
  const SearchAnswer answer = reader.search({.query = query}, {});
  CHECK(answer.total == 1);
  CHECK(notes(answer).find("ii* was left out") != std::string::npos);
}

TEST_CASE("a cut word finds the words that begin so, and marks them") {
  const Metals metals;
  CHECK(metals.find("smelt*") == Ids{1, 2});
  CHECK(metals.find("title:lead*") == Ids{4});
  CHECK(metals.find("zinc -smelt* -lead*").empty());
  const SearchAnswer answer = metals.ask("smelt* tennessee");
  REQUIRE(answer.hits.size() == 1);
  const Hit& hit = answer.hits.front();
  CHECK(in_brackets(hit.article.title, hit.title_marks) ==
        "[Smelters] restart");
  CHECK(answer.read_as == "smelt* AND tennessee");
  CHECK(notes(answer) == "smelt* stands for smelters, smelting. ");
}

TEST_CASE("a cut word that no word begins with finds nothing") {
  const Metals metals;
  CHECK(metals.ask("smeltq*").total == 0);
  CHECK(notes(metals.ask("smeltq*")) == "smeltq*: no word is like it. ");
  CHECK(metals.find("smeltq* OR tin") == Ids{4});
}

TEST_CASE("a letter alone is too little to be cut, but not a CJK character") {
  const Metals metals;
  const SearchAnswer answer = metals.ask("z* OR tin");
  CHECK(ids_of(answer) == Ids{4});
  CHECK(notes(answer) == "z* was read as z. ");
  CHECK(metals.find("锌*") == Ids{5});
  CHECK(metals.find("lead-zin* OR tin") == Ids{4});
}

TEST_CASE("a mistyped word finds words that differ by a letter or two") {
  const Metals metals;
  CHECK(metals.find("smeltars~") == Ids{1});
  CHECK(metals.find("smaltars~1 OR tin") == Ids{4});
  CHECK(metals.find("smaltars~2") == Ids{1});
  CHECK(metals.find("title:zinx~") == Ids{3});
  CHECK(metals.ask("smeltars~").read_as == "smeltars~2");
  CHECK(notes(metals.ask("smeltars~1")) == "smeltars~1 stands for smelters. ");
  CHECK(notes(metals.ask("ti~")) == "ti~1 was read as ti. ");
  const Hit hit = metals.ask("smeltars~").hits.front();
  CHECK(in_brackets(hit.article.title, hit.title_marks) ==
        "[Smelters] restart");
}

TEST_CASE("a word as it is written counts more than one with a mistake") {
  const TemporaryDirectory directory;
  write_segment(directory / "segment", std::vector<IndexedArticle>{
                                           {make_article(1, "", "A tin can.")},
                                           {make_article(2, "", "A tan can.")},
                                           {make_article(3, "", "Ships sail.")},
                                           {make_article(4, "", "Ships sail.")},
                                           {make_article(5, "", "Ships sail.")},
                                       });
  const IndexReader reader(undeleted({directory / "segment"}));
  CHECK(ids_of(reader.search({.query = "tin~"}, {})) == Ids{1, 2});
  CHECK(ids_of(reader.search({.query = "tan~"}, {})) == Ids{2, 1});
}

TEST_CASE("words near each other are found in either order and any form") {
  const Metals metals;
  CHECK(metals.find("smelter NEAR/2 zinc") == Ids{1});
  CHECK(metals.find("zinc NEAR/2 smelter") == Ids{1});
  CHECK(metals.find("smelter NEAR/1 zinc").empty());
  CHECK(metals.find("zinc NEAR tin") == Ids{4});
  CHECK(metals.find("price NEAR/2 zinc NEAR/2 lead") == Ids{3});
  CHECK(metals.find("(tin OR price) NEAR/2 zinc") == Ids{3, 4});
  CHECK(metals.find("roast* NEAR/4 zinc") == Ids{2});
  CHECK(metals.find("zinc NOT smelter NEAR/5 zinc") == Ids{2, 3, 4});
}

TEST_CASE("a phrase is near a word from its nearer end") {
  const Metals metals;
  CHECK(metals.find("\"critical minerals\" NEAR/5 roaster") == Ids{2});
  CHECK(metals.find("\"critical minerals\" NEAR/4 roaster").empty());
  CHECK(metals.find("\"minerals critical\" NEAR/5 roaster").empty());
  CHECK(metals.find("\"the world\" NEAR/2 zinc") == Ids{2});
  CHECK(metals.find("锌业 NEAR/2 公司") == Ids{5});
}

TEST_CASE("NEAR reaches no further than the title") {
  const Metals metals;
  CHECK(metals.find("title:(zinc NEAR/1 price)") == Ids{3});
  CHECK(metals.find("restart NEAR/100 two").size() == 1);
  CHECK(metals.find("leaders NEAR/90 meet") == Ids{4});
  CHECK(metals.find("meet NEAR/90 tin").empty());
}

TEST_CASE("NEAR beside anything but words is read as AND, with a note") {
  const Metals metals;
  const SearchAnswer answer = metals.ask("(zinc lead) NEAR/2 prices");
  CHECK(ids_of(answer) == Ids{3});
  CHECK(answer.read_as == "(zinc AND lead) AND prices");
  CHECK(answer.notes.size() == 1);
}

TEST_CASE("a weight changes the order and nothing else") {
  const Metals metals;
  CHECK(ids_of(metals.ask("tennessee^10 OR tin")) == Ids{1, 4});
  CHECK(ids_of(metals.ask("tennessee OR tin^10")) == Ids{4, 1});
  CHECK(metals.ask("(tennessee OR tin)^2").read_as == "tennessee^2 OR tin^2");
  const double once = metals.ask("tin").hits.front().score;
  CHECK(metals.ask("tin^2").hits.front().score == doctest::Approx(2 * once));
  CHECK(metals.ask("\"zinc and tin\"^0.5").hits.front().score ==
        doctest::Approx(metals.ask("\"zinc and tin\"").hits.front().score / 2));
}

TEST_CASE("types of entities and relations are filters") {
  const Metals metals;
  CHECK(metals.find("zinc type:company") == Ids{4});
  CHECK(metals.find("zinc -type:company") == Ids{1, 2, 3});
  CHECK(metals.find("zinc relation:acquires").empty());
  const SearchAnswer answer = metals.ask("tin type:novel relation:eats");
  CHECK(ids_of(answer) == Ids{4});
  CHECK(answer.notes.size() == 2);
}

TEST_CASE("what a query was read as is read as the same") {
  const Metals metals;
  for (const char* query :
       {"smelt* NEAR/3 \"two zinc\"^2 -tin", "(zinc OR lead^0.5) price~",
        "title:(zinc* OR lead) NOT (tin NEAR costs)", "a OR (b c^3) AND d",
        "((zinc NEAR/2 lead) OR \"tin\"^2)^2 type:company", "z* ti~ 锌*",
        "date:2025 source:\"A B\" kind:brief lang:en", "NOT zinc", "foo~9 x^y",
        "zinc OR NOT lead", "the zinc of \"the\""}) {
    const std::string read = metals.ask(query).read_as;
    CHECK(metals.ask(read).read_as == read);
    CHECK(metals.find(read) == metals.find(query));
  }
}

TEST_CASE("however many words are cut, the work is bounded") {
  const Metals metals;
  std::string cut;
  for (int i = 0; i < 10000; ++i) cut += "sm* ";
  CHECK(metals.find(cut) == Ids{1, 2});
  std::string near;
  for (int i = 0; i < 10000; ++i) near += "zinc NEAR/999999999 ";
  CHECK_FALSE(metals.ask(near).notes.empty());
}

TEST_CASE("phrases that take too long to look at are read as their words") {
  const TemporaryDirectory directory;
  std::vector<IndexedArticle> articles;
  for (uint64_t id = 1; id <= 1300; ++id) {
    articles.push_back({make_article(id, "", "The ore of the mine.")});
  }
  write_segment(directory / "segment", articles);
  const IndexReader reader(undeleted({directory / "segment"}));
  CHECK(reader.search({.query = "\"of the mine\""}, {}).notes.empty());
  std::string phrase = "ore mine";
  for (int i = 0; i < 120; ++i) phrase += " of the";
  const SearchAnswer answer =
      reader.search({.query = "\"" + phrase + "\""}, {});
  CHECK(answer.total > 0);
  CHECK(answer.read_as == "ore AND mine");
  CHECK(answer.notes.size() == 1);
}

TEST_CASE("more words than one may stand for are cut to the most frequent") {
  const TemporaryDirectory directory;
  std::string body = "zz zz";
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'd'; ++b) body += std::string(" zz") + a + b;
  }
  write_segment(directory / "segment",
                std::vector<IndexedArticle>{
                    {make_article(1, "", body)},
                    {make_article(2, "", "Only zzzd, the last of them.")}});
  const IndexReader reader(undeleted({directory / "segment"}));
  const SearchAnswer answer = reader.search({.query = "zz*"}, {});
  CHECK(answer.total == 2);
  CHECK(notes(answer) ==
        "zz* stands for zzzd, zz, zzaa, zzab, zzac and 59 more words; others "
        "were left out. ");
}

}  // namespace search
