#include "extract/mention_finder.h"

#include <algorithm>

#include "extract/name_arbitration.h"
#include "extract/name_choice.h"
#include "extract/name_patterns.h"
#include "extract/name_surroundings.h"
#include "extract/new_names.h"

namespace extract {
namespace {

using text::EntityType;

std::string without_stops(std::string_view surface) {
  std::string bare(surface);
  std::erase(bare, '.');
  return bare;
}

// The names of one sentence, longest first from left to right.
class SentenceNames {
 public:
  SentenceNames(const Knowledge& knowledge, Reading& reading, size_t passage,
                size_t sentence)
      : knowledge_(knowledge),
        grammar_(knowledge.grammar()),
        reading_(reading),
        passage_index_(passage),
        sentence_index_(sentence),
        passage_(reading.passages[passage]),
        sentence_(passage_.sentences[sentence]),
        patterns_(knowledge, passage_, sentence_),
        title_case_(is_title_case(passage_, sentence_)) {}

  void find() {
    for (size_t at = sentence_.first; at < sentence_.last;) {
      at = std::max(at + 1, step(at));
    }
  }

 private:
  const Token& token(size_t i) const { return passage_.tokens[i]; }
  std::span<const Token> from(size_t i) const {
    return std::span(passage_.tokens).subspan(i, sentence_.last - i);
  }

  size_t step(size_t at) {
    if (token(at).kind == TokenKind::kPunctuation ||
        is_currency(passage_, at + 1)) {
      return at + 1;
    }
    Found found = longest_known(at);
    Found glossed = longest_glossed(at);
    if (glossed.last > found.last) found = std::move(glossed);
    const auto fresh = patterns_.match(at);
    const size_t fence =
        at + knowledge_.lexicon().match(grammar_.not_name, from(at)).size;
    const size_t known_end = found.readings.empty() ? at : found.last;
    const size_t fresh_end = fresh ? fresh->last : at;
    if (fence > at && fence >= std::max(known_end, fresh_end)) return fence;
    if (fresh_end > known_end) return add_new(at, *fresh);
    if (found.readings.empty()) return at + 1;
    if (found.type() == EntityType::kCompany && !found.office) {
      found.last += patterns_.legal_form_size(found.last);
    }
    const size_t end = found.last;
    reading_.found.push_back(std::move(found));
    return end;
  }

  size_t add_new(size_t at, const NewName& name) {
    Found found;
    place(found, at, name.last);
    const KnownEntity* known =
        name.known != nullptr ? name.known : told_in_brackets(name);
    found.readings = {known != nullptr ? known
                                       : reading_.bear(name.type, name.name)};
    found.modifiers = name.modifiers;
    found.confidence = name.confidence;
    found.how = known != nullptr ? "gazetteer" : "pattern";
    reading_.found.push_back(std::move(found));
    return name.last;
  }

  // `Contemporary Amperex Technology Co., Ltd. (CATL)`: the company that the
  // gazetteer knows by the name in brackets.
  const KnownEntity* told_in_brackets(const NewName& name) const {
    const size_t open = name.last;
    if (name.type != EntityType::kCompany || open + 2 >= sentence_.last ||
        token(open).folded != "(" || token(open + 2).folded != ")" ||
        !token(open + 1).upper) {
      return nullptr;
    }
    const auto values = knowledge_.names().exactly({{token(open + 1).symbol}});
    if (values.size() != 1 || values[0] >= Knowledge::kOffices) return nullptr;
    const auto& gazetteer = knowledge_.gazetteer();
    const KnownEntity& entity =
        gazetteer.entities()[gazetteer.aliases()[values[0]].entity];
    return entity.entity.type == EntityType::kCompany ? &entity : nullptr;
  }

  void place(Found& found, size_t first, size_t last) const {
    found.passage = passage_index_;
    found.sentence = sentence_index_;
    found.first = first;
    found.last = last;
  }

  Found longest_known(size_t at) const {
    Found best;
    for (const auto& match : knowledge_.names().find(from(at))) {
      Found found = accept(at, match);
      if (!found.readings.empty()) best = std::move(found);
    }
    return best;
  }

