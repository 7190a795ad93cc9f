// Forms of single members of a JSON report, and of what many of its structs have: places and entities.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "martech_audit/report.h"
#include "record/form.h"
#include "report/figures.h"

namespace martech_audit::report {

// Of what is written, which knows the report that a row is of.
template <class V>
const Rule& rule_of(const V& visit, std::uint32_t index) {
  if constexpr (V::writes) {
    return visit.context().rules[index];
  } else {
    static const Rule nobody;
    return nobody;
  }
}

// Billionths: points of the gap score; the degree of a gap, a share of 1; gap points, which have no end.
template <class T>
struct InPoints {
  T points;
};
template <class T>
InPoints<T> in_points(T&& points) {
  return {std::forward<T>(points)};
}
struct DegreeMember {
  Degree& degree;
};
struct GapPoints {
  std::int64_t& points;
};
struct Share {
  double share;
};
// Money in the report's currency, never below 0.
struct Minor {
  std::int64_t& minor;
};
struct MinorOrNull {
  std::optional<std::int64_t>& minor;
};
// Null where nobody knows, which is no 0.
struct KnownMinor {
  std::int64_t& minor;
  bool is_known;
};
template <class T>
struct Known {
  T& value;
  bool is_known;
};
// Lines and columns, from 1.
struct PlaceNumber {
  std::uint32_t& number;
};
// Of any kind of entity, as text.
struct KindName {
  EntityKind& kind;
};

// What a row names by its place in a list of the report.
struct RuleName {
  std::uint32_t& rule;
};
struct ToolName {
  std::uint32_t& tool;
};
struct ToolNames {
  std::vector<std::uint32_t>& tools;
};

// Null where the place has no path, and the location no source.
struct PlaceOrNull {
  Place& place;
};
Place place_of(const Location& location);  // without a path where it is nowhere

}  // namespace martech_audit::report

namespace martech_audit::record {

template <>
inline constexpr auto words_of<Severity> = report::severities_worst_first;
template <>
inline constexpr auto words_of<Effort> = std::array{Effort::low, Effort::medium, Effort::high};
template <>
inline constexpr auto words_of<SpendPart> =
    std::array{SpendPart::waste,     SpendPart::off_strategy, SpendPart::unproven,
               SpendPart::too_early, SpendPart::working,      SpendPart::not_known};
template <>
inline constexpr auto words_of<SpendBasis> = std::array{
    SpendBasis::none, SpendBasis::stated, SpendBasis::free, SpendBasis::paid, SpendBasis::estimated};
template <>
inline constexpr auto words_of<MoneyClass> =
    std::array{MoneyClass::recoverable, MoneyClass::at_risk, MoneyClass::exposed, MoneyClass::opportunity};

template <>
inline constexpr auto words_of<Act> = [] {
  std::array<Act, act_count> acts{};
  for (std::size_t i = 0; i < acts.size(); ++i) acts[i] = static_cast<Act>(i);
  return acts;
}();
template <>
inline constexpr auto words_of<Lane> = lanes;

template <class T>
struct Form<report::InPoints<T>> {
  static constexpr const char* type = "number";
  static void limits(auto& schema) {
    schema.minimum(0);
    schema.maximum(100);
  }
  static void write(auto& to, const report::InPoints<T>& of) { to.json().billionths(of.points); }
  static void read(auto& from, const auto& node, const report::InPoints<T>& of) {
    Points points = 0;
    from.billionths(node, points);
    if (points < 0 || points > 100 * points_per_point) return from.wrong(node, "points from 0 to 100");
    const_cast<Points&>(of.points) = points;
  }
};

template <>
struct Form<report::Share> {
  static constexpr const char* type = "number";
  static void limits(auto& schema) {
    schema.minimum(0);
    schema.maximum(1);
  }
  static void write(auto& to, const report::Share& of) { to.json().real(of.share); }
};

template <>
struct Form<report::Minor> {
  static void write(auto& to, const report::Minor& of) {
    Form<Money>::write(to, Money{of.minor, to.context().currency});
  }
  static void read(auto& from, const auto& node, const report::Minor& of) {
    Money money;
    from.object(node, money);
    if (money.minor < 0) return from.wrong(node, "an amount of 0 or more");
    of.minor = money.minor;
  }
  static void describe(auto& schema) { schema.template form<Money>(); }
};

template <>
struct Form<report::MinorOrNull> {
  static void write(auto& to, const report::MinorOrNull& of) {
    of.minor ? Form<report::Minor>::write(to, {*of.minor}) : to.json().null();
  }
  static void read(auto& from, const auto& node, const report::MinorOrNull& of) {
    if (!node.is_null()) Form<report::Minor>::read(from, node, {of.minor.emplace()});
  }
  static void describe(auto& schema) { schema.template or_null<Money>(); }
};

template <>
struct Form<report::KnownMinor> {
  static void write(auto& to, const report::KnownMinor& of) {
    of.is_known ? Form<report::Minor>::write(to, {of.minor}) : to.json().null();
  }
  static void read(auto& from, const auto& node, const report::KnownMinor& of) {
    if (!node.is_null()) Form<report::Minor>::read(from, node, {of.minor});
  }
  static void describe(auto& schema) { schema.template or_null<Money>(); }
};

template <class T>
struct Form<report::Known<T>> {
  static void write(auto& to, const report::Known<T>& of) {
    of.is_known ? Form<T>::write(to, of.value) : to.json().null();
  }
  static void read(auto& from, const auto& node, const report::Known<T>& of) {
    if (!node.is_null()) Form<T>::read(from, node, of.value);
  }
  static void describe(auto& schema) { schema.template or_null<T>(); }
};

template <>
struct Form<report::DegreeMember> : Form<report::Share> {
  static void write(auto& to, const report::DegreeMember& of) { to.json().billionths(of.degree); }
  static void read(auto& from, const auto& node, const report::DegreeMember& of) {
    std::int64_t degree = 0;
    from.billionths(node, degree);
    if (degree < 0 || degree > full_degree) return from.wrong(node, "a degree from 0 to 1");
    of.degree = static_cast<Degree>(degree);
  }
};

template <>
struct Form<report::GapPoints> : Plain {
  static constexpr const char* type = "number";
  static void write(auto& to, const report::GapPoints& of) { to.json().billionths(of.points); }
  static void read(auto& from, const auto& node, const report::GapPoints& of) {
    from.billionths(node, of.points);
  }
};

template <>
struct Form<report::PlaceNumber> {
  static constexpr const char* type = "integer";
  static void limits(auto& schema) { schema.minimum(1); }
  static void write(auto& to, const report::PlaceNumber& of) { to.json().unsigned_integer(of.number); }
  static void read(auto& from, const auto& node, const report::PlaceNumber& of) {
    from.number(node, of.number, "a count");
  }
};

template <>
struct Form<report::KindName> : Plain {
  static constexpr const char* type = "string";
  static void write(auto& to, const report::KindName& of) { to.json().string(name(of.kind)); }
  static void read(auto& from, const auto& node, const report::KindName& of) {
    from.parsed(node, of.kind, entity_kind);
  }
};

template <>
struct Form<report::RuleName> : Plain {
  static constexpr const char* type = "string";
  static void write(auto& to, const report::RuleName& of) {
    to.json().string(to.context().rules[of.rule].id);
  }
  static void read(auto& from, const auto& node, const report::RuleName& of) {
    of.rule = from.context().rule(node);
  }
};

template <>
struct Form<report::ToolName> : Plain {
  static constexpr const char* type = "string";
  static void write(auto& to, const report::ToolName& of) {
    to.json().string(to.context().tools[of.tool].tool.id);
  }
  static void read(auto& from, const auto& node, const report::ToolName& of) {
    of.tool = from.context().tool(node);
  }
};

template <>
struct Form<report::ToolNames> {
  static void write(auto& to, const report::ToolNames& of) {
    to.json().begin_array();
    for (std::uint32_t& tool : of.tools) Form<report::ToolName>::write(to, {tool});
    to.json().end_array();
  }
  static void read(auto& from, const auto& node, const report::ToolNames& of) {
    if (!node.is_sequence()) return from.wrong(node, "a list");
    for (const auto item : node) of.tools.push_back(from.context().tool(item));
  }
  static void describe(auto& schema) { schema.template list_of<std::string>(); }
};

// One of a few words that are no enumeration.
template <class T>
requires requires { T::words; }
struct Form<T> {
  static void write(auto& to, const T& of) { to.json().string(of.word); }
  static void read(auto& from, const auto& node, const T& of) { of.word = from.text(node); }
  static void describe(auto& schema) { schema.words(T::words); }
};

template <>
inline constexpr std::string_view named<Place> = "location";
template <>
struct Fields<Place> {
  // A machine-written inventory may be one line of megabytes, which no finding may repeat.
  static constexpr std::size_t longest_snippet = 1000;

