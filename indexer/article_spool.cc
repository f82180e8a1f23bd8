#include "indexer/article_spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

#include "search/stored_article.h"
#include "text/error.h"

namespace indexer {
namespace {

[[noreturn]] void fail() {
  throw text::StorageError("temporary file", std::strerror(errno));
}

// Gone from `folder` at once, and from the disk when it is closed.
std::FILE* make_file(const std::filesystem::path& folder) {
  std::string name = folder / "waiting-XXXXXX";
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) fail();
  ::unlink(name.c_str());
  std::FILE* file = ::fdopen(descriptor, "w+");
  if (file == nullptr) fail();
  return file;
}

void write(std::FILE* file, const void* bytes, size_t size) {
  if (std::fwrite(bytes, 1, size, file) != size) fail();
}

// False at the end.
bool read(std::FILE* file, void* bytes, size_t size) {
  const size_t count = std::fread(bytes, 1, size, file);
  if (count == 0 && std::feof(file)) return false;
  if (count != size) fail();
  return true;
}

}  // namespace

void ArticleSpool::add(const text::Article& article) {
  if (!file_) file_.reset(make_file(folder_));
  const std::string bytes = search::encode_article(article);
  const uint64_t size = bytes.size();
  write(file_.get(), &size, sizeof(size));
  write(file_.get(), bytes.data(), bytes.size());
}

void ArticleSpool::drain(const std::function<void(text::Article)>& on_article) {
  const auto file = std::move(file_);
  if (!file) return;
  if (std::fflush(file.get()) != 0) fail();
  std::rewind(file.get());
  std::string bytes;
  for (uint64_t size = 0; read(file.get(), &size, sizeof(size));) {
    bytes.resize(size);
    if (!read(file.get(), bytes.data(), size)) fail();
    on_article(search::decode_article(bytes));
  }
}

}  // namespace indexer