  // `特雷尔（Trail）冶炼厂`: the facility whose name holds its gloss.
  Found longest_glossed(size_t at) const {
    constexpr size_t kReach = 12;
    Found best;
    const auto find_next = [&](size_t from, const char* mark) {
      size_t i = from;
      const size_t end = std::min(from + kReach, sentence_.last);
      while (i < end && token(i).folded != mark) ++i;
      return i == end ? sentence_.last : i;
    };
    if (!is_cjk(token(at).kind) || !begins_name(at)) return best;
    const size_t open = find_next(at + 1, "(");
    const size_t close = find_next(open, ")");
    if (close == sentence_.last) return best;
    std::vector<Token> bare(passage_.tokens.begin() + at,
                            passage_.tokens.begin() + open);
    const auto rest = from(close + 1);
    bare.insert(bare.end(), rest.begin(),
                rest.begin() + std::min(kReach, rest.size()));
    for (const auto& match : knowledge_.names().find(bare)) {
      if (match.size <= open - at || match.values[0] >= Knowledge::kOffices) {
        continue;
      }
      const auto& gazetteer = knowledge_.gazetteer();
      const KnownEntity& entity =
          gazetteer.entities()[gazetteer.aliases()[match.values[0]].entity];
      if (entity.entity.type != EntityType::kFacility) continue;
      place(best, at, at + match.size + close + 1 - open);
      best.readings = {&entity};
      best.confidence = 0.95F;
      best.how = "gazetteer";
    }
    return best;
  }

  bool begins_name(size_t at) const {
    const TokenKind kind = token(at).kind;
    if (kind == TokenKind::kKana && !token(at).starts_word) {
      return !is_hiragana(at) && is_hiragana(at - 1);
    }
    return kind != TokenKind::kHangul || token(at).starts_word;
  }

  Found accept(size_t at, const NameAutomaton::Match& match) const {
    Found found;
    place(found, at, at + match.size);
    if (!is_bounded(at, at + match.size)) return found;
    bool any_strong = false;
    for (const uint32_t value : match.values) {
      if (value >= Knowledge::kOffices) {
        accept_office(found, value - Knowledge::kOffices);
        continue;
      }
      const Alias& alias = knowledge_.gazetteer().aliases()[value];
      const KnownEntity& entity =
          knowledge_.gazetteer().entities()[alias.entity];
      if (found.office || !is_written_so(alias, entity, found)) continue;
      if (std::ranges::find(found.readings, &entity) != found.readings.end()) {
        continue;
      }
      if (alias.weak || any_strong)
        found.readings.push_back(&entity);
      else
        found.readings.insert(found.readings.begin(), &entity);
      any_strong |= !alias.weak;
    }
    if (any_strong && found.type() == EntityType::kPlace) end_at_comma(found);
    if (any_strong) begin_after_article(found);
    found.weak = !any_strong && !found.office;
    found.confidence = found.readings.size() > 1 ? 0.9F : 0.97F;
    found.how = "gazetteer";
    return found;
  }

  // `Phoenix, Arizona` names two places.
  void end_at_comma(Found& found) const {
    for (size_t i = found.first + 1; i + 1 < found.last; ++i) {
      if (token(i).folded == "," &&
          !knowledge_.names().find(from(i + 1)).empty()) {
        found.last = i;
        return;
      }
    }
  }

  // `the Pentagon`, but The Hague.
  void begin_after_article(Found& found) const {
    const bool article = token(found.first).folded == "the" &&
                         found.last > found.first + 1 &&
                         !found.entity().entity.name.starts_with("The ");
    if (article) ++found.first;
  }

  void accept_office(Found& found, uint32_t index) const {
    const Office& office = knowledge_.gazetteer().offices()[index];
    const KnownEntity* target = knowledge_.gazetteer().find(office.target);
    if (target == nullptr || office.relation != "leads") return;
    found.readings = {target};
    found.office = true;
  }

