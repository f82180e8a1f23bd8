// What has been read in an article so far: the working state of one
// extraction, passed from step to step.

#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "extract/gazetteer.h"
#include "extract/tokens.h"
#include "text/annotation.h"

namespace extract {

struct Found {
  size_t passage = 0;
  size_t sentence = 0;
  size_t first = 0;  // tokens [first, last) of the passage
  size_t last = 0;
  // Whom it may name; the first is told. Not empty.
  std::vector<const KnownEntity*> readings;
  // The one facility that is named after this place, if any.
  const KnownEntity* implied = nullptr;
  // The commodities inside a facility's name (`Budel zinc smelter`).
  std::vector<const KnownEntity*> modifiers;
  bool nominal = false;
  bool weak = false;    // needs support from elsewhere
  bool office = false;  // `US Secretary of Commerce`: reads the department
  bool local = false;   // a short form, known from this article only
  // The article before its words is part of the name as it is written here.
  bool with_article = false;
  float confidence = 1.0;
  std::string how;

  bool stranger() const { return entity().entity.id.empty(); }
  const KnownEntity& entity() const { return *readings.front(); }
  text::EntityType type() const { return entity().entity.type; }
};

inline constexpr size_t kNoMention = static_cast<size_t>(-1);

struct Reading {
  std::vector<Passage> passages;
  std::vector<Found> found;  // sorted by arrange()
  // Places named within offices: mentions, but no part of any relation.
  std::vector<Found> inner;
  std::vector<std::vector<size_t>> owner;  // by passage, token: index in found
  std::deque<KnownEntity> born;            // entities that no gazetteer has
  std::map<std::string, const KnownEntity*> born_by_id;

  bool is_free(size_t passage, size_t first, size_t last) const;
  // Sorts found by position, drops what overlaps, and sets owner.
  void arrange();
  // The entity of this type and name, born now if it is new.
  const KnownEntity* bear(text::EntityType type, const std::string& name);
  // Somebody whom the article does not tell from others of this name: an
  // entity without id, which no relation may join.
  const KnownEntity* bear_stranger(text::EntityType type,
                                   const std::string& name);
};

// The bytes of a mention: its tokens and the full stop of an abbreviation.
text::Span span_of(const Passage& passage, size_t first, size_t last);

// Headlines whose every word is capitalised tell no names by their capitals.
bool is_title_case(const Passage& passage, const Sentence& sentence);

// `MBK TO BUY KOREA ZINC`: two words or more, and none in small letters.
bool is_all_capitals(const Passage& passage, const Sentence& sentence);

}  // namespace extract
