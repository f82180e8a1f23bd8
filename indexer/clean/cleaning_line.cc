#include "indexer/clean/cleaning_line.h"

#include <malloc.h>

#include <utility>

#include "indexer/clean/cleaner.h"

namespace indexer {
namespace {

constexpr size_t kMaxSlots = 1024;
constexpr size_t kMaxBytes = size_t{16} << 20;

// Larger records may need twenty times their size, so they take turns.
constexpr size_t kLargeBytes = size_t{2} << 20;

// Unwinds the reading thread. No std::exception, so that nothing takes it for
// an error.
struct Stopped {};

}  // namespace

CleaningLine::CleaningLine(int threads, FieldMap fields,
                           std::function<void(CleaningLine&)> read)
    : fields_(std::move(fields)) {
  for (int i = 0; i < threads; ++i) {
    threads_.emplace_back([this] { run_worker(); });
  }
  threads_.emplace_back([this, read = std::move(read)] { run_reader(read); });
}

CleaningLine::~CleaningLine() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  room_.notify_all();
  work_.notify_all();
}

void CleaningLine::put(Record record, uint64_t bytes_read) {
  Slot slot;
  slot.bytes = record.bytes.size();
  slot.record = std::move(record);
  slot.cleaned.bytes_read = bytes_read;
  push(std::move(slot));
}

void CleaningLine::put(Cleaned cleaned) {
  Slot slot;
  slot.cleaned = std::move(cleaned);
  slot.done = true;
  push(std::move(slot));
}

std::optional<Cleaned> CleaningLine::take() {
  std::unique_lock lock(mutex_);
  ready_.wait(lock,
              [&] { return slots_.empty() ? read_all_ : slots_.front().done; });
  if (slots_.empty()) return {};
  Slot slot = std::move(slots_.front());
  slots_.pop_front();
  bytes_ -= slot.bytes;
  if (next_to_clean_ > 0) --next_to_clean_;
  lock.unlock();
  room_.notify_one();
  if (slot.failure) std::rethrow_exception(slot.failure);
  return std::move(slot.cleaned);
}

void CleaningLine::run_reader(const std::function<void(CleaningLine&)>& read) {
  Slot last;
  last.done = true;
  try {
    read(*this);
  } catch (const Stopped&) {
  } catch (...) {
    last.failure = std::current_exception();
  }
  {
    const std::lock_guard lock(mutex_);
    if (last.failure) slots_.push_back(std::move(last));
    read_all_ = true;
  }
  work_.notify_all();
  ready_.notify_all();
}

Cleaned CleaningLine::clean_record(const Record& record) {
  if (record.bytes.size() <= kLargeBytes) return clean(record, fields_);
  const std::lock_guard alone(large_);
  Cleaned cleaned = clean(record, fields_);
  // Each thread's allocator would else keep what the record has needed.
  ::malloc_trim(0);
  return cleaned;
}

void CleaningLine::run_worker() {
  std::unique_lock lock(mutex_);
  while (Slot* slot = wait_for_work(lock)) {
    const Record record = *std::move(slot->record);
    lock.unlock();
    Cleaned cleaned;
    std::exception_ptr failure;
    try {
      cleaned = clean_record(record);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    // References into a deque survive what is pushed and popped at its ends.
    cleaned.bytes_read = slot->cleaned.bytes_read;
    slot->cleaned = std::move(cleaned);
    slot->failure = failure;
    slot->done = true;
    if (slot == &slots_.front()) ready_.notify_one();
  }
}

// The next slot that needs cleaning; null when there will be none.
CleaningLine::Slot* CleaningLine::wait_for_work(
    std::unique_lock<std::mutex>& lock) {
  while (!stopped_) {
    while (next_to_clean_ < slots_.size()) {
      Slot& slot = slots_[next_to_clean_++];
      if (!slot.done) return &slot;
    }
    if (read_all_) return nullptr;
    work_.wait(lock);
  }
  return nullptr;
}

void CleaningLine::push(Slot slot) {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] {
    const bool fits =
        slots_.size() < kMaxSlots && bytes_ + slot.bytes <= kMaxBytes;
    return stopped_ || slots_.empty() || fits;
  });
  if (stopped_) throw Stopped();
  bytes_ += slot.bytes;
  const bool done = slot.done;
  slots_.push_back(std::move(slot));
  const bool first = slots_.size() == 1;
  lock.unlock();
  if (!done) work_.notify_one();
  if (done && first) ready_.notify_one();
}

}  // namespace indexer
