// The exceptions of Lode. What is absent is a value; what is broken is thrown.

#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace text {

// An input record that can't be read. Counted and reported; the batch goes on.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A request that can't be answered as asked: HTTP 400, exit status 2.
class BadRequest : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Storage that is broken, of another format, or can't be written. Never
// skipped: the indexer stops, the server answers 500.
class StorageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
  StorageError(std::string_view what, std::string_view detail)
      : std::runtime_error(std::string(what) + ": " + std::string(detail)) {}
};

}  // namespace text
