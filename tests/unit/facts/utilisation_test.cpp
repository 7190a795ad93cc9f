#include "support.h"

using namespace martech_audit::test;

TEST_CASE("how much of what is paid for is used") {
  static constexpr Case cases[] = {
      {"seats", R"(
tools:
  - {id: a, name: A, seats: {purchased: 50, assigned: 44}, usage: {active: 21}}
  - {id: b, name: B, seats: {purchased: 10, assigned: 12}, usage: {active: 12}}
  - {id: c, name: C, seats: {purchased: 0}, usage: {active: 0}}
  - {id: d, name: D, seats: {purchased: 5}}
  - {id: e, name: E, usage: {not_applicable: no human users}}
)",
       "tool.utilisation tool.assigned_share tool.over_used", R"(
tool a assigned_share = 0.8800
tool b assigned_share = 1.2000
tool c assigned_share = unknown (seats.assigned)
tool d assigned_share = unknown (seats.assigned)
tool e assigned_share = unknown (seats.assigned, seats.purchased)
tool a over_used = false
tool b over_used = true
tool c over_used = false
tool d over_used = unknown (usage.active)
tool e over_used = unknown (usage: no human users, seats.purchased)
tool a utilisation = 0.4200
tool b utilisation = 1.2000
tool c utilisation = 1.0000
tool d utilisation = unknown (usage.active)
tool e utilisation = unknown (usage: no human users, seats.purchased)
)"},
      {"features and units", R"(
tools:
  - {id: a, name: A, usage: {features_used: 12, features_available: 40}, consumption: {committed: 100, consumed: 20}}
  - {id: b, name: B, usage: {features_used: 12, features_available: 40, measured_on: 2026-10-31}}
  - {id: c, name: C, consumption: {committed: 0, consumed: 20}}
  - {id: d, name: D}
)",
       "tool.feature_use tool.consumption_use tool.capability_use", R"(
tool a capability_use = 0.2000
tool b capability_use = 0.3000
tool c capability_use = 1.0000
tool d capability_use = unknown (usage.measured_on, consumption.consumed, consumption.committed)
tool a consumption_use = 0.2000
tool b consumption_use = unknown (consumption.consumed, consumption.committed)
tool c consumption_use = 1.0000
tool d consumption_use = unknown (consumption.consumed, consumption.committed)
tool a feature_use = 0.3000
tool b feature_use = 0.3000
tool c feature_use = unknown (usage.features_used, usage.features_available)
tool d feature_use = unknown (usage.features_used, usage.features_available)
)"},
      {"when use was measured, and last seen", R"(
tools:
  - {id: a, name: A, usage: {measured_on: 2026-11-01, last_activity_on: {before: 2026-10-24}}}
  - {id: b, name: B}
  - {id: c, name: C, usage: {measured_on: 2026-07-26}}
  - {id: d, name: D, usage: {measured_on: 2026-07-25}}
)",
       "tool.usage_age_days tool.idle_days tool.idle_before_count_days tool.fresh_usage", R"(
tool a fresh_usage = true
tool b fresh_usage = unknown (usage.measured_on)
tool c fresh_usage = true
tool d fresh_usage = unknown (usage.measured_on)
tool a idle_before_count_days = unknown at least 8 (usage.last_activity_on)
tool b idle_before_count_days = unknown (usage.measured_on, usage.last_activity_on)
tool c idle_before_count_days = unknown (usage.last_activity_on)
tool d idle_before_count_days = unknown (usage.last_activity_on)
tool a idle_days = unknown at least 30 (usage.last_activity_on)
tool b idle_days = unknown (usage.last_activity_on)
tool c idle_days = unknown (usage.last_activity_on)
tool d idle_days = unknown (usage.last_activity_on)
tool a usage_age_days = 22
tool b usage_age_days = unknown (usage.measured_on)
tool c usage_age_days = 120
tool d usage_age_days = 121
)"},
      {"what the price depends on", R"(
tools:
  - {id: a, name: A, pricing: {metrics: [contact, seat]}}
  - {id: b, name: B, pricing: {metrics: [flat]}}
  - {id: c, name: C, pricing: {plan: Pro}}
)",
       "tool.seat_priced", R"(
tool a seat_priced = true
tool b seat_priced = false
tool c seat_priced = unknown (pricing.metrics)
)"},
  };
  check(cases);
}
