#include "graph/external_sorter.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <fstream>
#include <numeric>
#include <tuple>

#include "text/error.h"

namespace graph {
namespace {

constexpr size_t kHeadSize = 2 * sizeof(uint32_t);
// Memory of a record beside the buffer; sorting takes as much once more, for a
// while.
constexpr size_t kRecordCost = 16;
// Runs that are merged into one where there are too many to keep open.
constexpr size_t kMergedRuns = 16;
// What is merged is written in pieces of this size.
constexpr size_t kWriteBuffer = 1u << 20;
// Records that are fetched from memory ahead of the current one.
constexpr size_t kFetched = 8;

std::filesystem::path run_path(const std::filesystem::path& prefix,
                               size_t run) {
  return prefix.string() + "." + std::to_string(run);
}

void append_record(std::string_view key, std::string_view value,
                   std::string& out) {
  const std::array<uint32_t, 2> sizes{static_cast<uint32_t>(key.size()),
                                      static_cast<uint32_t>(value.size())};
  out.append(reinterpret_cast<const char*>(sizes.data()), kHeadSize);
  out.append(key).append(value);
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
    if (!file_.is_open()) fail();
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

ExternalSorter::ExternalSorter(std::filesystem::path prefix, size_t budget,
                               size_t open_runs)
    : prefix_(std::move(prefix)), budget_(budget), max_open_runs_(open_runs) {
  assert(open_runs > 0);
}

ExternalSorter::~ExternalSorter() { clear(); }

void ExternalSorter::clear() {
  runs_.clear();
  remove_runs(run_count_);
  first_run_ = run_count_ = 0;
  buffer_ = {};
  records_ = {};
  next_record_ = 0;
  valid_ = false;
}

void ExternalSorter::add(std::string_view key, std::string_view value) {
  const size_t size = kHeadSize + key.size() + value.size();
  const size_t used = buffer_.size() + records_.size() * kRecordCost;
  if (used + size + kRecordCost > budget_ && !records_.empty()) spill();
  records_.push_back({prefix_of(key), static_cast<uint32_t>(buffer_.size())});
  append_record(key, value, buffer_);
}

ExternalSorter::Pair ExternalSorter::pair_at(uint32_t begin) const {
  std::array<uint32_t, 2> sizes;
  std::memcpy(sizes.data(), buffer_.data() + begin, kHeadSize);
  const char* key = buffer_.data() + begin + kHeadSize;
  return {{key, sizes[0]}, {key + sizes[0], sizes[1]}};
}

bool ExternalSorter::comes_before(const Record& a, const Record& b) const {
  const Pair one = pair_at(a.begin);
  const Pair other = pair_at(b.begin);
  const int order = one.key.compare(other.key);
  return order != 0 ? order < 0 : one.value < other.value;
}

// Byte by byte from the last one, each time keeping the order of equals; bytes
// in which all are equal are passed over.
void ExternalSorter::sort_by_prefix() {
  constexpr size_t kBytes = sizeof(Record::prefix);
  std::array<std::array<uint32_t, 256>, kBytes> counts{};
  const auto byte_of = [](const Record& record, size_t byte) {
    return static_cast<uint8_t>(record.prefix >> (8 * byte));
  };
  for (const Record& record : records_) {
    for (size_t i = 0; i < kBytes; ++i) ++counts[i][byte_of(record, i)];
  }
  std::vector<Record> sorted(records_.size());
  for (size_t i = 0; i < kBytes; ++i) {
    auto& places = counts[i];
    if (places[byte_of(records_.front(), i)] == records_.size()) continue;
    std::exclusive_scan(places.begin(), places.end(), places.begin(), 0u);
    for (const Record& record : records_) {
      sorted[places[byte_of(record, i)]++] = record;
    }
    records_.swap(sorted);
  }
}

void ExternalSorter::sort_buffer() {
  if (records_.empty()) return;
  sort_by_prefix();
  for (auto first = records_.begin(); first != records_.end();) {
    const auto end = std::find_if(first, records_.end(), [&](const Record& r) {
      return r.prefix != first->prefix;
    });
    std::sort(first, end, [this](const Record& a, const Record& b) {
      return comes_before(a, b);
    });
    first = end;
  }
}

void ExternalSorter::spill() {
  sort_buffer();
  const auto path = run_path(prefix_, run_count_++);
  std::ofstream file(path, std::ios::binary);
  std::string sorted;
  sorted.reserve(buffer_.size());
  for (const Record& record : records_) {
    const auto [key, value] = pair_at(record.begin);
    sorted.append(buffer_, record.begin, kHeadSize + key.size() + value.size());
  }
  file.write(sorted.data(), static_cast<std::streamsize>(sorted.size()));
  file.close();
  if (!file) throw text::StorageError(path.string(), "can't write a run");
  buffer_.clear();
  records_.clear();
}

void ExternalSorter::sort() {
  sort_buffer();
  while (run_count_ - first_run_ > max_open_runs_) {
    merge_runs(
        std::min(run_count_ - first_run_ - max_open_runs_ + 1, kMergedRuns));
  }
  open_runs(run_count_);
  show_current();
}

namespace {

// For the standard heap functions, which keep the greatest in front.
constexpr auto kLater = [](const auto& a, const auto& b) {
  const int order = a->key().compare(b->key());
  return order != 0 ? order > 0 : a->value() > b->value();
};

}  // namespace

// Those up to `end`.
void ExternalSorter::open_runs(size_t end) {
  for (size_t run = first_run_; run < end; ++run) {
    auto opened = std::make_unique<Run>(run_path(prefix_, run));
    if (opened->valid()) runs_.push_back(std::move(opened));
  }
  std::ranges::make_heap(runs_, kLater);
}

void ExternalSorter::advance_runs() {
  std::ranges::pop_heap(runs_, kLater);
  runs_.back()->next();
  if (runs_.back()->valid()) {
    std::ranges::push_heap(runs_, kLater);
  } else {
    runs_.pop_back();
  }
}

// Makes the first `count` runs one, which becomes the last.
void ExternalSorter::merge_runs(size_t count) {
  const size_t end = first_run_ + count;
  open_runs(end);
  const auto path = run_path(prefix_, run_count_++);
  std::ofstream file(path, std::ios::binary);
  std::string merged;
  const auto write = [&] {
    file.write(merged.data(), static_cast<std::streamsize>(merged.size()));
    merged.clear();
  };
  for (; !runs_.empty(); advance_runs()) {
    append_record(runs_[0]->key(), runs_[0]->value(), merged);
    if (merged.size() > kWriteBuffer) write();
  }
  write();
  file.close();
  if (!file) throw text::StorageError(path.string(), "can't write a run");
  remove_runs(end);
  first_run_ = end;
}

void ExternalSorter::remove_runs(size_t end) const {
  std::error_code ignored;  // What is left behind is only temporary.
  for (size_t run = first_run_; run < end; ++run) {
    std::filesystem::remove(run_path(prefix_, run), ignored);
  }
}

void ExternalSorter::show_current() {
  const bool has_record = next_record_ < records_.size();
  valid_ = has_record || !runs_.empty();
  is_from_run_ = !runs_.empty();
  if (is_from_run_) {
    key_ = runs_[0]->key();
    value_ = runs_[0]->value();
  }
  if (!has_record) return;
  const auto [key, value] = pair_at(records_[next_record_].begin);
  if (is_from_run_ && std::tie(key_, value_) < std::tie(key, value)) return;
  is_from_run_ = false;
  key_ = key;
  value_ = value;
}

void ExternalSorter::next() {
  assert(valid_);
  if (!is_from_run_) {
    ++next_record_;
    // Sorted records lie anywhere in the buffer.
    if (const size_t soon = next_record_ + kFetched; soon < records_.size()) {
      __builtin_prefetch(buffer_.data() + records_[soon].begin);
    }
  } else {
    advance_runs();
  }
  show_current();
}

}  // namespace graph
