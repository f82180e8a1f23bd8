#include "indexer/articles.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <thread>
#include <utility>

#include "indexer/archive/file_list.h"
#include "indexer/archive/record_reader.h"
#include "indexer/clean/cleaning_line.h"
#include "indexer/clean/site_templates.h"
#include "text/error.h"

namespace indexer {
namespace {

// So often progress is told while nothing else is.
constexpr uint64_t kBytesPerReport = 1 << 20;

// Puts the records of files on a line, with the bytes read up to them.
class LineFeeder {
 public:
  LineFeeder(CleaningLine& line, const ReadOptions& options)
      : line_(line), options_(options) {}

  // A file, or a folder and those below it.
  void feed_all(const std::string& path) {
    for_each_file(
        {path}, [this](const std::string& file) { feed(file); },
        [this](const std::string& unread, const std::string& why) {
          put({unread, 0, why});
        });
  }

 private:
  void feed(const std::string& path) {
    try {
      FileStream file(path, [this](uint64_t bytes) { report(bytes); });
      read_records(file, path, sink(), options_.fields);
    } catch (const text::InputError& error) {
      put({path, 0, error.what()});
    }
    Cleaned end;
    end.skipped = std::exchange(skipped_, {});
    end.bytes_read = std::exchange(bytes_, 0);
    line_.put(std::move(end));
  }

  RecordSink sink() {
    return {[this](Record record) { put(std::move(record)); },
            [this](Reject reject) { put(std::move(reject)); },
            [this](const std::string& what) { ++skipped_[what]; }};
  }

  void report(uint64_t bytes) {
    bytes_ += bytes;
    if (bytes_ < kBytesPerReport) return;
    Cleaned news;
    news.bytes_read = std::exchange(bytes_, 0);
    line_.put(std::move(news));
  }

  void put(Record record) {
    const auto& only = options_.only;
    if (only && !only->contains(record.archive, record.number)) return;
    line_.put(std::move(record), std::exchange(bytes_, 0));
  }

  void put(Reject reject) {
    Cleaned cleaned;
    cleaned.rejects.push_back(std::move(reject));
    cleaned.bytes_read = std::exchange(bytes_, 0);
    line_.put(std::move(cleaned));
  }

  CleaningLine& line_;
  const ReadOptions& options_;
  std::map<std::string, uint64_t> skipped_;  // not reported yet
  uint64_t bytes_ = 0;                       // not reported yet
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
  if (sink.on_skipped) {
    for (const auto& [what, count] : cleaned.skipped) {
      sink.on_skipped(what, count);
    }
  }
  if (sink.on_bytes && cleaned.bytes_read > 0) {
    sink.on_bytes(cleaned.bytes_read);
  }
}

}  // namespace

void read_articles(const std::vector<std::string>& paths,
                   const ReadOptions& options, const ReadSink& sink) {
  if (!options.only) check_paths(paths);
  CleaningLine line(worker_count(options.threads), options.fields,
                    [&paths, &options](CleaningLine& feeding) {
                      LineFeeder feeder(feeding, options);
                      for (const std::string& path : paths)
                        feeder.feed_all(path);
                    });
  TemplateFilter filter(
      [&sink](Cleaned cleaned) { hand_over(std::move(cleaned), sink); });
  while (auto cleaned = line.take()) filter.put(*std::move(cleaned));
  filter.finish();
}

void read_articles(const std::vector<std::string>& paths, int threads,
                   const ReadSink& sink) {
  read_articles(paths, ReadOptions{.threads = threads}, sink);
}

uint64_t total_bytes(const std::vector<std::string>& paths) {
  check_paths(paths);
  uint64_t total = 0;
  const OnFile add = [&](const std::string& file) {
    std::error_code error;
    const uintmax_t size =
        file == "-" ? 0 : std::filesystem::file_size(file, error);
    if (!error) total += size;
  };
  for_each_file(paths, add, [](const std::string&, const std::string&) {});
  return total;
}

}  // namespace indexer
