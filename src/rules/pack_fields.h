// The tables of a pack's fields: what may be written where. Reader, hints and schema follow them.
#pragma once

#include <span>

#include "rules/draft.h"
#include "rules/field_row.h"

namespace martech_audit::rules {

std::span<const FieldRow<PackDraft>> pack_rows();
std::span<const FieldRow<ParamDraft>> param_rows();
std::span<const FieldRow<FactDraft>> fact_rows();
std::span<const FieldRow<RuleDraft>> rule_rows();
std::span<const FieldRow<AmountDraft>> amount_rows();

}  // namespace martech_audit::rules
