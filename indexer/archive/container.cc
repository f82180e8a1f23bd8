#include "indexer/archive/container.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <new>
#include <string_view>

#include "text/error.h"

namespace indexer {
namespace {

struct CloseArchive {
  void operator()(archive* opened) const { archive_read_free(opened); }
};
using OpenArchive = std::unique_ptr<archive, CloseArchive>;

// What libarchive's callbacks read from. Exceptions wait here until
// libarchive's own frames are left.
struct Input {
  BufferedStream& stream;
  std::array<char, 64 << 10> chunk{};
  uint64_t position = 0;
  bool ended = false;         // More was asked for than there is.
  std::string passed_over{};  // why, if libarchive has left out bytes
  std::exception_ptr failure{};
};

la_ssize_t read_chunk(archive* /*opened*/, void* data, const void** bytes) {
  auto& input = *static_cast<Input*>(data);
  try {
    const size_t count = input.stream.read(input.chunk);
    input.position += count;
    input.ended = count == 0;
    *bytes = input.chunk.data();
    return static_cast<la_ssize_t>(count);
  } catch (...) {
    input.failure = std::current_exception();
    return ARCHIVE_FATAL;
  }
}

la_int64_t seek_to(archive* /*opened*/, void* data, la_int64_t offset,
                   int whence) {
  auto& input = *static_cast<Input*>(data);
  const auto size = input.stream.size();
  if (!size) return ARCHIVE_FATAL;
  int64_t target = offset;
  if (whence == SEEK_CUR) target += static_cast<int64_t>(input.position);
  if (whence == SEEK_END) target += static_cast<int64_t>(*size);
  if (target < 0 || !input.stream.seek(static_cast<uint64_t>(target))) {
    return ARCHIVE_FATAL;
  }
  input.position = static_cast<uint64_t>(target);
  return target;
}

// Of what is cut, libarchive tells that, or a status of zlib, or nothing.
bool tells_cut(std::string_view message) {
  return message.empty() || message.starts_with("Truncated") ||
         message == "ZIP decompression failed (-5)";
}

[[noreturn]] void fail(archive* opened, const Input& input) {
  if (input.failure) std::rethrow_exception(input.failure);
  const char* stated = archive_error_string(opened);
  const std::string message = stated ? stated : "";
  if (input.ended && tells_cut(message)) {
    throw text::InputError("damaged container: it ends too early");
  }
  throw text::InputError(message.empty() ? "damaged container"
                                         : "damaged container: " + message);
}

// The entry that libarchive stands at. It is read block by block, since
// archive_read_data() drops the blocks before one that is damaged.
class EntryStream : public ByteStream {
 public:
  EntryStream(archive* opened, const Input& input)
      : archive_(opened), input_(input) {}

  size_t read(std::span<char> into) override {
    while (hole_ == 0 && block_.empty()) {
      if (!next_block()) return 0;
    }
    if (hole_ > 0) {
      const auto count = std::min<uint64_t>(hole_, into.size());
      std::ranges::fill(into.first(count), '\0');
      hole_ -= count;
      return count;
    }
    const size_t count = std::min(into.size(), block_.size());
    std::ranges::copy(block_.substr(0, count), into.begin());
    block_.remove_prefix(count);
    return count;
  }

 private:
  // False at the end.
  bool next_block() {
    const void* bytes = nullptr;
    size_t size = 0;
    la_int64_t offset = 0;
    const int status =
        archive_read_data_block(archive_, &bytes, &size, &offset);
    if (status == ARCHIVE_EOF) return false;
    if (status != ARCHIVE_OK) fail(archive_, input_);
    const auto begin = static_cast<uint64_t>(offset);
    if (begin < end_) throw text::InputError("damaged container: bad offset");
    hole_ = begin - end_;
    block_ = std::string_view(static_cast<const char*>(bytes), size);
    end_ = begin + size;
    return true;
  }

  archive* archive_;
  const Input& input_;
  uint64_t hole_ = 0;       // zeros of a sparse file before the block
  std::string_view block_;  // what is not taken yet of it
  uint64_t end_ = 0;        // of the block in the entry
};

OpenArchive new_archive() {
  OpenArchive opened(archive_read_new());
  if (!opened) throw std::bad_alloc();
  return opened;
}

void open(archive* opened, Input& input) {
  archive_read_set_read_callback(opened, read_chunk);
  if (input.stream.size()) archive_read_set_seek_callback(opened, seek_to);
  archive_read_set_callback_data(opened, &input);
  if (archive_read_open1(opened) != ARCHIVE_OK) fail(opened, input);
}

// Nothing at the end. Passes over headers of tar files that are damaged, and
// what belongs to them.
archive_entry* next_entry(archive* opened, Input& input) {
  archive_entry* entry = nullptr;
  int status = archive_read_next_header(opened, &entry);
  while (status == ARCHIVE_RETRY) {
    const char* message = archive_error_string(opened);
    input.passed_over = message ? message : "a header can't be read";
    status = archive_read_next_header(opened, &entry);
  }
  if (status == ARCHIVE_EOF) return nullptr;
  if (status < ARCHIVE_WARN) fail(opened, input);
  return entry;
}

std::string path_of(archive_entry* entry) {
  if (const char* path = archive_entry_pathname_utf8(entry)) return path;
  const char* path = archive_entry_pathname(entry);
  return path ? path : "unnamed";
}

// `.` and `..`, which tar writes, are folders like others.
bool is_hidden_name(std::string_view name) {
  return name.starts_with('.') && name != "." && name != "..";
}

bool is_hidden(std::string_view path) {
  if (path.starts_with("__MACOSX/")) return true;
  size_t begin = 0;
  while (begin < path.size()) {
    const size_t end = std::min(path.find('/', begin), path.size());
    if (is_hidden_name(path.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

bool needs_seek(std::string_view beginning) {
  return beginning.starts_with("7z");
}

void read_container(BufferedStream& container,
                    const std::function<void(ContainerEntry)>& on_entry) {
  const OpenArchive opened = new_archive();
  archive_read_support_format_zip(opened.get());
  archive_read_support_format_tar(opened.get());
  archive_read_support_format_7zip(opened.get());
  Input input{container};
  open(opened.get(), input);
  bool found_any = false;
  while (archive_entry* entry = next_entry(opened.get(), input)) {
    found_any = true;
    std::string path = path_of(entry);
    if (archive_entry_filetype(entry) != AE_IFREG || is_hidden(path)) continue;
    EntryStream bytes(opened.get(), input);
    on_entry({std::move(path), bytes});
  }
  if (!input.passed_over.empty()) {
    throw text::InputError("damaged container: " + input.passed_over);
  }
  if (!found_any) throw text::InputError("empty");
}

}  // namespace indexer
