#include "extract/quantities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "extract/number_scan.h"

namespace extract {
namespace {

bool contains(const Phrase& words, uint32_t symbol) {
  return std::ranges::find(words, symbol) != words.end();
}

// 16.4 million is 16400000, and not 16399999.999999998.
double tidy(double value) {
  constexpr int kDigits = 14;
  std::array<char, 64> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                 value, std::chars_format::scientific, kDigits);
  std::from_chars(digits.data(), end.ptr, value);
  return value;
}

struct Measured {  // a unit as read behind or before a number
  size_t end = 0;
  std::string unit;
  std::string kind;
  double factor = 1;
};

}  // namespace

// Reads one sequence of tokens.
class QuantityReader::Scan : NumberScan {
 public:
  Scan(const QuantityWords& words, std::string_view utf8,
       std::span<const Token> tokens)
      : NumberScan(words, utf8, tokens), words_(words), tokens_(tokens) {}

  std::vector<Quantity> run() {
    for (size_t at = 0; at < tokens_.size();) at = step(at);
    return std::move(found_);
  }

 private:
  // What one end of a range gives.
  struct End {
    size_t first = 0;
    size_t last = 0;
    Number number;
    std::optional<Measured> unit;
    bool prefixed = false;  // its currency stands before it
  };

  // Reads what begins at `at`; returns where to go on.
  size_t step(size_t at) {
    if (const size_t end = read_fraction(at)) return end;
    const auto first = read_end(at);
    if (!first) return at + 1;
    if (const size_t end = past_chain(*first)) return end;
    if (const size_t end = read_range(*first)) return end;
    if (first->unit) push(*first, first->number.value, std::nullopt);
    return first->last;
  }

  // `half`, `a quarter`; `half a million` and `the first half` are none.
  size_t read_fraction(size_t at) {
    const UnitMatch fraction = number_word(at, "fraction");
    if (!fraction) return 0;
    const size_t end = at + fraction.size;
    if (at > 0 &&
        (tokens_[at - 1].folded == "first" ||
         tokens_[at - 1].folded == "second" ||
         tokens_[at - 1].kind == TokenKind::kNumber ||
         tokens_[at - 1].folded == "latter" || tokens_[at - 1].folded == "上" ||
         tokens_[at - 1].folded == "下" || tokens_[at - 1].folded == "and")) {
      return end;
    }
    if (number_word(end, "multiplier") || is(end, words_.a)) return 0;
    Quantity q;
    q.first = at;
    q.last = end;
    q.value = fraction.form->factor;
    q.unit = "%";
    q.kind = "percent";
    q.fraction = true;
    found_.push_back(std::move(q));
    return end;
  }

  // A number with its currency before it or its unit behind it, if any.
  std::optional<End> read_end(size_t at) const {
    End end;
    end.first = at;
    const UnitMatch currency = match(
        words_.currencies, at, [](const UnitForm& f) { return !f.unsure; });
    size_t begin = at;
    double sign = 1;
    if (currency && (is_number_token(at + currency.size))) {
      begin = at + currency.size;
      end.prefixed = true;
    } else if (is(at, words_.minus) && tokens_[at].space_before &&
               is_number_token(at + 1) && glued(at + 1)) {
      begin = at + 1;
      sign = -1;
    }
    const auto number = read_number(begin, end.prefixed);
    if (!number) return std::nullopt;
    end.number = *number;
    end.number.value *= sign;
    end.last = number->end;
    if (end.prefixed) {
      end.unit = read_prefixed(*currency.form, number->end);
    } else {
      end.unit = read_unit(*number);
    }
    if (end.unit) end.last = end.unit->end;
    return end;
  }

  // `$1.7 billion CAD` is in Canadian dollars.
  Measured read_prefixed(const UnitForm& prefix, size_t end) const {
    const UnitMatch code = match(words_.currencies, end, [](const UnitForm& f) {
      return !f.unsure && f.factor == 1;
    });
    const bool closer = code && tokens_[end].upper;
    return closer ? Measured{end + code.size, code.form->name, "money", 1}
                  : Measured{end, prefix.name, "money", prefix.factor};
  }

