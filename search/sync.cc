#include "search/sync.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "text/error.h"

namespace search {

namespace {

void sync_path(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  int error = file < 0 ? errno : 0;
  if (file >= 0) {
    if (::fsync(file) != 0) error = errno;
    ::close(file);
  }
  if (error != 0) {
    throw text::StorageError("sync " + path.string(),
                             std::generic_category().message(error));
  }
}

}  // namespace

void sync_directory(const std::filesystem::path& directory) {
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    sync_path(entry.path());
  }
  sync_path(directory);
}

}  // namespace search
