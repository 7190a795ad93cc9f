// Two states of a small stack, judged by a pack of four rules, and what a comparison of them says as text.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "martech_audit/diff.h"

namespace martech_audit::diffs {

using Change = std::function<void(AuditOptions&)>;

// Edits of a text, each from what stands there once to what is to stand there.
struct Edit {
  std::string_view from, to;
};

// The stack that the edits start from.
std::string_view stack();

// `text` with the edits made; fails the test where `from` is not there.
std::string edited(std::string_view text, std::initializer_list<Edit> edits);

// The inventory judged on 2026-11-23 under the pack, or as `change` says.
DiffSide side(const std::string& name, const std::string& text, const Change& change = {});

// The report of that side alone, as it would be read back.
DiffSide saved(const DiffSide& side);

// What changed, a line each; faults instead where there is no comparison.
std::string compared(DiffSide before, DiffSide after, const GateOptions& gate = {});

}  // namespace martech_audit::diffs
