// `lode index` and `lode remove`: what changes a data directory.

#include <cstdio>

#include "cli/commands.h"
#include "cli/reading_options.h"
#include "cli/resources.h"
#include "extract/extractor.h"
#include "indexer/index_archives.h"
#include "text/error.h"

namespace cli {

namespace {

void print(const indexer::IndexReport& report) {
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
      "%llu rejected\n",
      static_cast<unsigned long long>(report.added),
      static_cast<unsigned long long>(report.replaced),
      static_cast<unsigned long long>(report.unchanged),
      static_cast<unsigned long long>(report.repeated),
      static_cast<unsigned long long>(report.rejected));
}

// Their text may stand under a name that nobody told of.
void print_without_text(uint64_t count) {
  if (count == 0) return;
  std::printf("%llu with a title alone; --map body=… names a field of theirs\n",
              static_cast<unsigned long long>(count));
}

// Records that are no news by design.
void print_skipped(const std::map<std::string, uint64_t>& skipped) {
  if (skipped.empty()) return;
  const char* separator = "no news:";
  for (const auto& [what, count] : skipped) {
    std::printf("%s %llu %s", separator, static_cast<unsigned long long>(count),
                what.c_str());
    separator = ",";
  }
  std::printf("\n");
}

}  // namespace

ExitStatus run_index(const IndexArguments& arguments) {
  const extract::Extractor extractor(resources());
  indexer::Progress progress(arguments.quiet ? indexer::Progress::Mode::kQuiet
                                             : indexer::Progress::detect());
  const auto reading = to_read_options(arguments.reading, arguments.threads);
  RejectLog rejects(arguments.reading.rejects);
  const auto report = indexer::index_archives(
      {.data = arguments.data,
       .paths = paths_of(arguments.reading, reading),
       .rebuild = arguments.rebuild,
       .reading = reading,
       .on_reject = [&](const indexer::Reject& r) { rejects.add(r); }},
      extractor, progress);
  rejects.finish();
  print(report);
  print_without_text(report.without_text);
  print_skipped(report.skipped);
  return rejects.empty() ? kDone : kSomeRejected;
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
