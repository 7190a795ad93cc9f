// Whether figures show what tools and objectives bring. A KPI is measured where it has a baseline, a target
// and a day of measurement.
#pragma once

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Workings;

Value kpi_measured(const Workings& workings, const Record& kpi);
Value kpi_measurement_age_days(const Workings& workings, const Record& kpi);
Value kpi_source_active(const Workings& workings, const Record& kpi);
Value objective_kpi_problems(const Workings& workings, const Record& objective);
Value tool_measured_kpis(const Workings& workings, const Record& tool);
Value tool_newest_measurement_days(const Workings& workings, const Record& tool);
Value org_measured_spend_share(const Workings& workings, const Record& organisation);

}  // namespace martech_audit::facts
