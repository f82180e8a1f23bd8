#include "graph/external_sorter.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <fstream>
#include <tuple>

#include "text/error.h"

namespace graph {
namespace {

constexpr size_t kHeadSize = 2 * sizeof(uint32_t);

std::filesystem::path run_path(const std::filesystem::path& prefix,
                               size_t run) {
  return prefix.string() + "." + std::to_string(run);
}

// The first eight bytes as a number that sorts as they do.
uint64_t prefix_of(std::string_view key) {
  uint64_t prefix = 0;
  for (size_t i = 0; i < sizeof prefix; ++i) {
    prefix = prefix << 8 | (i < key.size() ? static_cast<uint8_t>(key[i]) : 0);
  }
  return prefix;
}

}  // namespace

// One sorted run in a file: sizes of key and value (native), key, value.
class ExternalSorter::Run {
 public:
  explicit Run(const std::filesystem::path& path)
      : path_(path), file_(path, std::ios::binary) {
    next();
  }

  bool valid() const { return valid_; }
  std::string_view key() const { return key_; }
  std::string_view value() const { return value_; }

  void next() {
    at_ += key_.size() + value_.size();
    valid_ = fill(kHeadSize);
    key_ = value_ = {};
    if (!valid_) {
      if (at_ != buffer_.size() || file_.bad()) fail();
      return;
    }
    std::array<uint32_t, 2> sizes;
    std::memcpy(sizes.data(), buffer_.data() + at_, kHeadSize);
    at_ += kHeadSize;
    const size_t size = size_t{sizes[0]} + sizes[1];
    if (!fill(size)) fail();
    key_ = std::string_view(buffer_).substr(at_, sizes[0]);
    value_ = std::string_view(buffer_).substr(at_ + sizes[0], sizes[1]);
  }

 private:
  static constexpr size_t kBufferSize = 64u << 10;

  // Makes the next `size` bytes part of the buffer; false where the file ends
  // before.
  bool fill(size_t size) {
    if (buffer_.size() - at_ >= size) return true;
    buffer_.erase(0, at_);
    at_ = 0;
    const size_t had = buffer_.size();
    buffer_.resize(std::max(kBufferSize, size));
    file_.read(buffer_.data() + had,
               static_cast<std::streamsize>(buffer_.size() - had));
    buffer_.resize(had + static_cast<size_t>(file_.gcount()));
    return buffer_.size() >= size;
  }

  [[noreturn]] void fail() const {
    throw text::StorageError(path_.string(), "can't read a sorted run");
  }

  std::filesystem::path path_;
  std::ifstream file_;
  std::string buffer_;
  size_t at_ = 0;
  std::string_view key_;
  std::string_view value_;
  bool valid_ = false;
};

ExternalSorter::ExternalSorter(std::filesystem::path prefix, size_t budget)
    : prefix_(std::move(prefix)), budget_(budget) {}

ExternalSorter::~ExternalSorter() { clear(); }

void ExternalSorter::clear() {
  runs_.clear();
  std::error_code ignored;  // What is left behind is only temporary.
  for (size_t run = 0; run < run_count_; ++run) {
    std::filesystem::remove(run_path(prefix_, run), ignored);
  }
  run_count_ = 0;
  buffer_ = {};
  records_ = {};
  next_record_ = 0;
  valid_ = false;
}

void ExternalSorter::add(std::string_view key, std::string_view value) {
  const size_t used = buffer_.size() + records_.size() * sizeof(Record);
  if (used + key.size() + value.size() > budget_ && !records_.empty()) spill();
  records_.push_back({prefix_of(key), static_cast<uint32_t>(buffer_.size()),
                      static_cast<uint32_t>(key.size()),
                      static_cast<uint32_t>(value.size())});
  buffer_.append(key).append(value);
}

std::string_view ExternalSorter::key_of(const Record& record) const {
  return {buffer_.data() + record.begin, record.key_size};
}

std::string_view ExternalSorter::value_of(const Record& record) const {
  return {buffer_.data() + record.begin + record.key_size, record.value_size};
}

bool ExternalSorter::comes_before(const Record& a, const Record& b) const {
  if (a.prefix != b.prefix) return a.prefix < b.prefix;
  const int order = key_of(a).compare(key_of(b));
  return order != 0 ? order < 0 : value_of(a) < value_of(b);
}

void ExternalSorter::sort_buffer() {
  std::ranges::sort(records_, [this](const Record& a, const Record& b) {
    return comes_before(a, b);
  });
}

void ExternalSorter::spill() {
  sort_buffer();
  const auto path = run_path(prefix_, run_count_++);
  std::ofstream file(path, std::ios::binary);
  std::string sorted;
  sorted.reserve(buffer_.size() + records_.size() * kHeadSize);
  for (const Record& record : records_) {
    const std::array<uint32_t, 2> sizes{record.key_size, record.value_size};
    sorted.append(reinterpret_cast<const char*>(sizes.data()), kHeadSize);
    sorted.append(key_of(record)).append(value_of(record));
  }
  file.write(sorted.data(), static_cast<std::streamsize>(sorted.size()));
  file.close();
  if (!file) throw text::StorageError(path.string(), "can't write a run");
  buffer_.clear();
  records_.clear();
}

void ExternalSorter::sort() {
  if (run_count_ == 0) {
    sort_buffer();
  } else {
    if (!records_.empty()) spill();
    buffer_ = {};
    records_ = {};
    open_runs();
  }
  show_current();
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

void ExternalSorter::show_current() {
  if (run_count_ > 0) {
    valid_ = !runs_.empty();
    if (!valid_) return;
    key_ = runs_[0]->key();
    value_ = runs_[0]->value();
  } else {
    valid_ = next_record_ < records_.size();
    if (!valid_) return;
    key_ = key_of(records_[next_record_]);
    value_ = value_of(records_[next_record_]);
  }
}

void ExternalSorter::next() {
  assert(valid_);
  if (run_count_ == 0) {
    ++next_record_;
  } else {
    std::ranges::pop_heap(runs_, kLater);
    runs_.back()->next();
    if (runs_.back()->valid()) {
      std::ranges::push_heap(runs_, kLater);
    } else {
      runs_.pop_back();
    }
  }
  show_current();
}

}  // namespace graph
