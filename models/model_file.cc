#include "models/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <limits>
#include <optional>
#include <system_error>

#include "text/error.h"

namespace models {
namespace {

static_assert(std::endian::native == std::endian::little,
              "values are mapped as they lie in the file");

using Name = std::array<char, 16>;  // padded with zeros

constexpr std::array<char, 8> kMagic = {'l', 'o', 'd', 'e', 'm', 'o', 'd', 'l'};
constexpr uint64_t kAlignment = 16;

struct Header {
  std::array<char, 8> magic = kMagic;
  uint32_t version = kFormatVersion;
  uint32_t section_count = 0;
  Name kind{};
};
static_assert(sizeof(Header) == 32);

struct Entry {
  Name name{};
  uint64_t offset = 0;
  uint64_t size = 0;
};
static_assert(sizeof(Entry) == 32);

Name padded(std::string_view name) {
  assert(!name.empty() && name.size() < Name().size());
  Name padded{};
  std::ranges::copy(name, padded.begin());
  return padded;
}

std::string_view unpadded(const Name& name) {
  return {name.data(), std::ranges::find(name, '\0')};
}

uint64_t aligned(uint64_t offset) {
  return (offset + kAlignment - 1) / kAlignment * kAlignment;
}

// What the header and the entries of a file say; `bytes` holds them.
Header header_of(std::span<const std::byte> bytes) {
  Header header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  return header;
}

Entry entry_of(std::span<const std::byte> bytes, size_t index) {
  Entry entry;
  std::memcpy(&entry, bytes.data() + sizeof(Header) + index * sizeof(entry),
              sizeof(entry));
  return entry;
}

// Closes a file when it goes.
class OpenFile {
 public:
  explicit OpenFile(const std::string& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

[[noreturn]] void fail(const std::string& path, std::string_view what) {
  throw text::InputError(path + ": " + std::string(what));
}

[[noreturn]] void fail_with_errno(const std::string& path) {
  fail(path, std::generic_category().message(errno));
}

std::span<const std::byte> map_file(const std::string& path) {
  const OpenFile file(path);
  struct stat status {};
  if (file.descriptor() < 0 || ::fstat(file.descriptor(), &status) != 0) {
    fail_with_errno(path);
  }
  const auto size = static_cast<size_t>(status.st_size);
  if (!S_ISREG(status.st_mode) || size < sizeof(Header)) {
    fail(path, "is no model file");
  }
  void* const start =
      ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.descriptor(), 0);
  if (start == MAP_FAILED) fail_with_errno(path);
  return {static_cast<const std::byte*>(start), size};
}

void unmap(std::span<const std::byte> bytes) {
  if (bytes.empty()) return;
  ::munmap(const_cast<std::byte*>(bytes.data()), bytes.size());
}

bool lies_inside(const Entry& entry, uint64_t file_size) {
  return entry.offset % kAlignment == 0 && entry.offset <= file_size &&
         entry.size <= file_size - entry.offset;
}

// What is wrong with a mapped file; nothing if it can be used.
std::optional<std::string> find_fault(std::span<const std::byte> bytes,
                                      std::string_view kind) {
  const Header header = header_of(bytes);
  if (header.magic != kMagic) return "is no model file";
  if (header.version != kFormatVersion) {
    return "has format " + std::to_string(header.version) + ", not " +
           std::to_string(kFormatVersion);
  }
  if (unpadded(header.kind) != kind) {
    return "is a model of another kind than `" + std::string(kind) + "`";
  }
  if (header.section_count > (bytes.size() - sizeof(Header)) / sizeof(Entry)) {
    return "ends inside its table of sections";
  }
  for (size_t i = 0; i < header.section_count; ++i) {
    const Entry entry = entry_of(bytes, i);
    if (!lies_inside(entry, bytes.size())) {
      return "section `" + std::string(unpadded(entry.name)) +
             "` lies outside the file";
    }
  }
  return std::nullopt;
}

}  // namespace

ModelFile::ModelFile(const std::filesystem::path& path, std::string_view kind)
    : path_(path.string()), bytes_(map_file(path_)) {
  if (const auto fault = find_fault(bytes_, kind)) {
    unmap(bytes_);
    fail(path_, *fault);
  }
}

ModelFile::~ModelFile() { unmap(bytes_); }

ModelFile::ModelFile(ModelFile&& other) noexcept
    : path_(std::move(other.path_)), bytes_(std::exchange(other.bytes_, {})) {}

ModelFile& ModelFile::operator=(ModelFile&& other) noexcept {
  if (this == &other) return *this;
  unmap(bytes_);
  path_ = std::move(other.path_);
  bytes_ = std::exchange(other.bytes_, {});
  return *this;
}

bool ModelFile::has(std::string_view section) const {
  const size_t count = bytes_.empty() ? 0 : header_of(bytes_).section_count;
  for (size_t i = 0; i < count; ++i) {
    if (unpadded(entry_of(bytes_, i).name) == section) return true;
  }
  return false;
}

std::span<const float> ModelFile::numbers(std::string_view section,
                                          size_t count) const {
  const auto numbers = values<float>(section);
  const bool sound =
      numbers.size() == count && std::ranges::all_of(numbers, [](float number) {
        return number < std::numeric_limits<float>::infinity();
      });
  if (!sound) {
    fail(path_, "section `" + std::string(section) + "` has broken numbers");
  }
  return numbers;
}

std::span<const std::byte> ModelFile::section_bytes(std::string_view section,
                                                    size_t value_size) const {
  const size_t count = bytes_.empty() ? 0 : header_of(bytes_).section_count;
  for (size_t i = 0; i < count; ++i) {
    const Entry entry = entry_of(bytes_, i);
    if (unpadded(entry.name) != section) continue;
    if (entry.size % value_size != 0) {
      fail(path_, "section `" + std::string(section) + "` has a broken size");
    }
    return bytes_.subspan(entry.offset, entry.size);
  }
  fail(path_, "has no section `" + std::string(section) + "`");
}

void ModelFileWriter::add_bytes(std::string_view section,
                                std::span<const std::byte> bytes) {
  sections_.push_back({std::string(section), {bytes.begin(), bytes.end()}});
}

void ModelFileWriter::write(const std::filesystem::path& path) const {
  const Header header = {
      .section_count = static_cast<uint32_t>(sections_.size()),
      .kind = padded(kind_)};
  std::string bytes(sizeof(header) + sections_.size() * sizeof(Entry), '\0');
  std::memcpy(bytes.data(), &header, sizeof(header));
  for (size_t i = 0; i < sections_.size(); ++i) {
    const auto& [name, values] = sections_[i];
    bytes.resize(aligned(bytes.size()), '\0');
    const Entry entry = {padded(name), bytes.size(), values.size()};
    std::memcpy(bytes.data() + sizeof(header) + i * sizeof(entry), &entry,
                sizeof(entry));
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size());
  }
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) fail(path.string(), "can't be written");
}

}  // namespace models
