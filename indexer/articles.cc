#include "indexer/articles.h"

#include <algorithm>
#include <filesystem>
#include <thread>
#include <utility>

#include "indexer/archive/file_list.h"
#include "indexer/archive/record_reader.h"
#include "indexer/clean/cleaning_line.h"
#include "text/error.h"

namespace indexer {
namespace {

// So often progress is told while nothing else is.
constexpr uint64_t kBytesPerReport = 1 << 20;

// Puts the records of files on a line, with the bytes read up to them.
class LineFeeder {
 public:
  explicit LineFeeder(CleaningLine& line) : line_(line) {}

  void feed(const std::string& path) {
    try {
      FileStream file(path, [this](uint64_t bytes) { report(bytes); });
      read_records(file, path,
                   {[this](Record record) {
                      line_.put(std::move(record), std::exchange(bytes_, 0));
                    },
                    [this](Reject reject) { put(std::move(reject)); }});
    } catch (const text::InputError& error) {
      put({path, 0, error.what()});
    }
    line_.put({{}, {}, std::exchange(bytes_, 0)});
  }

 private:
  void report(uint64_t bytes) {
    bytes_ += bytes;
    if (bytes_ < kBytesPerReport) return;
    line_.put({{}, {}, std::exchange(bytes_, 0)});
  }

  void put(Reject reject) {
    Cleaned cleaned;
    cleaned.rejects.push_back(std::move(reject));
    cleaned.bytes_read = std::exchange(bytes_, 0);
    line_.put(std::move(cleaned));
  }

  CleaningLine& line_;
  uint64_t bytes_ = 0;  // not reported yet
};

int worker_count(int threads) {
  if (threads > 0) return threads;
  return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

void hand_over(Cleaned cleaned, const ReadSink& sink) {
  if (sink.on_article) {
    for (ReadArticle& article : cleaned.articles) {
      sink.on_article(std::move(article));
    }
  }
  if (sink.on_reject) {
    for (Reject& reject : cleaned.rejects) sink.on_reject(std::move(reject));
  }
  if (sink.on_bytes && cleaned.bytes_read > 0) {
    sink.on_bytes(cleaned.bytes_read);
  }
}

}  // namespace

std::string to_string(const Reject& reject) {
  std::string line = reject.archive + ": ";
  if (reject.record > 0) {
    line += "record " + std::to_string(reject.record) + ": ";
  }
  return line + reject.reason;
}

void read_articles(const std::vector<std::string>& paths, int threads,
                   const ReadSink& sink) {
  const std::vector<std::string> files = list_files(paths);
  CleaningLine line(worker_count(threads), [&files](CleaningLine& feeding) {
    LineFeeder feeder(feeding);
    for (const std::string& file : files) feeder.feed(file);
  });
  while (auto cleaned = line.take()) hand_over(*std::move(cleaned), sink);
}

uint64_t total_bytes(const std::vector<std::string>& paths) {
  uint64_t total = 0;
  for (const std::string& file : list_files(paths)) {
    std::error_code error;
    const uintmax_t size =
        file == "-" ? 0 : std::filesystem::file_size(file, error);
    if (!error) total += size;
  }
  return total;
}

}  // namespace indexer
