// Values as text.
#include <charconv>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "base/dates.h"
#include "base/text.h"
#include "cel/cel.h"
#include "cel/values.h"
#include "martech_audit/record.h"

namespace martech_audit::cel {

namespace {

std::string fraction(std::uint32_t nanos) {
  if (nanos == 0) return {};
  std::string digits = fmt::format(".{:09}", nanos);
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

std::string bytes_literal(std::string_view bytes) {
  std::string out = "b\"";
  for (const char c : bytes) {
    const auto octet = static_cast<unsigned char>(c);
    const bool plain = octet >= 0x20 && octet < 0x7f && c != '"' && c != '\\';
    out += plain ? std::string(1, c) : fmt::format("\\x{:02x}", octet);
  }
  return out + "\"";
}

// A double must not read as an int.
std::string real_literal_text(double number) {
  std::string text = real_text(number);
  const bool finite = std::isfinite(number);
  if (finite && text.find_first_of(".e") == std::string::npos) text += ".0";
  return finite ? text : "double(\"" + text + "\")";
}

std::string missing_text(const Value& unknown) {
  std::string out = "unknown(";
  for (const Missing& missing : unknown.missing()) {
    if (out.back() != '(') out += ", ";
    out += missing.path;
    if (!missing.not_applicable.empty()) out += " (not applicable)";
  }
  return out + ")";
}

// Appends to one text, and stops with "…" where the value is too deep or the text too long: values may share
// parts.
class Writer {
 public:
  std::string take() { return std::move(out_); }

  void write(const Value& value, int depth) {
    if (depth > deepest_value || out_.size() > longest_text) {
      out_ += "…";
      return;
    }
    switch (value.kind()) {
      case ValueKind::list:
        return write_list(value.as_list(), depth + 1);
      case ValueKind::map:
        return write_map(*value.as_map(), depth + 1);
      case ValueKind::optional:
        return write_optional(value.as_optional(), depth + 1);
      default:
        out_ += simple(value);
    }
  }

 private:
  static std::string simple(const Value& value);

  void write_list(std::span<const Value> items, int depth) {
    out_ += '[';
    for (const Value& item : items) {
      if (&item != &items.front()) out_ += ", ";
      write(item, depth);
      if (out_.size() > longest_text) break;
    }
    out_ += ']';
  }

  void write_map(const Map& map, int depth) {
    out_ += '{';
    for (const MapEntry& entry : map.entries) {
      if (&entry != &map.entries.front()) out_ += ", ";
      write(entry.key, depth);
      out_ += ": ";
      write(entry.value, depth);
      if (out_.size() > longest_text) break;
    }
    out_ += '}';
  }

  void write_optional(const Value* content, int depth) {
    out_ += content == nullptr ? "optional.none()" : "optional.of(";
    if (content == nullptr) return;
    write(*content, depth);
    out_ += ')';
  }

  static constexpr std::size_t longest_text = 64 * 1024;
  std::string out_;
};

std::string Writer::simple(const Value& value) {
  switch (value.kind()) {
    case ValueKind::null:
      return "null";
    case ValueKind::boolean:
      return value.as_boolean() ? "true" : "false";
    case ValueKind::integer:
      return fmt::format("{}", value.as_integer());
    case ValueKind::unsigned_integer:
      return fmt::format("{}u", value.as_unsigned());
    case ValueKind::real:
      return real_literal_text(value.as_real());
    case ValueKind::string:
      return quoted(value.as_text());
    case ValueKind::bytes:
      return bytes_literal(value.as_text());
    case ValueKind::timestamp:
      return "timestamp(\"" + timestamp_text(value) + "\")";
    case ValueKind::duration:
      return "duration(\"" + duration_text(value) + "\")";
    case ValueKind::type:
      return std::string(value.as_text());
    case ValueKind::record:
      return fmt::format("record({}, {})", value.as_record()->shape, value.as_record()->index);
    case ValueKind::decimal:
      return fmt::format("decimal({}, {})", value.as_integer(), value.scale());
    case ValueKind::date:
      return fmt::format("date({}{})", value.is_before() ? "before " : "", value.as_integer());
    case ValueKind::unknown:
      return missing_text(value);
    case ValueKind::error:
      return "error(" + quoted(value.as_error()->message) + ")";
    default:
      return {};
  }
}

}  // namespace

std::string to_text(const Value& value) {
  Writer writer;
  writer.write(value, 0);
  return writer.take();
}

std::string real_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
  char buffer[32];
  const double size = std::abs(number);
  const bool plain = number == 0 || (size >= 1e-4 && size < 1e21);
  const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
  const auto end = std::to_chars(std::begin(buffer), std::end(buffer), number, format).ptr;
  return {buffer, end};
}

std::string timestamp_text(const Value& timestamp) {
  using std::chrono::days;
  const std::int64_t second_of_day = ((timestamp.seconds() % seconds_a_day) + seconds_a_day) % seconds_a_day;
  const std::int64_t whole_days = (timestamp.seconds() - second_of_day) / seconds_a_day;
  const std::chrono::year_month_day date{std::chrono::sys_days{days{whole_days}}};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     second_of_day / 3600, second_of_day / 60 % 60, second_of_day % 60,
                     fraction(timestamp.nanos()));
}

std::string duration_text(const Value& duration) {
  std::int64_t seconds = duration.seconds();
  std::uint32_t nanos = duration.nanos();
  const bool negative = seconds < 0;
  if (negative) {
    seconds = -seconds;
    if (nanos > 0) {
      --seconds;
      nanos = 1'000'000'000 - nanos;
    }
  }
  return fmt::format("{}{}{}s", negative ? "-" : "", seconds, fraction(nanos));
}

std::string quoted(std::string_view text) {
  static constexpr std::string_view escaped = "\a\b\f\n\r\t\v\\\"";
  static constexpr std::string_view letters = "abfnrtv\\\"";
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = escaped.find(text[at]);
    if (found != std::string_view::npos) {
      out += {'\\', letters[found]};
      ++at;
    } else {
      append_utf8(out, next_code_point(text, at));  // invalid octets become U+FFFD
    }
  }
  return out + "\"";
}

}  // namespace martech_audit::cel
