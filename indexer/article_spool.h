// Articles that wait on disk.

#pragma once

#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>

#include "text/article.h"

namespace indexer {

// A queue of articles in an unnamed temporary file. Used by one thread.
class ArticleSpool {
 public:
  // Throws StorageError, the first time also if no file can be made.
  void add(const text::Article& article);

  // Hands over what was added, in its order, and is empty then. Throws
  // StorageError and what `on_article` throws.
  void drain(const std::function<void(text::Article)>& on_article);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::unique_ptr<std::FILE, Close> file_;  // null while nothing was added
};

}  // namespace indexer
