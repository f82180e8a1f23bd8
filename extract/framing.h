// How the words around a statement say it, whoever reads it: questions, frames
// such as `it is not true that`, posts that are former, members that a list
// leaves out.

#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "extract/knowledge.h"
#include "extract/reading.h"
#include "extract/sentence_view.h"

namespace extract {

struct Framing {
  text::Modality modality = text::Modality::kAsserted;
  bool negated = false;
};

// True if the sentence is a question. One that only quotes a question is none.
bool is_question(const Passage& passage, const Sentence& sentence);

class SentenceFraming {
 public:
  // Borrows its arguments.
  SentenceFraming(const Knowledge& knowledge, const Reading& reading,
                  size_t passage, size_t sentence);

  // Of a relation between two mentions of the sentence. Empty if it tells
  // nothing.
  std::optional<Framing> of(text::RelationType type, const Found& source,
                            const Found& target) const;

 private:
  using Tokens = std::pair<size_t, size_t>;  // [first, last)

  void find_denied();
  bool opens_hypothetically() const;
  bool is_denied(size_t token) const;
  bool is_left_out(const Found& member) const;
  bool is_former(const Found& first, const Found& last) const;
  bool was_adverbially(size_t adverb, size_t last) const;
  bool names_post(size_t begin, size_t end) const;
  bool names_other(size_t begin, size_t end) const;
  bool is_conditional(const Found& first, const Found& last) const;
  bool is(SetId set, size_t token) const;

  const Knowledge& knowledge_;
  SentenceView view_;
  SetId opening_, inverted_, denied_, denied_end_, left_out_, lead_, former_,
      formerly_, post_, state_, would_;
  bool asks_;
  bool hypothetical_ = false;
  bool has_condition_ = false;
  std::vector<Tokens> denials_;
};

}  // namespace extract
