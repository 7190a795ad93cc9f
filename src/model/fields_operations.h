// Rows of the field table: what marketing does (channels, capabilities, processes, initiatives), with which
// data.
#pragma once

#include "model/fields_common.h"

namespace martech_audit::model {

inline constexpr std::array<std::string_view, 2> channel_kinds{"online", "offline"};
inline constexpr std::array<std::string_view, 6> journey_stages{"reach", "acquire", "convert",
                                                                "serve", "retain",  "advocate"};
inline constexpr Table channel_table{std::array{
    id("Unique id of the channel"),
    named("name", "Name of the channel; default: the id"),
    word("kind", channel_kinds, "Whether the channel is online or offline"),
    word("stage", journey_stages, "Main stage of the customer journey that the channel serves"),
    boolean("in_use", "Whether the channel is in use today"),
    links("tools", EntityKind::tool, "Tools that run the channel"),
}};
inline constexpr Shape channel_shape = entity_shape("channel", EntityKind::channel, channel_table);

inline constexpr Table capability_table{std::array{
    id("Unique id of the capability"),
    named("name", "Name of the capability; default: the id"),
    always(word("importance", importances, "How much the business depends on the capability")),
    statement(reference("objective", EntityKind::objective, "Objective that the capability serves")),
    integer("level", maturity_level, "Current maturity, from 0 to 5"),
    integer("target_level", maturity_level, "Target maturity, from 0 to 5"),
}};
inline constexpr Shape capability_shape =
    entity_shape("capability", EntityKind::capability, capability_table);

inline constexpr Table dataset_table{std::array{
    id("Unique id of the dataset"),
    named("name", "Name of the dataset; default: the id"),
    evidence(text("subject", "Subject of the data: customer, product, campaign, …")),
    reference("tool", EntityKind::tool, "Tool that holds the data"),
    boolean("record_of", "Whether that tool is the system of record for the subject"),
    boolean("personal", "Whether the data is personal data"),
    link(evidence(text("decisions", "Decisions that use the data"))),
    links("accessible_to", EntityKind::team, "Teams with access to the data"),
    boolean("collected", "Whether the data is collected today"),
}};
inline constexpr Shape dataset_shape = entity_shape("dataset", EntityKind::dataset, dataset_table);

inline constexpr Table process_table{std::array{
    id("Unique id of the process"),
    named("title", "Name of the process; default: the id"),
    statement(reference("owner", EntityKind::party, "Person or team accountable for the process")),
    links("teams", EntityKind::team, "Teams that work in the process"),
    statement(evidence(text("documented", "Location of the process documentation, for example a URL"))),
    link(evidence(text("steps", "Steps of the process, in order"))),
    past_date("reviewed_on", "Date of the last review"),
}};
inline constexpr Shape process_shape = entity_shape("process", EntityKind::process, process_table);

inline constexpr std::array<std::string_view, 2> initiative_kinds{"pilot", "rollout"};
inline constexpr std::array<std::string_view, 3> initiative_decisions{"scale", "stop", "extend"};
inline constexpr Range share{.least = 0, .most = 1};
inline constexpr std::array decide_limits{Limit{Limit::Kind::not_before, "starts"}};
inline constexpr Table initiative_table{std::array{
    id("Unique id of the initiative"),
    named("name", "Name of the initiative; default: the id"),
    reference("tool", EntityKind::tool, "Tool that is piloted or rolled out"),
    word("kind", initiative_kinds,
         "A pilot is a trial that ends in a decision; a rollout is already decided"),
    date("starts", "First day"),
    limited(date("decide_by", "Decision date"), decide_limits),
    link(evidence(text("success_criteria", "Success criteria of the initiative"))),
    decimal("audience_share", share, "Share of the audience that takes part, from 0 to 1"),
    statement(evidence(text("outcome", "Outcome"))),
    statement(word("decision", initiative_decisions, "Decision")),
}};
inline constexpr Shape initiative_shape =
    entity_shape("initiative", EntityKind::initiative, initiative_table);

inline constexpr std::array<std::string_view, 5> integration_kinds{"native", "api", "ipaas", "file",
                                                                   "manual"};
inline constexpr std::array<std::string_view, 2> integration_directions{"one-way", "both"};
inline constexpr std::array<std::string_view, 4> integration_statuses{"planned", "active", "broken",
                                                                      "retired"};
inline constexpr Table integration_table{std::array{
    Field{
        .name = "id", .kind = FieldKind::id, .completed = true, .summary = "Unique id; default: FROM-to-TO"},
    completed(required(reference("from", EntityKind::tool, "Source tool; default under a tool: that tool"))),
    completed(required(reference("to", EntityKind::tool, "Target tool; default under a tool: that tool"))),
    word("kind", integration_kinds, "How the data is transferred"),
    word("direction", integration_directions, "Whether data flows one way (from → to) or both ways"),
    always(word("status", integration_statuses, "Whether the connection works today")),
    past_date("last_success_on", "Date of the last successful transfer"),
    statement(reference("owner", EntityKind::party, "Person or team accountable for the connection")),
    links("datasets", EntityKind::dataset, "Datasets that are transferred"),
}};
inline constexpr Shape integration_shape =
    entity_shape("integration", EntityKind::integration, integration_table);

}  // namespace martech_audit::model
