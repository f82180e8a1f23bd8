#include "extract/facts.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "extract/fact_commodity.h"
#include "extract/fact_date.h"
#include "extract/fact_doubt.h"
#include "extract/fact_matcher.h"
#include "extract/fact_names.h"
#include "extract/fact_owner.h"
#include "extract/fact_topic.h"
#include "extract/framing.h"

namespace extract {
namespace {

// A fact and how it was told, for what goes on from it.
struct Told {
  text::Fact fact;
  const Measure* measure = nullptr;
  const Quantity* quantity = nullptr;
  const KnownEntity* entity = nullptr;
};

class SentenceFacts {
 public:
  SentenceFacts(const Knowledge& knowledge, const MeasureBook& book,
                const FactSentence& sentence, const FactTopic& topic)
      : book_(book),
        sentence_(sentence),
        names_(knowledge, book, sentence),
        commodity_(names_, sentence, topic),
        owner_(names_, commodity_, book, {sentence, topic}),
        doubt_(book, sentence),
        negation_(book.lexicon.set("negation")),
        approximate_(book.lexicon.set("approximate")),
        after_(book.lexicon.set("approximate.after")),
        gapping_(book.lexicon.set("gapping")) {}

  std::vector<Told> find() {
    for (const Quantity& quantity : sentence_.quantities()) {
      if (is_conversion(quantity)) continue;
      std::optional<Told> unowned;  // said of nobody known
      if (find_by_pattern(quantity, unowned) || find_gapped(quantity)) continue;
      if (unowned) last_ = unowned;
    }
    return std::move(told_);
  }

 private:
  // `169m Swiss francs (€110m; US$141m)`: the same again.
  bool is_conversion(const Quantity& quantity) const {
    constexpr size_t kReach = 14;
    if (!quantity.kind.starts_with("money")) return false;
    const size_t end = quantity.first > kReach ? quantity.first - kReach : 0;
    for (size_t i = quantity.first; i > end; --i) {
      if (sentence_.is(i - 1, ")")) return false;
      if (!sentence_.is(i - 1, "(")) continue;
      const Quantity* before = i > 1 ? sentence_.quantity_at(i - 2) : nullptr;
      return before != nullptr && before->kind == quantity.kind;
    }
    return false;
  }

  bool find_by_pattern(const Quantity& quantity, std::optional<Told>& unowned) {
    for (const Measure& measure : book_.measures) {
      if (unowned && unowned->measure->entities == kFacilities) {
        break;  // what is said of a plant is said of nothing else
      }
      const bool fits = takes(measure, quantity.kind) ||
                        !inherited(&measure, quantity).empty();
      if (!fits) continue;
      for (const FactPattern& pattern : measure.patterns) {
        const auto match = match_around(pattern, quantity);
        if (!match) continue;
        if (denied(*match)) return true;
        const KnownEntity* entity = owner_.find(measure, pattern, *match);
        if (entity == nullptr) {
          if (!unowned) unowned = Told{{}, &measure, &quantity, nullptr};
          if (measure.entities == kFacilities) break;
          continue;
        }
        tell(measure, pattern, *match, {&quantity, entity});
        return true;
      }
    }
    return false;
  }

  static bool takes(const Measure& measure, const std::string& kind) {
    return std::ranges::find(measure.kinds, kind) != measure.kinds.end();
  }

  struct Said {
    const Quantity* quantity;
    const KnownEntity* entity;
  };

  void tell(const Measure& measure, const FactPattern& pattern,
            const FactMatch& match, const Said& said) {
    const KnownEntity* commodity =
        measure.has_commodity ? commodity_.of(measure, match, *said.quantity)
                              : nullptr;
    if (commodity == said.entity) commodity = nullptr;
    push(measure, said, commodity, pattern.negative);
  }

  void push(const Measure& stated, const Said& said,
            const KnownEntity* commodity, bool negative) {
    const Quantity& quantity = *said.quantity;
    const Measure& measure = overruled(stated);
    const bool forecast = !measure.over.empty();
    if (!forecast && doubt_.is_possible(quantity)) return;
    Told told{{}, &measure, &quantity, said.entity};
    text::Fact& fact = told.fact;
    fact.entity = said.entity->entity.id;
    fact.measure = measure.name;
    if (commodity != nullptr) fact.commodity = commodity->entity.id;
    fact.value =
        negative && quantity.value > 0 ? -quantity.value : quantity.value;
    fact.unit = quantity.unit +
                inherited(is_part(quantity) ? nullptr : &measure, quantity);
    fact.date = date_of(sentence_, quantity);
    fact.quantity = words_of(quantity);
    last_ = told;
    told_.push_back(std::move(told));
  }

  // `forecast A at $5 and B at $6`: both are forecasts.
  const Measure& overruled(const Measure& measure) const {
    for (const Told& told : told_) {
      if (told.measure->over == measure.name) return *told.measure;
    }
    return measure;
  }

  // `64만t이며 이후 약 120만t으로`: tonnes after tonnes a year are tonnes a
  // year, and dollars after dollars a tonne are dollars a tonne.
  std::string inherited(const Measure* measure,
                        const Quantity& quantity) const {
    const bool same =
        last_ && (measure == nullptr || last_->measure == measure ||
                  measure->inherits == last_->measure->name);
    if (!same || !last_->quantity->kind.starts_with(quantity.kind + "/")) {
      return {};
    }
    const std::string& unit = last_->quantity->unit;
    return unit.substr(unit.rfind('/'));
  }

  // `of which 9,600 tonnes`
  bool is_part(const Quantity& quantity) const {
    return quantity.first >= 2 && sentence_.is(quantity.first - 1, "which") &&
           sentence_.is(quantity.first - 2, "of");
  }

