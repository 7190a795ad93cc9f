#include "model/read_scalar.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/dates.h"
#include "base/edit_distance.h"
#include "base/placeholder.h"
#include "base/text.h"
#include "document/scalar.h"

namespace martech_audit::model {
namespace {

using Read = std::optional<Value>;

std::string example(const Field& field) {
  switch (field.kind) {
    case FieldKind::id:
      return "write a short name in small letters, for instance acme-crm";
    case FieldKind::integer:
      return "write a whole number, for instance 12";
    case FieldKind::decimal:
      return "write a number, for instance 1200 or 1200.50";
    case FieldKind::currency:
      return "write three letters such as EUR or USD";
    case FieldKind::boolean:
      return "write true or false";
    case FieldKind::reference:
      return fmt::format("write {}, as in the inventory", expected(field));
    default:
      return "write a text, in quotes if it contains ': ', brackets or braces";
  }
}

Read wrong(Node node, const Field& field, Diagnostics& diagnostics, std::string hint = {}) {
  if (hint.empty()) hint = example(field);
  diagnostics.error(node.where(),
                    fmt::format("{} must be {}, not {}", subject(field), expected(field), found(node)),
                    std::move(hint));
  return std::nullopt;
}

Read read_text(Node node, const Field& field, Diagnostics& diagnostics) {
  const bool is_empty = trim(node.text()).empty();
  const bool says_nothing = !is_empty && field.evidence && is_placeholder(node.text());
  if (!is_empty && !says_nothing) return Value::string(node.text());
  if (field.presence == Presence::required) {
    diagnostics.error(node.where(),
                      is_empty ? fmt::format("'{}' is required and cannot be empty", field.name)
                               : fmt::format("'{}' is required and cannot be a placeholder", field.name),
                      fmt::format("write {}: …", field.name));
  } else if (is_empty) {
    diagnostics.warning(node.where(), fmt::format("{} is empty and is treated as missing", subject(field)));
  } else {
    warn_of_placeholder(node, subject(field), diagnostics);
  }
  return std::nullopt;
}

bool is_id(std::string_view text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (text.empty() || !plain(text[0])) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) { return plain(c) || c == '-'; });
}

// A malformed id is reported and kept, so that what refers to it is not reported too.
Read read_id(Node node, const Field& field, Diagnostics& diagnostics) {
  const std::string_view text = node.text();
  if (trim(text).empty()) return wrong(node, field, diagnostics);
  if (!is_id(text)) {
    diagnostics.error(
        node.where(),
        fmt::format("'{}' is not an id: only a-z, 0-9 and -, starting with a letter or digit", text),
        fmt::format("write {}", slug(text)));
  }
  return Value::string(text);
}

Read read_word(Node node, const Field& field, Diagnostics& diagnostics) {
  const std::string_view text = node.text();
  for (const std::string_view word : field.words) {
    if (word == text) return Value::string(word);
  }
  diagnostics.error(node.where(), fmt::format("'{}' cannot be '{}'", field.name, text), [&] {
    const std::string hint = did_you_mean(text, field.words);
    return hint.empty() ? fmt::format("one of: {}", fmt::join(field.words, ", ")) : hint;
  });
  return std::nullopt;
}

std::string currency_hint(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (Currency::parse(upper)) return "write " + upper;
  if (text == "€" || upper == "EURO" || upper == "EUROS") return "write EUR";
  if (text == "£") return "write GBP";
  if (text == "$") return "write USD, AUD, CAD, …";
  return "write three letters such as EUR or USD";
}

Read read_currency(Node node, Diagnostics& diagnostics) {
  if (Currency::parse(node.text())) return Value::string(node.text());
  diagnostics.error(node.where(), fmt::format("'{}' is not a currency code of ISO 4217", node.text()),
                    currency_hint(node.text()));
  return std::nullopt;
}

