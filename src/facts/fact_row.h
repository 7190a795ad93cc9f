// A row of the table of facts (all_facts.cpp): what is known of a fact, and how it is derived.
#pragma once

#include "facts/themes.h"
#include "martech_audit/fact.h"

namespace martech_audit::facts {

using Derive = Value (*)(const Context& context, const Themes& themes, const Record& entity);

struct Row {
  Fact fact;
  Derive derive;
};

// A fact with the themes that its parameters name.
template <auto derive>
Value from(const Context& context, const Themes& themes, const Record& entity) {
  return call_with_themes(derive, context, themes, entity);
}

}  // namespace martech_audit::facts
