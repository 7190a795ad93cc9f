#include "martech_audit/money.h"

#include <cmath>
#include <limits>
#include <random>

#include "base/currencies.h"
#include "support/catch.h"

using namespace martech_audit;

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

Currency currency(std::string_view code) { return Currency::parse(code).value(); }

std::string shown(const std::optional<Money>& money) {
  return money ? money->to_string() + " " + std::string(money->currency.code()) : "nothing";
}

std::string shown(const std::optional<Decimal>& decimal) {
  if (!decimal) return "nothing";
  return decimal->to_string() + " (" + std::to_string(decimal->mantissa) + ", " +
         std::to_string(decimal->scale) + ")";
}

// Numbers of every size, so that products overflow about half the time.
std::int64_t any_integer(std::mt19937_64& random) {
  const auto bits = static_cast<std::int64_t>(random());
  return bits >> (random() % 64);
}

Wide power_of_ten(int exponent) { return exponent == 0 ? Wide{1} : 10 * power_of_ten(exponent - 1); }

}  // namespace

TEST_CASE("Decimals are read exactly or not at all") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"0", "0 (0, 0)"},
      {"-0", "0 (0, 0)"},
      {"7", "7 (7, 0)"},
      {"+7", "7 (7, 0)"},
      {"007.50", "7.50 (750, 2)"},
      {"0.05", "0.05 (5, 2)"},
      {"-0.50", "-0.50 (-50, 2)"},
      {"-1_200.50", "-1200.50 (-120050, 2)"},
      {"1_0.0_1", "10.01 (1001, 2)"},
      {"0.123456789", "0.123456789 (123456789, 9)"},
      {"0.0000000000", "0.000000000 (0, 9)"},
      {"1.1234567890", "1.123456789 (1123456789, 9)"},
      {"999999999999999999", "999999999999999999 (999999999999999999, 0)"},
      {"-999999999.999999999", "-999999999.999999999 (-999999999999999999, 9)"},
      {"0000000000000000000000001", "1 (1, 0)"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(shown(Decimal::parse(text)) == expected);
  }
}

TEST_CASE("What is not a plain decimal is refused") {
  const std::vector<std::string> cases{
      "",
      "-",
      "+",
      ".",
      "_",
      "1.",
      ".5",
      "-.5",
      "1..2",
      "1.2.3",
      "1__0",
      "_1",
      "1_",
      "1_.5",
      "1._5",
      "1.5_",
      "--1",
      "+-1",
      "1-",
      " 1",
      "1 ",
      "1,5",
      "1e3",
      "0x10",
      "NaN",
      "inf",
      "1'000",
      "١",
      "1\n",
      "€1",
      "0.1234567891",
      "1000000000000000000",
      "9999999999.999999999",
      "99999999999999999999999999999999",
      std::string("1\0", 2),
  };
  for (const auto& text : cases) {
    CAPTURE(text);
    CHECK(shown(Decimal::parse(text)) == "nothing");
  }
}

TEST_CASE("A printed decimal reads back as itself") {
  std::mt19937_64 random(4217);
  for (int i = 0; i < 20000; ++i) {
    const Decimal before{any_integer(random) / 10, static_cast<std::int32_t>(random() % 10)};
    const auto after = Decimal::parse(before.to_string());
    if (!after || after->mantissa != before.mantissa || after->scale != before.scale)
      FAIL(before.to_string());
  }
  SUCCEED();
}

TEST_CASE("Any mantissa can be printed") {
  CHECK(Decimal{smallest, 0}.to_string() == "-9223372036854775808");
  CHECK(Decimal{smallest, 9}.to_string() == "-9223372036.854775808");
  CHECK(Decimal{largest, 2}.to_string() == "92233720368547758.07");
}

TEST_CASE("A decimal's double is the nearest one") {
  CHECK(Decimal{1, 1}.to_double() == 0.1);
  CHECK(Decimal{-120050, 2}.to_double() == -1200.5);
  CHECK(Decimal{999999999999999999, 9}.to_double() == 999999999.999999999);
  CHECK(Decimal{999999999999999999, 0}.to_double() == 999999999999999999.0);
  CHECK(Decimal{9007199254740993, 1}.to_double() == 900719925474099.3);
  CHECK(Decimal{smallest, 0}.to_double() == -9223372036854775808.0);
}

TEST_CASE("Currencies know their decimals") {
  const std::vector<std::pair<std::string, int>> cases{
      {"EUR", 2}, {"USD", 2}, {"VND", 0}, {"JPY", 0}, {"KRW", 0}, {"ISK", 0}, {"UGX", 0},
      {"XOF", 0}, {"HUF", 2}, {"BHD", 3}, {"IQD", 3}, {"JOD", 3}, {"KWD", 3}, {"LYD", 3},
      {"OMR", 3}, {"TND", 3}, {"CLF", 4}, {"UYW", 4}, {"AED", 2}, {"ZWG", 2}, {"XCG", 2},
      {"BIF", 0}, {"XPF", 0}, {"UYI", 0}, {"MGA", 2}, {"MRU", 2},
  };
  for (const auto& [code, decimals] : cases) {
    CAPTURE(code);
    CHECK(currency(code).decimals() == decimals);
    CHECK(currency(code).code() == code);
  }
  for (const std::string code :
       {"", "E", "EU", "EURO", "eur", "Eur", "XXX", "XAU", "DEM", "HRK", "R U", " EU", "UR "}) {
    CAPTURE(code);
    CHECK_FALSE(Currency::parse(code));
  }
  CHECK(Currency().code() == "XXX");
}

