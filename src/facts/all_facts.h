// The table of facts.
#pragma once

#include <span>

#include "martech_audit/fact.h"

namespace martech_audit::facts {

struct Context;
struct Themes;

using Derive = Value (*)(const Context& context, const Themes& themes, const Record& entity);

// By the same number as all_facts().
std::span<const Derive> all_derivations();

}  // namespace martech_audit::facts
