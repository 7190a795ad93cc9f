#include "support.h"

using namespace martech_audit::test;

TEST_CASE("whether figures show what tools and objectives bring") {
  static constexpr Case cases[] = {
      {"KPIs", R"(
tools: [{id: ga4, name: G}, {id: old, name: O, status: retired}]
kpis:
  - {id: a, unit: percent, baseline: 18, target: 24, current: 19.5, source: ga4, measured_on: 2026-10-01, worth: 1200}
  - {id: b, unit: percent, baseline: 18, target: 24, current: 12, source: old, measured_on: {before: 2026-10-01}}
  - {id: c, target: 24}
  - {id: d, baseline: {not_applicable: a new product}, target: 24, measured_on: 2026-10-01}
  - {id: e, baseline: 4, target: 4, current: 5, source: ga4, measured_on: 2026-10-01, worth: {amount: 10, per: unit}}
  - {id: f, baseline: 4, target: 5, source: manual, owner: mai, measured_on: 2026-01-01, history: [{"on": 2026-08-01, value: 6}, {"on": 2026-05-01, value: 4.5}]}
  - {id: g, baseline: 4, target: 5, source: manual, current: 5, measured_on: 2026-10-01}
  - {id: h, baseline: 4, target: 5, source: ga4, measured_on: 2026-10-01}
)",
       "kpi.measured kpi.measurement_age_days kpi.source_active kpi.progress kpi.gain", R"(
kpi a gain = 1800.0000
kpi b gain = unknown (worth.amount, worth.currency)
kpi c gain = unknown (current, baseline, worth.amount, worth.currency)
kpi d gain = unknown (current, baseline: a new product, worth.amount, worth.currency)
kpi e gain = 10.0000
kpi f gain = unknown (worth.amount, worth.currency)
kpi g gain = unknown (worth.amount, worth.currency)
kpi h gain = unknown (current, worth.amount, worth.currency)
kpi a measured = true
kpi b measured = false
kpi c measured = false
kpi d measured = false
kpi e measured = false
kpi f measured = true
kpi g measured = false
kpi h measured = unknown (current)
kpi a measurement_age_days = 53
kpi b measurement_age_days = unknown at least 53 (measured_on)
kpi c measurement_age_days = unknown (measured_on)
kpi d measurement_age_days = 53
kpi e measurement_age_days = 53
kpi f measurement_age_days = 114
kpi g measurement_age_days = 53
kpi h measurement_age_days = 53
kpi a progress = 0.2500
kpi b progress = -1.0000
kpi c progress = unknown (current, baseline)
kpi d progress = unknown (current, baseline: a new product)
kpi e progress = unknown (target)
kpi f progress = 2.0000
kpi g progress = 1.0000
kpi h progress = unknown (current)
kpi a source_active = true
kpi b source_active = false
kpi c source_active = unknown (source)
kpi d source_active = unknown (source)
kpi e source_active = true
kpi f source_active = unknown (source)
kpi g source_active = unknown (source)
kpi h source_active = true
)"},
      {"what is wrong with an objective's KPIs, in words", R"(
tools: [{id: ga4, name: G}, {id: old, name: O, status: retired}]
kpis:
  - {id: a, unit: percent, baseline: 18, target: 24, source: ga4}
  - {id: b, unit: percent, baseline: {not_applicable: new}, target: 24, source: old}
  - {id: c}
  - {id: d, unit: percent, baseline: 18, target: 24, source: manual, owner: tom}
people: [{id: tom, left_on: 2026-01-01}]
objectives:
  - {id: good, kpis: [a]}
  - {id: gone, kpis: [d]}
  - {id: bad, kpis: [a, b, c, c]}
  - {id: none}
  - {id: skip, kpis: {not_applicable: a duty}}
)",
       "objective.kpi_problems", R"(
objective good kpi_problems = []
objective gone kpi_problems = ['d is measured by hand, and its owner has left']
objective bad kpi_problems = ['b is measured by old, which is not active', 'c has no unit', 'c has no baseline', 'c has no target', 'c has no source']
objective none kpi_problems = ['no KPI']
objective skip kpi_problems = unknown (kpis: a duty)
)"},
      {"tools", R"(
kpis:
  - {id: x, baseline: 1, target: 2, current: 2, source: manual, owner: mai, measured_on: 2026-10-01}
  - {id: y, baseline: 1, measured_on: 2026-11-01}
  - {id: z}
tools:
  - {id: a, name: A, kpis: [x, y], cost: {amount: 30, per: year}}
  - {id: b, name: B, kpis: [x], cost: {amount: 10, per: year}}
  - {id: c, name: C, kpis: [z], cost: {amount: 60, per: year}}
  - {id: d, name: D}
  - {id: e, name: E, kind: security, cost: {amount: 60, per: year}}
)",
       "tool.measured_kpis tool.newest_measurement_days org.measured_spend_share", R"(
organisation measured_spend_share = 0.4000
tool a measured_kpis = [x]
tool b measured_kpis = [x]
tool c measured_kpis = []
tool d measured_kpis = []
tool e measured_kpis = []
tool a newest_measurement_days = 22
tool b newest_measurement_days = 53
tool c newest_measurement_days = unknown (kpi z.measured_on)
tool d newest_measurement_days = unknown (kpis)
tool e newest_measurement_days = unknown (kpis)
)"},
      {"tools and the objectives whose KPIs they name", R"(
objectives: [{id: grow, kpis: [x]}, {id: keep}]
kpis:
  - {id: x, baseline: 1, target: 2, current: 2, source: manual, owner: mai, measured_on: 2026-10-01}
  - {id: y, baseline: 1, target: 2, current: 2, source: manual, owner: mai, measured_on: 2026-10-01}
tools:
  - {id: a, name: A, kpis: [x, y], objectives: [grow]}
  - {id: b, name: B, kpis: [x, y], objectives: [keep]}
  - {id: c, name: C, kpis: [y]}
  - {id: d, name: D, objectives: [{id: keep, how: sends the win-back series, kpi: x}]}
  - {id: e, name: E, kpis: [x], objectives: [{id: keep, how: sends the win-back series, kpi: x}]}
  - {id: f, name: F, objectives: [{id: keep, how: helps, kpi: x}]}
)",
       "tool.measured_kpis", R"(
tool a measured_kpis = [x, y]
tool b measured_kpis = [y]
tool c measured_kpis = [y]
tool d measured_kpis = [x]
tool e measured_kpis = [x]
tool f measured_kpis = []
)"},
      {"whether a KPI of objectives speaks for a tool that names none is not known", R"(
objectives: [{id: grow, kpis: [x]}]
kpis: [{id: x, baseline: 1, target: 2, current: 2, source: manual, owner: mai, measured_on: 2026-10-01}]
tools: [{id: a, name: A, kpis: [x]}]
)",
       "tool.measured_kpis", R"(
tool a measured_kpis = unknown (objectives)
)"},
  };
  check(cases);
}
