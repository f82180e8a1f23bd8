#include "generation/durable_file.h"

#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>

#include "text/error.h"

namespace generation {

namespace {

[[noreturn]] void fail(std::string_view action,
                       const std::filesystem::path& path) {
  const std::string reason = std::strerror(errno);
  throw text::StorageError(std::string(action) + " " + path.string(), reason);
}

// An open file descriptor.
class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags)
      : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (number_ < 0) fail("cannot open", path_);
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(number_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail("cannot write", path_);
      bytes.remove_prefix(static_cast<size_t>(written));
    }
  }

  void sync() const {
    if (::fsync(number_) != 0) fail("cannot sync", path_);
  }

 private:
  std::filesystem::path path_;
  int number_;
};

bool lacks_line_end(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary | std::ios::ate);
  if (!stream) fail("cannot read", file);
  if (stream.tellg() == 0) return false;
  stream.seekg(-1, std::ios::end);
  return stream.get() != '\n';
}

struct FreeHashState {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

}  // namespace

void replace_file(const std::filesystem::path& file, std::string_view bytes) {
  auto draft = file;
  draft += ".tmp";
  {
    const Descriptor descriptor(draft, O_WRONLY | O_CREAT | O_TRUNC);
    descriptor.write(bytes);
    descriptor.sync();
  }
  if (::rename(draft.c_str(), file.c_str()) != 0) fail("cannot replace", file);
  sync_directory(file.parent_path());
}

void append_durably(const std::filesystem::path& file, std::string_view line) {
  const bool is_new = !std::filesystem::exists(file);
  const bool mends = !is_new && lacks_line_end(file);
  const Descriptor descriptor(file, O_WRONLY | O_CREAT | O_APPEND);
  descriptor.write((mends ? "\n" : "") + std::string(line));
  descriptor.sync();
  if (is_new) {
    sync_directory(file.parent_path());
    sync_directory(file.parent_path().parent_path());
  }
}

void sync_directory(const std::filesystem::path& directory) {
  Descriptor(directory, O_RDONLY | O_DIRECTORY).sync();
}

void sync_tree(const std::filesystem::path& directory) {
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(directory)) {
    Descriptor(entry.path(), O_RDONLY).sync();
  }
  sync_directory(directory);
}

std::string read_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) fail("cannot read", file);
  std::string bytes((std::istreambuf_iterator<char>(stream)), {});
  if (stream.bad()) fail("cannot read", file);
  return bytes;
}

std::string checksum(const std::filesystem::path& file) {
  const std::unique_ptr<XXH3_state_t, FreeHashState> state(XXH3_createState());
  XXH3_128bits_reset(state.get());
  std::ifstream stream(file, std::ios::binary);
  if (!stream) fail("cannot read", file);
  std::array<char, 1 << 16> block;
  do {
    stream.read(block.data(), block.size());
    XXH3_128bits_update(state.get(), block.data(),
                        static_cast<size_t>(stream.gcount()));
  } while (stream);
  if (stream.bad()) fail("cannot read", file);
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state.get()));
  std::string hex;
  for (const unsigned char byte : canonical.digest) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

}  // namespace generation
