// Options of the commands that read archives.

#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "indexer/articles.h"

namespace cli {

// Throws BadRequest, or InputError where the file to retry can't be read.
indexer::ReadOptions to_read_options(const ReadingArguments& arguments,
                                     int threads);

// The paths to read: those named, or the files of what is read again, or else
// standard input.
std::vector<std::string> paths_of(const ReadingArguments& arguments,
                                  const indexer::ReadOptions& options);

// Takes what gave no article: a line each on standard error, or in a file.
class RejectLog {
 public:
  // `file` is written anew; empty: standard error. Throws StorageError.
  explicit RejectLog(const std::filesystem::path& file);

  void add(const indexer::Reject& reject);

  // Says on standard error how many there were of which kind, if they are in a
  // file or many. Throws StorageError if the file is not whole.
  void finish();

  bool empty() const { return count_ == 0; }

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::unique_ptr<std::FILE, CloseFile> file_;
  std::string name_;
  uint64_t count_ = 0;
  std::map<std::string, uint64_t> kinds_;
};

}  // namespace cli
