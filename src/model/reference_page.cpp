// The reference page: every field with its type, in tables.
#include <fmt/format.h>

#include "model/field_table.h"
#include "model/read_scalar.h"
#include "model/schema.h"

namespace martech_audit {
namespace model {
namespace {

std::string words(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) text += fmt::format("{}`{}`", text.empty() ? "" : ", ", word);
  return text;
}

std::string number(const Field& field, std::string_view noun) {
  const Range any;
  if (field.range.least == any.least) return std::string(noun);
  if (field.range.least == field.range.most) return fmt::format("`{}`", field.range.least);
  return fmt::format("{}{} {}", noun, field.range.most == any.most ? "," : "", in_words(field.range));
}

std::string anchor(const Shape& shape) {
  std::string text;
  for (const char c : shape.name) {
    if (c != '.') text += c;
  }
  return fmt::format("[{}](#{})", shape.name, text);
}

std::string target(const Field& field) {
  if (field.in_place) return anchor(shape_for(field.target));
  if (field.target == EntityKind::party) return "person or team";
  const bool vowel = std::string_view("aeiou").find(name(field.target)[0]) != std::string_view::npos;
  return fmt::format("id of {} {}", vowel ? "an" : "a", anchor(shape_for(field.target)));
}

std::string reference(const Field& field) {
  return field.block == nullptr ? target(field)
                                : fmt::format("{}, or {}", target(field), anchor(*field.block));
}

std::string block(const Field& field) {
  if (field.block->id == defaults_shape.id) return "blocks of a tool";
  if (field.block->bare.empty()) return anchor(*field.block);
  const Field& bare = field.block->fields[*field.block->index_of(field.block->bare)];
  return fmt::format("{}, or its `{}` alone", anchor(*field.block), bare.name);
}

std::string type(const Field& field) {
  switch (field.kind) {
    case FieldKind::text:
      return "text";
    case FieldKind::id:
      return "id";
    case FieldKind::word:
      return words(field.words);
    case FieldKind::currency:
      return "currency";
    case FieldKind::boolean:
      return "`true`, `false`";
    case FieldKind::integer:
      return number(field, "whole number");
    case FieldKind::decimal:
      return number(field, "number");
    case FieldKind::date:
      return "date";
    case FieldKind::reference:
      return reference(field);
    case FieldKind::block:
      return block(field);
    case FieldKind::map:
      return field.block != nullptr ? fmt::format("currency → {}", anchor(*field.block))
                                    : fmt::format("name → {}", number(field, "whole number"));
  }
  return {};
}

// Nothing of the usual reach, of which the introduction tells.
std::string reach_in_words(Reach reach) {
  const bool is_usual = reach.before == usual_reach.before && reach.after == usual_reach.after;
  if (is_usual || reach.before == 0) return {};
  return fmt::format(" Not more than {} years before or {} after the audit date (otherwise a warning).",
                     reach.before, reach.after);
}

std::string remarks(const Field& field) {
  std::string text;
  if (field.presence == Presence::required) text += " **Required.**";
  if (field.kind == FieldKind::word && !field.fallback.empty()) {
    text += fmt::format(" Default: `{}`.", field.fallback);
  }
  for (const Limit& limit : field.limits) {
    const std::string times = limit.times == 1 ? "" : fmt::format(" {} times", limit.times);
    text += fmt::format(" Not {}{} `{}`{}.", limit.kind == Limit::Kind::at_most ? "more than" : "before",
                        times, limit.other, limit.warns ? " (otherwise a warning)" : "");
  }
  return text + reach_in_words(field.reach);
}

std::string sentence(std::string_view clause) {
  return fmt::format("{}{}", clause, clause.ends_with("…") ? "" : ".");
}

std::string table(const Shape& shape) {
  std::string text = "| field | value | meaning |\n|---|---|---|\n";
  for (const Field& field : shape.fields) {
    if (field.derived) continue;
    text += fmt::format("| `{}` | {}{} | {}{} |\n", field.name, field.list ? "list of: " : "", type(field),
                        sentence(field.summary), remarks(field));
  }
  return text + "\n";
}

std::string derived_table(const Shape& shape) {
  std::string text;
  for (const Field& field : shape.fields) {
    if (!field.derived) continue;
    text += fmt::format("| `{}` | {}{} | {} |\n", field.name, field.list ? "list of: " : "", type(field),
                        sentence(field.summary));
  }
  if (text.empty()) return {};
  return "Derived fields, available to rules only:\n\n| field | value | meaning |\n|---|---|---|\n" + text +
         "\n";
}

constexpr std::string_view introduction = R"(# Fields of an inventory

<!-- Made from the field table. Refresh: martech-audit schema reference > docs/inventory.md -->

An inventory is a YAML or JSON file, or a directory of them. Fields are optional unless marked required; missing data is
reported, never guessed.

- `null`, or no value after the colon, is the same as leaving the field out.
- `{not_applicable: reason}` can replace any field that is not required. The report lists these marks.
- Dates are written `2026-01-31`. Use `{before: 2026-01-31}` if the exact date is unknown. Years must be from 1990 to 2100;
  other years, such as 9999 from systems without an end date, cause a warning and are treated as missing.
- Past dates (measurements, usage, reviews, completed trainings) may be at most one day after the audit date.
- A date more than 30 years before or 20 years after the audit date causes a warning.
- Numbers can be grouped with `_`: `12_000`. `1.2e4` is accepted, and so is `12.0` for a whole number.
- Ids contain only `a`–`z`, `0`–`9` and `-`, and start with a letter or digit.
- Without `people` and `teams` lists, owners and teams are free text; the same applies to `capabilities`, `channels` and
  `processes`. If a list exists, ids must be in it.
- Amounts without a currency are in the organisation's currency.
- Your own fields start with `x-`; any entity can have them.

)";

}  // namespace
}  // namespace model

std::string inventory_reference() {
  using namespace model;
  std::string page(introduction);
  page += "## The file\n\n" + table(file_shape);
  for (const Shape* shape : shapes) {
    const bool hidden =
        shape->id == organisation_shape.id || shape->id == file_shape.id || shape->id == defaults_shape.id;
    if (hidden) continue;
    page += fmt::format("## {}\n\n", shape->name);
    if (shape->id != party_shape.id) page += table(*shape);
    page += derived_table(*shape);
  }
  page.pop_back();
  return page;
}

}  // namespace martech_audit
