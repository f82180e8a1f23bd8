// `lode parse` and `lode extract`: archives to lines, without a data directory.

#include <cstdio>
#include <functional>

#include "cli/commands.h"
#include "cli/resources.h"
#include "extract/extractor.h"
#include "indexer/article_line.h"
#include "indexer/articles.h"

namespace cli {

namespace {

// Prints what `to_line` makes of each article; rejects go to standard error.
ExitStatus print_lines(
    const ReadArguments& arguments,
    const std::function<std::string(const indexer::ReadArticle&)>& to_line) {
  ExitStatus status = kDone;
  const indexer::ReadSink sink = {.on_article =
                                      [&](const indexer::ReadArticle& read) {
                                        std::puts(to_line(read).c_str());
                                      },
                                  .on_reject =
                                      [&](const indexer::Reject& reject) {
                                        std::fprintf(stderr, "%s\n",
                                                     to_string(reject).c_str());
                                        status = kSomeRejected;
                                      },
                                  .on_bytes = [](uint64_t) {}};
  indexer::read_articles(arguments.paths, arguments.threads, sink);
  return status;
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
