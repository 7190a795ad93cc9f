#include "facts/marketing5.h"

#include <array>

#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/tool_traits.h"

#include "model/fields_tool.h"

namespace martech_audit::facts {
namespace {

using model::marketing5_components;

// In the order of the words.
constexpr std::array<Traits, marketing5_components.size()> component_traits{
    Trait::data_driven, Trait::predictive, Trait::contextual, Trait::augmented, Trait::agile};

constexpr Traits all_components =
    Trait::data_driven | Trait::predictive | Trait::contextual | Trait::augmented | Trait::agile;

Traits stated(const Record& tool) {
  Traits traits = 0;
  for (const Value& item : links_of(tool, tool_field::marketing5)) {
    for (std::size_t i = 0; i < marketing5_components.size(); ++i) {
      if (item.as_text() == marketing5_components[i]) traits |= component_traits[i];
    }
  }
  return traits;
}

// A tool that states its components has these and no others.
Traits components_of(const Record& tool) {
  if (const Traits traits = stated(tool); traits != 0) return traits;
  Traits traits = traits_of(tool) & all_components;
  if (boolean_of(tool, tool_field::ai_used) == true) traits |= Trait::predictive;
  return traits;
}

bool says_its_components(const Record& tool) {
  return says_what_it_is(tool) || stated(tool) != 0 || is_ruled_out(tool, tool_field::marketing5);
}

Value in_words(const Context& context, Traits components) {
  std::vector<Value> words;
  for (std::size_t i = 0; i < component_traits.size(); ++i) {
    if ((components & component_traits[i]) != 0) words.push_back(Value::string(marketing5_components[i]));
  }
  return context.list(words);
}

// Those of `wanted` that no active tool contributes to; notes in `given` which tools may.
Traits empty_of(const Context& context, Traits wanted, Given& given) {
  given.links(list_field::tools);
  Traits empty = wanted;
  for (const Record* tool : context.lifecycle.by_id) {
    if (empty == 0) break;
    if (!is_active(context, *tool)) continue;
    empty &= ~components_of(*tool);
    if (!says_its_components(*tool)) given.lacks(*tool, tool_field::category);
  }
  return empty;
}

}  // namespace

Value tool_marketing5_components(const Context& context, const Record& tool) {
  Given given(tool);
  if (!says_its_components(tool)) given.lacks(tool_field::category);
  const Traits components = components_of(tool);
  return given || components != 0 ? in_words(context, components) : given.unknown(context.memory);
}

Value org_empty_components(const Context& context, const Record& organisation) {
  Given given(organisation);
  const Traits empty = empty_of(context, all_components, given);
  return given || empty == 0 ? in_words(context, empty) : given.unknown(context.memory);
}

Value objective_empty_components(const Context& context, const Record& objective) {
  Given given(objective);
  const auto required = given.links(objective_field::required);
  Traits wanted = 0;
  for (const Value& capability : required) {
    wanted |= catalogue::traits_of_capability(text_of(*capability.as_record(), capability_field::id));
  }
  wanted &= all_components;
  if (!given || wanted == 0) return given ? in_words(context, 0) : given.unknown(context.memory);
  Given tools(context.inventory.organisation());
  const Traits empty = empty_of(context, wanted, tools);
  return tools || empty == 0 ? in_words(context, empty) : tools.unknown(context.memory);
}

}  // namespace martech_audit::facts