TEST_CASE("The currency table is sorted, whole and without repetition") {
  std::size_t count = 0;
  std::string all;
  for (int decimals = 0; decimals <= 4; ++decimals) {
    const std::string_view codes = currencies_with(decimals);
    for (std::size_t at = 0; at < codes.size(); at += 4) {
      const std::string code(codes.substr(at, 3));
      CAPTURE(code);
      CHECK(currency_decimals(code) == decimals);
      CHECK((at == 0 || codes.substr(at - 4, 3) < code));
      CHECK((at + 3 == codes.size() || codes[at + 3] == ' '));
      CHECK(all.find(code) == std::string::npos);
      all += code + " ";
      ++count;
    }
  }
  CHECK(count == 165);
}

TEST_CASE("Money takes exactly what was written") {
  struct Case {
    Decimal amount;
    std::string code;
    std::string expected;
  };
  const std::vector<Case> cases{
      {{1200, 0}, "EUR", "1200.00 EUR"},
      {{12005, 1}, "EUR", "1200.50 EUR"},
      {{-5, 2}, "EUR", "-0.05 EUR"},
      {{1500, 3}, "EUR", "nothing"},
      {{1500, 3}, "KWD", "1.500 KWD"},
      {{12, 0}, "JPY", "12 JPY"},
      {{120, 1}, "JPY", "nothing"},
      {{1, 4}, "CLF", "0.0001 CLF"},
      {{largest, 2}, "EUR", "92233720368547758.07 EUR"},
      {{smallest, 2}, "EUR", "-92233720368547758.08 EUR"},
      {{largest, 1}, "EUR", "nothing"},
      {{smallest, 0}, "EUR", "nothing"},
      {{92233720368547758, 0}, "EUR", "92233720368547758.00 EUR"},
      {{92233720368547759, 0}, "EUR", "nothing"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.amount.to_string(), c.code);
    CHECK(shown(Money::from(c.amount, currency(c.code))) == c.expected);
  }
}

TEST_CASE("A double becomes the nearest minor unit") {
  const std::vector<std::tuple<double, std::string, std::string>> cases{
      {0.1, "EUR", "0.10 EUR"},
      {0.125, "EUR", "0.13 EUR"},
      {-0.125, "EUR", "-0.13 EUR"},
      {0.124, "EUR", "0.12 EUR"},
      {2.5, "JPY", "3 JPY"},
      {-2.5, "JPY", "-3 JPY"},
      {1e300, "EUR", "nothing"},
      {9223372036854775808.0, "JPY", "nothing"},
      {-9223372036854775808.0, "JPY", "-9223372036854775808 JPY"},
      {std::numeric_limits<double>::infinity(), "EUR", "nothing"},
      {-std::numeric_limits<double>::infinity(), "EUR", "nothing"},
      {std::numeric_limits<double>::quiet_NaN(), "EUR", "nothing"},
  };
  for (const auto& [major, code, expected] : cases) {
    CAPTURE(major, code);
    CHECK(shown(Money::nearest(major, currency(code))) == expected);
  }
}

TEST_CASE("Money survives the way through a double and through text") {
  std::mt19937_64 random(1);
  for (const std::string code : {"JPY", "EUR", "KWD", "CLF"}) {
    for (int i = 0; i < 5000; ++i) {
      const Money before{any_integer(random) >> 13U, currency(code)};  // doubles hold 53 bits
      if (Money::nearest(before.to_double(), before.currency) != before) FAIL(before.to_string());
      if (Money::from(Decimal::parse(before.to_string()).value(), before.currency) != before)
        FAIL(before.to_string());
    }
  }
  SUCCEED();
}

