#include "training/name_set_list.h"

#include <algorithm>

namespace training {

std::vector<NameSet> name_sets() {
  const std::string crossner = "ner/crossner/";
  std::vector<std::string> domains;
  for (const char* domain :
       {"ai", "literature", "music", "politics", "science"}) {
    for (const char* part : {"/train.txt", "/dev.txt", "/test.txt"}) {
      domains.push_back(crossner + domain + part);
    }
  }
  return {
      {"wnut17",
       {"ner/wnut17/wnut17train.conll", "ner/wnut17/emerging.dev.conll",
        "ner/wnut17/emerging.test.annotated"},
       SetFormat::kColumns,
       0.3F},
      {"btc",
       {"ner/btc/a.conll", "ner/btc/b.conll", "ner/btc/e.conll",
        "ner/btc/f.conll", "ner/btc/g.conll", "ner/btc/h.conll"},
       SetFormat::kColumns,
       0.3F},
      {"sec-filings", {"ner/sec-filings/FIN5.txt"}, SetFormat::kColumns, 0.5F},
      {"sec-small", {"ner/sec-filings/FIN3.txt"}, SetFormat::kColumns, 0},
      {"crossner", std::move(domains), SetFormat::kColumns, 0.7F},
      {"wikigold", {"ner/wikigold/wikigold.conll.txt"}, SetFormat::kColumns, 1},
      {"uner-dev", {"ner/uner-english-ewt/dev.iob2"}, SetFormat::kUner, 1},
      {"uner-test", {"ner/uner-english-ewt/test.iob2"}, SetFormat::kUner, 0},
      {"conll04", {"relations/conll04/train.txt"}, SetFormat::kConll04, 1},
      {"conll04-dev", {"relations/conll04/dev.txt"}, SetFormat::kConll04, 0},
      {"gum", {"syntax/gum"}, SetFormat::kGum, 0.7F},
      {"re-docred",
       {"relations/re-docred/dev_revised.json"},
       SetFormat::kDocred,
       0.7F},
  };
}

std::vector<std::filesystem::path> files_of(const NameSet& set,
                                            const std::filesystem::path& data) {
  std::vector<std::filesystem::path> files;
  for (const std::string& path : set.paths) {
    if (!std::filesystem::is_directory(data / path)) {
      files.push_back(data / path);
      continue;
    }
    std::vector<std::filesystem::path> inside;
    for (const auto& entry : std::filesystem::directory_iterator(data / path)) {
      if (entry.path().extension() == ".conllu") inside.push_back(entry.path());
    }
    std::ranges::sort(inside);
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

}  // namespace training
