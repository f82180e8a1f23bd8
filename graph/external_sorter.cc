#include "graph/external_sorter.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <fstream>
#include <tuple>

#include "text/error.h"

namespace graph {
namespace {

std::filesystem::path run_path(const std::filesystem::path& prefix,
                               size_t run) {
  return prefix.string() + "." + std::to_string(run);
}

}  // namespace

// One sorted run in a file: sizes of key and value (native), key, value.
class ExternalSorter::Run {
 public:
  explicit Run(const std::filesystem::path& path)
      : path_(path), buffer_(kBufferSize) {
    file_.rdbuf()->pubsetbuf(buffer_.data(), kBufferSize);
    file_.open(path, std::ios::binary);
    next();
  }

  bool valid() const { return valid_; }
  std::string_view key() const {
    return std::string_view(bytes_).substr(0, sizes_[0]);
  }
  std::string_view value() const {
    return std::string_view(bytes_).substr(sizes_[0]);
  }

  void next() {
    file_.read(reinterpret_cast<char*>(sizes_.data()), sizeof sizes_);
    valid_ = file_.gcount() == sizeof sizes_;
    if (!valid_) {
      if (file_.gcount() != 0 || !file_.eof()) fail();
      return;
    }
    bytes_.resize(size_t{sizes_[0]} + sizes_[1]);
    file_.read(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
    if (!file_) fail();
  }

 private:
  static constexpr size_t kBufferSize = 256u << 10;

  [[noreturn]] void fail() const {
    throw text::StorageError(path_.string(), "can't read a sorted run");
  }

  std::filesystem::path path_;
  std::vector<char> buffer_;
  std::ifstream file_;
  std::array<uint32_t, 2> sizes_{};
  std::string bytes_;
  bool valid_ = false;
};

ExternalSorter::ExternalSorter(std::filesystem::path prefix, size_t budget)
    : prefix_(std::move(prefix)), budget_(budget) {}

ExternalSorter::~ExternalSorter() {
  std::error_code ignored;  // What is left behind is only temporary.
  for (size_t run = 0; run < run_count_; ++run) {
    std::filesystem::remove(run_path(prefix_, run), ignored);
  }
}

void ExternalSorter::add(std::string_view key, std::string_view value) {
  const size_t used = buffer_.size() + records_.size() * sizeof(Record);
  if (used + key.size() + value.size() > budget_ && !records_.empty()) spill();
  records_.push_back({buffer_.size(), static_cast<uint32_t>(key.size()),
                      static_cast<uint32_t>(value.size())});
  buffer_.append(key).append(value);
}

std::string_view ExternalSorter::key_of(const Record& record) const {
  return std::string_view(buffer_).substr(record.begin, record.key_size);
}

std::string_view ExternalSorter::value_of(const Record& record) const {
  return std::string_view(buffer_).substr(record.begin + record.key_size,
                                          record.value_size);
}

void ExternalSorter::sort_buffer() {
  std::ranges::sort(records_, [this](const Record& a, const Record& b) {
    const int order = key_of(a).compare(key_of(b));
    return order != 0 ? order < 0 : value_of(a) < value_of(b);
  });
}

void ExternalSorter::spill() {
  sort_buffer();
  const auto path = run_path(prefix_, run_count_++);
  std::ofstream file(path, std::ios::binary);
  for (const Record& record : records_) {
    const std::array<uint32_t, 2> sizes{record.key_size, record.value_size};
    file.write(reinterpret_cast<const char*>(sizes.data()), sizeof sizes);
    file.write(buffer_.data() + record.begin,
               std::streamsize{record.key_size} + record.value_size);
  }
  file.close();
  if (!file) throw text::StorageError(path.string(), "can't write a run");
  buffer_.clear();
  records_.clear();
}

void ExternalSorter::sort() {
  if (run_count_ == 0) {
    sort_buffer();
    return;
  }
  if (!records_.empty()) spill();
  buffer_ = {};
  records_ = {};
  open_runs();
}

namespace {

// For the standard heap functions, which keep the greatest in front.
constexpr auto kLater = [](const auto& a, const auto& b) {
  return std::tuple(a->key(), a->value()) > std::tuple(b->key(), b->value());
};

}  // namespace

void ExternalSorter::open_runs() {
  for (size_t run = 0; run < run_count_; ++run) {
    auto opened = std::make_unique<Run>(run_path(prefix_, run));
    if (opened->valid()) runs_.push_back(std::move(opened));
  }
  std::ranges::make_heap(runs_, kLater);
}

bool ExternalSorter::valid() const {
  return run_count_ == 0 ? next_record_ < records_.size() : !runs_.empty();
}

std::string_view ExternalSorter::key() const {
  assert(valid());
  return run_count_ == 0 ? key_of(records_[next_record_]) : runs_[0]->key();
}

std::string_view ExternalSorter::value() const {
  assert(valid());
  return run_count_ == 0 ? value_of(records_[next_record_]) : runs_[0]->value();
}

void ExternalSorter::next() {
  if (run_count_ == 0) {
    ++next_record_;
    return;
  }
  std::ranges::pop_heap(runs_, kLater);
  runs_.back()->next();
  if (runs_.back()->valid()) {
    std::ranges::push_heap(runs_, kLater);
  } else {
    runs_.pop_back();
  }
}

}  // namespace graph