TEST_CASE("Converting rounds halves away from zero") {
  struct Case {
    std::int64_t minor;
    std::string from;
    std::string rate;
    std::string to;
    std::string expected;
  };
  const std::vector<Case> cases{
      {120000, "EUR", "1.08", "USD", "1296.00 USD"},
      {100, "EUR", "27450.125", "VND", "27450 VND"},
      {100, "EUR", "27450.5", "VND", "27451 VND"},
      {-100, "EUR", "27450.5", "VND", "-27451 VND"},
      {100, "EUR", "27450.499999999", "VND", "27450 VND"},
      {1000000, "VND", "0.000036364", "EUR", "36.36 EUR"},
      {1, "JPY", "0.005", "EUR", "0.01 EUR"},
      {1, "JPY", "0.004999999", "EUR", "0.00 EUR"},
      {-1, "JPY", "0.005", "EUR", "-0.01 EUR"},
      {1, "JPY", "1", "CLF", "1.0000 CLF"},
      {15000, "CLF", "1", "JPY", "2 JPY"},
      {1234, "KWD", "3.25", "USD", "4.01 USD"},
      {5, "EUR", "0", "USD", "0.00 USD"},
      {5, "EUR", "-1", "USD", "-0.05 USD"},
      {largest, "EUR", "1", "USD", "92233720368547758.07 USD"},
      {smallest, "EUR", "1", "USD", "-92233720368547758.08 USD"},
      {smallest, "EUR", "-1", "USD", "nothing"},
      {largest, "EUR", "1.000000001", "USD", "nothing"},
      {largest, "JPY", "1", "CLF", "nothing"},
      {largest, "EUR", "999999999999999999", "CLF", "nothing"},
      {largest, "EUR", "999999999.999999999", "JPY", "nothing"},
      {largest, "CLF", "0.000000001", "JPY", "922337 JPY"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.minor, c.from, c.rate, c.to);
    const auto converted =
        convert({c.minor, currency(c.from)}, Decimal::parse(c.rate).value(), currency(c.to));
    CHECK(shown(converted) == c.expected);
  }
}

TEST_CASE("Converting is never further off than half a minor unit, and fails only where it must") {
  std::mt19937_64 random(9);
  const std::vector<std::string> codes{"JPY", "EUR", "KWD", "CLF"};
  int converted_count = 0;
  for (int i = 0; i < 40000; ++i) {
    const Money amount{any_integer(random) / 1000, currency(codes[random() % 4])};
    const Decimal rate{any_integer(random) >> 20U, static_cast<std::int32_t>(random() % 10)};
    const Currency target = currency(codes[random() % 4]);
    const auto converted = convert(amount, rate, target);
    // amount * rate = exact / unit, in target units; both fit because of the divisions above.
    const Wide exact = Wide{amount.minor} * rate.mantissa * power_of_ten(target.decimals());
    const Wide unit = power_of_ten(amount.currency.decimals() + rate.scale);
    const Wide allowed = Wide{largest} * unit;
    if (!converted) {
      if (exact > -allowed && exact < allowed) FAIL(amount.to_string() << " * " << rate.to_string());
      continue;
    }
    const Wide error = 2 * (converted->minor * unit - exact);
    if (error > unit || error < -unit) FAIL(amount.to_string() << " * " << rate.to_string());
    ++converted_count;
  }
  CHECK(converted_count > 10000);
}

TEST_CASE("Converting there and back returns the amount") {
  std::mt19937_64 random(7);
  const Decimal one{1, 0};
  for (int i = 0; i < 5000; ++i) {
    const Money yen{any_integer(random) / 100000, currency("JPY")};
    const auto euro = convert(yen, Decimal{8, 0}, currency("EUR"));
    if (convert(euro.value(), Decimal{125, 3}, currency("JPY")) != yen) FAIL(yen.to_string());
    if (convert(yen, one, yen.currency) != yen) FAIL(yen.to_string());
    const Money negative{-yen.minor, yen.currency};
    const auto there = convert(yen, Decimal{73, 4}, currency("EUR"));
    const auto opposite = convert(negative, Decimal{73, 4}, currency("EUR"));
    if (there->minor != -opposite->minor) FAIL(yen.to_string());
  }
  SUCCEED();
}

TEST_CASE("Scaling rounds halves away from zero") {
  const std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t, std::string>> cases{
      {100, 1, 3, "0.33 EUR"},
      {200, 1, 3, "0.67 EUR"},
      {1, 1, 2, "0.01 EUR"},
      {-1, 1, 2, "-0.01 EUR"},
      {1, -1, 2, "-0.01 EUR"},
      {-1, -1, 2, "0.01 EUR"},
      {7, 0, 5, "0.00 EUR"},
      {7, 5, 0, "nothing"},
      {7, 5, -1, "nothing"},
      {largest, largest, largest, "92233720368547758.07 EUR"},
      {smallest, largest, largest, "-92233720368547758.08 EUR"},
      {smallest, smallest, largest, "nothing"},
      {largest, 2, 1, "nothing"},
      {largest, 1, largest, "0.01 EUR"},
      {largest / 2, 1, largest, "0.00 EUR"},
      {largest / 2 + 1, 1, largest, "0.01 EUR"},
  };
  for (const auto& [minor, numerator, denominator, expected] : cases) {
    CAPTURE(minor, numerator, denominator);
    CHECK(shown(scaled({minor, currency("EUR")}, numerator, denominator)) == expected);
  }
}

TEST_CASE("a sum that does not fit is the nearest number that does") {
  static_assert(saturating_add(2, 3) == 5);
  static_assert(saturating_add(largest, 0) == largest);
  static_assert(saturating_add(largest, 1) == largest);
  static_assert(saturating_add(largest, -1) == largest - 1);
  static_assert(saturating_add(-5, largest) == largest - 5);
  static_assert(saturating_add(smallest, -1) == smallest);
  static_assert(saturating_add(largest, smallest) == -1);
  CHECK(saturating_add(largest, largest) == largest);
}
