// Articles that wait on disk.

#pragma once

#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <utility>

#include "text/article.h"

namespace indexer {

// A queue of articles in an unnamed temporary file. Used by one thread.
class ArticleSpool {
 public:
  // The file will be in `folder`, on its disk.
  explicit ArticleSpool(std::filesystem::path folder)
      : folder_(std::move(folder)) {}

  // Throws StorageError, the first time also if no file can be made.
  void add(const text::Article& article);

  // Hands over what was added, in its order, and is empty then. Throws
  // StorageError and what `on_article` throws.
  void drain(const std::function<void(text::Article)>& on_article);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::filesystem::path folder_;
  std::unique_ptr<std::FILE, Close> file_;  // null while nothing was added
};

}  // namespace indexer
