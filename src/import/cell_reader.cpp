#include "import/cell_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/dates.h"
#include "base/edit_distance.h"
#include "base/placeholder.h"
#include "base/text.h"
#include "document/scalar.h"
#include "import/cells/money.h"
#include "import/cells/numbers.h"
#include "import/cells/words.h"
#include "import/header_names.h"
#include "model/read_scalar.h"

namespace martech_audit::import {
namespace {

CellReading problem(std::string what, std::string hint = {}) {
  return {{}, std::move(what), std::move(hint)};
}

CellReading value(const Target& target, std::string text, bool plain) {
  return {{{target.path, {{std::move(text), plain}}, false}}};
}

// Vocabularies are compared by their slugs, so "CRM" and "crm" must be written alike.
bool is_vocabulary(const Field& field) {
  return field.name == "category" || field.kind == FieldKind::id || field.kind == FieldKind::block;
}

// A list of owners, one a line, where one is expected.
std::string single_line(std::string_view text, std::string_view between) {
  std::string out;
  for (const char c : text) c == '\n' ? out += between : out += c;
  return out;
}

CellReading read_text(std::string_view text, const Target& target) {
  const Field& field = *target.field;
  const bool is_id = field.kind == FieldKind::id || field.kind == FieldKind::block;
  const auto written = [&](std::string_view item) {
    if (is_vocabulary(field) && has_slug(item)) return slug(item);
    if (field.kind == FieldKind::reference) return single_line(item, ", ");
    return field.name == "name" ? single_line(item, " ") : std::string(item);
  };
  const std::vector<std::string> items = field.list ? split_list(text) : std::vector{std::string(text)};
  for (const std::string& item : items) {
    if (is_id && !has_slug(item)) return problem("an id may contain only letters a to z and digits");
  }
  if (!field.list) return value(target, written(text), false);
  CellReading reading{{{target.path, {}, true}}};
  for (const std::string& item : items) reading.values[0].items.push_back({written(item), false});
  if (reading.values[0].items.empty()) reading.values.clear();
  return reading;
}

CellReading read_words(std::string_view text, const Target& target) {
  const Field& field = *target.field;
  CellReading reading{{{target.path, {}, field.list}}};
  for (const std::string& item : field.list ? split_list(text) : std::vector{std::string(text)}) {
    const std::string_view word = read_word(item, field);
    if (word.empty()) {
      std::string hint = did_you_mean(item, field.words);
      if (hint.empty()) hint = fmt::format("one of: {}", fmt::join(field.words, ", "));
      return problem(fmt::format("'{}' is not a valid value of {}", shorten(item, 40), target.path), hint);
    }
    reading.values[0].items.push_back({std::string(word), false});
  }
  return reading;
}

CellReading read_yes_or_no(std::string_view text, const Target& target) {
  const auto yes = read_yes_no(text, *target.field);
  if (!yes) return problem("this is not yes or no");
  return value(target, *yes ? "true" : "false", true);
}

CellReading number_value(const NumberReading& number, const Target& target) {
  if (!number.value) return problem(number.problem, number.hint);
  const Range& range = target.field->range;
  if (!model::in_range(*number.value, range)) {
    return problem(fmt::format("this number is not {}", model::in_words(range)));
  }
  CellReading reading = value(target, number.value->to_string(), true);
  reading.approximate = number.approximate;
  return reading;
}

NumberReading exact_count(std::string_view text) {
  const auto number = decimal(text, true);
  return number && number->scale == 0 ? NumberReading{number}
                                      : NumberReading{std::nullopt, "this is not a whole number"};
}

CountUnit unit_of(const Field& field) {
  if (field.name.ends_with("_days")) return CountUnit::days;
  return field.name.ends_with("_months") ? CountUnit::months : CountUnit::things;
}

CellReading read_day(std::string_view text, const Target& target, std::optional<DateOrder> order) {
  if (lower_ascii(trim(text)).starts_with("never")) return {};
  const DateReading date = read_date(text);
  if (const auto day = day_in(text, order)) {
    const Range& years = target.field->range;
    if (!model::in_range({static_cast<int>(day->year()), 0}, years)) {
      return problem(fmt::format("years go {}", model::in_words(years)),
                     "leave the cell empty if there is no such date");
    }
    CellReading reading = value(target, to_string(*day), true);
    reading.day_count = date.day_count;
    return reading;
  }
  const bool asks = std::any_of(date.by_order.begin(), date.by_order.end(),
                                [](const auto& day) { return day.has_value(); });
  return problem(date.problem,
                 asks ? "set the date order: --date-order dmy, mdy or ymd" : "write 2026-01-31");
}

}  // namespace

bool has_item(const FieldValue& value, std::string_view text) {
  return std::any_of(value.items.begin(), value.items.end(),
                     [&](const Scalar& item) { return item.text == text; });
}

std::optional<Date> day_in(std::string_view text, std::optional<DateOrder> order) {
  const DateReading date = read_date(text);
  if (date.date || !order) return date.date;
  return date.by_order[static_cast<std::size_t>(*order)];
}

bool counts_things(const Field& field) {
  if (field.kind == FieldKind::decimal) return !field.name.ends_with("_percent");
  return field.kind == FieldKind::integer && unit_of(field) == CountUnit::things;
}

std::vector<std::string> split_list(std::string_view text) {
  const char separator = text.find('\n') != text.npos ? '\n' : text.find(';') != text.npos ? ';' : ',';
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    const std::string_view item = trim(text.substr(begin, end - begin));
    if (!is_placeholder(item)) items.emplace_back(item);
    begin = end + 1;
  }
  return items;
}

CellReading read_cell(std::string_view text, const Target& target, std::optional<DateOrder> order,
                      bool plain) {
  if (is_placeholder(text)) return {};
  if (is_spreadsheet_error(text)) return problem("this is a spreadsheet error");
  switch (target.field->kind) {
    case FieldKind::word:
      return read_words(text, target);
    case FieldKind::boolean:
      return read_yes_or_no(text, target);
    case FieldKind::integer:
      return number_value(plain ? exact_count(text) : read_count(text, unit_of(*target.field)), target);
    case FieldKind::decimal:
      return number_value(plain ? NumberReading{decimal(text, true)} : read_percentage(text), target);
    case FieldKind::date:
      return read_day(text, target, order);
    case FieldKind::currency:
      if (const auto currency = read_currency(text))
        return value(target, std::string(currency->code()), false);
      return problem("this is not an ISO 4217 currency code", "write three letters such as EUR or USD");
    default:
      return read_text(text, target);
  }
}

}  // namespace martech_audit::import
