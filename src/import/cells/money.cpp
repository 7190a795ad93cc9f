#include "import/cells/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "import/cells/is_among.h"
#include "import/cells/numbers.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

struct Sign {
  std::string_view sign;  // in lower case
  std::string_view code;
};
constexpr std::array signs{
    Sign{"\xE2\x82\xAC", "EUR"}, Sign{"euro", "EUR"},         Sign{"euros", "EUR"},
    Sign{"\xC2\xA3", "GBP"},     Sign{"\xE2\x82\xB9", "INR"}, Sign{"\xE2\x82\xAB", "VND"},
    Sign{"\xC4\x91", "VND"},     Sign{"z\xC5\x82", "PLN"},    Sign{"\xE2\x82\xBD", "RUB"},
    Sign{"\xE2\x82\xA9", "KRW"}, Sign{"\xE2\x82\xBA", "TRY"}, Sign{"\xE2\x82\xAA", "ILS"},
    Sign{"\xE0\xB8\xBF", "THB"}, Sign{"\xE2\x82\xB1", "PHP"}, Sign{"\xE2\x82\xB4", "UAH"},
    Sign{"us$", "USD"},          Sign{"usd$", "USD"},         Sign{"a$", "AUD"},
    Sign{"au$", "AUD"},          Sign{"c$", "CAD"},           Sign{"ca$", "CAD"},
    Sign{"nz$", "NZD"},          Sign{"hk$", "HKD"},          Sign{"s$", "SGD"},
    Sign{"r$", "BRL"},           Sign{"mx$", "MXN"},          Sign{"nt$", "TWD"},
    Sign{"cn\xC2\xA5", "CNY"},   Sign{"rmb", "CNY"},          Sign{"jp\xC2\xA5", "JPY"},
};

constexpr std::array dollars{"USD"sv, "AUD"sv, "CAD"sv, "NZD"sv, "HKD"sv, "SGD"sv,
                             "MXN"sv, "TWD"sv, "ARS"sv, "CLP"sv, "COP"sv};
constexpr std::array yens{"JPY"sv, "CNY"sv};
constexpr std::array crowns{"SEK"sv, "NOK"sv, "DKK"sv, "ISK"sv};
constexpr std::array shared_signs{SharedSign{"$", true, dollars}, SharedSign{"\xC2\xA5", true, yens},
                                  SharedSign{"kr", false, crowns}};

struct PeriodWord {
  std::string_view word;
  std::string_view per;
};
constexpr std::array period_words{
    PeriodWord{"einmalig", "once"},
    PeriodWord{"jahr", "year"},
    PeriodWord{"j\u00E4hrlich", "year"},
    PeriodWord{"monat", "month"},
    PeriodWord{"monatlich", "month"},
    PeriodWord{"n\u0103m", "year"},
    PeriodWord{"quartal", "quarter"},
    PeriodWord{"th\u00E1ng", "month"},
    PeriodWord{"annual", "year"},
    PeriodWord{"annually", "year"},
    PeriodWord{"annum", "year"},
    PeriodWord{"m", "month"},
    PeriodWord{"mo", "month"},
    PeriodWord{"month", "month"},
    PeriodWord{"monthly", "month"},
    PeriodWord{"mth", "month"},
    PeriodWord{"once", "once"},
    PeriodWord{"oneoff", "once"},
    PeriodWord{"onetime", "once"},
    PeriodWord{"pa", "year"},
    PeriodWord{"pm", "month"},
    PeriodWord{"q", "quarter"},
    PeriodWord{"qtr", "quarter"},
    PeriodWord{"quarter", "quarter"},
    PeriodWord{"quarterly", "quarter"},
    PeriodWord{"y", "year"},
    PeriodWord{"year", "year"},
    PeriodWord{"yearly", "year"},
    PeriodWord{"yr", "year"},
};
constexpr std::array fillers{"per"sv,  "a"sv,      "an"sv,  "each"sv, "every"sv,
                             "paid"sv, "billed"sv, "pro"sv, "im"sv};
constexpr std::array unit_words{"user"sv,   "users"sv,  "seat"sv,  "seats"sv,  "license"sv, "licence"sv,
                                "member"sv, "editor"sv, "agent"sv, "nutzer"sv, "lizenz"sv};
constexpr std::array free_words{"free"sv,      "free of charge"sv, "no cost"sv,
                                "free plan"sv, "free tier"sv,      "free version"sv,
                                "gratis"sv,    "kostenlos"sv,      "mi\u1EC5n ph\u00ED"sv};

std::string_view period_of(std::string_view word) {
  for (const PeriodWord& known : period_words) {
    if (known.word == word) return known.per;
  }
  return {};
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

// "(C$) per-month" → "c$", "per", "month": words in lower case; '.' and '-' inside of one are left out.
std::vector<std::string> words_of_price(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (std::string_view(" /;,()\t\n").find(c) != std::string_view::npos) {
      words.emplace_back();
    } else if (c != '.' && c != '-') {
      words.back() += c;
    }
  }
  std::erase(words, "");
  return words;
}

class MoneyReader {
 public:
  MoneyReader(Currency assumed, char mark) : assumed_(assumed), mark_(mark) {}