  // `A contributes $5m, B $3m and C $2m`; `15% from 2027 and 30% from 2028`.
  bool find_gapped(const Quantity& quantity) {
    if (!last_) return false;
    const Told before = *last_;
    constexpr size_t kReach = 20;
    const size_t begin = before.quantity->last;
    if (before.quantity->kind != quantity.kind || begin > quantity.first ||
        quantity.first - begin > kReach) {
      return false;
    }
    std::optional<size_t> named;
    const size_t loose =
        before.measure->shares ? last_joint(begin, quantity) : 0;
    bool joined = false;
    for (size_t i = begin; i < quantity.first; ++i) {
      if (sentence_.mention(i) != nullptr) {
        named = i;
        i = sentence_.mention_last(i) - 1;
        continue;
      }
      joined |= sentence_.is(i, ",") || sentence_.is(i, "and") ||
                sentence_.is(i, ";") || sentence_.is(i, "to");
      if (i >= loose && !sentence_.in(gapping_, i) &&
          sentence_.token(i).kind != TokenKind::kNumber) {
        return false;
      }
    }
    return joined && go_on(before, quantity, named);
  }

  // The last comma or `and` between `begin` and `quantity`; 0 if there is none.
  size_t last_joint(size_t begin, const Quantity& quantity) const {
    for (size_t i = quantity.first; i > begin; --i) {
      if (sentence_.is(i - 1, ",") || sentence_.is(i - 1, "and")) return i - 1;
    }
    return 0;
  }

  bool go_on(const Told& before, const Quantity& quantity,
             std::optional<size_t> named) {
    const Measure& measure = *before.measure;
    const KnownEntity* entity = before.entity;
    const KnownEntity* commodity = nullptr;
    if (named && !measure.shares) {
      const auto* next = names_.reading(*named, measure.entities);
      commodity = names_.reading(*named, kCommodities);
      if (next != nullptr) {
        entity = next;
      } else if (commodity == nullptr || !measure.has_commodity) {
        return false;
      }
    }
    if (entity == nullptr) return false;
    push(measure, {&quantity, entity}, commodity, before.fact.value < 0);
    return true;
  }

  bool denied(const FactMatch& match) const {
    constexpr size_t kBefore = 4;
    const size_t begin = match.first > kBefore ? match.first - kBefore : 0;
    for (size_t i = begin; i < match.last; ++i) {
      if (sentence_.in(negation_, i)) return true;
    }
    return false;
  }

  // Words such as `about` may stand between the quantity and its pattern.
  std::optional<FactMatch> match_around(const FactPattern& pattern,
                                        const Quantity& quantity) const {
    Quantity wide = quantity;
    wide.first = approximate_first(quantity);
    auto match = match_fact(book_, sentence_, pattern, wide);
    if (!match && wide.first < quantity.first) {
      match = match_fact(book_, sentence_, pattern, quantity);
    }
    const size_t last = approximate_last(quantity);
    if (!match && last > quantity.last) {
      wide.last = last;
      match = match_fact(book_, sentence_, pattern, wide);
    }
    return match;
  }

  // With `about` and `more than` before it.
  size_t approximate_first(const Quantity& quantity) const {
    constexpr size_t kLongest = 3;
    size_t first = quantity.first;
    for (size_t size = kLongest; size > 0;) {
      const bool says =
          size <= first &&
          book_.lexicon
                  .match(approximate_, sentence_.from(first - size).first(size))
                  .size == size;
      if (says) {
        first -= size;
        size = kLongest;
      } else {
        --size;
      }
    }
    return first;
  }

  // With `이상` behind it.
  size_t approximate_last(const Quantity& quantity) const {
    return quantity.last +
           book_.lexicon.match(after_, sentence_.from(quantity.last)).size;
  }

  text::Span words_of(const Quantity& quantity) const {
    return sentence_.span(approximate_first(quantity),
                          approximate_last(quantity));
  }

  const MeasureBook& book_;
  const FactSentence& sentence_;
  FactNames names_;
  FactCommodity commodity_;
  FactOwner owner_;
  FactDoubt doubt_;
  SetId negation_, approximate_, after_, gapping_;
  std::vector<Told> told_;
  std::optional<Told> last_;  // said last, of somebody or of nobody known
};

bool has_number(const MeasureBook& book, const Passage& passage,
                const Sentence& sentence) {
  for (size_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = passage.tokens[i];
    if (token.kind == TokenKind::kNumber) return true;
    if (token.kind == TokenKind::kPunctuation) continue;
    Token word;
    word.symbol = book.lexicon.symbols().find(token.folded);
    if (word.symbol != 0 && book.quantities.is_numeric(word)) return true;
  }
  return false;
}

}  // namespace

std::vector<text::Fact> find_facts(const Knowledge& knowledge,
                                   const MeasureBook& book,
                                   const Reading& reading) {
  std::vector<text::Fact> facts;
  FactTopic topic(reading);
  for (size_t p = 0; p < reading.passages.size(); ++p) {
    const Passage& passage = reading.passages[p];
    for (size_t s = 0; s < passage.sentences.size(); ++s) {
      if (has_number(book, passage, passage.sentences[s]) &&
          !is_question(passage, passage.sentences[s])) {
        const FactSentence sentence(book, reading, p, s);
        if (!sentence.quantities().empty()) {
          SentenceFacts reader(knowledge, book, sentence, topic);
          for (Told& told : reader.find()) {
            told.fact.sentence = passage.sentences[s].span;
            told.fact.in_title = passage.in_title;
            topic.say(told.fact.entity);
            facts.push_back(std::move(told.fact));
          }
        }
      }
      topic.pass(p, s);
    }
  }
  return facts;
}

}  // namespace extract
