// Which values of an inventory are statements that nothing beside them shows: whoever changes one may choose
// it.
#pragma once

#include <array>
#include <string_view>

#include "diff/duties.h"
#include "martech_audit/inventory.h"

namespace martech_audit::restated {

using duties::FieldOf;
using duties::Words;

// A change from one of some words to one of others, which `since` would show: a day that came later.
struct Word {
  EntityKind kind;
  std::string_view path;
  Words from, to;
  std::string_view since = {};
};
inline constexpr std::array<std::string_view, 3> not_pursued{"", "closed", "planned"};
inline constexpr std::array<std::string_view, 4> not_connected{"", "planned", "broken", "retired"};
inline constexpr std::array<std::string_view, 3> not_held{"", "planned", "cancelled"};
inline constexpr std::array<std::string_view, 1> active{"active"}, completed{"completed"};
inline constexpr std::array words{
    Word{EntityKind::objective, "status", not_pursued, active},
    Word{EntityKind::integration, "status", not_connected, active, "last_success_on"},
    Word{EntityKind::training, "status", not_held, completed},
    Word{EntityKind::tool, "criticality", Words(duties::importance).last(1),
         Words(duties::importance).first(2)},
    Word{EntityKind::tool, "criticality", Words(duties::importance).subspan(1, 1),
         Words(duties::importance).first(1)},
    Word{EntityKind::tool, "status", Words(duties::on_the_way).last(1), Words(duties::on_the_way).first(1),
         "purchased_on"},
    Word{EntityKind::tool, "usage.evidence", duties::estimated_use, duties::counted_use, "usage.measured_on"},
};

// Values of which any other is as good.
inline constexpr std::array values{
    FieldOf{EntityKind::objective, "priority"},    FieldOf{EntityKind::dataset, "tool"},
    FieldOf{EntityKind::dataset, "record_of"},     FieldOf{EntityKind::budget, "amount"},
    FieldOf{EntityKind::budget, "period"},         FieldOf{EntityKind::training, "audience"},
    FieldOf{EntityKind::kpi, "baseline"},          FieldOf{EntityKind::kpi, "target"},
    FieldOf{EntityKind::person, "team"},           FieldOf{EntityKind::integration, "kind"},
    FieldOf{EntityKind::integration, "direction"}, FieldOf{EntityKind::tool, "process"},
    FieldOf{EntityKind::budget, "committed"},
};
// Statements that had been denied.
inline constexpr std::array affirmations{
    FieldOf{EntityKind::tool, "data.processing_agreement"},
    FieldOf{EntityKind::tool, "security.sso"},
    FieldOf{EntityKind::tool, "security.mfa"},
    FieldOf{EntityKind::tool, "security.offboarding"},
    FieldOf{EntityKind::tool, "ai.human_review"},
    FieldOf{EntityKind::tool, "contract.auto_renews"},
};
// Units of the amounts beside them; absent, the organisation's currency.
struct Currency {
  EntityKind kind;
  std::string_view path, beside;
};
inline constexpr std::array currencies{
    Currency{EntityKind::tool, "cost.currency", "cost.amount"},
    Currency{EntityKind::tool, "pricing.unit_price.currency", "pricing.unit_price.amount"},
    Currency{EntityKind::tool, "pricing.lower_plan.annual.currency", "pricing.lower_plan.annual.amount"},
    Currency{EntityKind::tool, "one_time.implementation.currency", "one_time.implementation.amount"},
    Currency{EntityKind::tool, "one_time.training.currency", "one_time.training.amount"},
    Currency{EntityKind::training, "cost.currency", "cost.amount"},
    Currency{EntityKind::budget, "currency", "amount"},
    Currency{EntityKind::kpi, "worth.currency", "worth.amount"},
};
// Who is said to stand for something. To name somebody is what a report asks for, so that it is told only
// where that was enough.
inline constexpr std::array names{
    FieldOf{EntityKind::tool, "owner"},        FieldOf{EntityKind::tool, "technical_owner"},
    FieldOf{EntityKind::tool, "backup_owner"}, FieldOf{EntityKind::objective, "owner"},
    FieldOf{EntityKind::kpi, "owner"},         FieldOf{EntityKind::process, "owner"},
    FieldOf{EntityKind::integration, "owner"},
};
// Days that make a purchase planned, or older than a duty, the earlier they are.
inline constexpr std::array earlier_days{
    FieldOf{EntityKind::tool, "live_on"},
    FieldOf{EntityKind::tool, "purchased_on"},
};

// Days that make what was bought before them planned, the later they are. A postponement is daily work.
inline constexpr std::array later_days{FieldOf{EntityKind::roadmap, "starts"}};

// Lists that may name one more, and levels that may be higher.
inline constexpr std::array lists{
    FieldOf{EntityKind::channel, "tools"},
    FieldOf{EntityKind::training, "tools"},
    FieldOf{EntityKind::training, "topics"},
    FieldOf{EntityKind::dataset, "accessible_to"},
    FieldOf{EntityKind::dataset, "decisions"},
    FieldOf{EntityKind::forum, "teams"},
    FieldOf{EntityKind::objective, "co_owner_teams"},
    FieldOf{EntityKind::objective, "kpis"},
    FieldOf{EntityKind::person, "authority"},
    FieldOf{EntityKind::tool, "approved_by"},
    FieldOf{EntityKind::tool, "channels"},
    FieldOf{EntityKind::tool, "user_teams"},
};
inline constexpr std::array levels{FieldOf{EntityKind::person, "skills"}};

// Statements that end what was found without a day or a reason of their own, where they are new or other.
inline constexpr std::array excuses{
    FieldOf{EntityKind::tool, "relation"},
    FieldOf{EntityKind::tool, "one_time.training"},
};

// What was counted on a day is not counted otherwise on the same day.
struct Measurement {
  EntityKind kind;
  std::string_view path, day;
};
inline constexpr std::array measurements{
    Measurement{EntityKind::tool, "usage.active", "usage.measured_on"},
    Measurement{EntityKind::tool, "usage.features_used", "usage.measured_on"},
    Measurement{EntityKind::tool, "usage.features_available", "usage.measured_on"},
    Measurement{EntityKind::tool, "usage.window_days", "usage.measured_on"},
    Measurement{EntityKind::tool, "consumption.consumed", "consumption.measured_on"},
    Measurement{EntityKind::kpi, "current", "measured_on"},
    Measurement{EntityKind::roadmap, "feasibility.result", "feasibility.on"},
};
// Lists of them, by day.
inline constexpr std::array histories{
    FieldOf{EntityKind::tool, "usage.history"},
    FieldOf{EntityKind::kpi, "history"},
};

}  // namespace martech_audit::restated
