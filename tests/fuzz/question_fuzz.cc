// Any bytes may be a question: the language reads them without a graph.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "graph/question_matcher.h"
#include "text/error.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string question = text::make_valid_utf8(
      std::string_view(reinterpret_cast<const char*>(data), size));
  const auto tokens = graph::split_question(question);
  for (const auto& match :
       graph::match_forms(graph::question_language(), tokens)) {
    for (const auto& binding : match.bindings) {
      if (binding.begin >= binding.end || binding.end > tokens.size()) {
        std::abort();
      }
    }
  }
  try {
    graph::parse_question_words(question);
  } catch (const text::InputError&) {
    return 0;
  }
  return 0;
}
