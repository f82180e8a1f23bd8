// Threads that share a stream of articles evenly and deterministically.

#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "indexer/articles.h"

namespace indexer {

// Each lane is a thread that handles its articles in order; article number n
// goes to lane n modulo the number of lanes, so that what a lane sees does not
// depend on timing. add() and finish() are for one thread.
class LaneThreads {
 public:
  using Handle = std::function<void(int lane, ReadArticle)>;

  // `handle` is called by one thread per lane.
  LaneThreads(int lanes, Handle handle);
  // Stops without handling what still waits, unless finish() was called.
  ~LaneThreads();
  LaneThreads(const LaneThreads&) = delete;
  LaneThreads& operator=(const LaneThreads&) = delete;

  // Waits while the lane has too much to do. Throws what a lane threw.
  void add(ReadArticle article);

  // Returns when everything is handled. Throws what a lane threw.
  void finish();

 private:
  struct Lane {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<ReadArticle> waiting;
    bool ended = false;
    std::exception_ptr failure;
    std::thread thread;
  };

  void run(int number);
  void end(bool drop_waiting);

  Handle handle_;
  std::vector<std::unique_ptr<Lane>> lanes_;
  size_t next_ = 0;
};

}  // namespace indexer
