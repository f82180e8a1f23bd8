// What benchmarks share: a clock, how long requests take, a directory for the
// time being.

#pragma once

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string_view>
#include <vector>

namespace bench {

using Clock = std::chrono::steady_clock;

inline constexpr int kRequests = 400;  // of each kind

double seconds_since(Clock::time_point start);

struct Percentiles {
  double p50 = 0;  // milliseconds
  double p95 = 0;
};

// `milliseconds` must not be empty.
Percentiles percentiles(std::vector<double> milliseconds);

// How long `ask(request)` takes. A function of its own, so that a profiler can
// tell it from the first call (callgrind --toggle-collect='*milliseconds_of*').
template <typename Request, typename Ask>
[[gnu::noinline]] double milliseconds_of(const Request& request, Ask& ask) {
  const auto start = Clock::now();
  ask(request);
  return seconds_since(start) * 1000;
}

// How long each of kRequests takes that `draw()` gives and `ask(request)`
// makes. Every one is made once before it is measured, so that what it reads is
// in memory.
template <typename Draw, typename Ask>
Percentiles measure_requests(Draw draw, Ask ask) {
  std::vector<double> milliseconds;
  for (int i = 0; i < kRequests; ++i) {
    const auto request = draw();
    ask(request);
    milliseconds.push_back(milliseconds_of(request, ask));
  }
  return percentiles(std::move(milliseconds));
}

// Of a file, or of all files of a directory.
double megabytes(const std::filesystem::path& path);

// A directory that is removed at the end.
class TemporaryDirectory {
 public:
  explicit TemporaryDirectory(std::string_view name);
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  std::filesystem::path operator/(const char* name) const {
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace bench