  template <class V>
  static void of(V& visit, Place& place) {
    visit("path", place.path, "as given on the command line");
    visit("line", report::PlaceNumber{place.line}, "1-based");
    visit("column", report::PlaceNumber{place.column}, "1-based, in code points");
    visit("end_column", report::PlaceNumber{place.end_column},
          "one past the last column marked, on the same line");
    visit("pointer", or_null(place.pointer), "RFC 6901");
    std::string_view none;
    const bool is_long = V::writes && place.snippet.size() > longest_snippet;
    visit("snippet", or_null(is_long ? none : place.snippet), "the source line; null where it is very long");
  }
};

template <>
struct Form<report::PlaceOrNull> {
  static void write(auto& to, const report::PlaceOrNull& of) {
    of.place.path.empty() ? to.json().null() : to.object(of.place, JsonWriter::Layout::inlined);
  }
  static void read(auto& from, const auto& node, const report::PlaceOrNull& of) {
    if (!node.is_null()) from.object(node, of.place);
  }
  static void describe(auto& schema) { schema.template or_null<Place>(); }
};

// Written as a place is, without a pointer.
template <>
struct Form<Location> : Form<report::PlaceOrNull> {
  static void write(auto& to, const Location& location) {
    Place place = report::place_of(location);
    Form<report::PlaceOrNull>::write(to, {place});
  }
  static void read(auto& from, const auto& node, Location&) {
    Place place;
    Form<report::PlaceOrNull>::read(from, node, {place});
    from.context().read_place(place);
  }
};

template <>
inline constexpr std::string_view named<EntityRef> = "entity";
template <>
struct Fields<EntityRef> {
  template <class V>
  static void of(V& visit, EntityRef& entity) {
    visit("kind", report::KindName{entity.kind}, "what it is: tool, objective, organisation, ...");
    visit("id", or_null(entity.id), "null for the organisation");
    visit("name", or_null(entity.name));
  }
};

}  // namespace martech_audit::record
