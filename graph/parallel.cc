#include "graph/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace graph {

size_t lane_count() {
  return std::clamp<size_t>(std::thread::hardware_concurrency(), 1, 8);
}

void run_jobs(size_t jobs, size_t lanes,
              const std::function<void(size_t job, size_t lane)>& run) {
  std::atomic<size_t> next = 0;
  std::vector<std::exception_ptr> errors(lanes);
  const auto work = [&](size_t lane) {
    try {
      for (size_t job = next++; job < jobs; job = next++) run(job, lane);
    } catch (...) {
      errors[lane] = std::current_exception();
      next = jobs;
    }
  };
  {
    std::vector<std::jthread> threads;
    for (size_t lane = 1; lane < lanes; ++lane)
      threads.emplace_back(work, lane);
    work(0);
  }
  for (const auto& error : errors) {
    if (error) std::rethrow_exception(error);
  }
}

}  // namespace graph
