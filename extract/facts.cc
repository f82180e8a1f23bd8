#include "extract/facts.h"

#include <algorithm>
#include <string_view>

#include "extract/fact_date.h"
#include "extract/fact_owner.h"

namespace extract {
namespace {

TypeSet type_bit(text::EntityType type) {
  return static_cast<TypeSet>(1U << static_cast<unsigned>(type));
}

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
        owner_(knowledge, book, sentence, topic),
        negation_(book.lexicon.set("negation")),
        approximate_(book.lexicon.set("approximate")),
        after_(book.lexicon.set("approximate.after")),
        gapping_(book.lexicon.set("gapping")) {}

  std::vector<Told> find() {
    for (const Quantity& quantity : sentence_.quantities()) {
      if (!find_by_pattern(quantity)) find_gapped(quantity);
    }
    return std::move(told_);
  }

 private:
  bool find_by_pattern(const Quantity& quantity) {
    for (const Measure& measure : book_.measures) {
      const bool fits = std::ranges::find(measure.kinds, quantity.kind) !=
                        measure.kinds.end();
      if (!fits) continue;
      for (const FactPattern& pattern : measure.patterns) {
        const auto match = match_fact(book_, sentence_, pattern, quantity);
        if (!match) continue;
        if (denied(*match)) return true;
        const KnownEntity* entity = owner_.find(measure, pattern, *match);
        if (entity == nullptr) continue;
        tell(measure, pattern, *match, {&quantity, entity});
        return true;
      }
    }
    return false;
  }

  struct Said {
    const Quantity* quantity;
    const KnownEntity* entity;
  };

  void tell(const Measure& measure, const FactPattern& pattern,
            const FactMatch& match, const Said& said) {
    const KnownEntity* commodity = measure.has_commodity
                                       ? owner_.commodity(match, *said.quantity)
                                       : nullptr;
    if (commodity == said.entity) commodity = nullptr;
    push(measure, said, commodity, pattern.negative);
  }

  void push(const Measure& measure, const Said& said,
            const KnownEntity* commodity, bool negative) {
    const Quantity& quantity = *said.quantity;
    Told told{{}, &measure, &quantity, said.entity};
    text::Fact& fact = told.fact;
    fact.entity = said.entity->entity.id;
    fact.measure = measure.name;
    if (commodity != nullptr) fact.commodity = commodity->entity.id;
    fact.value =
        negative && quantity.value > 0 ? -quantity.value : quantity.value;
    fact.unit = quantity.unit;
    fact.date = date_of(sentence_, quantity);
    fact.quantity = words_of(quantity);
    told_.push_back(std::move(told));
  }

  // `A contributes $5m, B $3m and C $2m`; `15% from 2027 and 30% from 2028`.
  void find_gapped(const Quantity& quantity) {
    if (told_.empty()) return;
    const Told before = told_.back();
    constexpr size_t kReach = 12;
    const size_t begin = before.quantity->last;
    if (before.quantity->kind != quantity.kind || begin > quantity.first ||
        quantity.first - begin > kReach) {
      return;
    }
    const Found* named = nullptr;
    bool joined = false;
    for (size_t i = begin; i < quantity.first; ++i) {
      if (const Found* found = sentence_.mention(i)) {
        named = found;
        i = sentence_.mention_last(i) - 1;
        continue;
      }
      joined |= sentence_.is(i, ",") || sentence_.is(i, "and") ||
                sentence_.is(i, ";") || sentence_.is(i, "to");
      if (!sentence_.in(gapping_, i) &&
          sentence_.token(i).kind != TokenKind::kNumber) {
        return;
      }
    }
    if (joined) go_on(before, quantity, named);
  }

