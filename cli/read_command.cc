// `lode parse` and `lode extract`: archives to lines, without a data directory.

#include <algorithm>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/line_printer.h"
#include "cli/reading_options.h"
#include "cli/resources.h"
#include "extract/extractor.h"
#include "indexer/article_line.h"
#include "indexer/articles.h"
#include "indexer/lane_threads.h"

namespace cli {

namespace {

size_t lane_count(int threads) {
  if (threads > 0) return static_cast<size_t>(threads);
  return std::max(1U, std::thread::hardware_concurrency());
}

// Prints what `to_line`, called by several threads, makes of each article, in
// the order of the input; rejects go to standard error.
ExitStatus print_lines(
    const ReadArguments& arguments,
    const std::function<std::string(const indexer::ReadArticle&)>& to_line) {
  const auto options = to_read_options(arguments.reading, arguments.threads);
  RejectLog rejects(arguments.reading.rejects);
  LinePrinter printer;
  const size_t lanes = lane_count(arguments.threads);
  std::vector<size_t> rounds(lanes);  // articles that each lane has read
  indexer::LaneThreads readers(
      static_cast<int>(lanes), [&](int number, indexer::ReadArticle read) {
        const auto lane = static_cast<size_t>(number);
        printer.print(rounds[lane]++ * lanes + lane, to_line(read));
      });
  const indexer::ReadSink sink = {
      .on_article =
          [&](indexer::ReadArticle read) { readers.add(std::move(read)); },
      .on_reject = [&](const indexer::Reject& r) { rejects.add(r); },
      .on_bytes = {}};
  indexer::read_articles(paths_of(arguments.reading, options), options, sink);
  readers.finish();
  rejects.finish();
  return rejects.empty() ? kDone : kSomeRejected;
}

}  // namespace

ExitStatus run_parse(const ReadArguments& arguments) {
  return print_lines(arguments, [](const indexer::ReadArticle& read) {
    return indexer::to_article_line(read.article);
  });
}

ExitStatus run_extract(const ReadArguments& arguments) {
  const extract::Extractor extractor(resources());
  return print_lines(arguments, [&](const indexer::ReadArticle& read) {
    const auto annotation = read.annotation
                                ? *read.annotation
                                : extractor.extract(read.article).annotation;
    return indexer::to_annotation_line(read.article, annotation);
  });
}

}  // namespace cli
