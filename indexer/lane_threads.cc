#include "indexer/lane_threads.h"

#include <utility>

namespace indexer {

namespace {

// Articles that may wait for one lane: enough to keep it busy, little memory.
constexpr size_t kMaxWaiting = 64;

}  // namespace

LaneThreads::LaneThreads(int lanes, Handle handle)
    : handle_(std::move(handle)) {
  for (int i = 0; i < lanes; ++i) lanes_.push_back(std::make_unique<Lane>());
  for (int i = 0; i < lanes; ++i) {
    lanes_[static_cast<size_t>(i)]->thread = std::thread([this, i] { run(i); });
  }
}

LaneThreads::~LaneThreads() { end(/*drop_waiting=*/true); }

void LaneThreads::add(ReadArticle article) {
  Lane& lane = *lanes_[next_++ % lanes_.size()];
  std::unique_lock hold(lane.mutex);
  lane.changed.wait(
      hold, [&] { return lane.failure || lane.waiting.size() < kMaxWaiting; });
  if (lane.failure) std::rethrow_exception(lane.failure);
  lane.waiting.push_back(std::move(article));
  lane.changed.notify_all();
}

void LaneThreads::finish() {
  end(/*drop_waiting=*/false);
  for (const auto& lane : lanes_) {
    if (lane->failure) std::rethrow_exception(lane->failure);
  }
}

void LaneThreads::run(int number) {
  Lane& lane = *lanes_[static_cast<size_t>(number)];
  while (true) {
    std::unique_lock hold(lane.mutex);
    lane.changed.wait(hold,
                      [&] { return lane.ended || !lane.waiting.empty(); });
    if (lane.waiting.empty()) return;
    ReadArticle article = std::move(lane.waiting.front());
    lane.waiting.pop_front();
    lane.changed.notify_all();
    hold.unlock();
    try {
      handle_(number, std::move(article));
    } catch (...) {
      hold.lock();
      lane.failure = std::current_exception();
      lane.changed.notify_all();
      return;
    }
  }
}

void LaneThreads::end(bool drop_waiting) {
  for (const auto& lane : lanes_) {
    const std::scoped_lock hold(lane->mutex);
    lane->ended = true;
    if (drop_waiting) lane->waiting.clear();
    lane->changed.notify_all();
  }
  for (const auto& lane : lanes_) {
    if (lane->thread.joinable()) lane->thread.join();
  }
}

}  // namespace indexer