  void go_on(const Told& before, const Quantity& quantity, const Found* named) {
    const Measure& measure = *before.measure;
    const KnownEntity* entity = before.entity;
    const KnownEntity* commodity = nullptr;
    if (named != nullptr && !measure.shares) {
      const auto* next = owner_.reading(*named, measure.entities);
      commodity = known_as(*named, type_bit(text::EntityType::kCommodity));
      if (next != nullptr) {
        entity = next;
      } else if (commodity == nullptr || !measure.has_commodity) {
        return;
      }
    }
    push(measure, {&quantity, entity}, commodity, before.fact.value < 0);
  }

  bool denied(const FactMatch& match) const {
    constexpr size_t kBefore = 4;
    const size_t begin = match.first > kBefore ? match.first - kBefore : 0;
    for (size_t i = begin; i < match.last; ++i) {
      if (sentence_.in(negation_, i)) return true;
    }
    return false;
  }

  // With `about` and `more than` before it, `이상` behind it.
  text::Span words_of(const Quantity& quantity) const {
    size_t first = quantity.first;
    size_t last = quantity.last;
    for (size_t size = 3; size > 0;) {
      const bool says =
          size <= first &&
          book_.lexicon
                  .match(approximate_, sentence_.from(first - size).first(size))
                  .size == size;
      if (says) {
        first -= size;
        size = 3;
      } else {
        --size;
      }
    }
    last += book_.lexicon.match(after_, sentence_.from(last)).size;
    return sentence_.span(first, last);
  }

  const MeasureBook& book_;
  const FactSentence& sentence_;
  FactOwner owner_;
  SetId negation_, approximate_, after_, gapping_;
  std::vector<Told> told_;
};

// What the sentences so far were about.
class Topics {
 public:
  explicit Topics(const Reading& reading) : reading_(reading) {}

  const FactTopic& topic() const { return topic_; }

  // Reads the mentions of the next sentence.
  void pass(size_t passage, size_t sentence) {
    ++topic_.commodity_age;
    std::vector<const KnownEntity*> named;
    for (; next_ < reading_.found.size(); ++next_) {
      const Found& found = reading_.found[next_];
      if (std::pair(found.passage, found.sentence) >
          std::pair(passage, sentence)) {
        break;
      }
      if (found.office) continue;
      add(named, &found.entity());
      if (found.type() == text::EntityType::kFacility) {
        add(topic_.facilities, &found.entity());
      }
      if (found.type() == text::EntityType::kCommodity && !is_grade(found)) {
        topic_.commodity = &found.entity();
        topic_.commodity_age = 1;
      }
    }
    if (!named.empty()) topic_.last = std::move(named);
  }

 private:
  static void add(std::vector<const KnownEntity*>& entities,
                  const KnownEntity* entity) {
    constexpr size_t kMost = 16;
    if (entities.size() < kMost &&
        std::ranges::find(entities, entity) == entities.end()) {
      entities.push_back(entity);
    }
  }

  // `an average WO3 grade`
  bool is_grade(const Found& found) const {
    const auto& tokens = reading_.passages[found.passage].tokens;
    if (found.last >= tokens.size()) return false;
    const std::string& next = tokens[found.last].folded;
    return next == "grade" || next == "grades" || next == "content";
  }

  const Reading& reading_;
  FactTopic topic_;
  size_t next_ = 0;
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
  Topics topics(reading);
  for (size_t p = 0; p < reading.passages.size(); ++p) {
    const Passage& passage = reading.passages[p];
    for (size_t s = 0; s < passage.sentences.size(); ++s) {
      if (has_number(book, passage, passage.sentences[s])) {
        const FactSentence sentence(book, reading, p, s);
        if (!sentence.quantities().empty()) {
          SentenceFacts reader(knowledge, book, sentence, topics.topic());
          for (Told& told : reader.find()) {
            told.fact.sentence = passage.sentences[s].span;
            told.fact.in_title = passage.in_title;
            facts.push_back(std::move(told.fact));
          }
        }
      }
      topics.pass(p, s);
    }
  }
  return facts;
}

}  // namespace extract
