#include "search/entity_names.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "search/query_parser.h"
#include "tests/search/test_segment.h"

namespace search {

namespace {

struct KnownName {
  std::string name;
  bool is_telling = true;
};

// Names the entity `company:x` by any of `known`, wherever it stands.
NameRecognizer recognizer(std::vector<KnownName> known) {
  return [known](std::string_view words) {
    std::vector<FoundName> found;
    for (const KnownName& one : known) {
      const size_t at = words.find(one.name);
      if (at == words.npos) continue;
      const auto begin = static_cast<uint32_t>(at);
      const auto size = static_cast<uint32_t>(one.name.size());
      found.push_back(
          {.span = {begin, begin + size},
           .is_telling = one.is_telling,
           .entity = {.ids = {"company:x"},
                      .names = {"Korea Zinc", "고려아연", "韩国锌业"}}});
    }
    std::ranges::sort(found, {}, &FoundName::span);
    return found;
  };
}

std::string show(const QueryNode& node) {
  std::string shown = node.kind == NodeKind::kName ? "<" : "";
  if (node.kind == NodeKind::kWord) return node.text;
  for (const QueryNode& child : node.children) {
    if (shown.size() > 1) shown += ' ';
    shown += show(child);
  }
  return node.kind == NodeKind::kName ? shown + ">" : shown;
}

std::string marked(std::string_view query, std::vector<KnownName> known,
                   Naming naming = Naming::kTelling) {
  return show(mark_names(*parse_query(query).root, recognizer(std::move(known)),
                         naming));
}

class NamedArchive {
 public:
  NamedArchive() {
    const std::vector<IndexedArticle> articles = {
        {make_article(1, "Korea Zinc grows", "It is large."), {"company:x"}},
        {make_article(2, "고려아연 제련소", "고려아연이 산다."), {"company:x"}},
        {make_article(3, "Metals",
                      "A long text in which Korea Zinc is named "
                      "among others, once and no more."),
         {"company:x"}},
        {make_article(4, "Zinc of Korea", "Prices."), {}},
        {make_article(5, "Smelters", "The firm closed one."), {"company:x"}},
        {make_article(6, "Lead", "Prices."), {}}};
    write_segment(directory_.path() / "a", articles);
    reader_.emplace(undeleted({directory_.path() / "a"}));
  }

  SearchAnswer search(const std::string& query,
                      const NameRecognizer& recognize) const {
    return reader_->search({.query = query}, {}, recognize);
  }

 private:
  TemporaryDirectory directory_;
  std::optional<IndexReader> reader_;
};

using Ids = std::vector<uint64_t>;

}  // namespace

TEST_CASE("a name is found in words side by side, also in a part of a word") {
  CHECK(marked("news of Korea Zinc today", {{"Korea Zinc"}}) ==
        "news of <Korea Zinc> today");
  CHECK(marked("韩国锌业冶炼厂", {{"韩国锌业"}}) == "<韩国锌业> 冶炼厂");
  CHECK(marked("tin OR Nyrstar", {{"Nyrstar"}}) == "tin <Nyrstar>");
}

TEST_CASE("a part of a word with hyphens is no name") {
  CHECK(marked("lead-zinc", {{"zinc"}}) == "lead-zinc");
}

TEST_CASE("words between quotes, of a field or excluded are words alone") {
  CHECK(marked("tin -Nyrstar", {{"Nyrstar"}}) == "tin Nyrstar");
  CHECK(marked("title:Nyrstar", {{"Nyrstar"}}) == "Nyrstar");
  CHECK(marked("\"Nyrstar\" tin", {{"Nyrstar"}}) == "tin");
}

TEST_CASE("words of every day are names where all names are asked for") {
  const std::vector<KnownName> zinc = {{"zinc", false}};
  CHECK(marked("zinc price", zinc) == "zinc price");
  CHECK(marked("zinc price", zinc, Naming::kAll) == "<zinc> price");
}

TEST_CASE("a name finds articles that name the entity in any language") {
  const NamedArchive archive;
  const auto answer = archive.search("고려아연", recognizer({{"고려아연"}}));
  CHECK(ids_of(answer) == Ids{2, 1, 3, 5});
  CHECK(answer.read_as == "고려아연 OR entity:company:x");
  REQUIRE(answer.names.size() == 1);
  CHECK(answer.names[0].words == "고려아연");
  CHECK(answer.names[0].entity == "company:x");
}

TEST_CASE("a name still finds what its words find, after what names it") {
  const NamedArchive archive;
  const auto answer =
      archive.search("Korea Zinc", recognizer({{"Korea Zinc"}}));
  const Ids found = ids_of(answer);
  REQUIRE(found.size() == 5);
  CHECK(std::ranges::find(found, 1) < std::ranges::find(found, 3));
  CHECK(std::ranges::find(found, 3) < std::ranges::find(found, 5));
  CHECK(ids_of(archive.search("Korea Zinc", {})).size() == 3);
}

TEST_CASE("other names of an entity are marked where they are found") {
  const NamedArchive archive;
  const auto answer = archive.search("韩国锌业", recognizer({{"韩国锌业"}}));
  REQUIRE(answer.total == 4);
  for (const Hit& hit : answer.hits) {
    if (hit.id == text::ArticleId{5}) continue;  // Says `the firm` only.
    CAPTURE(hit.article.title);
    CHECK(hit.title_marks.size() + hit.snippet.marks.size() > 0);
  }
}

TEST_CASE("names are looked for in a few words, once for all readings") {
  size_t calls = 0;
  size_t bytes = 0;
  const NameRecognizer counting = [&](std::string_view words) {
    ++calls;
    bytes += words.size();
    return std::vector<FoundName>();
  };
  std::string query = "a-b-c-d";
  for (int i = 0; i < 40; ++i) query += " OR a-b-c-d" + std::to_string(i);
  const QueryNode root = *parse_query(query).root;
  const NameRecognizer names = within_budget(counting);
  mark_names(root, names, Naming::kTelling);
  const size_t once = calls;
  CHECK(once <= kMaxNamedWords);
  CHECK(bytes <= 3 * kMaxNamedWords);
  mark_names(root, names, Naming::kAll);
  CHECK(calls == once);
}

TEST_CASE("words of every day name an entity where they find nothing") {
  const NamedArchive archive;
  const auto recognize =
      recognizer({{"kovohut\xc4\x9b", false}, {"Prices", false}});
  const auto answer = archive.search("kovohut\xc4\x9b large", recognize);
  CHECK(ids_of(answer) == Ids{1});
  CHECK(answer.notes.size() == 1);
  CHECK(archive.search("Prices", recognize).total == 2);
}

}  // namespace search
