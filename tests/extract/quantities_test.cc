#include "extract/quantities.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "extract/tokens.h"

namespace extract {
namespace {

struct Read {
  double value = 0;
  std::string unit;
  std::string kind;

  bool operator==(const Read&) const = default;
};

struct Reader {
  Symbols symbols;
  QuantityReader quantities{
      std::filesystem::path(LODE_SOURCE_DIR) / "corpora/measures", symbols};

  std::vector<Quantity> read(const std::string& text) const {
    auto tokens = split_numbers(text, tokenize(text));
    symbols.label(tokens);
    return quantities.find(text, tokens);
  }

  // The only quantity of `text`.
  Read one(const std::string& text) const {
    const auto found = read(text);
    CAPTURE(text);
    REQUIRE(found.size() == 1);
    return {found[0].value, found[0].unit, found[0].kind};
  }
};

const Reader& reader() {
  static const Reader kReader;
  return kReader;
}

Read one(const std::string& text) { return reader().one(text); }

bool none(const std::string& text) { return reader().read(text).empty(); }

TEST_CASE("amounts are in tonnes, whatever tonnes are called") {
  CHECK(one("10,155 tonnes") == Read{10155, "t", "mass"});
  CHECK(one("5,000t") == Read{5000, "t", "mass"});
  CHECK(one("1.2 million metric tons") == Read{1.2e6, "t", "mass"});
  CHECK(one("120 kt") == Read{120000, "t", "mass"});
  CHECK(one("3.5Mt") == Read{3.5e6, "t", "mass"});
  CHECK(one("three tonnes") == Read{3, "t", "mass"});
  CHECK(one("half a million tonnes") == Read{5e5, "t", "mass"});
  CHECK(one("a 300,000-tonne smelter") == Read{300000, "t", "mass"});
  CHECK(one("3.2万吨") == Read{32000, "t", "mass"});
  CHECK(one("120만t") == Read{1.2e6, "t", "mass"});
}

TEST_CASE("mt is a tonne where it can't be a million of them") {
  CHECK(one("300 mt of concentrate") == Read{300, "t", "mass"});
  CHECK(one("970,000 yuan/mt") == Read{970000, "CNY/t", "money/mass"});
  CHECK(none("48.2 mt of ore"));
}

TEST_CASE("a rate is said before, behind or past the material") {
  CHECK(one("5,000 t/yr") == Read{5000, "t/year", "mass/time"});
  CHECK(one("24,000 tonnes a year") == Read{24000, "t/year", "mass/time"});
  CHECK(one("1.7 million tonnes of copper concentrate a year") ==
        Read{1.7e6, "t/year", "mass/time"});
  CHECK(one("10 Mtpa") == Read{1e7, "t/year", "mass/time"});
  CHECK(one("每年生产54万吨") == Read{540000, "t/year", "mass/time"});
  CHECK(one("연간 원광 64만t") == Read{640000, "t/year", "mass/time"});
}

TEST_CASE("money is in the currency of its sign, word or code") {
  CHECK(one("US$7.4 billion") == Read{7.4e9, "USD", "money"});
  CHECK(one("$6.6bn") == Read{6.6e9, "USD", "money"});
  CHECK(one("A$135m") == Read{1.35e8, "AUD", "money"});
  CHECK(one("€2.2 billion") == Read{2.2e9, "EUR", "money"});
  CHECK(one("140 billion won") == Read{1.4e11, "KRW", "money"});
  CHECK(one("KRW 10 trillion") == Read{1e13, "KRW", "money"});
  CHECK(one("12亿元") == Read{1.2e9, "CNY", "money"});
  CHECK(one("10조원") == Read{1e13, "KRW", "money"});
  CHECK(one("7억6500만 달러") == Read{7.65e8, "USD", "money"});
  CHECK(one("약 2조8500억원") == Read{2.85e12, "KRW", "money"});
  CHECK(one("約74億ドル") == Read{7.4e9, "USD", "money"});
}

TEST_CASE("a price says per what") {
  CHECK(one("$110/kg") == Read{110, "USD/kg", "money/mass"});
  CHECK(one("$3,300 an ounce") == Read{3300, "USD/oz", "money/mass"});
  CHECK(one("345 cents per lb") == Read{3.45, "USD/lb", "money/mass"});
  CHECK(one("10,155 yuan/mtu") == Read{10155, "CNY/mtu", "money/mass"});
  CHECK(one("670,000 yuan per metric ton unit") ==
        Read{670000, "CNY/mtu", "money/mass"});
  CHECK(one("每干吨80美元") == Read{80, "USD/t", "money/mass"});
  CHECK(one("톤당 300달러") == Read{300, "USD/t", "money/mass"});
}

TEST_CASE("shares are in per cent") {
  CHECK(one("35%") == Read{35, "%", "percent"});
  CHECK(one("35 per cent") == Read{35, "%", "percent"});
  CHECK(one("by a quarter") == Read{25, "%", "percent"});
  CHECK(one("2 percentage points") == Read{2, "pp", "points"});
  CHECK(one("fell -5%") == Read{-5, "%", "percent"});
}

TEST_CASE("a range has two ends") {
  const auto dash = reader().read("RMB 160,000-165,000/mt");
  REQUIRE(dash.size() == 1);
  CHECK(dash[0].value == 160000);
  CHECK(dash[0].value_to == 165000);
  CHECK(dash[0].unit == "CNY/t");
  const auto billions = reader().read("$5-6 billion");
  REQUIRE(billions.size() == 1);
  CHECK(billions[0].value == 5e9);
  CHECK(billions[0].value_to == 6e9);
  const auto words =
      reader().read("between 250 million and 260 million tonnes");
  REQUIRE(words.size() == 1);
  CHECK(words[0].value == 2.5e8);
  CHECK(words[0].value_to == 2.6e8);
}

TEST_CASE("a change has two values") {
  const auto change = reader().read("from 32 million to 42 million wet tonnes");
  REQUIRE(change.size() == 2);
  CHECK(change[0].value == 3.2e7);
  CHECK(change[0].unit == "wet t");
  CHECK(change[1].value == 4.2e7);
}

TEST_CASE("numbers without a unit, dates and chains are no quantities") {
  for (const char* text :
       {"in 2025", "2025-12-16", "1-2-3-4 tonnes-5", "13 metals", "1,2 t",
        "1.2.3 t", "the 16th", "May 1st", "Q3 2024", "Boeing 737", "a year",
        "t", "2024年12月3日", "first half", "5 million pounds"}) {
    CAPTURE(text);
    CHECK(none(text));
  }
}

TEST_CASE("long numbers and endless chains are read in linear time") {
  std::string chain;
  for (int i = 0; i < 300'000; ++i) chain += "1-";
  std::string table;
  for (int i = 0; i < 200'000; ++i) table += "12.5 17 4% ";
  const auto start = std::chrono::steady_clock::now();
  CHECK(none(std::string(10'000'000, '7')));
  CHECK(none(chain));
  CHECK(reader().read(table).size() == 200'000);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

}  // namespace
}  // namespace extract
