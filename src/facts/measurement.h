// Whether figures show what tools and objectives bring. A KPI is measured where it has a baseline, a
// target that is another value, a source (an active tool, or somebody who does it by hand) and a value with
// its day.
#pragma once

#include <cstdint>
#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct Departures;
struct Spend;

// Who names which KPI, by the KPIs' indices.
struct KpiNames {
  std::int64_t tools = 0;              // for the business, in use
  std::vector<std::int64_t> by_tools;  // how many of them
  std::vector<bool> by_objectives;     // whether one of any status
};

KpiNames derive_kpi_names(const Context& context);

Value kpi_gain(const Context& context, const Record& kpi);
Value kpi_measured(const Context& context, const Departures& departures, const Record& kpi);
Value kpi_measurement_age_days(const Context& context, const Record& kpi);
Value kpi_progress(const Context& context, const Record& kpi);
Value kpi_source_active(const Context& context, const Record& kpi);
Value objective_kpi_problems(const Context& context, const Departures& departures, const Record& objective);
Value tool_measured_kpis(const Context& context, const Departures& departures, const KpiNames& kpis,
                         const Record& tool);
Value tool_newest_measurement_days(const Context& context, const Record& tool);
Value org_measured_spend_share(const Context& context, const Spend& spend, const Departures& departures,
                               const KpiNames& kpis, const Record& organisation);

}  // namespace martech_audit::facts