  // The unit behind a number.
  std::optional<Measured> read_unit(const Number& number) const {
    const size_t at = skip_hyphen(number.end);
    const UnitMatch unit = match(words_.units, at, [&](const UnitForm& f) {
      return !f.kind.starts_with("rate") && (!f.unsure || is_sure(f, number));
    });
    const UnitMatch currency = match(
        words_.currencies, at,
        [](const UnitForm& f) { return !f.unsure && f.name.size() == 3; });
    const UnitMatch& best = currency.size > unit.size ? currency : unit;
    if (!best) return std::nullopt;
    return Measured{at + best.size, best.form->name, best.form->kind,
                    best.form->factor};
  }

  // `300 mt` is of tonnes; `48.2 mt` may be millions. Pounds of something are
  // weighed.
  bool is_sure(const UnitForm& form, const Number& number) const {
    if (form.name == "t") {
      return number.scaled ||
             (number.value >= 10 && number.value == std::floor(number.value));
    }
    return form.name == "lb" && is(skip_hyphen(number.end) + 1, words_.of);
  }

  // The end of `1-2-3-4`, which is no quantity; 0 if there is no such chain.
  size_t past_chain(const End& first) const {
    size_t at = first.number.end;
    size_t links = 0;
    while (is(at, words_.minus) && glued(at) && glued(at + 1) &&
           is_number_token(at + 1)) {
      at += 2;
      ++links;
    }
    return links > 1 ? at : 0;
  }

  bool between(size_t first) const {
    return first > 0 && is(first - 1, words_.between);
  }
  bool from(size_t first) const {
    for (size_t back = 1; back <= 3 && back <= first; ++back) {
      const Token& token = tokens_[first - back];
      if (token.symbol == words_.from) return true;
      if (token.kind != TokenKind::kWord) return false;
    }
    return false;
  }

  // Reads `A-B unit` and `from A to B unit`; 0 if `first` begins none.
  size_t read_range(const End& first) {
    const size_t joint = first.last;
    const bool links = contains(words_.to, symbol_at(joint)) ||
                       (between(first.first) && is(joint, words_.and_));
    if (!links) return 0;
    const auto second = read_end(joint + 1);
    if (!second || past_chain(*second) > 0) return 0;
    const bool own = first.unit && !first.prefixed;
    if (!second->unit)
      return first.prefixed ? read_half_range(first, *second) : 0;
    if (first.unit && first.unit->unit != second->unit->unit) return 0;
    double low = first.number.value;
    if (!own && !first.number.scaled && second->number.scaled) {
      low *= scale_of(second->number);
    }
    End begin = first;
    begin.unit = second->unit;
    const bool full = first.unit && second->unit && (own || second->prefixed);
    const bool level = full && tokens_[joint].folded == "to";
    if (from(first.first) || level) {
      push(begin, low, std::nullopt);
      push(*second, second->number.value, std::nullopt);
      return found_.back().last;
    }
    if (low >= second->number.value) return 0;
    begin.last = second->last;
    push(begin, low, second->number.value);
    return found_.back().last;
  }

  // `$160-165 a tonne`, `RMB 160,000-165,000/mt`
  size_t read_half_range(const End& first, const End& second) {
    double low = first.number.value;
    if (!first.number.scaled && second.number.scaled)
      low *= scale_of(second.number);
    if (low >= second.number.value) return 0;
    End end = first;
    end.last = second.last;
    end.unit->end = second.last;
    push(end, low, second.number.value);
    return found_.back().last;
  }

  void push(const End& end, double value, std::optional<double> value_to) {
    Quantity q;
    q.first = end.first;
    q.last = end.last;
    q.unit = end.unit->unit;
    q.kind = end.unit->kind;
    double factor = end.unit->factor;
    if (q.kind == "money") factor *= read_price(q);
    if (q.kind == "mass" || q.kind == "volume" || q.kind == "energy" ||
        q.kind == "money" || q.kind == "goods") {
      read_rate(q);
    }
    q.value = tidy(value * factor);
    if (value_to) q.value_to = tidy(*value_to * factor);
    found_.push_back(std::move(q));
  }

  static bool is_priced(const UnitForm& form) {
    return form.factor == 1 && (form.kind == "mass" || form.kind == "volume" ||
                                form.kind == "energy" || form.kind == "area" ||
                                form.kind == "shares" || form.kind == "goods");
  }

