#include "rules/field_row.h"

#include <fmt/format.h>

#include <utility>

namespace martech_audit::rules {

std::string found(Node node) {
  if (node.is_scalar()) return "text";
  return node.is_null() ? "nothing" : fmt::format("a {}", name(node.kind()));
}

std::string fields_hint(std::span<const std::string_view> names) {
  return fmt::format("write each field as 'name: value'; it needs {}", fmt::join(names, ", "));
}

bool expect_mapping(Node node, std::string_view what, std::string hint, Diagnostics& diagnostics) {
  if (node.is_mapping()) return true;
  diagnostics.error(node.where(), fmt::format("{} must be a mapping, not {}", what, found(node)),
                    std::move(hint));
  return false;
}

void report_unknown_field(Node value, std::string_view what, std::span<const std::string_view> names,
                          Diagnostics& diagnostics) {
  if (value.is_merge()) return;
  diagnostics.error(value.key_where(), fmt::format("unknown field '{}' of {}", value.key(), what),
                    [&] { return word_hint(value.key(), names); });
}

void report_empty_field(Node value, Diagnostics& diagnostics) {
  diagnostics.error(value.key_where(), fmt::format("'{}' is empty", value.key()),
                    "give it a value, or leave the line out");
}

void report_missing_field(Node mapping, std::string_view what, const FieldText& field,
                          Diagnostics& diagnostics) {
  diagnostics.error(mapping.where(), fmt::format("{} needs '{}'", what, field.name),
                    fmt::format("{}: {}", field.name, field.summary));
}

}  // namespace martech_audit::rules
