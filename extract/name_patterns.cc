#include "extract/name_patterns.h"

#include <algorithm>

namespace extract {
namespace {

constexpr size_t kMaxNameTokens = 7;

}  // namespace

NamePatterns::NamePatterns(const Knowledge& knowledge, const Passage& passage,
                           const Sentence& sentence)
    : knowledge_(knowledge),
      grammar_(knowledge.grammar()),
      passage_(passage),
      sentence_(sentence),
      title_case_(is_title_case(passage, sentence) ||
                  is_all_capitals(passage, sentence)) {}

std::optional<NewName> NamePatterns::match(size_t at) const {
  if (token(at).kind == TokenKind::kHangul) return match_korean_person(at);
  if (is_cjk(token(at).kind)) {
    if (auto name = match_chinese_person(at)) return name;
    if (auto name = match_japanese_person(at)) return name;
    return match_han_organisation(at);
  }
  if (!token(at).capitalised) return std::nullopt;
  if (auto name = match_facility(at)) return name;
  if (title_case_) return std::nullopt;
  if (auto name = match_company(at)) return name;
  return match_person(at);
}

std::span<const Token> NamePatterns::from(size_t i) const {
  return std::span(passage_.tokens).subspan(i, sentence_.last - i);
}

bool NamePatterns::in(SetId set, size_t i) const {
  return i < sentence_.last && knowledge_.in(set, token(i));
}

bool NamePatterns::is_capital_word(size_t i) const {
  return i < sentence_.last && token(i).kind == TokenKind::kWord &&
         token(i).capitalised;
}

// A dash between two words without white space: `Yun-beom`, `Kamoa-Kakula`.
bool NamePatterns::is_glued_hyphen(size_t i) const {
  return i > 0 && i + 1 < sentence_.last && token(i).folded == "-" &&
         !token(i).space_before && !token(i + 1).space_before &&
         token(i + 1).kind == TokenKind::kWord;
}

// The end of the capitalised words that begin at `at`, hyphens and `&`
// included; a possessive word ends them.
size_t NamePatterns::capital_run(size_t at, size_t limit) const {
  size_t end = at;
  while (end < sentence_.last && end - at < limit && is_capital_word(end)) {
    ++end;
    if (token(end - 1).possessive) return end;
    const bool ampersand = end + 1 < sentence_.last &&
                           token(end).folded == "&" && is_capital_word(end + 1);
    if (ampersand || (is_glued_hyphen(end) && is_capital_word(end + 1))) ++end;
  }
  return end;
}

std::string NamePatterns::slice(size_t first, size_t last) const {
  const text::Span span{token(first).span.begin, token(last - 1).span.end};
  std::string name(text::slice(passage_.utf8, span));
  std::erase(name, '\n');
  return name;
}

size_t NamePatterns::legal_form_size(size_t at) const {
  size_t end = at;
  for (size_t i = at; i < sentence_.last && i < at + 5; ++i) {
    const bool comma = token(i).folded == "," && i + 1 < sentence_.last;
    if (comma && in(grammar_.legal_form, i + 1) && is_capital_word(i + 1)) {
      continue;
    }
    // `As Quickly As Possible` founds no Norwegian company.
    const bool short_word = token(i).folded.size() == 2 &&
                            token(i).folded != "co" && !token(i).upper;
    const bool form = in(grammar_.legal_form, i) && !short_word &&
                      (token(i).capitalised || token(i).folded == "plc");
    if (!form) break;
    end = i + 1;
  }
  return end - at;
}

std::optional<NewName> NamePatterns::match_company(size_t at) const {
  if (in(grammar_.function, at) || in(grammar_.generic, at)) {
    return std::nullopt;
  }
  const bool inside = at > sentence_.first && is_capital_word(at - 1) &&
                      !in(grammar_.function, at - 1) &&
                      !token(at - 1).possessive;
  const bool after_of =
      at > sentence_.first + 2 &&
      (token(at - 1).folded == "of" || token(at - 1).folded == "and" ||
       token(at - 1).folded == "for") &&
      is_capital_word(at - 2);
  const size_t end = capital_run(at, kMaxNameTokens);
  if (inside || after_of || end < at + 2) return std::nullopt;
  for (size_t bare = end; bare > at; --bare) {
    const size_t forms = legal_form_size(bare);
    const bool noun = bare > at + 1 && in(grammar_.company_noun, bare - 1);
    if (forms == 0 && !noun) continue;
    // `KfW Raw Materials Fund` is not a company of the words before its last.
    if (forms == 0 && bare < end && !in(grammar_.person_office, bare) &&
        !in(grammar_.follower, bare) && !title_case_) {
      continue;
    }
    if (in(grammar_.legal_form, bare - 1)) continue;
    if (is_known(at, bare)) return std::nullopt;
    return NewName{
        bare + forms, text::EntityType::kCompany, slice(at, bare), nullptr,
        {},           forms > 0 ? 0.85F : 0.75F};
  }
  return std::nullopt;
}

const KnownEntity* NamePatterns::commodity_at(size_t i, size_t& size) const {
  const auto& gazetteer = knowledge_.gazetteer();
  const KnownEntity* best = nullptr;
  for (const auto& match : knowledge_.names().find(from(i))) {
    for (const uint32_t value : match.values) {
      if (value >= Knowledge::kOffices) continue;
      const auto& entity =
          gazetteer.entities()[gazetteer.aliases()[value].entity];
      if (entity.entity.type != text::EntityType::kCommodity) continue;
      best = &entity;
      size = match.size;
    }
  }
  return best;
}

bool NamePatterns::is_known(size_t first, size_t last) const {
  Phrase name;
  for (size_t i = first; i < last; ++i) name.push_back(token(i).symbol);
  return !knowledge_.names().exactly(name).empty();
}

// Name, commodities and other modifiers, head: `Budel zinc smelter`,
// `Neves-Corvo copper-zinc mine`, `Annaka plant`.
std::optional<NewName> NamePatterns::match_facility(size_t at) const {
  if (in(grammar_.function, at) || in(grammar_.generic, at)) {
    return std::nullopt;
  }
  std::vector<const KnownEntity*> modifiers;
  size_t name_end = 0;
  for (size_t i = at; i < sentence_.last && i < at + 2 * kMaxNameTokens;) {
    const auto [head, head_size] = knowledge_.heads().match(from(i));
    const auto [heads, heads_size] = knowledge_.heads().match_plural(from(i));
    if (heads != HeadClass::kNone && i > at) {
      return known_facility(at, name_end == 0 ? i : name_end, i + heads_size,
                            heads);
    }
    if (head != HeadClass::kNone && i > at) {
      auto name = known_or_new_facility(at, name_end == 0 ? i : name_end,
                                        i + head_size);
      if (name) name->modifiers = std::move(modifiers);
      return name;
    }
    size_t size = 0;
    const KnownEntity* commodity = i > at ? commodity_at(i, size) : nullptr;
    const bool modifier = in(grammar_.facility_modifier, i);
    if (commodity != nullptr || (modifier && i > at)) {
      if (name_end == 0) name_end = i;
      if (commodity != nullptr) modifiers.push_back(commodity);
      i += std::max<size_t>(size, 1);
    } else if (name_end > 0 ? is_glued_hyphen(i) || token(i).folded == "and"
                            : is_capital_word(i) || is_glued_hyphen(i)) {
      ++i;
    } else {
      return std::nullopt;
    }
    if (token(i - 1).possessive) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<NewName> NamePatterns::known_facility(size_t at, size_t name_end,
                                                    size_t last,
                                                    HeadClass head) const {
  if (token(name_end - 1).folded == "-") --name_end;
  Phrase stem;
  for (size_t i = at; i < name_end; ++i) stem.push_back(token(i).symbol);
  for (const KnownEntity* facility : knowledge_.facilities(stem)) {
    if (!compatible(knowledge_.head_of(*facility), head)) continue;
    return NewName{
        last, text::EntityType::kFacility, facility->entity.name, facility, {},
        0.92F};
  }
  return std::nullopt;
}

std::optional<NewName> NamePatterns::known_or_new_facility(size_t at,
                                                           size_t name_end,
                                                           size_t last) const {
  if (token(name_end - 1).folded == "-") --name_end;
  const HeadClass head = knowledge_.heads().match(from(last - 1)).first;
  if (auto known = known_facility(at, name_end, last, head)) return known;
  const size_t run = name_end - at;
  if (title_case_ || run > 4) return std::nullopt;
  // `Tennessee smelter`, `Glencore mine`: which one, the article must tell.
  if (is_known(at, name_end)) return std::nullopt;
  const bool split_name = at > sentence_.first && token(at - 1).possessive &&
                          is_capital_word(at - 1) && !is_known(at - 1, at);
  const bool starts = at == sentence_.first || in(grammar_.generic, at);
  const bool inside = at > sentence_.first && is_capital_word(at - 1) &&
                      !token(at - 1).possessive &&
                      !in(grammar_.function, at - 1);
  const bool known_inside = run > 1 && [&] {
    const auto names = knowledge_.names().find(from(at));
    return std::ranges::any_of(names,
                               [&](const auto& m) { return m.size <= run; });
  }();
  if ((starts && run < 2) || inside || split_name || known_inside) {
    return std::nullopt;
  }
  for (size_t i = at; i < name_end; ++i) {
    if (token(i).upper && run == 1) return std::nullopt;
    if (in(grammar_.generic, i) || in(grammar_.function, i)) {
      return std::nullopt;
    }
  }
  const std::string name = slice(at, name_end) + " " + slice(last - 1, last);
  return NewName{last, text::EntityType::kFacility, name, nullptr, {}, 0.75F};
}

// The end of a person's name that begins at `at`; `at` if none does.
size_t NamePatterns::person_end(size_t at) const {
  size_t words = 0;
  size_t end = at;
  while (end < sentence_.last && words < 4) {
    const bool particle = words > 0 && in(grammar_.name_particle, end);
    if (particle && is_capital_word(end + 1)) {
      ++end;
      continue;
    }
    const Token& word = token(end);
    if (!is_capital_word(end) || word.upper || in(grammar_.function, end) ||
        in(grammar_.generic, end) || in(grammar_.month, end) ||
        in(grammar_.company_noun, end) || in(grammar_.person_office, end)) {
      break;
    }
    ++words;
    ++end;
    if (word.possessive) break;
    if (is_glued_hyphen(end)) end += 2;
  }
  return words >= 2 ? end : at;
}

bool NamePatterns::follows_title(size_t at) const {
  if (at == sentence_.first) return false;
  if (in(grammar_.person_title, at - 1)) return true;
  for (size_t back = 1; back <= 5 && at >= sentence_.first + back; ++back) {
    const size_t size = knowledge_.lexicon()
                            .match(grammar_.person_office, from(at - back))
                            .size;
    if (size == back) return true;
  }
  return false;
}

bool NamePatterns::precedes_office(size_t at) const {
  if (at >= sentence_.last || token(at).folded != ",") return false;
  size_t i = at + 1;
  if (i < sentence_.last && token(i).folded == "who") i += 1;
  for (size_t steps = 0; i < sentence_.last && steps < 5; ++steps, ++i) {
    if (knowledge_.lexicon().match(grammar_.person_office, from(i)).size > 0) {
      return true;
    }
    if (!in(grammar_.office_lead, i) && !token(i).possessive) return false;
  }
  return false;
}

std::optional<NewName> NamePatterns::match_person(size_t at) const {
  const bool inside = at > sentence_.first && is_capital_word(at - 1) &&
                      !in(grammar_.function, at - 1);
  const bool titled = follows_title(at);
  if (inside && !titled) return std::nullopt;
  const size_t end = person_end(at);
  if (end == at) return std::nullopt;
  if (!titled && !precedes_office(end)) return std::nullopt;
  const bool company = end < sentence_.last && is_capital_word(end);
  if (company) return std::nullopt;
  return NewName{end,  text::EntityType::kPerson, slice(at, end), nullptr, {},
                 0.85F};
}

size_t NamePatterns::run_of(TokenKind kind, size_t at, size_t limit) const {
  size_t end = at;
  while (end < sentence_.last && end - at < limit && token(end).kind == kind &&
         (end == at || !token(end).space_before)) {
    ++end;
  }
  return end - at;
}

// `최윤범 고려아연 회장`, `김기호 영풍 대표`, `최윤범 회장`.
std::optional<NewName> NamePatterns::match_korean_person(size_t at) const {
  if (!token(at).starts_word || !in(grammar_.hangul_surname, at) ||
      run_of(TokenKind::kHangul, at, 4) != 3) {
    return std::nullopt;
  }
  size_t next = at + 3;
  for (const auto& match : knowledge_.names().find(
           next < sentence_.last ? from(next) : std::span<const Token>())) {
    const size_t after = next + match.size;
    if (after < sentence_.last && token(after).space_before) {
      next = after;
      break;
    }
  }
  const bool office =
      next < sentence_.last && token(next).space_before &&
      knowledge_.lexicon().match(grammar_.hangul_office, from(next)).size > 0;
  if (!office) return std::nullopt;
  return NewName{
      at + 3, text::EntityType::kPerson, slice(at, at + 3), nullptr, {}, 0.85F};
}

// `董事长陈景河领导`: after an office, before a verb or punctuation.
std::optional<NewName> NamePatterns::match_chinese_person(size_t at) const {
  if (!in(grammar_.han_surname, at)) return std::nullopt;
  bool office = false;
  for (size_t back = 2; back <= 5 && at >= sentence_.first + back; ++back) {
    office |=
        knowledge_.lexicon().match(grammar_.han_office, from(at - back)).size ==
        back;
  }
  if (!office) return std::nullopt;
  for (const size_t size : {size_t{3}, size_t{2}}) {
    const size_t end = at + size;
    if (run_of(TokenKind::kHan, at, size) < size) continue;
    const bool bounded =
        end == sentence_.last || token(end).kind == TokenKind::kPunctuation ||
        knowledge_.lexicon().match(grammar_.han_after_name, from(end)).size > 0;
    if (!bounded) continue;
    return NewName{end, text::EntityType::kPerson, slice(at, end), nullptr, {},
                   0.8F};
  }
  return std::nullopt;
}

// `、伊藤正人社長`: four Han characters between punctuation and an office.
std::optional<NewName> NamePatterns::match_japanese_person(size_t at) const {
  const bool bounded = at == sentence_.first ||
                       token(at - 1).kind == TokenKind::kPunctuation ||
                       token(at - 1).kind == TokenKind::kKana;
  const size_t end = at + 4;
  if (!bounded || end >= sentence_.last || run_of(TokenKind::kHan, at, 4) < 4) {
    return std::nullopt;
  }
  if (knowledge_.lexicon().match(grammar_.kana_office, from(end)).size == 0 ||
      !knowledge_.names().find(from(at)).empty() ||
      in(grammar_.han_boundary, at)) {
    return std::nullopt;
  }
  return NewName{end, text::EntityType::kPerson, slice(at, end), nullptr, {},
                 0.8F};
}

// `…有限公司`, `…冶炼厂`, begun by punctuation or a word that no name has.
std::optional<NewName> NamePatterns::match_han_organisation(size_t at) const {
  if (token(at).kind != TokenKind::kHan) return std::nullopt;
  const bool bounded = at == sentence_.first ||
                       token(at - 1).kind == TokenKind::kPunctuation ||
                       in(grammar_.han_boundary, at - 1);
  if (!bounded) return std::nullopt;
  const size_t run = run_of(TokenKind::kHan, at, 14);
  for (size_t i = at; i < at + run; ++i) {
    if (in(grammar_.han_boundary, i)) return std::nullopt;
    const size_t name = i - at;
    if (name < 2) continue;
    const size_t company =
        knowledge_.lexicon().match(grammar_.han_company, from(i)).size;
    const size_t facility =
        knowledge_.lexicon().match(grammar_.han_facility, from(i)).size;
    const bool owned =
        at > sentence_.first && token(at - 1).folded == "的" &&
        knowledge_.lexicon().match(grammar_.han_generic, from(at)).size == 0;
    if (company == 0 && (facility == 0 || name != 2 || !owned)) continue;
    const size_t end = i + std::max(company, facility);
    const auto type =
        company > 0 ? text::EntityType::kCompany : text::EntityType::kFacility;
    return NewName{end, type, slice(at, end), nullptr, {}, 0.7F};
  }
  return std::nullopt;
}

}  // namespace extract
