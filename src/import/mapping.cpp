#include "import/mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/dates.h"
#include "base/edit_distance.h"
#include "base/text.h"
#include "document/scalar.h"
#include "import/header_names.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

constexpr std::array mapping_keys{
    "columns"sv, "currency"sv, "date_order"sv,   "defaults"sv, "exchange_rates"sv, "header_row"sv, "ignore"sv,
    "keep"sv,    "list"sv,     "organisation"sv, "people"sv,   "records"sv,        "rows"sv};
constexpr std::array column_keys{"default"sv, "field"sv,  "keep"sv, "otherwise"sv,
                                 "parse"sv,   "values"sv, "with"sv};
constexpr std::array people_keys{"evidence"sv, "last_used"sv, "only"sv, "person"sv,
                                 "removed"sv,  "sign_ins"sv,  "tool"sv};
constexpr std::array rate_keys{"as_of"sv, "rate"sv};

class MappingReader {
 public:
  explicit MappingReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Mapping read(Node root) {
    if (!check_keys(root, "a mapping", mapping_keys)) return {};
    if (const Node list = root.find("list")) mapping_.kind = kind_of(list);
    for (const Node value : root) read_member(value);
    return std::move(mapping_);
  }

 private:
  bool check_keys(Node node, std::string_view what, std::span<const std::string_view> known) {
    if (!node.is_mapping()) {
      diagnostics_.error(node.where(), fmt::format("{} must have keys, such as '{}'", what, known.front()));
      return false;
    }
    for (const Node value : node) {
      if (std::find(known.begin(), known.end(), value.key()) != known.end()) continue;
      diagnostics_.error(value.key_where(), fmt::format("{} has no key '{}'", what, value.key()),
                         [&] { return did_you_mean(value.key(), known); });
    }
    return true;
  }

  void read_member(Node value) {
    const std::string_view key = value.key();
    if (key == "columns") {
      for (const Node column : members(value)) read_column(column);
    } else if (key == "defaults") {
      mapping_.defaults = paths(value);
    } else if (key == "ignore") {
      mapping_.ignore = texts(value);
    } else if (key == "keep") {
      mapping_.keep = texts(value);
    } else if (key == "records") {
      mapping_.records = single(value);
    } else if (key == "rows") {
      mapping_.rows = single(value);
    } else if (key == "organisation") {
      mapping_.organisation = single(value);
    } else if (key == "exchange_rates") {
      for (const Node rate : members(value)) read_rate(rate);
    } else if (key == "people") {
      read_people(value);
    } else {
      read_setting(value);
    }
  }

  void read_setting(Node value) {
    const std::string_view key = value.key();
    if (key == "header_row") {
      const auto row = whole_number(value.text(), value.plain());
      if (row && *row > 0) {
        mapping_.header_row = static_cast<std::size_t>(*row);
      } else {
        diagnostics_.error(value.where(), "'header_row' must be the number of a row, 1 or more");
      }
    } else if (key == "currency") {
      mapping_.currency = Currency::parse(value.text());
      if (!mapping_.currency) {
        diagnostics_.error(value.where(),
                           fmt::format("'{}' is not a currency code of ISO 4217", value.text()),
                           "write three letters such as EUR or USD");
      }
    } else if (key == "date_order") {
      mapping_.order = date_order(value.text());
      if (!mapping_.order) diagnostics_.error(value.where(), "'date_order' must be dmy, mdy or ymd");
    }
  }

  EntityKind kind_of(Node list) {
    if (list.text() == "ledger") return EntityKind::ledger;
    if (list.text() != "tools") diagnostics_.error(list.where(), "'list' must be tools or ledger");
    return EntityKind::tool;
  }

  Node members(Node node) {
    if (!node.is_mapping() && !node.is_null()) {
      diagnostics_.error(node.where(), fmt::format("'{}' must be a mapping", node.key()));
    }
    return node;
  }

  std::string single(Node node) {
    if (!node.is_scalar())
      diagnostics_.error(node.where(), fmt::format("'{}' must be a single text", node.key()));
    return std::string(node.text());
  }

  std::vector<std::string> texts(Node node) {
    if (node.is_scalar()) return {std::string(node.text())};
    std::vector<std::string> list;
    if (!node.is_sequence()) diagnostics_.error(node.where(), fmt::format("'{}' must be a list", node.key()));
    for (const Node item : node) list.emplace_back(item.text());
    return list;
  }

  std::optional<Target> target(Node node, std::string_view path, std::string_view parse) {
    if (path.starts_with("x-") && path == "x-" + slug(path.substr(2))) {
      auto extra = extra_target(path, parse.empty() ? "text" : parse);
      if (!extra) diagnostics_.error(node.where(), fmt::format("'parse' must be {}", extra_kinds));
      return extra;
    }
    if (auto found = find_target(mapping_.kind, path)) return found;
    diagnostics_.error(node.where(), fmt::format("'{}' is not a field that a cell can fill", path), [&] {
      const std::vector<std::string> paths = target_paths(mapping_.kind);
      const std::string hint = did_you_mean(path, std::vector<std::string_view>(paths.begin(), paths.end()));
      return hint.empty() ? "use a field with a single value, such as contract.ends, or your own: x-…" : hint;
    });
    return std::nullopt;
  }

  std::vector<PathAndText> paths(Node node) {
    std::vector<PathAndText> list;
    for (const Node value : members(node)) {
      if (target(value.key_node(), value.key(), {})) list.emplace_back(value.key(), value.text());
    }
    return list;
  }

