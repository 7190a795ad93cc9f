// Rows of the field table: what marketing does (channels, capabilities, processes, initiatives), with which
// data.
#pragma once

#include "model/fields_common.h"

namespace martech_audit::model {

inline constexpr std::array<std::string_view, 2> channel_kinds{"online", "offline"};
inline constexpr std::array<std::string_view, 6> journey_stages{"reach", "acquire", "convert",
                                                                "serve", "retain",  "advocate"};
inline constexpr Table channel_table{std::array{
    id("Unique name of the channel, referred to by tools"),
    text("name", "The channel as people call it"),
    word("kind", channel_kinds, "Whether customers are met online or offline"),
    word("stage", journey_stages, "Stage of the customer journey that the channel mostly serves"),
    boolean("in_use", "Whether customers are reached through the channel today"),
    links("tools", EntityKind::tool, "Tools that run the channel"),
}};
inline constexpr Shape channel_shape = entity_shape("channel", EntityKind::channel, channel_table);

inline constexpr Table capability_table{std::array{
    id("Unique name of the capability, referred to by tools and objectives"),
    text("name", "The capability as people call it"),
    word("importance", importances, "How much the business depends on the capability"),
    statement(reference("objective", EntityKind::objective, "Objective that the capability serves")),
    integer("level", maturity_level, "How well the capability is mastered today, from 0 to 5"),
    integer("target_level", maturity_level, "How well it has to be mastered, from 0 to 5"),
}};
inline constexpr Shape capability_shape =
    entity_shape("capability", EntityKind::capability, capability_table);

inline constexpr Table dataset_table{std::array{
    id("Unique name of the data set, referred to by integrations"),
    text("name", "The data set as people call it"),
    text("subject", "What the data describe: customer, product, campaign, …"),
    reference("tool", EntityKind::tool, "Tool that holds the data"),
    boolean("record_of", "Whether that tool is the system of record for the subject"),
    boolean("personal", "Whether the data identify persons"),
    link(text("decisions", "Decisions that are made with the data")),
    links("accessible_to", EntityKind::team, "Teams that can use the data"),
    boolean("collected", "Whether the data are collected today"),
}};
inline constexpr Shape dataset_shape = entity_shape("dataset", EntityKind::dataset, dataset_table);

inline constexpr Table process_table{std::array{
    id("Unique name of the process, referred to by tools"),
    text("title", "The process in a few words"),
    statement(reference("owner", EntityKind::party, "Person or team that answers for the process")),
    links("teams", EntityKind::team, "Teams that work in the process"),
    statement(text("documented", "Where the process is described, for instance a URL")),
    past_date("reviewed_on", "Day of the last review"),
}};
inline constexpr Shape process_shape = entity_shape("process", EntityKind::process, process_table);

inline constexpr std::array<std::string_view, 2> initiative_kinds{"pilot", "rollout"};
inline constexpr std::array<std::string_view, 3> initiative_decisions{"scale", "stop", "extend"};
inline constexpr Range share{.least = 0, .most = 1};
inline constexpr std::array decide_limits{Limit{Limit::Kind::not_before, "starts"}};
inline constexpr Table initiative_table{std::array{
    id("Unique name of the initiative"),
    text("name", "The initiative in a few words"),
    reference("tool", EntityKind::tool, "Tool that is tried or rolled out"),
    word("kind", initiative_kinds, "A trial with a decision at its end, or an introduction already decided"),
    date("starts", "First day"),
    limited(date("decide_by", "Day by which the outcome is judged"), decide_limits),
    link(text("success_criteria", "What must come true for the initiative to count as a success")),
    decimal("audience_share", share, "Part of the audience that takes part, from 0 to 1"),
    statement(text("outcome", "What came of it")),
    statement(word("decision", initiative_decisions, "What was decided")),
}};
inline constexpr Shape initiative_shape =
    entity_shape("initiative", EntityKind::initiative, initiative_table);

inline constexpr std::array<std::string_view, 5> integration_kinds{"native", "api", "ipaas", "file",
                                                                   "manual"};
inline constexpr std::array<std::string_view, 2> integration_directions{"one-way", "both"};
inline constexpr std::array<std::string_view, 4> integration_statuses{"planned", "active", "broken",
                                                                      "retired"};
inline constexpr Table integration_table{std::array{
    Field{.name = "id",
          .kind = FieldKind::id,
          .completed = true,
          .summary = "Unique name; FROM-to-TO where none is given"},
    completed(required(
        reference("from", EntityKind::tool, "Tool that the data leave; under a tool that tool itself"))),
    completed(required(
        reference("to", EntityKind::tool, "Tool that the data reach; under a tool that tool itself"))),
    word("kind", integration_kinds, "How the data travel"),
    word("direction", integration_directions, "Whether data flow one way, from → to, or both ways"),
    word("status", integration_statuses, "Whether the connection works today"),
    past_date("last_success_on", "Day of the last successful transfer"),
    statement(reference("owner", EntityKind::party, "Person or team that keeps the connection working")),
    links("datasets", EntityKind::dataset, "Data sets that are transferred"),
}};
inline constexpr Shape integration_shape =
    entity_shape("integration", EntityKind::integration, integration_table);

}  // namespace martech_audit::model
