#include "cli/reading_options.h"

#include <cerrno>
#include <cstring>

#include "text/error.h"

namespace cli {

namespace {

// More kinds of reasons are counted as one.
constexpr size_t kMaxKinds = 100;
// From so many rejects on they are also told by kind.
constexpr uint64_t kManyRejects = 10;

}  // namespace

indexer::ReadOptions to_read_options(const ReadingArguments& arguments,
                                     int threads) {
  indexer::ReadOptions options{.threads = threads};
  if (!arguments.map.empty()) {
    options.fields = indexer::parse_field_map(arguments.map);
  }
  if (!arguments.retry.empty()) options.only.emplace(arguments.retry);
  return options;
}

std::vector<std::string> paths_of(const ReadingArguments& arguments,
                                  const indexer::ReadOptions& options) {
  if (!arguments.paths.empty()) return arguments.paths;
  if (options.only) return options.only->files();
  return {"-"};
}

RejectLog::RejectLog(const std::filesystem::path& file) : name_(file.string()) {
  if (name_.empty()) return;
  file_.reset(std::fopen(name_.c_str(), "we"));
  if (!file_) throw text::StorageError("open " + name_, std::strerror(errno));
}

void RejectLog::add(const indexer::Reject& reject) {
  ++count_;
  const std::string kind(indexer::kind_of_reason(reject.reason));
  const bool room = kinds_.size() < kMaxKinds || kinds_.contains(kind);
  ++kinds_[room ? kind : "other reasons"];
  const std::string line = file_ ? to_reject_line(reject) : to_string(reject);
  std::fprintf(file_ ? file_.get() : stderr, "%s\n", line.c_str());
}

void RejectLog::finish() {
  if (file_ && (std::fflush(file_.get()) != 0 || std::ferror(file_.get()))) {
    throw text::StorageError("write " + name_, std::strerror(errno));
  }
  if (count_ == 0 || (!file_ && count_ < kManyRejects)) return;
  std::fprintf(stderr,
               "%llu rejected%s%s:", static_cast<unsigned long long>(count_),
               file_ ? ", listed in " : "", name_.c_str());
  const char* separator = " ";
  for (const auto& [kind, count] : kinds_) {
    std::fprintf(stderr, "%s%llu %s", separator,
                 static_cast<unsigned long long>(count), kind.c_str());
    separator = ", ";
  }
  std::fputc('\n', stderr);
}

}  // namespace cli