  bool is_written_so(const Alias& alias, const KnownEntity& entity,
                     const Found& found) const {
    const std::string_view surface = text::slice(
        passage_.utf8,
        {token(found.first).span.begin, token(found.last - 1).span.end});
    if (alias.case_sensitive) {
      return without_stops(surface) == without_stops(alias.name);
    }
    if (entity.entity.type == EntityType::kCommodity) {
      return is_plain_commodity(found);
    }
    if (entity.entity.type == EntityType::kPlace && !title_case_ &&
        found.first > sentence_.first && is_capital_word(found.first - 1) &&
        knowledge_.in(grammar_.direction, token(found.first - 1))) {
      return false;  // `Central Papua` is not Papua.
    }
    const bool proper = alias.name[0] >= 'A' && alias.name[0] <= 'Z';
    return !proper || token(found.first).capitalised;
  }

  bool is_capital_word(size_t i) const {
    return token(i).kind == TokenKind::kWord && token(i).capitalised;
  }

  // `Barrick Gold` and `Silver Lake` name no metal.
  bool is_plain_commodity(const Found& found) const {
    if (!token(found.first).capitalised || title_case_) return true;
    const bool before = found.first > sentence_.first &&
                        is_capital_word(found.first - 1) &&
                        !token(found.first - 1).possessive &&
                        token(found.first).kind == TokenKind::kWord;
    const bool after = found.last < sentence_.last &&
                       token(found.last).kind == TokenKind::kWord &&
                       is_capital_word(found.last);
    return !before && !after;
  }

  bool is_bounded(size_t first, size_t last) const {
    const Token& end = token(last - 1);
    if (!begins_name(first)) return false;
    if (end.kind == TokenKind::kHan) return !is_part_of_foreign(first, last);
    if (end.kind == TokenKind::kKana && last < sentence_.last &&
        !token(last).starts_word && token(last).kind == TokenKind::kKana) {
      return is_hiragana(last);
    }
    return end.kind != TokenKind::kHangul || ends_hangul(first, last);
  }

  // `古巴·古丁` is a foreign person's name.
  bool is_part_of_foreign(size_t first, size_t last) const {
    const bool before = first > sentence_.first + 1 &&
                        token(first - 1).folded == "·" &&
                        token(first - 2).kind == TokenKind::kHan;
    const bool after = last + 1 < sentence_.last && token(last).folded == "·" &&
                       token(last + 1).kind == TokenKind::kHan;
    return before || after;
  }

  // Hiragana beside a name are particles; Katakana would belong to it.
  bool is_hiragana(size_t i) const {
    const std::string& letter = token(i).folded;
    return letter.size() == 3 && letter >= "ぁ" && letter <= "ゖ";
  }

  // What follows a Korean name in its word must be particles or a head noun.
  bool ends_hangul(size_t first, size_t last) const {
    size_t end = last;
    while (end < sentence_.last && token(end).kind == TokenKind::kHangul &&
           !token(end).starts_word) {
      ++end;
    }
    const auto rest = std::span(passage_.tokens).subspan(last, end - last);
    if (last - first == 1) {
      const bool listed = end < sentence_.last && (token(end).folded == "," ||
                                                   token(end).folded == "·");
      const bool after =
          first > sentence_.first &&
          (token(first - 1).folded == "," || token(first - 1).folded == "·");
      return rest.empty() && (listed || after);
    }
    const auto& lexicon = knowledge_.lexicon();
    return rest.empty() ||
           lexicon.match(grammar_.hangul_particle, rest).size == rest.size() ||
           lexicon.match(grammar_.hangul_suffix, rest).size > 0;
  }

  const Knowledge& knowledge_;
  const Grammar& grammar_;
  Reading& reading_;
  size_t passage_index_;
  size_t sentence_index_;
  const Passage& passage_;
  const Sentence& sentence_;
  NamePatterns patterns_;
  bool title_case_;
};

}  // namespace

void find_names(const Knowledge& knowledge, std::vector<TaggedName> tagged,
                Reading& reading) {
  for (size_t p = 0; p < reading.passages.size(); ++p) {
    for (size_t s = 0; s < reading.passages[p].sentences.size(); ++s) {
      SentenceNames(knowledge, reading, p, s).find();
    }
  }
  reading.arrange();
  support_weak_names(knowledge, reading);
  std::vector<TaggedName> left =
      arbitrate(knowledge, std::move(tagged), reading);
  settle_names(knowledge, reading);
  identify_new_names(knowledge, std::move(left), reading);
}

}  // namespace extract