Read read_boolean(Node node, const Field& field, Diagnostics& diagnostics) {
  if (const auto value = martech_audit::boolean(node.text(), node.plain())) return Value::boolean(*value);
  if (const auto old = old_boolean(node.text(), node.plain())) {
    diagnostics.error(
        node.where(),
        fmt::format("'{}' must be true or false; '{}' is text in YAML 1.2", field.name, node.text()),
        *old ? "write true" : "write false");
    return std::nullopt;
  }
  const auto quoted = martech_audit::boolean(node.text(), true);
  return wrong(node, field, diagnostics,
               quoted ? fmt::format("write {} without quotes", node.text()) : std::string());
}

std::string number_hint(Node node, const Field& field) {
  if (!node.plain() && is_number(node.text(), true))
    return fmt::format("write {} without quotes", node.text());
  const std::string plain = as_plain_number(node.text());
  const bool has_point = plain.find('.') != std::string::npos;
  if (plain.empty() || (has_point && field.kind == FieldKind::integer)) return {};
  return fmt::format("write {}", plain);
}

Read out_of_range(Node node, const Field& field, bool negative, Diagnostics& diagnostics) {
  const std::string must =
      negative && field.range.least == 0 ? "cannot be negative" : "must be " + in_words(field.range);
  diagnostics.error(node.where(), fmt::format("'{}' {}, not {}", field.name, must, shorten(node.text(), 40)),
                    "correct it, or leave it out if unknown");
  return std::nullopt;
}

// A number that is too large for a double lies outside every bound.
bool lies_outside(std::optional<double> number, const Range& range) {
  if (range.most == Range{}.most) return false;
  return !number || *number < static_cast<double>(range.least) || *number > static_cast<double>(range.most);
}

// Of what is no value of the field's kind.
Read unread_number(Node node, const Field& field, Diagnostics& diagnostics) {
  const std::string_view text = node.text();
  const bool fraction = field.kind == FieldKind::integer && martech_audit::decimal(text, node.plain());
  if (fraction || !is_number(text, node.plain()))
    return wrong(node, field, diagnostics, number_hint(node, field));
  if (lies_outside(real(text, true), field.range))
    return out_of_range(node, field, text.starts_with('-'), diagnostics);
  diagnostics.error(node.where(), fmt::format("'{}' has too many digits", field.name),
                    "write at most 18 digits, 9 of them after the decimal point");
  return std::nullopt;
}

Read read_integer(Node node, const Field& field, Diagnostics& diagnostics) {
  const auto value = whole_number(node.text(), node.plain());
  if (!value) return unread_number(node, field, diagnostics);
  if (!in_range({*value, 0}, field.range)) return out_of_range(node, field, *value < 0, diagnostics);
  return Value::integer(*value);
}

Read read_decimal(Node node, const Field& field, Diagnostics& diagnostics) {
  const auto value = martech_audit::decimal(node.text(), node.plain());
  if (!value) return unread_number(node, field, diagnostics);
  if (!in_range(*value, field.range)) return out_of_range(node, field, value->mantissa < 0, diagnostics);
  return Value::decimal(value->mantissa, static_cast<std::uint32_t>(value->scale));
}

// Other systems write the year 9999 or 1900 where they know no day.
Read read_day(Node node, const Field& field, Date day, bool before, Diagnostics& diagnostics) {
  const int year = static_cast<int>(day.year());
  if (in_range(Decimal{year, 0}, field.range)) return Value::date(days_since_epoch(day), before);
  const std::string years = fmt::format("years go from {} to {}", field.range.least, field.range.most);
  if (field.presence == Presence::required) {
    diagnostics.error(node.where(), fmt::format("'{}' is in the year {:04}", field.name, year),
                      years + "; write the correct date");
  } else {
    diagnostics.warning(node.where(),
                        fmt::format("'{}' is in the year {:04} and is treated as missing", field.name, year),
                        years + "; leave it out if there is no such date");
  }
  return std::nullopt;
}

