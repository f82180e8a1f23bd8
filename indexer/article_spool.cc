#include "indexer/article_spool.h"

#include <sys/types.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "indexer/article_line.h"
#include "text/error.h"

namespace indexer {
namespace {

[[noreturn]] void fail() {
  throw text::StorageError("temporary file", std::strerror(errno));
}

struct FreeLine {
  void operator()(char* line) const { std::free(line); }
};

}  // namespace

void ArticleSpool::add(const text::Article& article) {
  if (!file_) file_.reset(std::tmpfile());
  if (!file_) fail();
  const std::string line = to_article_line(article) + "\n";
  if (std::fwrite(line.data(), 1, line.size(), file_.get()) != line.size()) {
    fail();
  }
}

void ArticleSpool::drain(const std::function<void(text::Article)>& on_article) {
  const auto file = std::move(file_);
  if (!file) return;
  if (std::fflush(file.get()) != 0) fail();
  std::rewind(file.get());
  char* buffer = nullptr;
  size_t capacity = 0;
  std::unique_ptr<char, FreeLine> owner;
  while (true) {
    const ssize_t size = ::getline(&buffer, &capacity, file.get());
    owner.release();
    owner.reset(buffer);
    if (size < 0) break;
    on_article(
        parse_article_line({buffer, static_cast<size_t>(size) - 1}).article);
  }
  if (std::ferror(file.get())) fail();
}

}  // namespace indexer
