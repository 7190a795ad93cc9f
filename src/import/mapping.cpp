#include "import/mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/edit_distance.h"
#include "base/text.h"
#include "document/scalar.h"
#include "import/header_names.h"
#include "model/field_table.h"
#include "record/hand_forms.h"

namespace martech_audit {
namespace import {
namespace {

using record::HandReader;

constexpr std::array<std::string_view, 2> list_words{"tools", "ledger"};
constexpr std::array<std::string_view, 3> date_order_words{"dmy", "mdy", "ymd"};
constexpr std::array<std::string_view, 1> otherwise_words{"keep"};

struct RateDraft {
  Node rate;
  std::optional<Date> as_of;
};

// Once its field and `parse` are known, what it fills is looked up.
struct ColumnDraft {
  EntityKind kind = EntityKind::tool;  // of what the records become
  ColumnRule rule;
  Node field, parse;
};

void report_no_target(EntityKind kind, Node node, std::string_view path, Diagnostics& diagnostics) {
  diagnostics.error(node.where(), fmt::format("'{}' is not a field that a cell can fill", path), [&] {
    const std::vector<std::string> paths = target_paths(kind);
    const std::string hint = did_you_mean(path, std::vector<std::string_view>(paths.begin(), paths.end()));
    return hint.empty() ? "use a field with a single value, such as contract.ends, or your own: x-…" : hint;
  });
}

// The target of that path; reported at the node where there is none.
std::optional<Target> target(EntityKind kind, Node node, std::string_view path, Node parse,
                             Diagnostics& diagnostics) {
  if (path.starts_with("x-") && path == "x-" + slug(path.substr(2))) {
    auto extra = extra_target(path, parse ? parse.text() : "text");
    if (!extra) diagnostics.error(parse.where(), fmt::format("'parse' must be {}", extra_kinds));
    return extra;
  }
  auto found = find_target(kind, path);
  if (!found) report_no_target(kind, node, path, diagnostics);
  if (found && parse) {
    diagnostics.error(parse.where(), "'parse' is for x-… fields; the field decides how it is read");
  }
  return found;
}

void read_kind(const HandReader& from, Node node, EntityKind& kind) {
  const auto word = record::read_word(node, "list", list_words, from.diagnostics());
  kind = word == 1 ? EntityKind::ledger : EntityKind::tool;
}

void read_row_number(const HandReader& from, Node node, std::optional<std::size_t>& row) {
  const auto number = whole_number(node.text(), node.is_scalar() && node.plain());
  if (number && *number > 0) {
    row = static_cast<std::size_t>(*number);
  } else {
    from.diagnostics().error(node.where(), "'header_row' must be the number of a row, 1 or more");
  }
}

void read_rate(const HandReader& from, Node node, std::vector<ExchangeRate>& rates) {
  const Currency currency = record::read_currency(node.key_node(), from.diagnostics()).value_or(Currency());
  RateDraft draft;
  node.is_mapping() ? from.object(node, draft) : from.take(node, record::AnyScalar{draft.rate});
  if (!draft.rate) return;  // reported
  const auto number = decimal(draft.rate.text(), draft.rate.plain());
  if (number && number->mantissa > 0) {
    rates.push_back({currency, *number, draft.as_of});
  } else {
    from.diagnostics().error(node.where(), fmt::format("the rate of {} must be a number above 0", node.key()),
                             "write {rate: 0.92, as_of: 2026-11-01}");
  }
}

void read_column(const HandReader& from, Node node, Mapping& mapping) {
  ColumnDraft draft{mapping.kind, {std::string(node.key()), node.key_where(), {}, {}, {}}, {}, {}};
  node.is_mapping() ? from.object(node, draft) : from.take(node, record::formula(draft.field));
  if (!draft.field) return;
  auto found = target(mapping.kind, draft.field, draft.field.text(), draft.parse, from.diagnostics());
  if (!found) return;
  draft.rule.target = *std::move(found);
  if (draft.rule.day_before && draft.rule.target.field->kind != FieldKind::date)
    from.diagnostics().error(node.where(), "'day_before' is for fields that are dates");
  mapping.columns.push_back(std::move(draft.rule));
}

// What each field is given, by its path.
auto paths(EntityKind kind, std::vector<PathAndText>& list) {
  return record::each("write each as 'field: value'", [kind, &list](const HandReader& from, Node value) {
    if (target(kind, value.key_node(), value.key(), {}, from.diagnostics()))
      list.emplace_back(value.key(), value.text());
  });
}

void read_cell_value(Node value, ColumnRule& rule) {
  auto meaning = value.is_null() ? std::nullopt : std::optional(std::string(value.text()));
  rule.values.emplace_back(header_key(value.key()), std::move(meaning));
}

void read_rows_with(const HandReader& from, Node node, std::vector<RowsWith>& conditions) {
  RowsWith& rows = conditions.emplace_back(RowsWith{std::string(node.key()), {}});
  for (const Node text : record::read_list(node, from.diagnostics())) rows.texts.emplace_back(text.text());
}

void read_otherwise(const HandReader& from, Node node, ColumnRule& rule) {
  rule.keep_others =
      record::read_word(node, "treatment of other texts", otherwise_words, from.diagnostics()).has_value();
}

}  // namespace
}  // namespace import

// ---- what may be written in a mapping
// -----------------------------------------------------------------------

template <>
struct record::Fields<import::Mapping> {
  static constexpr std::string_view noun = "the mapping file";

