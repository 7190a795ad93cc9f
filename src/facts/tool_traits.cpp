#include "facts/tool_traits.h"

#include "base/slots.h"
#include "facts/fields.h"
#include "facts/given.h"

namespace martech_audit::facts {

std::optional<Traits> traits_by_category(const Record& tool) {
  if (is_ruled_out(tool, tool_field::category)) return Traits{0};
  if (!is_given(tool, tool_field::category)) return std::nullopt;
  return catalogue::traits_of_category(text_of(tool, tool_field::category));
}

Traits traits_of(const Record& tool) {
  constexpr std::size_t id = *model::tool_capability_shape.index_of("id");
  Traits traits = traits_by_category(tool).value_or(0);
  for (const Value& item : links_of(tool, tool_field::capabilities)) {
    const Value& name = values_of(*item.as_record())[id];
    if (name.is(ValueKind::string)) traits |= catalogue::traits_of_capability(name.as_text());
  }
  return traits;
}

bool says_what_it_is(const Record& tool) {
  return is_given(tool, tool_field::category) || is_ruled_out(tool, tool_field::category);
}

}  // namespace martech_audit::facts
