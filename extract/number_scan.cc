#include "extract/number_scan.h"

#include <limits>

#include "extract/digits.h"

namespace extract {

std::optional<Number> NumberScan::read_number(size_t at, bool money) const {
  auto number = read_base(at);
  if (!number) return std::nullopt;
  if (add_chain(*number)) return number;
  const size_t next = skip_hyphen(number->end);
  const UnitMatch scale = match(words_.numbers, next, [&](const UnitForm& f) {
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

bool NumberScan::is_unit(size_t at) const {
  const auto sure = [](const UnitForm& f) {
    return !f.unsure && !f.kind.starts_with("rate");
  };
  return match(words_.units, at, sure) || match(words_.currencies, at, sure);
}

size_t NumberScan::skip_hyphen(size_t at) const {
  const bool joins = is(at, words_.minus) && glued(at) && glued(at + 1) &&
                     !is_number_token(at + 1);
  return joins ? at + 1 : at;
}

std::optional<Number> NumberScan::read_base(size_t at) const {
  if (is_number_token(at)) {
    const auto value = parse_digits(tokens_[at].folded);
    if (!value) return std::nullopt;
    return Number{at + 1, *value, false};
  }
  if (at >= tokens_.size() || tokens_[at].kind != TokenKind::kWord) {
    return std::nullopt;
  }
  if (is(at, words_.a) &&
      (number_word(at + 1, "multiplier") || number_word(at + 1, "hundred"))) {
    return with_hundred({at + 1, 1, false});
  }
  if (const UnitMatch half = number_word(at, "fraction");
      half && is(at + half.size, words_.a) &&
      number_word(at + half.size + 1, "multiplier")) {
    return Number{at + half.size + 1, half.form->factor / 100, false};
  }
  return read_words(at);
}

std::optional<Number> NumberScan::read_words(size_t at) const {
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

Number NumberScan::with_hundred(Number number) const {
  const UnitMatch hundred = number_word(number.end, "hundred");
  if (hundred) {
    number.value *= hundred.form->factor;
    number.end += hundred.size;
  }
  return number;
}

bool NumberScan::add_chain(Number& number) const {
  UnitMatch scale = number_word(number.end, "chain");
  if (!scale) return false;
  double sum = 0;
  double part = number.value;
  double least = std::numeric_limits<double>::infinity();
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

std::optional<Number> NumberScan::read_rest(size_t at, double below) const {
  if (!is_number_token(at)) return std::nullopt;
  const auto number = read_base(at);
  if (!number || number->value >= below) return std::nullopt;
  return number;
}

double NumberScan::scale_of(const Number& number) const {
  const UnitMatch scale =
      match(words_.numbers, number.end - 1, [](const UnitForm& f) {
        return f.name == "multiplier" || f.name == "chain";
      });
  return scale ? scale.form->factor : 1;
}

}  // namespace extract