  template <class V>
  static void of(V& visit, import::Mapping& mapping) {
    visit.optional("header_row", read_by([&](auto& from, Node node) {
                     import::read_row_number(from, node, mapping.header_row);
                   }),
                   "row with the headings");
    visit.optional("records", mapping.records, "in YAML and JSON, the path of the list");
    visit.optional("rows", mapping.rows, "in YAML and JSON, a list in each record");
    visit.optional("list",
                   read_by([&](auto& from, Node node) { import::read_kind(from, node, mapping.kind); }),
                   "tools or ledger");
    visit.optional("billing_data", mapping.billing_data, "true: rows that agree are summed and rounded once");
    visit.optional("organisation", mapping.organisation, "its name");
    visit.optional("currency", mapping.currency, "ISO 4217");
    visit.optional("exchange_rates",
                   each("write {USD: {rate: 0.92, as_of: 2026-11-01}}",
                        [&](auto& from, Node rate) { import::read_rate(from, rate, mapping.rates); }),
                   "by currency");
    visit.optional(
        "date_order",
        Choice<std::optional<import::DateOrder>>{"date order", import::date_order_words, mapping.order},
        "dmy, mdy or ymd");
    columns(visit, mapping);
    visit.optional("people", mapping.people, "one row for each person: counted, never written");
  }

 private:
  template <class V>
  static void columns(V& visit, import::Mapping& mapping) {
    visit.optional("columns",
                   each("write each as 'heading: field'",
                        [&](auto& from, Node column) { import::read_column(from, column, mapping); }),
                   "what each column means, by its heading");
    visit.optional("defaults", import::paths(mapping.kind, mapping.defaults),
                   "for fields that a record says nothing about");
    visit.optional("ignore", mapping.ignore, "columns to leave out");
    visit.optional("keep", mapping.keep, "columns to keep as x-…, even about persons");
  }
};

template <>
struct record::Fields<import::ColumnDraft> {
  static constexpr std::string_view noun = "a column";

  template <class V>
  static void of(V& visit, import::ColumnDraft& column) {
    visit("field", formula(column.field), "what the column fills, such as contract.ends");
    visit.optional("with", import::paths(column.kind, column.rule.with), "further fields that it implies");
    visit.optional("default", column.rule.fallback, "for empty cells");
    visit.optional("keep", column.rule.keep, "true: the text too, as x-…");
    visit.optional("otherwise",
                   read_by([&](auto& from, Node node) { import::read_otherwise(from, node, column.rule); }),
                   "keep, or left out");
    visit.optional("parse", formula(column.parse), "of x-… fields");
    visit.optional("day_before", column.rule.day_before, "true: the last day is the one before the cell's");
    visit.optional("values",
                   each("write each as 'text of a cell: value'",
                        [&](auto&, Node value) { import::read_cell_value(value, column.rule); }),
                   "what cells mean");
  }
};

template <>
struct record::Fields<import::RateDraft> {
  static constexpr std::string_view noun = "an exchange rate";

  template <class V>
  static void of(V& visit, import::RateDraft& draft) {
    visit("rate", AnyScalar{draft.rate}, "units of the organisation's currency for one of the other");
    visit.optional("as_of", draft.as_of, "the day of the rate");
  }
};

template <>
struct record::Fields<import::PeopleRule> {
  static constexpr std::string_view noun = "'people'";

  template <class V>
  static void of(V& visit, import::PeopleRule& people) {
    visit("person", people.person, "the column that identifies a person, such as Email");
    visit.optional("tool", people.tool, "the column of the tool");
    visit.optional("last_used", people.last_used, "columns of the last use");
    visit.optional("removed", people.removed, "whoever has an entry here no longer has the tool");
    const auto rows_with = [](std::vector<import::RowsWith>& rows) {
      return each("write each as 'heading: [texts of cells]'",
                  [&](auto& from, Node node) { import::read_rows_with(from, node, rows); });
    };
    visit.optional("only", rows_with(people.only), "rows that count");
    visit.optional("inactive", rows_with(people.inactive),
                   "rows of people who have the tool and cannot use it");
    visit.optional("sign_ins", people.sign_ins, "true: a row is a sign-in, not an assignment");
    visit.optional("evidence", Choice<std::string>{"evidence", model::usage_evidences, people.evidence},
                   "login, activity, feature or estimate");
  }
};

namespace import {
namespace {

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
  Mapping mapping;
  const Node list = document.root().find("list");  // what columns may fill depends on it, wherever it stands
  if (list && list.text() == list_words[1]) mapping.kind = EntityKind::ledger;
  record::HandReader(diagnostics).object(document.root(), mapping);
  return mapping;
}

std::vector<std::string_view> mapping_keys() {
  std::vector<std::string_view> keys;
  for (const auto* fields : {&record::fields_of<Mapping>(), &record::fields_of<ColumnDraft>(),
                             &record::fields_of<RateDraft>(), &record::fields_of<PeopleRule>()}) {
    for (const record::FieldText& field : *fields) keys.push_back(field.name);
  }
  return keys;
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
  first.billing_data = first.billing_data || second.billing_data;
  if (first.kind == EntityKind::tool) first.kind = second.kind;
  return first;
}

}  // namespace import
}  // namespace martech_audit
