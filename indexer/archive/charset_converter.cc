#include "indexer/archive/charset_converter.h"

#include <cerrno>
#include <cstdint>

#include "text/error.h"

namespace indexer {

CharsetConverter::CharsetConverter(const std::string& charset)
    : handle_(::iconv_open("UTF-8", charset.c_str())) {
  // iconv_open() says "no such charset" by the pointer -1.
  if (reinterpret_cast<intptr_t>(handle_) == -1) {
    throw text::InputError("unknown charset " + charset);
  }
}

CharsetConverter::~CharsetConverter() { ::iconv_close(handle_); }

std::string CharsetConverter::to_utf8(std::string_view bytes) {
  ::iconv(handle_, nullptr, nullptr, nullptr, nullptr);
  // iconv() reads through a pointer to mutable bytes and does not write them.
  char* from = const_cast<char*>(bytes.data());
  size_t left = bytes.size();
  std::string utf8;
  while (left > 0) {
    const size_t size = utf8.size();
    size_t room = left * 2 + 16;
    utf8.resize(size + room);
    char* to = utf8.data() + size;
    const size_t status = ::iconv(handle_, &from, &left, &to, &room);
    const int error = status == static_cast<size_t>(-1) ? errno : 0;
    utf8.resize(utf8.size() - room);
    if (error != EILSEQ && error != EINVAL) continue;
    utf8 += '\xFF';
    ++from;
    --left;
  }
  return utf8;
}

}  // namespace indexer
