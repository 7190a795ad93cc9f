// Rows of the field table: teams, people, and how they learn and meet.
#pragma once

#include "model/fields_common.h"

namespace martech_audit::model {

inline constexpr Table team_table{std::array{
    id("Unique id of the team"),
    named("name", "Name of the team; default: the id"),
    text("department", "Department that the team belongs to"),
    word("function", business_functions, "Business function of the team"),
    reference("parent", EntityKind::team, "Parent team"),
    people("headcount", "Number of people in the team"),
}};
inline constexpr Shape team_shape = entity_shape("team", EntityKind::team, team_table);

inline constexpr Table person_table{std::array{
    id("Unique id of the person; a role or handle is enough"),
    named("name", "Name, role or handle of the person; default: the id"),
    reference("team", EntityKind::team, "Team that the person belongs to"),
    text("role", "Job title"),
    map("skills", skill_level, "Skills by name, from 0 (none) to 4 (expert)"),
    link(word("authority", business_functions, "Functions the person has authority over")),
    within(date("left_on", "Last day in the organisation"), {.before = 30, .after = 5}),
}};
inline constexpr Shape person_shape = entity_shape("person", EntityKind::person, person_table);

inline constexpr std::array<std::string_view, 3> party_kinds{"person", "team", "text"};
inline constexpr Table party_table{std::array{
    derived(id("Id of the person or team, or a free-text owner name")),
    derived(text("name", "Name of the person or team")),
    derived(word("kind", party_kinds, "Whether this is a person, a team, or free text")),
    derived(text("department", "Department of the team, or of the person's team")),
    derived(word("function", business_functions, "Function of the team, or of the person's team")),
    derived(text("role", "Job title of the person")),
    derived(reference("team", EntityKind::team, "The team itself, or the person's team")),
    derived(date("left_on", "The person's last day in the organisation")),
    derived(map("skills", skill_level, "The person's skills, from 0 (none) to 4 (expert)")),
    derived(link(word("authority", business_functions, "Functions the person has authority over"))),
}};
inline constexpr Shape party_shape = entity_shape("party", EntityKind::party, party_table);

inline constexpr Table forum_table{std::array{
    id("Unique id of the forum"),
    named("name", "Name of the forum; default: the id"),
    links("teams", EntityKind::team, "Teams that meet in the forum"),
    integer("every_days", days_apart, "Days between meetings"),
    past_date("last_held_on", "Date of the last meeting"),
}};
inline constexpr Shape forum_shape = entity_shape("forum", EntityKind::forum, forum_table);

inline constexpr std::array<std::string_view, 3> training_statuses{"planned", "completed", "cancelled"};
inline constexpr Table training_table{std::array{
    id("Unique id of the training"),
    named("name", "Name of the training; default: the id"),
    link(evidence(text("topics", "Topics of the training"))),
    reference("audience", EntityKind::team, "Trained team"),
    links("tools", EntityKind::tool, "Tools covered by the training"),
    past_date("held_on", "Date of the training"),
    decimal("hours", Range{.least = 0, .most = 10'000}, "Hours per participant"),
    money("cost", "One-time cost of the training", "once"),
    word("status", training_statuses, "Whether the training took place"),
}};
inline constexpr Shape training_shape = entity_shape("training", EntityKind::training, training_table);

}  // namespace martech_audit::model
