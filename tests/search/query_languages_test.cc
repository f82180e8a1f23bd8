// What queries find in an archive of several languages.

#include "search/query_languages.h"

#include <doctest/doctest.h>

#include <memory>
#include <utility>

#include "search/index_reader.h"
#include "search/schema.h"
#include "tests/search/test_segment.h"

namespace search {

namespace {

using Ids = std::vector<uint64_t>;
using Names = std::vector<std::string>;

IndexedArticle in(std::string language, uint64_t id, std::string body) {
  auto article = make_article(id, "", std::move(body));
  article.language = std::move(language);
  return {.article = std::move(article)};
}

class Archive {
 public:
  explicit Archive(std::vector<IndexedArticle> articles) {
    write_segment(directory_ / "segment", articles);
    reader_ =
        std::make_unique<IndexReader>(undeleted({directory_ / "segment"}));
  }

  SearchAnswer ask(SearchRequest request) const {
    request.sort = Sort::kOldest;
    return reader_->search(request, {});
  }

  // Articles that have all words, by id.
  Ids find(std::string query, Names languages = {}) const {
    const SearchAnswer answer =
        ask({.query = std::move(query), .languages = std::move(languages)});
    return answer.notes.empty() ? ids_of(answer) : Ids();
  }

  Names list() const {
    return list_languages(open_segment(directory_ / "segment"));
  }

 private:
  TemporaryDirectory directory_;
  std::unique_ptr<IndexReader> reader_;
};

Archive mining_news() {
  return Archive({
      in("en", 1, "The mines open. It takes a min, says Panama."),
      in("fr", 2, "La mine est fermée."),
      in("de", 3, "Ein Bergwerk in München schließt."),
      in("de", 4, "Bergwerke und Hütten."),
      in("ru", 5, "Цены цинка растут, сказал Королёв."),
      in("ru", 6, "Цинк дешевеет."),
      in("es", 7, "La minería de Panamá."),
      in("en", 8, "Just a min, Cobre Panamá."),
      in("", 9, "A mine of unknown language."),
  });
}

Archive korean_news() {
  return Archive({
      in("ko", 1, "노르웨이에서 온산제련소를 짓는다."),
      in("ko", 2, "노르웨이 정부와 상하이"),
      in("ko", 3, "제련소가 금을 판다."),
      in("ko", 4, "고려아연이 발표했다."),
      in("ko", 5, "개인도 너구리와 고려아연을 샀다."),
      in("ko", 6, "투자가는 투자가에게 물었다."),
      in("ko", 7, "투자가 늘었다. 투자를 한다."),
      in("ko", 8, "제련소美 공장"),
  });
}

}  // namespace

TEST_CASE("a word is found in any form in every language of the archive") {
  const Archive archive = mining_news();
  CHECK(archive.find("mines") == Ids{1, 2, 7, 9});
  CHECK(archive.find("Bergwerken") == Ids{3, 4});
  CHECK(archive.find("цинка") == Ids{5, 6});
  CHECK(archive.find("title:mines OR lang:de Bergwerken") == Ids{3, 4});
}

TEST_CASE("languages that are asked for are those of the words") {
  const Archive archive = mining_news();
  CHECK(archive.find("Bergwerken", {"de"}) == Ids{3, 4});
  CHECK(archive.find("Bergwerken", {"fr", "de"}) == Ids{3, 4});
  CHECK(archive.find("mines", {"fr", "en"}) == Ids{1, 2});
}

TEST_CASE("words with accents and without find each other") {
  const Archive archive = mining_news();
  for (const char* query : {"Panama", "Panamá", "panam*", "\"PANAMÁ\""}) {
    CAPTURE(query);
    CHECK(archive.ask({.query = query}).total == 3);
  }
  CHECK(archive.find("mineria") == Ids{7});
  CHECK(archive.find("Muenchen") == Ids{3});
  CHECK(archive.find("munchen") == Ids{3});
  CHECK(archive.find("\"Королев\"") == Ids{5});
}

TEST_CASE("what is found by another form is marked with its accents") {
  const Archive archive = mining_news();
  const auto answer = archive.ask({.query = "panama lang:es"});
  REQUIRE(answer.hits.size() == 1);
  const Snippet& snippet = answer.hits.front().snippet;
  REQUIRE(snippet.marks.size() == 1);
  CHECK(text::slice(snippet.text, snippet.marks.front()) == "Panamá");
}

TEST_CASE("Korean names that end like a particle are found before particles") {
  const Archive archive = korean_news();
  CHECK(archive.find("노르웨이") == Ids{1, 2});
  CHECK(archive.find("노르웨이 정부") == Ids{2});
  CHECK(archive.find("상하이") == Ids{2});
  CHECK(archive.find("상하이가") == Ids{2});
  CHECK(archive.find("투자가") == Ids{6, 7});
  CHECK(archive.find("투자가가") == Ids{6, 7});
}

TEST_CASE("Korean words are found in compounds, not in any syllables") {
  const Archive archive = korean_news();
  CHECK(archive.find("제련소") == Ids{1, 3, 8});
  CHECK(archive.find("아연") == Ids{4, 5});
  CHECK(archive.find("고려아연은") == Ids{4, 5});
  CHECK(archive.find("발표") == Ids{4});
  CHECK(archive.find("금") == Ids{3});
  CHECK(archive.find("인도").empty());
  CHECK(archive.find("구리").empty());
}

TEST_CASE("a Chinese character behind a Korean word is looked for with it") {
  const Archive archive = korean_news();
  CHECK(archive.find("제련소美") == Ids{8});
  CHECK(archive.find("제련소日").empty());
}

TEST_CASE("languages are listed with most articles first") {
  CHECK(mining_news().list() == Names{"de", "en", "ru", "", "es", "fr"});
}

TEST_CASE("an archive of one language has words by its rules alone") {
  const QueryLanguages german = choose_languages({}, Names{"de"});
  CHECK(german.first == "de");
  CHECK(german.others.empty());
  const QueryLanguages english = choose_languages({}, Names{"en", "zh", ""});
  CHECK(english.first == "");
  CHECK(english.others.empty());
}

}  // namespace search
