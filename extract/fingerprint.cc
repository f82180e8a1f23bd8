#include "extract/fingerprint.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <vector>

#include "extract/resource_files.h"

namespace extract {
namespace {

// A hash of 32 bytes at a time, by four sums that don't wait for each other.
class ByteHash {
 public:
  void add(std::string_view bytes) {
    constexpr size_t kStep = sizeof(sums_);
    size_ += bytes.size();
    for (; bytes.size() >= kStep; bytes.remove_prefix(kStep)) {
      add_step(bytes.data());
    }
    std::array<char, kStep> rest{};  // padded with zeros, hence the size
    std::memcpy(rest.data(), bytes.data(), bytes.size());
    add_step(rest.data());
  }

  uint64_t value() const {
    uint64_t value = size_;
    for (const uint64_t sum : sums_) value = mix(value, sum);
    return value;
  }

 private:
  static uint64_t mix(uint64_t sum, uint64_t value) {
    sum = (sum ^ value) * 0x9E3779B97F4A7C15U;
    return sum ^ (sum >> 32U);
  }

  void add_step(const char* bytes) {
    std::array<uint64_t, 4> values{};
    std::memcpy(values.data(), bytes, sizeof(values));
    for (size_t i = 0; i < sums_.size(); ++i) {
      sums_[i] = mix(sums_[i], values[i]);
    }
  }

  std::array<uint64_t, 4> sums_ = {1, 2, 3, 4};
  uint64_t size_ = 0;
};

void add_folder(const std::filesystem::path& folder, std::string_view extension,
                ByteHash& hash) {
  constexpr size_t kBlock = size_t{1} << 18U;
  std::vector<char> block(kBlock);
  for (const auto& file : resource_files(folder, extension)) {
    hash.add(file.filename().string());
    std::ifstream in(file, std::ios::binary);
    while (in) {
      in.read(block.data(), kBlock);
      hash.add({block.data(), static_cast<size_t>(in.gcount())});
    }
  }
}

}  // namespace

std::string fingerprint_of(const std::filesystem::path& resources,
                           std::string_view code_version) {
  ByteHash hash;
  hash.add(code_version);
  add_folder(resources / "gazetteer", ".tsv", hash);
  add_folder(resources / "rules", ".rules", hash);
  add_folder(resources / "measures", ".measures", hash);
  add_folder(resources / "measures", ".tsv", hash);
  add_folder(resources / "models", ".bin", hash);
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(hash.value()));
  return digits.data();
}

}  // namespace extract
