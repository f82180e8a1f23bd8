// The file of a model: named sections of plain values, mapped into memory
// (docs/models.md). Opening one costs no reading: pages come when first used.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace models {

inline constexpr uint32_t kFormatVersion = 1;

// Owns the mapping; spans live as long as it, wherever it is moved. Any number
// of threads may read. A moved-from file has no sections. The file must not be
// shortened while it is mapped.
class ModelFile {
 public:
  // Throws InputError, naming the file and what is wrong, if it can't be read,
  // is no model file of this format version, is not of `kind` (`tagger`) or
  // has a section that lies outside the file.
  ModelFile(const std::filesystem::path& path, std::string_view kind);
  ~ModelFile();
  ModelFile(ModelFile&& other) noexcept;
  ModelFile& operator=(ModelFile&& other) noexcept;

  bool has(std::string_view section) const;

  // The values of a section. T is trivially copyable. Throws InputError if
  // there is no such section or its size is no multiple of T's.
  template <typename T>
  std::span<const T> values(std::string_view section) const {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 16);
    const std::span<const std::byte> bytes = section_bytes(section, sizeof(T));
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

  // The `count` numbers of a section. Throws InputError if there are more or
  // fewer, or if one is not below infinity.
  std::span<const float> numbers(std::string_view section, size_t count) const;

 private:
  std::span<const std::byte> section_bytes(std::string_view section,
                                           size_t value_size) const;

  std::string path_;
  std::span<const std::byte> bytes_;
};

// Collects sections and writes them; the same sections give the same bytes.
class ModelFileWriter {
 public:
  explicit ModelFileWriter(std::string kind) : kind_(std::move(kind)) {}

  // `section` has at most 15 bytes and is added once.
  template <typename T>
  void add(std::string_view section, std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    add_bytes(section, std::as_bytes(values));
  }

  // Throws InputError naming the file if it can't be written.
  void write(const std::filesystem::path& path) const;

 private:
  void add_bytes(std::string_view section, std::span<const std::byte> bytes);

  struct Section {
    std::string name;
    std::vector<std::byte> bytes;
  };
  std::string kind_;
  std::vector<Section> sections_;
};

}  // namespace models
