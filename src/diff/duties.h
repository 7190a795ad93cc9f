// Which changes of an inventory end what was asked of it, without anything having become better.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "martech_audit/inventory.h"

namespace martech_audit::duties {

// No rule goes by these.
inline constexpr std::array<std::string_view, 8> beside_the_point{
    "aliases", "cost_centre", "name", "notes", "tags", "title", "url", "waivers"};
constexpr bool is_beside_the_point(std::string_view field) {
  return std::ranges::find(beside_the_point, field) != beside_the_point.end();
}

// A change from one of some words to one of others lets a duty go.
using Words = std::span<const std::string_view>;
struct Duty {
  EntityKind kind;
  std::string_view path;
  Words bound, free;
};
inline constexpr std::array<std::string_view, 2> in_use{"active", "retiring"},
    on_the_way{"implementing", "pilot"};
inline constexpr std::array<std::string_view, 4> not_in_use{"implementing", "pilot", "evaluating", "retired"};
inline constexpr Words out_of_sight = Words(not_in_use).subspan(2);
inline constexpr std::array<std::string_view, 1> business{"business"};
inline constexpr std::array<std::string_view, 4> enabling{"infrastructure", "security", "compliance",
                                                          "integration"};
inline constexpr std::array<std::string_view, 3> importance{"critical", "important", "optional"};
inline constexpr std::array<std::string_view, 2> set_aside{"closed", "planned"}, running{"active", "broken"};
inline constexpr std::array<std::string_view, 2> not_running{"planned", "retired"};
inline constexpr std::array<std::string_view, 1> online{"online"}, offline{"offline"};
inline constexpr std::array<std::string_view, 2> own_people{"internal", ""};
inline constexpr std::array<std::string_view, 1> agency{"agency"};
inline constexpr std::array<std::string_view, 2> came_to_us{"", "inherited"};
inline constexpr std::array<std::string_view, 4> by_term{"", "monthly", "quarterly", "annual"};
inline constexpr std::array<std::string_view, 2> beyond_terms{"usage", "multi-year"};
inline constexpr std::array<std::string_view, 4> counted_use{"", "login", "activity", "feature"};
inline constexpr std::array<std::string_view, 1> estimated_use{"estimate"};
inline constexpr std::array all{
    Duty{EntityKind::tool, "status", in_use, not_in_use},
    Duty{EntityKind::tool, "status", Words(in_use).first(1), Words(in_use).last(1)},
    Duty{EntityKind::tool, "status", on_the_way, out_of_sight},
    Duty{EntityKind::tool, "kind", business, enabling},
    Duty{EntityKind::tool, "criticality", Words(importance).first(1), Words(importance).last(2)},
    Duty{EntityKind::tool, "criticality", Words(importance).subspan(1, 1), Words(importance).last(1)},
    Duty{EntityKind::objective, "status", Words(in_use).first(1), set_aside},
    Duty{EntityKind::integration, "status", running, not_running},
    Duty{EntityKind::channel, "kind", online, offline},
    Duty{EntityKind::capability, "importance", Words(importance).first(1), Words(importance).last(2)},
    Duty{EntityKind::tool, "operated_by", own_people, agency},
    Duty{EntityKind::tool, "purchase_channel", Words(came_to_us).first(1), Words(came_to_us).last(1)},
    Duty{EntityKind::tool, "contract.billing", by_term, beyond_terms},
    Duty{EntityKind::tool, "usage.evidence", counted_use, estimated_use},
};

// A field of the entities of one kind.
struct FieldOf {
  EntityKind kind;
  std::string_view path;
};
// Statements that put something under rules while they hold, and ones that take it out.
inline constexpr std::array binding{
    FieldOf{EntityKind::tool, "data.personal"}, FieldOf{EntityKind::tool, "ai.used"},
    FieldOf{EntityKind::tool, "ai.autonomous"}, FieldOf{EntityKind::dataset, "collected"},
    FieldOf{EntityKind::dataset, "record_of"},  FieldOf{EntityKind::dataset, "personal"},
    FieldOf{EntityKind::channel, "in_use"},
};
inline constexpr std::array excusing{FieldOf{EntityKind::tool, "usage.seasonal"}};
inline constexpr std::array excusing_if_given{FieldOf{EntityKind::tool, "scope"}};
inline constexpr std::array excusing_if_false{FieldOf{EntityKind::objective, "needs_technology"}};
// What makes fewer seats look idle, a tool younger, an owner still there or a review not yet due, the larger
// it is.
inline constexpr std::array excusing_by_size{
    FieldOf{EntityKind::tool, "seats.planned"},
    FieldOf{EntityKind::tool, "seats.planned_by"},
    FieldOf{EntityKind::tool, "seats.contract_minimum"},
    FieldOf{EntityKind::tool, "live_on"},
    FieldOf{EntityKind::tool, "purchased_on"},
    FieldOf{EntityKind::person, "left_on"},
    FieldOf{EntityKind::initiative, "decide_by"},
    FieldOf{EntityKind::objective, "due"},
    FieldOf{EntityKind::forum, "every_days"},
    FieldOf{EntityKind::budget, "review_days"},
};
// Words by which rules and thresholds choose what they look at.
inline constexpr std::array choosing{
    FieldOf{EntityKind::tool, "category"},     FieldOf{EntityKind::budget, "kind"},
    FieldOf{EntityKind::team, "function"},     FieldOf{EntityKind::dataset, "subject"},
    FieldOf{EntityKind::channel, "stage"},     FieldOf{EntityKind::tool, "purchase_channel"},
    FieldOf{EntityKind::organisation, "size"}, FieldOf{EntityKind::organisation, "currency"}};

}  // namespace martech_audit::duties
