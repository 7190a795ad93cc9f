#include "rules/value_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/dates.h"
#include "base/decimals.h"
#include "cel/cel.h"
#include "martech_audit/inventory.h"

namespace martech_audit::rules {
namespace {

// At most two decimals, none of them a closing zero.
std::string number_text(double number) {
  if (!std::isfinite(number) || std::abs(number) >= 1e15) return fmt::format("{}", number);
  std::string text = fmt::format("{:.2f}", number);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string instant_text(const Value& timestamp) {
  const bool midnight = timestamp.seconds() % seconds_a_day == 0 && timestamp.nanos() == 0;
  if (midnight) return to_string(from_days(timestamp.seconds() / seconds_a_day));
  const std::string whole = cel::to_text(timestamp);  // timestamp("…")
  const std::size_t begin = whole.find('"') + 1;
  return whole.substr(begin, whole.rfind('"') - begin);
}

void append_record(std::string& out, const Record& record) {
  for (const std::string_view field : {"name", "title", "id"}) {
    const Value value = read(record, field);
    if (!value.is(ValueKind::string)) continue;
    out += value.as_text();
    return;
  }
  out += '?';
}

void append_list(std::string& out, std::span<const Value> items) {
  // Lists may share parts, so that a few of them print as more than there is memory; no message is that long.
  constexpr std::size_t most_bytes = 65'536;
  for (std::size_t i = 0; i < items.size() && out.size() < most_bytes; ++i) {
    if (i > 0) out += ", ";
    append_text(out, items[i]);
  }
}

void append_optional(std::string& out, const Value* content) {
  if (content == nullptr) {
    out += "none";
  } else {
    append_text(out, *content);
  }
}

std::string grouped(std::string digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  for (std::size_t at = point; at > first + 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

}  // namespace

void append_text(std::string& out, const Value& value) {
  switch (value.kind()) {
    case ValueKind::null:
      out += "none";
      break;
    case ValueKind::boolean:
      out += value.as_boolean() ? "true" : "false";
      break;
    case ValueKind::integer:
      out += std::to_string(value.as_integer());
      break;
    case ValueKind::unsigned_integer:
      out += std::to_string(value.as_unsigned());
      break;
    case ValueKind::real:
      out += number_text(value.as_real());
      break;
    case ValueKind::decimal:
      out += number_text(decimal_of(value).to_double());
      break;
    case ValueKind::string:
    case ValueKind::type:
      out += value.as_text();
      break;
    case ValueKind::list:
      append_list(out, value.as_list());
      break;
    case ValueKind::timestamp:
      out += instant_text(value);
      break;
    case ValueKind::date:
      out += to_string(from_days(value.as_integer()));
      break;
    case ValueKind::record:
      append_record(out, *value.as_record());
      break;
    case ValueKind::optional:
      append_optional(out, value.as_optional());
      break;
    case ValueKind::unknown:
    case ValueKind::error:
      out += '?';
      break;
    case ValueKind::bytes:
    case ValueKind::map:
    case ValueKind::duration:
      out += cel::to_text(value);
      break;
  }
}

std::string money_text(double major, Currency currency) {
  if (!std::isfinite(major) || std::abs(major) >= 1e15) return fmt::format("{} {}", currency.code(), major);
  const int decimals = std::abs(major) >= 100 ? 0 : currency.decimals();
  std::string digits = fmt::format("{:.{}f}", major, decimals);
  if (digits.find_first_not_of("-0.") == std::string::npos && digits.front() == '-') digits.erase(0, 1);
  return fmt::format("{} {}", currency.code(), grouped(std::move(digits)));
}

std::string percent_text(double share) {
  const double percent = std::round(share * 100);
  if (percent == 0 && share > 0) return "<1%";
  if (percent == 100 && share < 1) return ">99%";
  return fmt::format("{:.0f}%", percent == 0 ? 0.0 : percent);  // never "-0%"
}

}  // namespace martech_audit::rules
