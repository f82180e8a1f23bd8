#include "extract/name_surroundings.h"

#include <span>

namespace extract {

using text::EntityType;

bool is_part_of_name(const Knowledge& knowledge, const Reading& reading,
                     const Found& found) {
  const bool single =
      found.last - found.first == 1 && (found.type() == EntityType::kPlace ||
                                        found.type() == EntityType::kCompany);
  const Passage& passage = reading.passages[found.passage];
  const Sentence& sentence = passage.sentences[found.sentence];
  const bool may_be_part = single || found.type() == EntityType::kPlace;
  if (!may_be_part) return false;
  const auto is_loose = [&](size_t i) {
    const Token& token = passage.tokens[i];
    const auto rest = std::span(passage.tokens).subspan(i, sentence.last - i);
    const Grammar& grammar = knowledge.grammar();
    const auto& lexicon = knowledge.lexicon();
    return token.kind == TokenKind::kWord && token.capitalised &&
           !token.upper && !token.possessive &&
           reading.owner[found.passage][i] == kNoMention &&
           !knowledge.in(grammar.function, token) &&
           !knowledge.in(grammar.generic, token) &&
           lexicon.match(grammar.person_office, rest).size == 0 &&
           lexicon.match(grammar.person_title, rest).size == 0;
  };
  const bool after = found.last < sentence.last &&
                     !passage.tokens[found.last - 1].possessive &&
                     is_loose(found.last);
  return after || (single && found.first > sentence.first + 1 &&
                   is_loose(found.first - 1));
}

bool is_currency(const Passage& passage, size_t last) {
  return last < passage.tokens.size() && passage.tokens[last].folded == "$" &&
         !passage.tokens[last].space_before;
}

bool is_in_address(const Reading& reading, const Found& found) {
  const auto& tokens = reading.passages[found.passage].tokens;
  const size_t after = found.last;
  const bool user = after < tokens.size() && tokens[after].folded == "@" &&
                    !tokens[after].space_before;
  const bool host = found.first > 0 && tokens[found.first - 1].folded == "@" &&
                    !tokens[found.first].space_before;
  const bool name = after + 1 < tokens.size() && tokens[after].folded == "." &&
                    !tokens[after].space_before &&
                    !tokens[after + 1].space_before &&
                    tokens[after + 1].kind == TokenKind::kWord;
  return user || host || name;
}

bool is_of_other_land(const Knowledge& knowledge, const Reading& reading,
                      const Found& found) {
  if (found.type() != EntityType::kGovernment || found.first == 0) {
    return false;
  }
  const size_t owner = reading.owner[found.passage][found.first - 1];
  if (owner == kNoMention) return false;
  const Found& land = reading.found[owner];
  const std::string_view country = found.entity().fact("country");
  return land.type() == EntityType::kPlace && !country.empty() &&
         reading.passages[found.passage].tokens[land.last - 1].possessive &&
         !knowledge.lies_in(land.entity(), country);
}

}  // namespace extract
