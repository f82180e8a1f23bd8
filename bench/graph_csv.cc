#include "bench/graph_csv.h"

#include <fstream>
#include <stdexcept>

namespace bench {
namespace {

class CsvFile {
 public:
  CsvFile(const std::filesystem::path& path, const char* header)
      : path_(path), file_(path) {
    file_ << header << '\n';
  }

  // Values are numbers, names and ids: none has to be quoted.
  template <typename First, typename... Rest>
  void add(const First& first, const Rest&... rest) {
    file_ << first;
    ((file_ << ',' << rest), ...);
    file_ << '\n';
  }

  void finish() {
    file_.close();
    if (!file_) throw std::runtime_error("can't write " + path_.string());
  }

 private:
  std::filesystem::path path_;
  std::ofstream file_;
};

}  // namespace

void write_csv(const PowerLawGraph& graph, int requests,
               const std::filesystem::path& directory) {
  std::filesystem::create_directories(directory);
  CsvFile entities(directory / "entities.csv", "number,id,type,name");
  for (size_t i = 0; i < graph.entities.size(); ++i) {
    const text::Entity& entity = graph.entities[i];
    entities.add(i, entity.id, static_cast<int>(entity.type), entity.name);
  }
  entities.finish();
  CsvFile ties(directory / "ties.csv",
               "from,to,type,article,published,sentence,modality,confidence");
  for (const Statement& made : graph.statements) {
    ties.add(made.source, made.target, static_cast<int>(made.type),
             graph.article_ids[made.article] >> 1,
             graph.published[made.article], static_cast<int>(made.sentence),
             static_cast<int>(made.modality), made.confidence);
  }
  ties.finish();
  CsvFile draws(directory / "draws.csv", "entity,other");
  EntityDraw draw(static_cast<uint32_t>(graph.entities.size()));
  for (int i = 0; i < requests; ++i) {
    const uint32_t entity = draw.next();
    draws.add(entity, draw.next());
  }
  draws.finish();
}

}  // namespace bench
