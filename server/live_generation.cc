#include "server/live_generation.h"

#include <exception>
#include <string>
#include <utility>

#include "server/problem.h"

namespace server {

LiveGeneration::LiveGeneration(std::filesystem::path data,
                               std::chrono::milliseconds interval,
                               Report report)
    : data_(std::move(data)), report_(std::move(report)) {
  open_newest();
  watcher_ = std::thread([this, interval] { watch(interval); });
}

LiveGeneration::~LiveGeneration() {
  {
    const std::lock_guard lock(guard_);
    stopping_ = true;
  }
  stop_.notify_all();
  watcher_.join();
}

std::shared_ptr<const generation::Generation> LiveGeneration::get() const {
  const std::lock_guard lock(guard_);
  return current_;
}

void LiveGeneration::adopt(std::shared_ptr<const generation::Generation> made) {
  const std::lock_guard lock(refreshing_);
  const bool is_newest =
      opened_ == made->id() &&
      made->ledger_stamp() == generation::Ledger(data_).stamp();
  if (is_newest) put(std::move(made));
}

void LiveGeneration::refresh() {
  const std::lock_guard lock(refreshing_);
  std::string problem;
  try {
    open_newest();
  } catch (...) {
    problem = "the newest generation is not served: " +
              describe(std::current_exception());
  }
  if (!problem.empty() && problem != reported_) report_(problem);
  reported_ = std::move(problem);
}

void LiveGeneration::open_newest() {
  const auto newest = generation::current_generation(data_);
  if (newest && newest != opened_) {
    auto next =
        std::make_shared<const generation::Generation>(data_, *newest);
    next->index().warm_up();
    put(std::move(next));
    opened_ = newest;
  } else if (const auto current = get();
             current &&
             current->ledger_stamp() != generation::Ledger(data_).stamp()) {
    put(std::make_shared<const generation::Generation>(*current));
  }
}

void LiveGeneration::put(std::shared_ptr<const generation::Generation> next) {
  for (const std::string& problem : next->ledger_problems()) report_(problem);
  const std::lock_guard lock(guard_);
  current_.swap(next);  // the old one closes after the lock is released
}

void LiveGeneration::watch(std::chrono::milliseconds interval) {
  std::unique_lock lock(guard_);
  while (!stop_.wait_for(lock, interval, [this] { return stopping_; })) {
    lock.unlock();
    refresh();
    lock.lock();
  }
}

}  // namespace server
