#include "extract/gazetteer.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "text/error.h"

namespace extract {
namespace {

class GazetteerFolder {
 public:
  explicit GazetteerFolder(const std::string& rows)
      : path_(std::filesystem::temp_directory_path() /
              ("lode-gazetteer-" +
               std::to_string(std::hash<std::string>()(rows)))) {
    std::filesystem::create_directories(path_);
    std::ofstream(path_ / "names.tsv") << "id\tname\ten\tzh\tko\tja\tfacts\n"
                                       << rows;
  }
  ~GazetteerFolder() { std::filesystem::remove_all(path_); }
  GazetteerFolder(const GazetteerFolder&) = delete;
  GazetteerFolder& operator=(const GazetteerFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

TEST_CASE("a row gives an entity with its aliases and facts") {
  const GazetteerFolder folder(
      "company:acme\tAcme\t=ACM|?Acme Corp\t阿克米\t\t\tcountry=place:mars;"
      "parent=company:x\n");
  const Gazetteer gazetteer(folder.path());
  const KnownEntity* acme = gazetteer.find("company:acme");
  REQUIRE(acme != nullptr);
  CHECK(acme->entity.aliases ==
        std::vector<std::string>{"ACM", "Acme Corp", "阿克米"});
  CHECK(acme->has_fact("parent", "company:x"));
  CHECK(acme->fact("country") == "place:mars");
  REQUIRE(gazetteer.aliases().size() == 4);
  CHECK(gazetteer.aliases()[0].case_sensitive);
  CHECK(gazetteer.aliases()[1].weak);
}

TEST_CASE("a fact of several entities is several facts") {
  const GazetteerFolder folder(
      "facility:x\tX mine\t\t\t\t\tproduces=commodity:a,commodity:b;"
      "title=Minister, Trade\n");
  const Gazetteer gazetteer(folder.path());
  const KnownEntity& mine = *gazetteer.find("facility:x");
  CHECK(mine.has_fact("produces", "commodity:a"));
  CHECK(mine.has_fact("produces", "commodity:b"));
  CHECK(mine.fact("title") == "Minister, Trade");
}

TEST_CASE("an entity that occurs twice is told with its line") {
  const GazetteerFolder folder("place:a\tA\t\t\t\t\t\nplace:a\tA\t\t\t\t\t\n");
  CHECK_THROWS_WITH_AS(Gazetteer(folder.path()),
                       "names.tsv:3: place:a occurs twice", text::InputError);
}

TEST_CASE("a row of no entity type is told with its line") {
  const GazetteerFolder folder("planet:mars\tMars\t\t\t\t\t\n");
  CHECK_THROWS_WITH_AS(Gazetteer(folder.path()),
                       "names.tsv:2: `planet:mars` is no entity id",
                       text::InputError);
}

}  // namespace
}  // namespace extract
