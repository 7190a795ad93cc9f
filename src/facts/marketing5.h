// The five components of Marketing 5.0: data-driven, predictive, contextual, augmented and agile marketing
// (Kotler, Kartajaya, Setiawan 2021).
#pragma once

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

Value tool_marketing5_components(const Context& context, const Record& tool);
Value org_empty_components(const Context& context, const Record& organisation);
Value objective_empty_components(const Context& context, const Record& objective);

}  // namespace martech_audit::facts
