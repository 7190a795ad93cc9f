// How values stand in JSON: each type's form is said once, and serves whoever writes, reads and describes it.
//
// A struct lists its members in Fields<T>:
//
//   template <>
//   struct record::Fields<SpendRow> {
//     template <class V>
//     static void of(V& visit, SpendRow& row) {
//       visit("name", row.name);
//       visit("annual_cost", row.annual_cost, "in the organisation's currency");
//       visit.derived("share", [&] { return row.share(); });  // written and described, never read
//     }
//   };
//
// Visitors are Writer (writer.h), Reader (reader.h), SchemaWriter (schema_writer.h) and, of what people
// write, HandReader (hand_reader.h). Every member is always there, but those that visit.optional() names. A
// type that has a name in named<T> is described once, under that name.
//
// Other forms say how they are written, read and described in Form<T>. The wrappers below give a member
// another form than its type has; they hold references, and are made where the member is visited.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "martech_audit/date.h"
#include "martech_audit/money.h"
#include "record/json_writer.h"

namespace martech_audit::record {

template <class T>
struct Fields;

// In place of a context: what is described is written by people.
struct ByHand {};

inline constexpr std::string_view currency_pattern = "^[A-Z]{3}$";
inline constexpr std::string_view identifier_pattern = "^[a-z0-9][a-z0-9-]*$";
inline constexpr std::string_view variable_pattern = "^[a-z_][a-z0-9_]*$";  // a name that expressions can use

// The name in the schema's $defs; empty: described where it stands.
template <class T>
inline constexpr std::string_view named = {};

// The words of an enumeration in their natural order; name() gives each its text.
template <class T>
inline constexpr std::array<T, 0> words_of = {};

template <class T>
concept Worded = !words_of<T>.empty();

// Something to refer to where a struct that only refers to others is described: its Fields<T> give one with
// example().
template <class T>
T& nothing() {
  static T empty{};
  return empty;
}

// A struct, by its fields.
template <class T>
struct Form {
  static void write(auto& to, const T& item) { to.object(item, JsonWriter::Layout::inlined); }
  static void read(auto& from, const auto& node, T& item) { from.object(node, item); }
  static void describe(auto& schema) { schema.template object<T>(); }
};

// ---- plain values: `type` is their JSON Schema type, limits() what else holds of them
// -----------------------

struct Plain {
  static void limits(auto&) {}
};

template <>
struct Form<bool> : Plain {
  static constexpr const char* type = "boolean";
  static void write(auto& to, bool value) { to.json().boolean(value); }
  static void read(auto& from, const auto& node, bool& value) { from.boolean(node, value); }
};

struct IntegerForm : Plain {
  static constexpr const char* type = "integer";
  static void write(auto& to, std::int64_t value) { to.json().integer(value); }
  static void read(auto& from, const auto& node, auto& value) { from.number(node, value, "a whole number"); }
};
template <>
struct Form<int> : IntegerForm {};
template <>
struct Form<std::int64_t> : IntegerForm {};

struct CountForm {
  static constexpr const char* type = "integer";
  static void limits(auto& schema) { schema.minimum(0); }
  static void write(auto& to, std::uint64_t value) { to.json().unsigned_integer(value); }
  static void read(auto& from, const auto& node, auto& value) { from.number(node, value, "a count"); }
};
template <>
struct Form<std::uint32_t> : CountForm {};
template <>
struct Form<std::uint64_t> : CountForm {};

template <>
struct Form<double> : Plain {
  static constexpr const char* type = "number";
  static void write(auto& to, double value) { to.json().real(value); }
  static void read(auto& from, const auto& node, double& value) { from.number(node, value, "a number"); }
};

struct TextForm {
  static constexpr const char* type = "string";
  static void limits(auto& schema) { schema.text_limits(); }
  static void write(auto& to, std::string_view text) { to.json().string(text); }
  static void read(auto& from, const auto& node, auto& text) { text = from.text(node); }
};
template <>
struct Form<std::string> : TextForm {};
template <>
struct Form<std::string_view> : TextForm {};

template <>
struct Form<Date> {
  static constexpr const char* type = "string";
  static void limits(auto& schema) { schema.member("format", "date"); }
  static void write(auto& to, Date date) { to.json().string(to_string(date)); }
  static void read(auto& from, const auto& node, Date& date) { from.date(node, date); }
};

template <Worded T>
struct Form<T> {
  static void write(auto& to, T value) { to.json().string(name(value)); }
  static void read(auto& from, const auto& node, T& value) { from.word(node, words_of<T>, value); }
  static void describe(auto& schema) {
    std::array<std::string_view, words_of<T>.size()> words;
    std::ranges::transform(words_of<T>, words.begin(), [](T value) { return name(value); });
    schema.words(words);
  }
};

// ---- what is made of other values
// ---------------------------------------------------------------------------

template <class T>
struct Form<std::optional<T>> {
  static void write(auto& to, const std::optional<T>& value) {
    value ? Form<T>::write(to, *value) : to.json().null();
  }
  static void write(auto& to, const std::optional<T>& value, JsonWriter::Layout layout) {
    value ? Form<T>::write(to, *value, layout) : to.json().null();
  }
  static void read(auto& from, const auto& node, std::optional<T>& value) {
    if (!node.is_null()) Form<T>::read(from, node, value.emplace());
  }
  static void describe(auto& schema) { schema.template or_null<T>(); }
};

template <class T>
struct Form<std::vector<T>> {
  static void write(auto& to, const std::vector<T>& items,
                    JsonWriter::Layout layout = JsonWriter::Layout::inlined) {
    to.json().begin_array(layout);
    for (const T& item : items) Form<T>::write(to, item);
    to.json().end_array();
  }
  static void read(auto& from, const auto& node, std::vector<T>& items) { from.items(node, items); }
  static void describe(auto& schema) { schema.template list_of<T>(); }
};

// On lines of their own: the items of a list, the members of a struct.
template <class T>
struct Lines {
  T value;
};
template <class T>
Lines<T> lines(T&& value) {
  return {std::forward<T>(value)};
}

template <class T>
struct Form<Lines<T>> {
  using Value = std::remove_cvref_t<T>;
  static void write(auto& to, const Lines<T>& lines) {
    if constexpr (requires { Form<Value>::write(to, lines.value, JsonWriter::Layout::lines); }) {
      Form<Value>::write(to, lines.value, JsonWriter::Layout::lines);
    } else {
      to.object(lines.value, JsonWriter::Layout::lines);
    }
  }
  static void read(auto& from, const auto& node, const Lines<T>& lines) {
    Form<Value>::read(from, node, const_cast<Value&>(static_cast<const Value&>(lines.value)));
  }
  static void describe(auto& schema) { schema.template form<Value>(); }
};

// Text of which the empty one is null.
template <class T>
struct OrNull {
  T& text;
};
template <class T>
OrNull<T> or_null(T& text) {
  return {text};
}
template <class T>
struct Form<OrNull<T>> {
  static void write(auto& to, const OrNull<T>& of) {
    of.text.empty() ? to.json().null() : to.json().string(of.text);
  }
  static void read(auto& from, const auto& node, const OrNull<T>& of) {
    if (!node.is_null()) of.text = from.text(node);
  }
  static void describe(auto& schema) { schema.template or_null<std::remove_const_t<T>>(); }
};

// Lower-case hexadecimal digits.
template <int digits, class T>
struct Hex {
  T& text;
};
template <int digits, class T>
Hex<digits, T> hex(T& text) {
  return {text};
}
template <int digits, class T>
struct Form<Hex<digits, T>> {
  static constexpr const char* type = "string";
  static void limits(auto& schema) { schema.member("pattern", "^[0-9a-f]{" + std::to_string(digits) + "}$"); }
  static void write(auto& to, const Hex<digits, T>& of) { to.json().string(of.text); }
  static void read(auto& from, const auto& node, const Hex<digits, T>& of) { of.text = from.text(node); }
};

// A decimal number with an exact text.
struct Digits {
  std::string text;
};
template <>
struct Form<Digits> : Plain {
  static constexpr const char* type = "number";
  static void write(auto& to, const Digits& digits) { to.json().number(digits.text); }
};

// An ISO 4217 code.
struct CurrencyCode {
  Currency& currency;
};
template <>
struct Form<CurrencyCode> {
  static constexpr const char* type = "string";
  static void limits(auto& schema) { schema.member("pattern", currency_pattern); }
  static void write(auto& to, const CurrencyCode& of) { to.json().string(of.currency.code()); }
  static void read(auto& from, const auto& node, const CurrencyCode& of) {
    from.parsed(node, of.currency, Currency::parse);
  }
};

template <>
inline constexpr std::string_view named<Money> = "money";
template <>
struct Fields<Money> {
  template <class V>
  static void of(V& visit, Money& money) {
    visit("minor", money.minor, "the exact amount, in the currency's smallest unit");
    visit.derived(
        "decimals", [&] { return static_cast<std::uint32_t>(money.currency.decimals()); },
        "digits after the point: 2 for EUR, 0 for JPY");
    visit("currency", CurrencyCode{money.currency}, "ISO 4217");
    visit.derived(
        "value", [&] { return Digits{money.to_string()}; }, "minor / 10^decimals");
  }
};

}  // namespace martech_audit::record
