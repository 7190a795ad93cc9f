// The gate's verdict in words, made from the same value as the exit status.
#pragma once

#include <string>
#include <string_view>

#include "martech_audit/report.h"

namespace martech_audit::report {

// Why a run that judged nothing has no verdict.
inline constexpr std::string_view no_verdict_text = "no rule applied to any entity";

// "3 findings at or above high; gap 62.1 > 50"; empty where the gate passed. ASCII.
std::string reasons_text(const AuditReport& report);

// "2 critical, 1 high": counts of the findings that are not waived, worst first; "no findings".
std::string severities_text(const AuditReport& report);

// The same of a gate that passed, and whether the evidence is too little to go by.
std::string passed_text(const AuditReport& report);

}  // namespace martech_audit::report
