// Lines that several threads make, printed in the order of their numbers.

#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace cli {

// Any thread may call print().
class LinePrinter {
 public:
  // Prints line `number`, counted from 0, to standard output as soon as all
  // before it are; each number comes once.
  void print(size_t number, std::string line);

 private:
  std::mutex mutex_;
  std::map<size_t, std::string> waiting_;
  size_t next_ = 0;
};

}  // namespace cli
