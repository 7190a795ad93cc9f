// FieldRow: one field of a pack, as data. The tables of these rows (pack_fields.h) drive the reader, its "did
// you mean" hints and the JSON Schema.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/edit_distance.h"
#include "base/word_hint.h"
#include "document/document.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit::rules {

// What a field's value looks like, for the schema.
enum class Form : std::uint8_t {
  text,
  identifier,
  version,
  number,
  count,
  flag,
  scalar,  // whatever the parameter's type says
  param_type,
  severity,
  effort,
  scope,
  expression,
  expressions,  // by name
  template_text,
  path,
  references,  // texts, or {benchmark: id}
  grade,
  benchmarks,
  identifiers,
  severity_map,
  money,
  params,
  variable,  // a name in expressions
  facts,
  rules,
};

struct FieldText {
  std::string_view name;
  Form form = Form::text;
  bool required = false;
  std::string_view summary;  // one clause
};

// `read` takes the value over into the draft; it is called with values that are not null.
template <class Draft>
struct FieldRow : FieldText {
  void (*read)(Node value, Draft& draft, Diagnostics& diagnostics);
};

std::string fields_hint(std::span<const std::string_view> names);

// "a list", "a mapping", "text": what stands at the node.
std::string found(Node node);

// False, with a diagnostic, where the node is not a mapping. `what` is "a rule", "the pack", …, `hint` what
// to write.
bool expect_mapping(Node node, std::string_view what, std::string hint, Diagnostics& diagnostics);

void report_unknown_field(Node value, std::string_view what, std::span<const std::string_view> names,
                          Diagnostics& diagnostics);
void report_empty_field(Node value, Diagnostics& diagnostics);
void report_missing_field(Node mapping, std::string_view what, const FieldText& field,
                          Diagnostics& diagnostics);

// "write its fields as 'name: value': a, b" of those that it needs.
template <class Draft>
std::string fields_hint(std::span<const FieldRow<Draft>> rows) {
  std::vector<std::string_view> names;
  for (const auto& row : rows) {
    if (row.required) names.push_back(row.name);
  }
  return fields_hint(names);
}

// Reads a mapping by its table. Everything wrong is reported; what is right is in the draft all the same.
template <class Draft>
void read_fields(Node mapping, std::string_view what, std::span<const FieldRow<Draft>> rows, Draft& draft,
                 Diagnostics& diagnostics) {
  if (!expect_mapping(mapping, what, fields_hint(rows), diagnostics)) return;
  std::uint64_t given = 0;
  for (const Node value : mapping) {
    std::size_t i = 0;
    while (i < rows.size() && rows[i].name != value.key()) ++i;
    if (i == rows.size()) {
      std::vector<std::string_view> names;
      for (const auto& row : rows) names.push_back(row.name);
      report_unknown_field(value, what, names, diagnostics);
      continue;
    }
    given |= std::uint64_t{1} << i;
    if (value.is_null()) {
      report_empty_field(value, diagnostics);
    } else {
      rows[i].read(value, draft, diagnostics);
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].required && (given >> i & 1) == 0) report_missing_field(mapping, what, rows[i], diagnostics);
  }
}

}  // namespace martech_audit::rules