  // Makes money a price where its unit says per what; returns the factor.
  double read_price(Quantity& q) const {
    if (contains(words_.per, symbol_at(q.last))) {
      const UnitMatch unit = match(words_.units, q.last + 1, is_priced);
      if (unit) {
        q.last += 1 + unit.size;
        set_price(q, *unit.form);
        return 1;
      }
    }
    read_price_before(q);
    return 1;
  }

  static void set_price(Quantity& q, const UnitForm& form) {
    q.unit += "/" + form.name;
    q.kind += "/" + form.kind;
  }

  // `每吨80美元`, `톤당 300달러`, `1トン当たり80ドル`
  void read_price_before(Quantity& q) const {
    size_t end = q.first;
    bool led = false;
    for (size_t size = 1; size <= 3 && size < end; ++size) {
      const auto tokens = tokens_.subspan(end - size, size);
      const bool all = std::ranges::all_of(tokens, [&](const Token& t) {
        return contains(words_.for_each, t.symbol);
      });
      if (!all) break;
      led = true;
      q.first = end - size;
    }
    end = q.first;
    for (size_t size = std::min<size_t>(4, end); size > 0; --size) {
      const UnitMatch unit = match(words_.units, end - size, is_priced);
      if (!unit || unit.size != size) continue;
      const size_t before = end - size;
      const bool each =
          before > 0 && contains(words_.each, tokens_[before - 1].symbol);
      if (!led && !each) continue;
      q.first = each ? before - 1 : before;
      return set_price(q, *unit.form);
    }
  }

  // Makes an amount one of a time: `5,000 tonnes of antimony a year`.
  void read_rate(Quantity& q) const {
    const auto is_rate = [](const UnitForm& f) { return f.kind == "rate"; };
    if (q.kind == "mass" && contains(words_.per, symbol_at(q.last))) {
      const UnitMatch per = match(words_.units, q.last + 1, is_priced);
      if (per) {  // `42 kg per hectare`
        q.last += 1 + per.size;
        return set_price(q, *per.form);
      }
    }
    UnitMatch rate = match(words_.units, q.last, is_rate);
    if (rate) {
      q.last += rate.size;
    } else if (q.kind != "money" && !q.kind.starts_with("money/")) {
      rate = rate_past_material(q);
      if (!rate) rate = rate_before(q);
    }
    if (!rate || q.kind.starts_with("money/")) return;
    q.unit += "/" + rate.form->name;
    q.kind += "/time";
  }

  UnitMatch rate_past_material(const Quantity& q) const {
    if (!is(q.last, words_.of)) return {};
    constexpr size_t kReach = 8;
    for (size_t at = q.last + 1; at < std::min(q.last + kReach, tokens_.size());
         ++at) {
      const UnitMatch rate = match(
          words_.units, at, [](const UnitForm& f) { return f.kind == "rate"; });
      if (rate) return rate;
      const Token& token = tokens_[at];
      const bool goes_on =
          token.kind == TokenKind::kWord || token.folded == "-";
      if (!goes_on || contains(words_.stop, token.symbol)) return {};
    }
    return {};
  }

  // `annual output of about 5,000 t`, `연간 원광 64만t`, `年产3万吨`
  UnitMatch rate_before(const Quantity& q) const {
    constexpr size_t kReach = 7;
    for (size_t back = 1; back <= std::min(kReach, q.first); ++back) {
      const size_t at = q.first - back;
      const Token& token = tokens_[at];
      if (token.kind == TokenKind::kNumber ||
          token.kind == TokenKind::kPunctuation) {
        return {};
      }
      const UnitMatch rate = match(words_.units, at, [](const UnitForm& f) {
        return f.kind == "rate-before";
      });
      if (!rate || rate.size > back) continue;
      const bool dated = at > 0 && is_number_token(at - 1);
      const bool loose = rate.size == 1 && is_cjk(token.kind) && back > 1;
      if (!dated && !loose) return rate;
    }
    return {};
  }

  const QuantityWords& words_;
  std::span<const Token> tokens_;
  std::vector<Quantity> found_;
};

QuantityReader::QuantityReader(const std::filesystem::path& folder,
                               Symbols& symbols)
    : words_(folder, symbols) {}

bool QuantityReader::is_numeric(const Token& token) const {
  return token.kind == TokenKind::kNumber || words_.numbers.uses(token.symbol);
}

std::vector<Quantity> QuantityReader::find(
    std::string_view utf8, std::span<const Token> tokens) const {
  return Scan(words_, utf8, tokens).run();
}

}  // namespace extract