// A date, or {before: DATE}. JSON has no plain dates, so quotes do not matter.
Read read_date(Node node, const Field& field, Diagnostics& diagnostics) {
  const bool before = node.is_mapping() && node.size() == 1 && node.find("before");
  const Node written = before ? node.find("before") : node;
  if (!written.is_scalar())
    return wrong(node, field, diagnostics, "write 2026-01-31, or {before: 2026-01-31}");
  if (const auto day = parse_date(written.text())) return read_day(written, field, *day, before, diagnostics);
  const std::string iso = as_iso_date(written.text());
  return wrong(written, field, diagnostics,
               iso.empty() ? "write year-month-day, for instance 2026-01-31" : "write " + iso);
}

Read read_plain(Node node, const Field& field, Diagnostics& diagnostics) {
  switch (field.kind) {
    case FieldKind::id:
      return read_id(node, field, diagnostics);
    case FieldKind::word:
      return read_word(node, field, diagnostics);
    case FieldKind::currency:
      return read_currency(node, diagnostics);
    case FieldKind::boolean:
      return read_boolean(node, field, diagnostics);
    case FieldKind::integer:
      return read_integer(node, field, diagnostics);
    case FieldKind::decimal:
      return read_decimal(node, field, diagnostics);
    default:
      return read_text(node, field, diagnostics);
  }
}

}  // namespace

void warn_of_placeholder(Node node, std::string_view what, Diagnostics& diagnostics) {
  diagnostics.warning(node.where(), fmt::format("{} is '{}', a placeholder, and is treated as missing", what,
                                                shorten(node.text(), 40)));
}

Read read_scalar(Node node, const Field& field, Diagnostics& diagnostics) {
  if (field.kind == FieldKind::date) return read_date(node, field, diagnostics);
  if (!node.is_scalar()) return wrong(node, field, diagnostics);
  return read_plain(node, field, diagnostics);
}

bool in_range(Decimal number, const Range& range) {
  std::int64_t one = 1;
  for (std::int32_t i = 0; i < number.scale; ++i) one *= 10;
  const std::int64_t whole = number.mantissa / one;
  const std::int64_t rest = number.mantissa % one;
  const bool below = whole < range.least || (whole == range.least && rest < 0);
  const bool above = whole > range.most || (whole == range.most && rest > 0);
  return !below && !above;
}

std::string in_words(const Range& range) {
  if (range.most == Range{}.most) return fmt::format("{} or more", range.least);
  return fmt::format("from {} to {}", in_digits(range.least), in_digits(range.most));
}

std::string in_digits(std::int64_t number) {
  std::string digits = fmt::format("{}", number);
  const std::size_t sign = number < 0 ? 1 : 0;
  if (digits.size() - sign < 5) return digits;
  for (std::size_t at = digits.size(); at > sign + 3;) digits.insert(at -= 3, "_");
  return digits;
}

std::string with_article(std::string_view noun) {
  const bool vowel = std::string_view("aeiou").find(noun[0]) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", noun);
}

std::string subject(const Field& field) {
  return fmt::format("{}'{}'", field.list ? "an entry of " : "", field.name);
}

std::string found(Node node) {
  switch (node.kind()) {
    case NodeKind::null:
      return "nothing";
    case NodeKind::scalar:
      return fmt::format("'{}'", shorten(node.text(), 40));
    case NodeKind::sequence:
      return "a list";
    case NodeKind::mapping:
      return "a mapping";
  }
  return {};
}

std::string expected(const Field& field) {
  switch (field.kind) {
    case FieldKind::text:
      return "text";
    case FieldKind::id:
      return "an id";
    case FieldKind::word:
      return "a word";
    case FieldKind::currency:
      return "a currency code";
    case FieldKind::boolean:
      return "true or false";
    case FieldKind::integer:
      return "a whole number";
    case FieldKind::decimal:
      return "a number";
    case FieldKind::date:
      return "a date";
    case FieldKind::reference:
      return field.target == EntityKind::party ? "the id of a person or team"
                                               : "the id of " + with_article(name(field.target));
    case FieldKind::block:
      return "a block";
    case FieldKind::map:
      return "a mapping";
  }
  return {};
}

}  // namespace martech_audit::model
