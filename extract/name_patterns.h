// Names that no gazetteer has, read where their form is proof enough: a legal
// form, a title, an office, a head noun.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "extract/knowledge.h"
#include "extract/reading.h"

namespace extract {

struct NewName {
  size_t last = 0;  // tokens [at, last)
  text::EntityType type{};
  std::string name;                    // canonical, of a new entity
  const KnownEntity* known = nullptr;  // a facility known by stem and head
  std::vector<const KnownEntity*> modifiers;
  float confidence = 1.0;
};

// The names of one sentence. Borrows its arguments.
class NamePatterns {
 public:
  NamePatterns(const Knowledge& knowledge, const Passage& passage,
               const Sentence& sentence);

  // The name that begins at token `at`.
  std::optional<NewName> match(size_t at) const;

  // Tokens from `at` that are legal forms: `Co., Ltd.`
  size_t legal_form_size(size_t at) const;

 private:
  std::optional<NewName> match_company(size_t at) const;
  std::optional<NewName> match_facility(size_t at) const;
  std::optional<NewName> match_person(size_t at) const;
  std::optional<NewName> match_korean_person(size_t at) const;
  std::optional<NewName> match_chinese_person(size_t at) const;
  std::optional<NewName> match_japanese_person(size_t at) const;
  std::optional<NewName> match_han_organisation(size_t at) const;

  std::optional<NewName> known_facility(size_t at, size_t name_end, size_t last,
                                        HeadClass head) const;
  std::optional<NewName> known_or_new_facility(size_t at, size_t name_end,
                                               size_t last) const;
  const Token& token(size_t i) const { return passage_.tokens[i]; }
  std::span<const Token> from(size_t i) const;
  bool in(SetId set, size_t i) const;
  bool is_capital_word(size_t i) const;
  bool is_known(size_t first, size_t last) const;
  bool is_glued_hyphen(size_t i) const;
  size_t capital_run(size_t at, size_t limit) const;
  size_t person_end(size_t at) const;
  bool follows_title(size_t at) const;
  bool precedes_office(size_t at) const;
  const KnownEntity* commodity_at(size_t i, size_t& size) const;
  // At most `limit`.
  size_t run_of(TokenKind kind, size_t at, size_t limit) const;
  std::string slice(size_t first, size_t last) const;

  const Knowledge& knowledge_;
  const Grammar& grammar_;
  const Passage& passage_;
  const Sentence& sentence_;
  bool title_case_;
};

}  // namespace extract
