#include "extract/quantity_words.h"

#include <initializer_list>
#include <string_view>

namespace extract {

QuantityWords::QuantityWords(const std::filesystem::path& folder,
                             Symbols& symbols)
    : units(folder / "units.tsv", UnitTable::Columns::kUnits, symbols),
      currencies(folder / "currencies.tsv", UnitTable::Columns::kCurrencies,
                 symbols),
      numbers(folder / "numbers.tsv", UnitTable::Columns::kNumbers, symbols),
      between(symbols.intern("between")),
      and_(symbols.intern("and")),
      from(symbols.intern("from")),
      minus(symbols.intern("-")),
      of(symbols.intern("of")),
      a(symbols.intern("a")) {
  const auto words = [&](std::initializer_list<std::string_view> list) {
    Phrase phrase;
    for (const auto word : list) phrase.push_back(symbols.intern(word));
    return phrase;
  };
  per = words({"per", "/", "a", "an", "each"});
  to = words({"to", "-", "~", "～", "〜", "至", "到"});
  each = words({"每"});
  for_each = words({"당", "当", "た", "り", "あ", "に", "つ", "き"});
  stop = words({"in", "at", "from", "by", "that", "which", "to", "for", "is",
                "was", "were", "are", "with", "on", "of", "as"});
}

}  // namespace extract
