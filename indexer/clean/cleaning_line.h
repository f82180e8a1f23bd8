// Records cleaned by several threads and handed out in order.

#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "indexer/archive/record.h"
#include "indexer/articles.h"

namespace indexer {

// What one record gave, or news of the reading itself.
struct Cleaned {
  std::vector<ReadArticle> articles;
  std::vector<Reject> rejects;
  bool is_page = false;  // the first article was told from its surroundings
  std::map<std::string, uint64_t> skipped = {};  // no news by design
  uint64_t bytes_read = 0;  // of the input, since the one before
};

// One thread reads and puts, `threads` clean, the owner's thread takes. Holds a
// bounded number of records and bytes.
class CleaningLine {
 public:
  // `read` runs in the reading thread and puts what it finds.
  CleaningLine(int threads, FieldMap fields,
               std::function<void(CleaningLine&)> read);
  // Stops the threads, whether they are done or not.
  ~CleaningLine();
  CleaningLine(const CleaningLine&) = delete;
  CleaningLine& operator=(const CleaningLine&) = delete;

  // By the reading thread; they wait while the line is full. Throw when the
  // line is being destroyed, and `read` must let that pass.
  void put(Record record, uint64_t bytes_read);
  void put(Cleaned cleaned);

  // By the owner's thread: the next in order, nothing at the end. Throws what
  // a thread of the line has thrown.
  std::optional<Cleaned> take();

 private:
  struct Slot {
    std::optional<Record> record;  // until a worker takes it
    Cleaned cleaned;
    size_t bytes = 0;
    bool done = false;
    std::exception_ptr failure;
  };

  void run_reader(const std::function<void(CleaningLine&)>& read);
  void run_worker();
  Cleaned clean_record(const Record& record);
  void push(Slot slot);
  Slot* wait_for_work(std::unique_lock<std::mutex>& lock);

  const FieldMap fields_;
  std::mutex large_;  // held while a large record is cleaned
  std::mutex mutex_;
  std::condition_variable room_;   // the line has become shorter
  std::condition_variable work_;   // a record was put, or none will come
  std::condition_variable ready_;  // a slot is done, or none will come
  std::deque<Slot> slots_;
  size_t next_to_clean_ = 0;  // in slots_
  size_t bytes_ = 0;          // of the records in slots_
  bool read_all_ = false;
  bool stopped_ = false;
  std::vector<std::jthread> threads_;  // Last: joined before the rest dies.
};

}  // namespace indexer
