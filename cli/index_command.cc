// `lode index` and `lode remove`: what changes a data directory.

#include <cstdio>

#include "cli/commands.h"
#include "cli/resources.h"
#include "extract/extractor.h"
#include "indexer/index_archives.h"
#include "text/error.h"

namespace cli {

namespace {

void print(const indexer::IndexReport& report) {
  for (const auto& reject : report.rejects) {
    std::fprintf(stderr, "%s\n", to_string(reject).c_str());
  }
  if (report.generation.empty()) {
    std::printf("nothing published: no article found\n");
    return;
  }
  std::printf("generation %s: %llu articles, %llu entities, %llu relations\n",
              report.generation.c_str(),
              static_cast<unsigned long long>(report.articles),
              static_cast<unsigned long long>(report.entities),
              static_cast<unsigned long long>(report.edges));
  std::printf(
      "this batch: %llu added, %llu replaced, %llu unchanged, %llu repeated, "
      "%zu rejected\n",
      static_cast<unsigned long long>(report.added),
      static_cast<unsigned long long>(report.replaced),
      static_cast<unsigned long long>(report.unchanged),
      static_cast<unsigned long long>(report.repeated), report.rejects.size());
}

}  // namespace

ExitStatus run_index(const IndexArguments& arguments) {
  const extract::Extractor extractor(resources());
  indexer::Progress progress(arguments.quiet ? indexer::Progress::Mode::kQuiet
                                             : indexer::Progress::detect());
  const auto report = indexer::index_archives({.data = arguments.data,
                                               .paths = arguments.paths,
                                               .rebuild = arguments.rebuild,
                                               .threads = arguments.threads},
                                              extractor, progress);
  print(report);
  return report.rejects.empty() ? kDone : kSomeRejected;
}

ExitStatus run_remove(const RemoveArguments& arguments) {
  std::vector<text::ArticleId> ids;
  for (const auto& hex : arguments.ids) {
    const auto id = text::parse_article_id(hex);
    if (!id) throw text::BadRequest("not an article id: " + hex);
    ids.push_back(*id);
  }
  const auto report = indexer::remove_articles(arguments.data, ids);
  for (const auto id : report.unknown) {
    std::fprintf(stderr, "no such article: %s\n", to_string(id).c_str());
  }
  std::printf("%llu articles removed\n",
              static_cast<unsigned long long>(report.removed));
  return report.unknown.empty() ? kDone : kFailed;
}

}  // namespace cli
