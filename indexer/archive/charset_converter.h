// A charset to UTF-8.

#pragma once

#include <iconv.h>

#include <string>
#include <string_view>

namespace indexer {

// Used by one thread.
class CharsetConverter {
 public:
  // Throws InputError if `charset` is unknown.
  explicit CharsetConverter(const std::string& charset);
  ~CharsetConverter();
  CharsetConverter(const CharsetConverter&) = delete;
  CharsetConverter& operator=(const CharsetConverter&) = delete;

  // All of `bytes`, from the charset's initial state on; 0xFF, which no UTF-8
  // has, for those that are none of it.
  std::string to_utf8(std::string_view bytes);

  // For conversion by pieces.
  iconv_t handle() const { return handle_; }

 private:
  iconv_t handle_;
};

}  // namespace indexer
