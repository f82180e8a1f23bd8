// Work that several threads share.

#pragma once

#include <cstddef>
#include <functional>

namespace graph {

// Threads that are worth starting here, 1..8.
size_t lane_count();

// Calls run(job, lane) once for every job below `jobs`, on `lanes` threads; a
// lane works on one job at a time, and takes the next one when it is done.
// Throws what a job throws, after all threads have ended; jobs that nobody has
// begun by then are left out.
void run_jobs(size_t jobs, size_t lanes,
              const std::function<void(size_t job, size_t lane)>& run);

}  // namespace graph
