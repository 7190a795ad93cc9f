// Members of JSON objects as typed values. Whatever is missing or of another kind is reported at its place,
// and a value that stands for nothing is returned in its stead.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "martech_audit/date.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/money.h"

namespace martech_audit::saved {

class Fields {
 public:
  Fields(Node node, Diagnostics& diagnostics);  // reports what is no object

  Node node() const { return node_; }
  Diagnostics& diagnostics() const { return diagnostics_; }

  bool is_null(std::string_view key) const;
  std::string_view text(std::string_view key) const;
  std::string_view text_or_empty(std::string_view key) const;  // empty for null
  bool boolean(std::string_view key) const;
  std::int64_t integer(std::string_view key) const;
  std::uint32_t count(std::string_view key) const;
  double real(std::string_view key) const;
  std::optional<double> real_or_none(std::string_view key) const;
  std::int64_t billionths(std::string_view key) const;  // a decimal of at most nine places
  std::int64_t points(std::string_view key) const;      // of the gap score: 0 to 100
  Date date(std::string_view key) const;
  std::optional<Date> date_or_none(std::string_view key) const;
  Money money(std::string_view key) const;
  std::optional<Money> money_or_none(std::string_view key) const;
  Fields object(std::string_view key) const;

  // The word that `parse` understands.
  template <class Parse>
  auto word(std::string_view key, Parse parse) const {
    const Node member = scalar(key, "text");
    const auto parsed = member ? parse(member.text()) : decltype(parse({})){};
    if (member && !parsed) wrong(member, "a word that this version knows");
    return parsed.value_or(typename decltype(parse({}))::value_type{});
  }

  // Each item of a list, as a node.
  template <class Take>
  void each(std::string_view key, Take take) const {
    const Node list = member(key);
    if (!list) return;
    if (!list.is_sequence()) return wrong(list, "a list");
    for (const Node item : list) take(item);
  }
  template <class Take>
  void each_object(std::string_view key, Take take) const {
    each(key, [&](Node item) { take(Fields(item, diagnostics_)); });
  }
  std::vector<std::string_view> texts(std::string_view key) const;  // of a list

  // Nothing for no node, which was reported as missing.
  void wrong(Node node, std::string_view expected) const;

 private:
  Node member(std::string_view key) const;  // no node where it is missing, which is reported
  Node scalar(std::string_view key, std::string_view expected) const;
  template <class Number>
  Number number(std::string_view key, std::string_view expected) const;

  Node node_;
  Diagnostics& diagnostics_;
};

// Every digit counts: "12.345678901" is 12'345'678'901. Nothing where it is no such decimal.
std::optional<std::int64_t> parse_billionths(std::string_view text);

}  // namespace martech_audit::saved
