#include "generation/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <thread>
#include <utility>

#include "text/error.h"

namespace generation {

std::optional<FileLock> FileLock::try_lock(const std::filesystem::path& file,
                                           Mode mode, bool create) {
  const int flags = O_CLOEXEC | (create ? O_RDWR | O_CREAT : O_RDONLY);
  const int descriptor = ::open(file.c_str(), flags, 0666);
  if (descriptor < 0) {
    throw text::StorageError("cannot open " + file.string(),
                             std::strerror(errno));
  }
  FileLock lock(descriptor);
  const int operation = mode == Mode::kShared ? LOCK_SH : LOCK_EX;
  if (::flock(descriptor, operation | LOCK_NB) == 0) return lock;
  if (errno == EWOULDBLOCK) return std::nullopt;
  throw text::StorageError("cannot lock " + file.string(),
                           std::strerror(errno));
}

FileLock FileLock::wait(const std::filesystem::path& file,
                        std::chrono::milliseconds patience) {
  constexpr auto kPause = std::chrono::milliseconds(2);
  const auto end = std::chrono::steady_clock::now() + patience;
  while (true) {
    auto lock = try_lock(file, Mode::kExclusive, /*create=*/true);
    if (lock) return std::move(*lock);
    if (std::chrono::steady_clock::now() >= end) {
      throw text::StorageError(file.string(), "another process holds it");
    }
    std::this_thread::sleep_for(kPause);
  }
}

FileLock::FileLock(FileLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace generation