  void read_column(Node node) {
    ColumnRule rule{std::string(node.key()), node.key_where(), {}, {}, {}};
    Node field = node;
    std::string_view parse;
    if (node.is_mapping()) {
      check_keys(node, "a column", column_keys);
      field = node.find("field");
      if (const Node word = node.find("parse")) parse = word.text();
      read_details(node, rule);
    }
    if (!field) {
      diagnostics_.error(node.where(), fmt::format("column '{}' has no 'field'", node.key()),
                         "add 'field: …'");
      return;
    }
    auto found = target(field, field.text(), parse);
    if (!found) return;
    if (!parse.empty() && !found->is_extra()) {
      diagnostics_.error(node.find("parse").where(),
                         "'parse' is for x-… fields; the field decides how it is read");
    }
    rule.target = std::move(*found);
    mapping_.columns.push_back(std::move(rule));
  }

  void read_details(Node node, ColumnRule& rule) {
    if (const Node with = node.find("with")) rule.with = paths(with);
    if (const Node fallback = node.find("default")) rule.fallback = fallback.text();
    if (const Node keep = node.find("keep")) rule.keep = yes(keep);
    if (const Node otherwise = node.find("otherwise")) {
      rule.keep_others = otherwise.text() == "keep";
      if (!rule.keep_others) diagnostics_.error(otherwise.where(), "'otherwise' must be keep, or left out");
    }
    if (const Node values = node.find("values")) {
      for (const Node value : members(values)) {
        rule.values.emplace_back(header_key(value.key()),
                                 value.is_null() ? std::nullopt : std::optional(std::string(value.text())));
      }
    }
  }

  bool yes(Node node) {
    const auto value = boolean(node.text(), node.plain());
    if (!value) diagnostics_.error(node.where(), fmt::format("'{}' must be true or false", node.key()));
    return value.value_or(false);
  }

  void read_rate(Node node) {
    const auto currency = Currency::parse(node.key());
    if (!currency) {
      diagnostics_.error(node.key_where(),
                         fmt::format("'{}' is not a currency code of ISO 4217", node.key()));
      return;
    }
    if (node.is_mapping()) check_keys(node, "an exchange rate", rate_keys);
    const Node rate = node.is_mapping() ? node.find("rate") : node;
    const Node day = node.is_mapping() ? node.find("as_of") : Node();
    const auto number = rate ? decimal(rate.text(), rate.plain()) : std::nullopt;
    const auto as_of = day ? parse_date(day.text()) : std::nullopt;
    if (!number || number->mantissa <= 0) {
      diagnostics_.error(node.where(), fmt::format("the rate of {} must be a number above 0", node.key()),
                         "write {rate: 0.92, as_of: 2026-11-01}");
    } else if (day && !as_of) {
      diagnostics_.error(day.where(), "'as_of' must be a date", "write 2026-11-01");
    } else {
      mapping_.rates.push_back({*currency, *number, as_of});
    }
  }

  void read_people(Node node) {
    if (!check_keys(node, "'people'", people_keys)) return;
    PeopleRule rule;
    if (const Node person = node.find("person")) rule.person = texts(person);
    if (const Node tool = node.find("tool")) rule.tool = tool.text();
    if (const Node last = node.find("last_used")) rule.last_used = texts(last);
    if (const Node removed = node.find("removed")) rule.removed = removed.text();
    if (const Node sign_ins = node.find("sign_ins")) rule.sign_ins = yes(sign_ins);
    if (const Node only = node.find("only")) {
      for (const Node value : members(only)) rule.only.emplace_back(value.key(), texts(value));
    }
    if (const Node evidence = node.find("evidence")) {
      rule.evidence = evidence.text();
      const auto words = find_target(EntityKind::tool, "usage.evidence")->field->words;
      if (std::find(words.begin(), words.end(), rule.evidence) == words.end()) {
        diagnostics_.error(evidence.where(),
                           fmt::format("'evidence' must be one of: {}", fmt::join(words, ", ")));
      }
    }
    if (rule.person.empty()) {
      diagnostics_.error(node.where(), "'people' must say which column identifies a person",
                         "add 'person: Email'");
    }
    mapping_.people = std::move(rule);
  }

  Diagnostics& diagnostics_;
  Mapping mapping_;
};

template <class T, class KeyOf>
void add_missing(std::vector<T>& to, const std::vector<T>& from, KeyOf key_of) {
  std::set<decltype(key_of(from.front()))> known;
  for (const T& item : to) known.insert(key_of(item));
  for (const T& item : from) {
    if (known.insert(key_of(item)).second) to.push_back(item);
  }
}

}  // namespace

Mapping read_mapping(const Document& document, Diagnostics& diagnostics) {
  return MappingReader(diagnostics).read(document.root());
}

Mapping merged(Mapping first, const Mapping& second) {
  add_missing(first.columns, second.columns, [](const ColumnRule& rule) { return header_key(rule.heading); });
  add_missing(first.defaults, second.defaults, [](const auto& given) { return given.first; });
  add_missing(first.rates, second.rates, [](const auto& rate) { return std::string(rate.from.code()); });
  first.ignore.insert(first.ignore.end(), second.ignore.begin(), second.ignore.end());
  first.keep.insert(first.keep.end(), second.keep.begin(), second.keep.end());
  if (!first.header_row) first.header_row = second.header_row;
  if (first.records.empty()) first.records = second.records;
  if (first.rows.empty()) first.rows = second.rows;
  if (first.organisation.empty()) first.organisation = second.organisation;
  if (!first.currency) first.currency = second.currency;
  if (!first.order) first.order = second.order;
  if (!first.people) first.people = second.people;
  if (first.kind == EntityKind::tool) first.kind = second.kind;
  return first;
}

}  // namespace martech_audit::import
