#include "indexer/clean/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <type_traits>
#include <utility>

#include "indexer/archive/header_lines.h"
#include "indexer/archive/transcoding_stream.h"
#include "text/charset_guess.h"
#include "text/error.h"
#include "text/utf8.h"

namespace indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kReplacement = "\uFFFD";

// The charset that web pages mean by a name: the larger one that contains it.
std::string meant_charset(std::string_view declared) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 19>
      kMeant = {{{"gb2312", "GB18030"},
                 {"gbk", "GB18030"},
                 {"gb18030", "GB18030"},
                 {"x-gbk", "GB18030"},
                 {"euc-kr", "CP949"},
                 {"ks_c_5601-1987", "CP949"},
                 {"ksc5601", "CP949"},
                 {"shift_jis", "CP932"},
                 {"shift-jis", "CP932"},
                 {"sjis", "CP932"},
                 {"x-sjis", "CP932"},
                 {"big5", "BIG5-HKSCS"},
                 {"iso-8859-1", "CP1252"},
                 {"latin1", "CP1252"},
                 {"us-ascii", "CP1252"},
                 {"ascii", "CP1252"},
                 {"iso-8859-8", "CP1255"},
                 {"iso-8859-8-i", "CP1255"},
                 {"iso-8859-9", "CP1254"}}};
  const std::string lower = to_lower_ascii(trim_ascii(declared));
  const auto found =
      std::ranges::find(kMeant, std::string_view(lower),
                        &std::pair<std::string_view, std::string_view>::first);
  return found == kMeant.end() ? lower : std::string(found->second);
}

struct CloseConverter {
  void operator()(iconv_t converter) const { ::iconv_close(converter); }
};
using Converter =
    std::unique_ptr<std::remove_pointer_t<iconv_t>, CloseConverter>;

Converter open_converter(const std::string& charset) {
  iconv_t converter = ::iconv_open("UTF-8", charset.c_str());
  // iconv_open() says "no such charset" by the pointer -1.
  if (reinterpret_cast<intptr_t>(converter) == -1) {
    throw text::InputError("unknown charset " + charset);
  }
  return Converter(converter);
}

// Pages cut in the midst of a character are no reason to reject them.
bool is_tolerable(size_t bad, size_t bytes) { return bad <= 3 + bytes / 1000; }

// Throws InputError where too many bytes do not convert.
std::string convert(std::string_view bytes, const std::string& charset) {
  const Converter converter = open_converter(charset);
  std::string utf8;
  size_t bad = 0;
  char* from = const_cast<char*>(bytes.data());  // iconv() does not write it.
  size_t left = bytes.size();
  std::array<char, 16 << 10> chunk{};
  // The last call, without input, gives what the converter still holds back.
  for (bool more = true; more;) {
    more = left > 0;
    char* to = chunk.data();
    size_t room = chunk.size();
    const size_t status =
        ::iconv(converter.get(), more ? &from : nullptr, &left, &to, &room);
    const int error = errno;
    utf8.append(chunk.data(), chunk.size() - room);
    if (status != static_cast<size_t>(-1) || error == E2BIG) continue;
    utf8.append(kReplacement);
    ++bad;
    ++from;
    --left;
  }
  if (!is_tolerable(bad, bytes.size())) {
    throw text::InputError("its bytes are not " + charset);
  }
  return utf8;
}

bool is_ascii(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return c >= 0; });
}

// ISO-2022 writes everything in ASCII bytes. Where it is not declared, an
// escape to two-byte characters gives it away.
bool is_escaped(std::string_view bytes, std::string_view declared) {
  if (declared.starts_with("iso-2022")) {
    return bytes.find('\x1B') != std::string_view::npos;
  }
  return bytes.find("\x1B$") != std::string_view::npos;
}

std::string without_nul(std::string utf8) {
  std::erase(utf8, '\0');
  return utf8;
}

std::string without_mark(std::string utf8) {
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.erase(0, 3);
  return utf8;
}

std::string decode_guessed(std::string_view bytes) {
  const auto charset = text::guess_charset(bytes);
  if (!charset) throw text::InputError("not UTF-8, and no charset stated");
  return text::make_valid_utf8(convert(bytes, meant_charset(*charset)));
}

std::string decode_declared(std::string_view bytes, const std::string& lower) {
  std::string charset = meant_charset(lower);
  if (charset == "utf-8" || charset == "utf8") charset = "UTF-8";
  try {
    return text::make_valid_utf8(convert(bytes, charset));
  } catch (const text::InputError& wrong) {
    try {
      return decode_guessed(bytes);
    } catch (const text::InputError&) {
      throw wrong;
    }
  }
}

std::string name_after(std::string_view lower, std::string_view key) {
  const size_t at = lower.find(key);
  if (at == std::string_view::npos) return {};
  std::string_view rest = trim_ascii(lower.substr(at + key.size()));
  if (!rest.starts_with('=')) return {};
  rest = trim_ascii(rest.substr(1));
  if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
  return std::string(rest.substr(0, rest.find_first_of("\"'>;/? \t\r\n")));
}

}  // namespace

std::string decode(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) bytes.remove_prefix(3);
  const std::string lower = to_lower_ascii(trim_ascii(declared));
  if (const std::string wide = wide_charset(bytes); !wide.empty()) {
    return without_mark(without_nul(convert(bytes, wide)));
  }
  if (text::is_valid_utf8(bytes) &&
      !(is_ascii(bytes) && is_escaped(bytes, lower))) {
    return without_nul(std::string(bytes));
  }
  const bool stated = !lower.empty() && !is_ascii(bytes);
  return without_nul(stated || lower.starts_with("iso-2022")
                         ? decode_declared(bytes, lower)
                         : decode_guessed(bytes));
}

std::string charset_of_markup(std::string_view bytes) {
  const std::string lower = to_lower_ascii(bytes.substr(0, 4096));
  if (lower.starts_with("<?xml")) {
    const auto declaration =
        std::string_view(lower).substr(0, lower.find("?>"));
    std::string name = name_after(declaration, "encoding");
    if (!name.empty()) return name;
  }
  return name_after(lower, "charset");
}

}  // namespace indexer
