// What a long command tells its user while it works.

#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>

namespace indexer {

// Writes to standard error: a live line on a terminal, a line every ten
// seconds elsewhere, nothing if quiet. Used by one thread.
class Progress {
 public:
  enum class Mode : uint8_t { kQuiet, kLines, kLive };

  // kLive on a terminal, otherwise kLines.
  static Mode detect();

  explicit Progress(Mode mode);

  // A new phase (`reading`, `merging`) with the bytes that it has to read; 0 if
  // unknown.
  void begin(std::string phase, uint64_t total_bytes);
  void add_bytes(uint64_t bytes);
  void add_articles(uint64_t articles);
  // Wipes the live line, for a message to stand in its place.
  void clear();
  // Ends the live line.
  void finish();

 private:
  void report_if_due();
  void report() const;
  std::string status() const;

  Mode mode_;
  std::string phase_;
  uint64_t total_bytes_ = 0;
  uint64_t bytes_ = 0;
  uint64_t articles_ = 0;
  std::chrono::steady_clock::time_point began_;
  std::chrono::steady_clock::time_point reported_;
};

}  // namespace indexer
