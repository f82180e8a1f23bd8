#include "cli/line_printer.h"

#include <cstdio>
#include <utility>

namespace cli {

void LinePrinter::print(size_t number, std::string line) {
  const std::lock_guard hold(mutex_);
  waiting_.emplace(number, std::move(line));
  while (!waiting_.empty() && waiting_.begin()->first == next_) {
    std::puts(waiting_.begin()->second.c_str());
    waiting_.erase(waiting_.begin());
    ++next_;
  }
}

}  // namespace cli