  MoneyReading read(std::string_view text) {
    text = trim(text);
    if (is_among(free_words, lower_ascii(text))) {
      result_.amount = Decimal{};
      result_.free = true;
      return result_;
    }
    result_.approximate = drop_approximation(text);
    const bool bracketed = text.starts_with('(') && text.ends_with(')');
    if (bracketed) text = trim(text.substr(1, text.size() - 2));
    const std::size_t begin = text.find_first_of("0123456789");
    if (begin == text.npos) return fail("this is not an amount");
    const std::size_t end = end_of_number(text, begin);
    std::string_view head = text.substr(0, begin);
    std::string_view tail = text.substr(end);
    const bool negative = bracketed || head.find('-') != head.npos;
    if (!take_factor(tail) || !take_words(head) || !take_words(tail)) return result_;
    return take_amount(text.substr(begin, end - begin), negative);
  }

 private:
  MoneyReading fail(std::string problem) {
    result_.amount.reset();
    result_.problem = std::move(problem);
    return result_;
  }

  // Blanks belong to the number where a digit follows.
  static std::size_t end_of_number(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    for (std::size_t at = begin; at < text.size();) {
      const std::size_t before = at;
      const char32_t c = next_code_point(text, at);
      if (c >= '0' && c <= '9') {
        end = at;
      } else if (c != '.' && c != ',' && c != '\'' && c != '_' && c != ' ' && c != 0xA0 && c != 0x202F &&
                 c != 0x2019) {
        return std::min(end, before);
      }
    }
    return end;
  }

  // "12k", "1.5M"
  bool take_factor(std::string_view& tail) {
    const bool alone =
        tail.size() < 2 || !((tail[1] >= 'a' && tail[1] <= 'z') || (tail[1] >= 'A' && tail[1] <= 'Z'));
    if (tail.empty() || !alone) return true;
    if (tail[0] == 'k' || tail[0] == 'K') factor_ = 1'000;
    if (tail[0] == 'M') factor_ = 1'000'000;
    if (factor_ > 1) tail.remove_prefix(1);
    return true;
  }

  bool take_words(std::string_view text) {
    for (const std::string& word : words_of_price(text)) {
      if (!take_word(word)) {
        fail(word.find_first_of("0123456789") != word.npos
                 ? "these are several numbers"
                 : fmt::format("'{}' is not part of an amount", word));
        return false;
      }
    }
    return true;
  }

  bool take_word(const std::string& word) {
    const std::string lower = lower_ascii(word);
    if (const auto per = period_of(lower); !per.empty()) {
      const bool first = result_.per.empty();
      result_.per = per;
      return first;
    }
    if (is_among(fillers, lower)) return true;
    if (is_among(unit_words, lower)) return result_.per_unit = true;
    if (const SharedSign* shared = shared_sign(lower)) {
      result_.shared_sign = shared->sign;
      return true;
    }
    if (word != upper(word) && word != lower) return false;  // "All" is no currency, "ALL" is one
    const auto currency = read_currency(word);
    if (!currency || (result_.currency && *result_.currency != *currency)) return false;
    result_.currency = currency;
    return true;
  }

  MoneyReading take_amount(std::string_view digits, bool negative) {
    const int decimals = result_.currency ? result_.currency->decimals()
                                          : (result_.shared_sign.empty() ? assumed_.decimals() : 2);
    const NumberReading number = read_number(digits, factor_ > 1 ? 9 : decimals, mark_);
    if (!number.value) return fail(number.problem);
    Decimal amount = *number.value;
    for (std::int64_t factor = factor_; factor > 1; factor /= 10) {
      if (amount.scale > 0) {
        --amount.scale;
      } else if (__builtin_mul_overflow(amount.mantissa, 10, &amount.mantissa)) {
        return fail("this amount is too large");
      }
    }
    if (negative) amount.mantissa = -amount.mantissa;
    const Currency currency = result_.currency.value_or(assumed_);
    if (!Money::from(amount, currency)) {
      const bool may_group = mark_ != 0 && factor_ == 1 && decimal_mark(digits) == 0;
      return fail(may_group ? fmt::format("'{}' may be a thousands separator, though other amounts of the "
                                          "column have it before decimals",
                                          mark_)
                            : "this has more decimals than the currency, or is too large");
    }
    result_.amount = amount;
    return result_;
  }

  Currency assumed_;
  char mark_;  // before decimals
  MoneyReading result_;
  std::int64_t factor_ = 1;
};

}  // namespace

MoneyReading read_money(std::string_view text, Currency assumed, char mark) {
  return MoneyReader(assumed, mark).read(text);
}

std::optional<Currency> read_currency(std::string_view text) {
  text = trim(text);
  const std::string lower = lower_ascii(text);
  for (const Sign& known : signs) {
    if (known.sign == lower) return Currency::parse(known.code);
  }
  return Currency::parse(upper(text));
}

const SharedSign* shared_sign(std::string_view sign) {
  const auto* found = std::find_if(shared_signs.begin(), shared_signs.end(),
                                   [&](const SharedSign& known) { return known.sign == sign; });
  return found == shared_signs.end() ? nullptr : found;
}

std::string_view read_period(std::string_view text) {
  std::string_view per;
  for (const std::string& word : words_of_price(text)) {
    const std::string lower = lower_ascii(word);
    if (is_among(fillers, lower)) continue;
    const std::string_view found = period_of(lower);
    if (found.empty() || !per.empty()) return {};
    per = found;
  }
  return per;
}

}  // namespace martech_audit::import
