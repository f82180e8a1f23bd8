#include "indexer/clean/main_script.h"

#include <algorithm>

#include "text/characters.h"
#include "text/utf8.h"

namespace indexer {
namespace {

struct Weights {
  size_t cjk = 0;
  size_t other = 0;
};

Weights weigh(std::string_view utf8) {
  constexpr size_t kOfCjk = 2;
  Weights weights;
  for (size_t i = 0; i < utf8.size();) {
    const text::CodePoint next = text::code_point_at(utf8, i);
    i += next.size;
    if (!text::is_letter(next.value)) continue;
    const text::Script script = text::script_of(next.value);
    const bool cjk = script == text::Script::kHan ||
                     script == text::Script::kKana ||
                     script == text::Script::kHangul;
    (cjk ? weights.cjk : weights.other) += cjk ? kOfCjk : 1;
  }
  return weights;
}

}  // namespace

std::string text_in_main_script(std::string_view utf8) {
  constexpr size_t kMaxBytes = 64 * 1024;
  std::string_view rest = text::cut_utf8(utf8, kMaxBytes);
  Weights whole;
  std::string cjk;
  std::string other;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
    const Weights part = weigh(rest.substr(0, end));
    (part.cjk > part.other ? cjk : other) += rest.substr(0, end);
    whole.cjk += part.cjk;
    whole.other += part.other;
    rest.remove_prefix(end);
  }
  return whole.cjk > whole.other ? cjk : other;
}

}  // namespace indexer
