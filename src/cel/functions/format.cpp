// string.format: clauses %s %d %f %e %b %o %x %X, the fraction's digits as in %.2f, and %%.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cel/functions/functions.h"
#include "cel/functions/support.h"
#include "cel/values.h"

namespace martech_audit::cel::functions {

namespace {

constexpr int usual_precision = 6;
constexpr int most_precision = 1000;

struct Clause {
  char letter = 0;
  int precision = usual_precision;
};

// What a clause gives for a value; nothing where it cannot show such a value.
using Text = std::optional<std::string>;

std::optional<std::string_view> not_finite(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
  return std::nullopt;
}

Text plain(const Value& value, const CallContext& context, int depth = 0);

Text plain_list(std::span<const Value> items, const CallContext& context, int depth) {
  std::string out = "[";
  for (const Value& item : items) {
    const Text text = plain(item, context, depth);
    if (!text) return std::nullopt;
    out += (out.size() > 1 ? ", " : "") + *text;
  }
  return out + "]";
}

// In the order of the keys as text, since a map has none.
Text plain_map(const Map& map, const CallContext& context, int depth) {
  std::vector<std::pair<std::string, std::string>> entries;
  for (const MapEntry& entry : map.entries) {
    const Text key = plain(entry.key, context, depth);
    const Text value = plain(entry.value, context, depth);
    if (!key || !value) return std::nullopt;
    entries.emplace_back(*key, *value);
  }
  std::sort(entries.begin(), entries.end());
  std::string out = "{";
  for (const auto& [key, value] : entries)
    out.append(out.size() > 1 ? ", " : "").append(key).append(": ").append(value);
  return out + "}";
}

std::string bytes_as_text(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) append_utf8(out, next_code_point(bytes, at));
  return out;
}

Text plain(const Value& value, const CallContext& context, int depth) {
  if (depth > deepest_value || !afford(context, weight(value))) return std::nullopt;
  switch (value.kind()) {
    case ValueKind::null:
      return "null";
    case ValueKind::boolean:
      return value.as_boolean() ? "true" : "false";
    case ValueKind::integer:
      return std::to_string(value.as_integer());
    case ValueKind::unsigned_integer:
      return std::to_string(value.as_unsigned());
    case ValueKind::real:
      return real_text(value.as_real());
    case ValueKind::string:
    case ValueKind::type:
      return std::string(value.as_text());
    case ValueKind::bytes:
      return bytes_as_text(value.as_text());
    case ValueKind::timestamp:
      return timestamp_text(value);
    case ValueKind::duration:
      return duration_text(value);
    case ValueKind::list:
      return plain_list(value.as_list(), context, depth + 1);
    case ValueKind::map:
      return plain_map(*value.as_map(), context, depth + 1);
    default:
      return std::nullopt;
  }
}

Text decimal(const Value& value, const CallContext& context) {
  if (value.is(ValueKind::real)) {
    const auto word = not_finite(value.as_real());
    return word ? Text(*word) : std::nullopt;
  }
  return is_number(value) ? plain(value, context) : std::nullopt;
}

std::optional<double> number_of(const Value& value) {
  return is_number(value) ? std::optional(as_double(value)) : std::nullopt;
}

Text fractional(const Value& value, const Clause& clause) {
  const std::optional<double> number = number_of(value);
  if (!number) return std::nullopt;
  if (const auto word = not_finite(*number)) return std::string(*word);
  std::string buffer(static_cast<std::size_t>(clause.precision) + 400,
                     '\0');  // the longest double has 309 digits
  const auto form = clause.letter == 'f' ? std::chars_format::fixed : std::chars_format::scientific;
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), *number, form, clause.precision).ptr;
  return std::string(buffer.data(), end);
}

// Digits to a base that is a power of two; the sign stands before them.
Text to_base(const Value& value, char letter) {
  std::uint64_t size = 0;
  bool negative = false;
  if (value.is(ValueKind::integer)) {
    negative = value.as_integer() < 0;
    size = negative ? 0 - static_cast<std::uint64_t>(value.as_integer())
                    : static_cast<std::uint64_t>(value.as_integer());
  } else if (value.is(ValueKind::unsigned_integer)) {
    size = value.as_unsigned();
  } else if (value.is(ValueKind::boolean) && letter == 'b') {
    return value.as_boolean() ? "1" : "0";
  } else {
    return std::nullopt;
  }
  const std::string sign = negative ? "-" : "";
  switch (letter) {
    case 'b':
      return sign + fmt::format("{:b}", size);
    case 'o':
      return sign + fmt::format("{:o}", size);
    case 'x':
      return sign + fmt::format("{:x}", size);
    default:
      return sign + fmt::format("{:X}", size);
  }
}

Text hexadecimal(const Value& value, char letter) {
  if (!value.is(ValueKind::string) && !value.is(ValueKind::bytes)) return to_base(value, letter);
  std::string out;
  for (const char c : value.as_text()) {
    const auto octet = static_cast<unsigned char>(c);
    out += letter == 'x' ? fmt::format("{:02x}", octet) : fmt::format("{:02X}", octet);
  }
  return out;
}

Text show(const Clause& clause, const Value& value, const CallContext& context) {
  switch (clause.letter) {
    case 's':
      return plain(value, context);
    case 'd':
      return decimal(value, context);
    case 'e':
    case 'f':
      return fractional(value, clause);
    case 'b':
    case 'o':
      return to_base(value, clause.letter);
    default:
      return hexadecimal(value, clause.letter);
  }
}

// The clause after a '%'; nothing where there is no such one. `at` is after what was read.
std::optional<Clause> read_clause(std::string_view text, std::size_t& at) {
  Clause clause;
  if (at < text.size() && text[at] == '.') {
    const char* end = text.data() + text.size();
    const auto [rest, fault] = std::from_chars(text.data() + at + 1, end, clause.precision);
    at = static_cast<std::size_t>(rest - text.data());
    if (fault != std::errc{} || clause.precision < 0 || clause.precision > most_precision)
      return std::nullopt;
  }
  if (at == text.size()) return std::nullopt;
  clause.letter = text[at];
  const bool known = std::string_view("sdfeboxX").find(clause.letter) != std::string_view::npos;
  next_code_point(text, at);
  return known ? std::optional(clause) : std::nullopt;
}

Value format_(const CallContext& context, Arguments arguments) {
  const std::string_view text = arguments[0].as_text();
  const std::span<const Value> values = arguments[1].as_list();
  std::string out;
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '%') {
      out.push_back(text[at++]);
      continue;
    }
    if (text.substr(at).starts_with("%%")) {
      out.push_back('%');
      at += 2;
      continue;
    }
    const std::size_t begin = at++;
    const std::optional<Clause> clause = read_clause(text, at);
    if (!clause) return context.error("there is no format clause " + quoted(text.substr(begin, at - begin)));
    if (used == values.size()) return context.error("the format has more clauses than there are values");
    const Text shown = show(*clause, values[used], context);
    if (!shown) {
      return context.error("the format clause " + quoted(text.substr(begin, at - begin)) + " cannot show a " +
                           std::string(type_name(values[used].kind())));
    }
    out += *shown;
    ++used;
    if (!afford(context, shown->size() / 16) || is_too_long(out)) break;
  }
  return string_result(context, out);
}

constexpr Overload overloads[] = {{"string.format(list(dyn)) -> string", &format_}};

}  // namespace

const Function format{"format", overloads, "Formats the values of a list with %s %d %.2f %e %b %o %x.",
                      "'%s: %.1f'.format(['cost', 2])", "\"cost: 2.0\""};

}  // namespace martech_audit::cel::functions
