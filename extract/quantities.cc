#include "extract/quantities.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "text/fold.h"

namespace extract {
namespace {

bool contains(const Phrase& words, uint32_t symbol) {
  return std::ranges::find(words, symbol) != words.end();
}

bool is_any(const UnitForm&) { return true; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The bytes of `number` that are its number: digits, full-width digits, and
// the marks between them.
size_t digits_size(std::string_view number) {
  size_t at = 0;
  while (at < number.size()) {
    if (is_digit(number[at]) || number[at] == ',' || number[at] == '.') {
      ++at;
    } else if (number.substr(at).starts_with("\xEF\xBC") &&
               at + 2 < number.size() && number[at + 2] >= '\x90' &&
               number[at + 2] <= '\x99') {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

// Full-width digits as ASCII.
std::string narrow(std::string_view number) {
  std::string ascii;
  for (size_t i = 0; i < number.size(); ++i) {
    if (number.substr(i).starts_with("\xEF\xBC")) {
      ascii.push_back(static_cast<char>(number[i + 2] - '\x90' + '0'));
      i += 2;
    } else {
      ascii.push_back(number[i]);
    }
  }
  return ascii;
}

// `10,155`, `7.4`, `12.50`; nothing for `1.2.3`, `1,2` and what is too long to
// be a number.
std::optional<double> parse_digits(std::string_view token) {
  constexpr size_t kMost = 40;
  if (token.size() > kMost || digits_size(token) != token.size()) {
    return std::nullopt;
  }
  std::string digits;
  size_t group = 0;  // digits since the last comma
  bool comma = false;
  bool point = false;
  for (const char c : narrow(token)) {
    if (c == ',') {
      const bool begins = !comma && group >= 1 && group <= 3;
      if (point || !(begins || (comma && group == 3))) return std::nullopt;
      comma = true;
      group = 0;
    } else if (c == '.') {
      if (point || (comma && group != 3)) return std::nullopt;
      point = true;
      digits.push_back(c);
    } else {
      digits.push_back(c);
      group += point ? 0 : 1;
    }
  }
  if (comma && group != 3) return std::nullopt;
  double value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return value;
}

struct Number {
  size_t end = 0;
  double value = 0;
  bool scaled = false;  // a multiplier follows: `5 million`, `3만`
};

struct Measured {  // a unit as read behind or before a number
  size_t end = 0;
  std::string unit;
  std::string kind;
  double factor = 1;
};

}  // namespace

// Reads one sequence of tokens.
class QuantityReader::Scan {
 public:
  Scan(const QuantityReader& reader, std::string_view utf8,
       std::span<const Token> tokens)
      : reader_(reader), utf8_(utf8), tokens_(tokens) {}

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

  bool is(size_t at, uint32_t symbol) const {
    return at < tokens_.size() && tokens_[at].symbol == symbol;
  }
  bool is_number_token(size_t at) const {
    return at < tokens_.size() && tokens_[at].kind == TokenKind::kNumber;
  }
  bool glued(size_t at) const {
    return at < tokens_.size() && !tokens_[at].space_before;
  }
  template <typename Predicate>
  UnitMatch match(const UnitTable& table, size_t at, Predicate wanted) const {
    return table.match(utf8_, tokens_.subspan(std::min(at, tokens_.size())),
                       wanted);
  }
  UnitMatch number_word(size_t at, std::string_view role) const {
    return match(reader_.numbers_, at,
                 [&](const UnitForm& f) { return f.name == role; });
  }

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
    if (number_word(end, "multiplier") || is(end, reader_.a_)) return 0;
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

  std::optional<Number> read_number(size_t at, bool money) const {
    auto number = read_base(at);
    if (!number) return std::nullopt;
    if (add_chain(*number)) return number;
    const size_t next = skip_hyphen(number->end);
    const UnitMatch scale =
        match(reader_.numbers_, next, [&](const UnitForm& f) {
          const bool sure =
              !f.unsure || (glued(next) && (money || is_unit(next + 1)));
          return f.name == "multiplier" && sure;
        });
    if (scale) {
      number->value *= scale.form->factor;
      number->end = next + scale.size;
      number->scaled = true;
    }
    return number;
  }

  // True if a unit or a currency is said at `at`: `169m francs`, `145m tons`.
  bool is_unit(size_t at) const {
    const auto sure = [](const UnitForm& f) {
      return !f.unsure && !f.kind.starts_with("rate");
    };
    return match(reader_.units_, at, sure) ||
           match(reader_.currencies_, at, sure);
  }

  // A hyphen between a number and its unit: `300,000-tonne`.
  size_t skip_hyphen(size_t at) const {
    const bool joins = is(at, reader_.minus_) && glued(at) && glued(at + 1) &&
                       !is_number_token(at + 1);
    return joins ? at + 1 : at;
  }

  // The number without what scales it.
  std::optional<Number> read_base(size_t at) const {
    if (is_number_token(at)) {
      const auto value = parse_digits(tokens_[at].folded);
      if (!value) return std::nullopt;
      return Number{at + 1, *value, false};
    }
    if (at >= tokens_.size() || tokens_[at].kind != TokenKind::kWord) {
      return std::nullopt;
    }
    if (is(at, reader_.a_) &&
        (number_word(at + 1, "multiplier") || number_word(at + 1, "hundred"))) {
      return with_hundred({at + 1, 1, false});
    }
    if (const UnitMatch half = number_word(at, "fraction");
        half && is(at + half.size, reader_.a_) &&
        number_word(at + half.size + 1, "multiplier")) {
      return Number{at + half.size + 1, half.form->factor / 100, false};
    }
    return read_words(at);
  }

  // `twenty-five`, `three hundred`
  std::optional<Number> read_words(size_t at) const {
    const UnitMatch word = number_word(at, "number");
    if (!word) return std::nullopt;
    Number number{at + word.size, word.form->factor, false};
    const size_t next = skip_hyphen(number.end);
    const UnitMatch ones = number_word(next, "number");
    if (ones && number.value >= 20 && ones.form->factor < 10) {
      number.value += ones.form->factor;
      number.end = next + ones.size;
    }
    return with_hundred(number);
  }

  Number with_hundred(Number number) const {
    const UnitMatch hundred = number_word(number.end, "hundred");
    if (hundred) {
      number.value *= hundred.form->factor;
      number.end += hundred.size;
    }
    return number;
  }

  // `2조8500억`, `3.2万`: sums what the multipliers of East Asia scale.
  bool add_chain(Number& number) const {
    UnitMatch scale = number_word(number.end, "chain");
    if (!scale) return false;
    double sum = 0;
    double part = number.value;
    double least = INFINITY;
    size_t end = number.end;
    while (scale && scale.form->factor < least) {
      least = scale.form->factor;
      sum += part * least;
      end += scale.size;
      const auto next = read_rest(end, least);
      if (!next) break;
      scale = number_word(next->end, "chain");
      if (!scale || scale.form->factor >= least) {
        if (glued(end)) {
          sum += next->value;
          end = next->end;
        }
        break;
      }
      part = next->value;
      end = next->end;
    }
    number = {end, sum, true};
    return true;
  }

  // What comes after a multiplier and belongs to the same number.
  std::optional<Number> read_rest(size_t at, double below) const {
    if (!is_number_token(at)) return std::nullopt;
    const auto number = read_base(at);
    if (!number || number->value >= below) return std::nullopt;
    return number;
  }

  // A number with its currency before it or its unit behind it, if any.
  std::optional<End> read_end(size_t at) const {
    End end;
    end.first = at;
    const UnitMatch currency = match(
        reader_.currencies_, at, [](const UnitForm& f) { return !f.unsure; });
    size_t begin = at;
    double sign = 1;
    if (currency && (is_number_token(at + currency.size))) {
      begin = at + currency.size;
      end.prefixed = true;
    } else if (is(at, reader_.minus_) && tokens_[at].space_before &&
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
      end.unit = Measured{number->end, currency.form->name, "money",
                          currency.form->factor};
    } else {
      end.unit = read_unit(*number);
    }
    if (end.unit) end.last = end.unit->end;
    return end;
  }

  // The unit behind a number.
  std::optional<Measured> read_unit(const Number& number) const {
    const size_t at = skip_hyphen(number.end);
    const UnitMatch unit = match(reader_.units_, at, [&](const UnitForm& f) {
      return !f.kind.starts_with("rate") && (!f.unsure || is_sure(f, number));
    });
    const UnitMatch currency = match(
        reader_.currencies_, at,
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
    return form.name == "lb" && is(skip_hyphen(number.end) + 1, reader_.of_);
  }

  // The end of `1-2-3-4`, which is no quantity; 0 if there is no such chain.
  size_t past_chain(const End& first) const {
    size_t at = first.number.end;
    size_t links = 0;
    while (is(at, reader_.minus_) && glued(at) && glued(at + 1) &&
           is_number_token(at + 1)) {
      at += 2;
      ++links;
    }
    return links > 1 ? at : 0;
  }

  bool between(size_t first) const {
    return first > 0 && is(first - 1, reader_.between_);
  }
  bool from(size_t first) const {
    for (size_t back = 1; back <= 3 && back <= first; ++back) {
      const Token& token = tokens_[first - back];
      if (token.symbol == reader_.from_) return true;
      if (token.kind != TokenKind::kWord) return false;
    }
    return false;
  }

  // Reads `A-B unit` and `from A to B unit`; 0 if `first` begins none.
  size_t read_range(const End& first) {
    const size_t joint = first.last;
    const bool links = contains(reader_.to_, symbol_at(joint)) ||
                       (between(first.first) && is(joint, reader_.and_));
    if (!links) return 0;
    const auto second = read_end(joint + 1);
    if (!second || past_chain(*second) > 0) return 0;
    const bool own = first.unit && !first.prefixed;
    if (!second->unit)
      return first.prefixed ? read_half_range(first, *second) : 0;
    if (first.unit && first.unit->unit != second->unit->unit) return 0;
    double low = first.number.value;
    if (!own && !first.number.scaled && second->number.scaled) {
      low *= scale_of(*second);
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
    if (!first.number.scaled && second.number.scaled) low *= scale_of(second);
    if (low >= second.number.value) return 0;
    End end = first;
    end.last = second.last;
    end.unit->end = second.last;
    push(end, low, second.number.value);
    return found_.back().last;
  }

  // What the words behind a number multiply it by.
  double scale_of(const End& end) const {
    const size_t begin = end.number.end - 1;
    const UnitMatch scale = match(reader_.numbers_, begin, is_any);
    return scale && (scale.form->name == "multiplier" ||
                     scale.form->name == "chain")
               ? scale.form->factor
               : 1;
  }

  uint32_t symbol_at(size_t at) const {
    return at < tokens_.size() ? tokens_[at].symbol : 0;
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
    q.value = value * factor;
    if (value_to) q.value_to = *value_to * factor;
    found_.push_back(std::move(q));
  }

  static bool is_priced(const UnitForm& form) {
    return form.factor == 1 && (form.kind == "mass" || form.kind == "volume" ||
                                form.kind == "energy" || form.kind == "area" ||
                                form.kind == "shares" || form.kind == "goods");
  }

  // Makes money a price where its unit says per what; returns the factor.
  double read_price(Quantity& q) const {
    if (contains(reader_.per_, symbol_at(q.last))) {
      const UnitMatch unit = match(reader_.units_, q.last + 1, is_priced);
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
        return contains(reader_.for_each_, t.symbol);
      });
      if (!all) break;
      led = true;
      q.first = end - size;
    }
    end = q.first;
    for (size_t size = std::min<size_t>(4, end); size > 0; --size) {
      const UnitMatch unit = match(reader_.units_, end - size, is_priced);
      if (!unit || unit.size != size) continue;
      const size_t before = end - size;
      const bool each =
          before > 0 && contains(reader_.each_, tokens_[before - 1].symbol);
      if (!led && !each) continue;
      q.first = each ? before - 1 : before;
      return set_price(q, *unit.form);
    }
  }

  // Makes an amount one of a time: `5,000 tonnes of antimony a year`.
  void read_rate(Quantity& q) const {
    const auto is_rate = [](const UnitForm& f) { return f.kind == "rate"; };
    UnitMatch rate = match(reader_.units_, q.last, is_rate);
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
    if (!is(q.last, reader_.of_)) return {};
    constexpr size_t kReach = 8;
    for (size_t at = q.last + 1; at < std::min(q.last + kReach, tokens_.size());
         ++at) {
      const UnitMatch rate = match(reader_.units_, at, [](const UnitForm& f) {
        return f.kind == "rate";
      });
      if (rate) return rate;
      const Token& token = tokens_[at];
      const bool goes_on =
          token.kind == TokenKind::kWord || token.folded == "-";
      if (!goes_on || contains(reader_.stop_, token.symbol)) return {};
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
      const UnitMatch rate = match(reader_.units_, at, [](const UnitForm& f) {
        return f.kind == "rate-before";
      });
      if (!rate || rate.size > back) continue;
      const bool dated = at > 0 && is_number_token(at - 1);
      const bool loose = rate.size == 1 && is_cjk(token.kind) && back > 1;
      if (!dated && !loose) return rate;
    }
    return {};
  }

  const QuantityReader& reader_;
  std::string_view utf8_;
  std::span<const Token> tokens_;
  std::vector<Quantity> found_;
};

QuantityReader::QuantityReader(const std::filesystem::path& folder,
                               Symbols& symbols)
    : units_(folder / "units.tsv", UnitTable::Columns::kUnits, symbols),
      currencies_(folder / "currencies.tsv", UnitTable::Columns::kCurrencies,
                  symbols),
      numbers_(folder / "numbers.tsv", UnitTable::Columns::kNumbers, symbols),
      between_(symbols.intern("between")),
      and_(symbols.intern("and")),
      from_(symbols.intern("from")),
      minus_(symbols.intern("-")),
      of_(symbols.intern("of")),
      a_(symbols.intern("a")) {
  const auto words = [&](std::initializer_list<std::string_view> list) {
    Phrase phrase;
    for (const auto word : list) phrase.push_back(symbols.intern(word));
    return phrase;
  };
  per_ = words({"per", "/", "a", "an", "each"});
  to_ = words({"to", "-", "~", "～", "〜", "至", "到"});
  each_ = words({"每"});
  for_each_ = words({"당", "当", "た", "り", "あ", "に", "つ", "き"});
  stop_ = words({"in", "at", "from", "by", "that", "which", "to", "for", "is",
                 "was", "were", "are", "with", "on", "of", "as"});
}

bool QuantityReader::is_numeric(const Token& token) const {
  return token.kind == TokenKind::kNumber || numbers_.uses(token.symbol);
}

std::vector<Quantity> QuantityReader::find(
    std::string_view utf8, std::span<const Token> tokens) const {
  return Scan(*this, utf8, tokens).run();
}

std::vector<Token> split_numbers(std::string_view utf8,
                                 std::span<const Token> tokens) {
  std::vector<Token> split;
  split.reserve(tokens.size());
  for (const Token& token : tokens) {
    split.push_back(token);
    if (token.kind != TokenKind::kNumber) continue;
    const std::string_view written = text::slice(utf8, token.span);
    const size_t size = digits_size(written);
    if (size == 0 || size == written.size()) continue;
    Token letters = token;
    letters.kind = TokenKind::kWord;
    letters.space_before = false;
    letters.starts_word = true;
    letters.span.begin += static_cast<uint32_t>(size);
    letters.folded = text::fold_name(written.substr(size));
    Token& number = split.back();
    number.span.end = letters.span.begin;
    number.folded = written.substr(0, size);
    number.possessive = false;
    number.ends_with_dot = false;
    split.push_back(std::move(letters));
  }
  return split;
}

}  // namespace extract
