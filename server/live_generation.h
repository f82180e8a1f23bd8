// The generation that requests are answered from, replaced while they run.

#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "generation/generation.h"

namespace server {

// Holds the newest generation of a data directory that could be opened, under
// the newest ledger, and looks for newer ones from a thread of its own. A
// generation closes when the last request that took it ends. Safe for any
// number of threads.
class LiveGeneration {
 public:
  // Hears, from any thread, why a new generation isn't served.
  using Report = std::function<void(std::string_view problem)>;

  // Opens the current generation; a directory that has none yet is fine.
  // Throws StorageError if there is one that can't be opened.
  LiveGeneration(std::filesystem::path data, std::chrono::milliseconds interval,
                 Report report);
  ~LiveGeneration();
  LiveGeneration(const LiveGeneration&) = delete;
  LiveGeneration& operator=(const LiveGeneration&) = delete;

  // To be taken once for the whole of a request. Null where nothing was
  // indexed yet.
  std::shared_ptr<const generation::Generation> get() const;

  // Serves `made` from now on, where it is the current generation under the
  // ledger as it stands: what refresh() would make.
  void adopt(std::shared_ptr<const generation::Generation> made);

  // Looks for a newer generation and ledger now. What can't be opened is
  // reported once, and the old one stays.
  void refresh();

 private:
  void open_newest();
  void put(std::shared_ptr<const generation::Generation> next);
  void watch(std::chrono::milliseconds interval);

  std::filesystem::path data_;
  Report report_;

  std::mutex refreshing_;
  std::optional<generation::GenerationId> opened_;  // by refreshing_
  std::string reported_;                            // by refreshing_

  mutable std::mutex guard_;
  std::shared_ptr<const generation::Generation> current_;  // by guard_
  std::condition_variable stop_;
  bool stopping_ = false;  // by guard_
  std::thread watcher_;    // last: it uses all the others
};

}  // namespace server
