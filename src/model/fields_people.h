// Rows of the field table: teams, people, and how they learn and meet.
#pragma once

#include "model/fields_common.h"

namespace martech_audit::model {

inline constexpr Table team_table{std::array{
    id("Unique name of the team, referred to by owners, users and people"),
    text("name", "The team as people call it"),
    text("department", "Department that the team belongs to"),
    word("function", business_functions, "What the team does for the business"),
    reference("parent", EntityKind::team, "Team that this one is part of"),
    count("headcount", "People in the team"),
}};
inline constexpr Shape team_shape = entity_shape("team", EntityKind::team, team_table);

inline constexpr Table person_table{std::array{
    id("Unique name of the person; a role or handle will do"),
    text("name", "The person's name, or a role or handle in its place"),
    reference("team", EntityKind::team, "Team that the person belongs to"),
    text("role", "Job title"),
    map("skills", skill_level, "Skills by name, from 0 (none) to 4 (expert)"),
    link(word("authority", business_functions, "Functions that the person decides for")),
    date("left_on", "Last day in the organisation"),
}};
inline constexpr Shape person_shape = entity_shape("person", EntityKind::person, person_table);

inline constexpr std::array<std::string_view, 3> party_kinds{"person", "team", "text"};
inline constexpr Table party_table{std::array{
    derived(id("Id of the person or team, or the free text that names an owner")),
    derived(text("name", "Name of the person or team")),
    derived(word("kind", party_kinds, "Whether this is a person, a team, or free text")),
    derived(text("department", "Department of the team, or of the person's team")),
    derived(word("function", business_functions, "Function of the team, or of the person's team")),
    derived(text("role", "Job title of the person")),
    derived(reference("team", EntityKind::team, "The team itself, or the person's team")),
    derived(date("left_on", "The person's last day in the organisation")),
    derived(map("skills", skill_level, "The person's skills, from 0 (none) to 4 (expert)")),
    derived(link(word("authority", business_functions, "Functions that the person decides for"))),
}};
inline constexpr Shape party_shape = entity_shape("party", EntityKind::party, party_table);

inline constexpr Table forum_table{std::array{
    id("Unique name of the forum"),
    text("name", "The forum as people call it"),
    links("teams", EntityKind::team, "Teams that meet in the forum"),
    integer("every_days", days_apart, "Days from one meeting to the next"),
    past_date("last_held_on", "Day of the last meeting"),
}};
inline constexpr Shape forum_shape = entity_shape("forum", EntityKind::forum, forum_table);

inline constexpr std::array<std::string_view, 3> training_statuses{"planned", "completed", "cancelled"};
inline constexpr Table training_table{std::array{
    id("Unique name of the training"),
    text("name", "The training as people call it"),
    link(text("topics", "Skills that are taught")),
    reference("audience", EntityKind::team, "Team that is trained"),
    links("tools", EntityKind::tool, "Tools whose use is taught"),
    past_date("held_on", "Day of the training"),
    decimal("hours", Range{.least = 0, .most = 10'000}, "Hours that each participant spends"),
    money("cost", "What the training costs, once", "once"),
    word("status", training_statuses, "Whether the training took place"),
}};
inline constexpr Shape training_shape = entity_shape("training", EntityKind::training, training_table);

}  // namespace martech_audit::model
