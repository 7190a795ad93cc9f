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
// Groups of categories that serve the business whatever they do; and the one whose tools may enable others
// without a word.
constexpr std::array<std::string_view, 3> business_groups{"advertising", "relationships", "commerce"};
constexpr std::string_view enabling_group = "data";

const catalogue::Category* category_of(const Record& tool) {
  return catalogue::category_named(text_of(tool, tool_field::category));
}

// A finer category does what the one that it is within does.
bool is_plainly_business(const catalogue::Category& category) {
  const auto* wider = catalogue::category_named(category.within);
  const auto traits = category.traits | (wider == nullptr ? catalogue::Traits{} : wider->traits);
  return (traits & of_business) != 0 ||
         std::ranges::find(business_groups, category.group) != business_groups.end();
}

bool is_unlikely_optional(const Record& tool) {
  const auto* category = category_of(tool);
  return category != nullptr && (category->traits & (Trait::keeps_customers | Trait::sells)) != 0 &&
         text_of(tool, tool_field::criticality) == "optional" && !has_reason(tool, "criticality");
}

struct Oddity {
  std::string_view path, said, instead;
  bool can_have_reason = true;
};

void warn(const Inventory& inventory, const Record& tool, const Oddity& odd, Diagnostics& diagnostics) {
  diagnostics.warning(
      inventory.where(tool, odd.path),
      fmt::format("'{}' is {}, which is odd for the tool's category; {}", odd.path, odd.said, odd.instead),
      odd.can_have_reason ? fmt::format("correct one of the two, or say why: because: {{{}: …}}", odd.path)
                          : "correct one of the two");
}

}  // namespace

bool has_reason(const Record& tool, std::string_view field) {
  const Value& because = at(tool, tool_field::because);
  if (!because.is(ValueKind::record)) return false;
  return values_of(*because.as_record())[*model::because_shape.index_of(field)].is(ValueKind::string);
}

bool is_odd_kind(const Record& tool) {
  const std::string_view kind = text_of(tool, tool_field::kind);
  const auto* category = category_of(tool);
  if (kind.empty() || kind == "business" || category == nullptr) return false;
  if (is_plainly_business(*category)) return true;
  return !has_reason(tool, "kind") && category->group != enabling_group;
}

// What needs a legal basis is personal data.
bool is_oddly_impersonal(const Record& tool) {
  const bool is_denied =
      boolean_of(tool, tool_field::data_personal) == false || is_ruled_out(tool, tool_field::data_personal);
  if (!is_denied || has_reason(tool, "data.personal")) return false;
  const auto* category = category_of(tool);
  return (category != nullptr && (category->traits & personal) != 0) ||
         is_given(tool, tool_field::data_consent_basis);
}

}  // namespace facts

void check_labels(const Inventory& inventory, Diagnostics& diagnostics) {
  for (const Record& tool : inventory.entities(EntityKind::tool)) {
    if (facts::is_odd_kind(tool)) {
      const std::string said = fmt::format("'{}'", facts::text_of(tool, facts::tool_field::kind));
      const bool can_have_reason = !facts::is_plainly_business(*facts::category_of(tool));
      facts::warn(inventory, tool,
                  {"kind", said, "it is not known whether the tool enables others", can_have_reason},
                  diagnostics);
    }
    if (facts::is_oddly_impersonal(tool))
      facts::warn(
          inventory, tool,
          {"data.personal",
           facts::boolean_of(tool, facts::tool_field::data_personal) == false ? "false"
                                                                              : "marked not_applicable",
           "treated as missing"},
          diagnostics);
    if (facts::is_unlikely_optional(tool))
      facts::warn(inventory, tool, {"criticality", "'optional'", "rules take it at its word"}, diagnostics);
  }
}

}  // namespace martech_audit
