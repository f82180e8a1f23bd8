// What one version of a text says and another one does not.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace text {

struct Changes {
  std::vector<Span> added;    // sentences of the later text, in order
  std::vector<Span> removed;  // sentences of the earlier one, in order
};

// The sentences of a UTF-8 text, ready to be compared with those of others.
class TextVersion {
 public:
  explicit TextVersion(std::string_view utf8);

 private:
  struct Sentence {
    Span span;
    std::string words;  // folded, without punctuation
  };

  std::vector<Span> without(const TextVersion& other) const;
  friend Changes find_changes(const TextVersion& earlier,
                              const TextVersion& later);

  std::vector<Sentence> sentences_;
};

// Sentences with the same words, folded, are the same wherever they stand, each
// as often as it stands in either text.
Changes find_changes(const TextVersion& earlier, const TextVersion& later);

}  // namespace text
