// Any bytes are a query, over an archive too, and what one without notes was
// read as is read as the same.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "search/query_parser.h"
#include "tests/search/test_segment.h"

namespace {

class Archive {
 public:
  Archive() : reader_(search::undeleted({write()})) {}

  search::SearchAnswer ask(std::string_view query) const {
    return reader_.search({.query = std::string(query), .explain = true}, {});
  }

 private:
  std::filesystem::path write() const {
    const std::vector<search::IndexedArticle> articles = {
        {search::make_article(1, "Smelters of zinc restart",
                              "Two smelters of zinc in Tennessee restart.")},
        {search::make_article(2, "Zinc prices", "Critical minerals, lead.")},
        {search::make_article(3, "株冶集团", "株洲锌业公司停产检修。")},
        {search::make_article(4, "제련소", "고려아연이 제련소를 짓는다.")},
    };
    search::write_segment(directory_ / "segment", articles);
    return directory_ / "segment";
  }

  TemporaryDirectory directory_;
  search::IndexReader reader_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Archive archive;
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  search::parse_query(query, search::Operators::kAsWords);
  const search::SearchAnswer answer = archive.ask(query);
  if (answer.notes.empty() &&
      archive.ask(answer.read_as).read_as != answer.read_as) {
    std::abort();
  }
  return 0;
}
