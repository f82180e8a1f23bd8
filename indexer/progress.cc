#include "indexer/progress.h"

#include <unistd.h>

#include <algorithm>

namespace indexer {

namespace {

using Clock = std::chrono::steady_clock;

// How often the live line and the line elsewhere are written.
constexpr auto kLiveInterval = std::chrono::milliseconds(100);
constexpr auto kLineInterval = std::chrono::seconds(10);

std::string minutes_and_seconds(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  const auto rest = std::to_string(whole % 60);
  return std::to_string(whole / 60) + (rest.size() < 2 ? ":0" : ":") + rest;
}

std::string megabytes(uint64_t bytes) {
  return std::to_string(bytes / 1'000'000) + "." +
         std::to_string(bytes / 100'000 % 10) + " MB";
}

}  // namespace

Progress::Mode Progress::detect() {
  return ::isatty(STDERR_FILENO) ? Mode::kLive : Mode::kLines;
}

Progress::Progress(Mode mode) : mode_(mode) {}

void Progress::begin(std::string phase, uint64_t total_bytes) {
  finish();
  phase_ = std::move(phase);
  total_bytes_ = total_bytes;
  bytes_ = 0;
  articles_ = 0;
  began_ = Clock::now();
  reported_ = began_;
  if (mode_ == Mode::kLive) report();
}

void Progress::add_bytes(uint64_t bytes) {
  bytes_ += bytes;
  report_if_due();
}

void Progress::add_articles(uint64_t articles) {
  articles_ += articles;
  report_if_due();
}

void Progress::clear() {
  if (mode_ != Mode::kLive) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
}

void Progress::finish() {
  if (mode_ != Mode::kLive || phase_.empty()) return;
  report();
  std::fputc('\n', stderr);
  phase_.clear();
}

void Progress::report_if_due() {
  if (mode_ == Mode::kQuiet || phase_.empty()) return;
  const auto now = Clock::now();
  const bool live = mode_ == Mode::kLive;
  const Clock::duration interval =
      live ? Clock::duration(kLiveInterval) : Clock::duration(kLineInterval);
  if (now - reported_ < interval) return;
  reported_ = now;
  report();
}

std::string Progress::status() const {
  const std::chrono::duration<double> spent = Clock::now() - began_;
  const double seconds = std::max(spent.count(), 1e-3);
  std::string line = phase_;
  if (articles_ > 0) {
    const auto rate = static_cast<double>(articles_) / seconds;
    line += "  " + std::to_string(articles_) + " articles, " +
            std::to_string(static_cast<long>(rate)) + "/s";
  }
  if (bytes_ > 0) line += ", " + megabytes(bytes_);
  if (bytes_ > 0 && bytes_ < total_bytes_) {
    const auto share =
        static_cast<double>(bytes_) / static_cast<double>(total_bytes_);
    line += " of " + megabytes(total_bytes_) + ", " +
            minutes_and_seconds(seconds / share - seconds) + " left";
  }
  return line;
}

void Progress::report() const {
  const std::string line = status();
  if (mode_ == Mode::kLive) {
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
  } else {
    std::fprintf(stderr, "%s\n", line.c_str());
  }
  std::fflush(stderr);
}

}  // namespace indexer
