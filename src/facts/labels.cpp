#include "facts/labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "catalogue/categories.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/inventory.h"

namespace martech_audit {
namespace facts {
namespace {

using catalogue::Trait;

// What such tools do for customers themselves.
constexpr catalogue::Traits of_business = Trait::keeps_customers | Trait::sends | Trait::sells |
                                          Trait::advertises | Trait::publishes | Trait::counts_visits;
constexpr catalogue::Traits personal = Trait::keeps_customers | Trait::sends;
// Whose tools may all the same enable others.
constexpr std::array<std::string_view, 2> enabling_groups{"data", "management"};

const catalogue::Category* category_of(const Record& tool) {
  return catalogue::category_named(text_of(tool, tool_field::category));
}

bool is_unlikely_optional(const Record& tool) {
  const auto* category = category_of(tool);
  return category != nullptr && (category->traits & (Trait::keeps_customers | Trait::sells)) != 0 &&
         text_of(tool, tool_field::criticality) == "optional" && !has_reason(tool, "criticality");
}

void warn(const Inventory& inventory, const Record& tool, std::string_view path, std::string_view said,
          std::string_view instead, Diagnostics& diagnostics) {
  diagnostics.warning(
      inventory.where(tool, path),
      fmt::format("'{}' is {}, which is odd for the tool's category; {}", path, said, instead),
      fmt::format("correct one of the two, or say why: because: {{{}: …}}", path));
}

}  // namespace

bool has_reason(const Record& tool, std::string_view field) {
  const Value& because = at(tool, tool_field::because);
  if (!because.is(ValueKind::record)) return false;
  return because.as_record()->slots[*model::because_shape.index_of(field)].is(ValueKind::string);
}

bool is_odd_kind(const Record& tool) {
  const std::string_view kind = text_of(tool, tool_field::kind);
  const auto* category = category_of(tool);
  if (kind.empty() || kind == "business" || category == nullptr || has_reason(tool, "kind")) return false;
  return (category->traits & of_business) != 0 ||
         std::ranges::find(enabling_groups, category->group) == enabling_groups.end();
}

bool is_oddly_impersonal(const Record& tool) {
  const auto* category = category_of(tool);
  return category != nullptr && (category->traits & personal) != 0 &&
         boolean_of(tool, tool_field::data_personal) == false && !has_reason(tool, "data.personal");
}

}  // namespace facts

void check_labels(const Inventory& inventory, Diagnostics& diagnostics) {
  for (const Record& tool : inventory.entities(EntityKind::tool)) {
    if (facts::is_odd_kind(tool)) {
      const std::string said = fmt::format("'{}'", facts::text_of(tool, facts::tool_field::kind));
      facts::warn(inventory, tool, "kind", said, "it is not known whether the tool enables others",
                  diagnostics);
    }
    if (facts::is_oddly_impersonal(tool))
      facts::warn(inventory, tool, "data.personal", "false", "treated as missing", diagnostics);
    if (facts::is_unlikely_optional(tool))
      facts::warn(inventory, tool, "criticality", "'optional'", "rules take it at its word", diagnostics);
  }
}

}  // namespace martech_audit
