// Rows of the field table: the organisation, which is the root of what rules see, and the layout of the file.
#pragma once

#include "model/fields_operations.h"
#include "model/fields_people.h"
#include "model/fields_strategy.h"
#include "model/fields_tool.h"

namespace martech_audit::model {

// The file format that this version reads.
inline constexpr std::int64_t format_version = 1;

consteval Field entities(std::string_view name, EntityKind kind, std::string_view summary) {
  return {.name = name,
          .kind = FieldKind::reference,
          .list = true,
          .target = kind,
          .in_place = true,
          .summary = summary};
}

inline constexpr Table exchange_rate_table{std::array{
    required(decimal("rate", how_many, "Units of the organisation's currency per unit of this currency")),
    past_date("as_of", "Date of the rate"),
}};
inline constexpr Shape exchange_rate_shape =
    block_shape("organisation.exchange_rate", BlockId::exchange_rate, exchange_rate_table, "rate");

inline constexpr std::array<std::string_view, 3> organisation_sizes{"small", "mid", "large"};
inline constexpr std::array organisation_rows{
    required(text("name", "Name of the organisation or business unit")),
    required(currency("currency", "ISO 4217 code; all amounts are converted to this currency")),
    Field{.name = "exchange_rates",
          .kind = FieldKind::map,
          .block = &exchange_rate_shape,
          .summary = "Rates of the other currencies in use, by ISO 4217 code"},
    word("size", organisation_sizes, "Size class; selects threshold presets"),
    people("marketing_headcount", "Number of people in marketing"),
};
inline constexpr Table organisation_block_table{organisation_rows};
inline constexpr Shape organisation_block_shape = {
    .name = "organisation",
    .id = static_cast<std::uint16_t>(BlockId::organisation_block),
    .fields = organisation_block_table.fields,
    .index = organisation_block_table.index,
    .open = true};

inline constexpr Table strategy_table{std::array{
    past_date("reviewed_on", "Date of the last review of the marketing strategy"),
    entities("roadmap", EntityKind::roadmap, "Planned introductions, replacements and extensions"),
}};
inline constexpr Shape strategy_shape = block_shape("strategy", BlockId::strategy, strategy_table);

inline constexpr std::array strategy_row{
    block("strategy", strategy_shape, "Marketing strategy and technology roadmap"),
};
inline constexpr std::array list_rows{
    entities("objectives", EntityKind::objective, "Marketing objectives"),
    entities("kpis", EntityKind::kpi, "KPIs of the objectives"),
    entities("budgets", EntityKind::budget, "Marketing budgets"),
    entities("teams", EntityKind::team, "Teams that own or use tools"),
    entities("people", EntityKind::person,
             "People who own tools, make decisions or have skills that tools need"),
    entities("forums", EntityKind::forum, "Regular meetings of several teams"),
    entities("trainings", EntityKind::training, "Trainings planned and held"),
    entities("channels", EntityKind::channel, "Customer channels"),
    entities("capabilities", EntityKind::capability, "Capabilities that marketing needs"),
    entities("datasets", EntityKind::dataset, "Datasets and the decisions they support"),
    entities("processes", EntityKind::process, "Business processes that use tools"),
    entities("initiatives", EntityKind::initiative, "Pilots and rollouts of tools"),
    entities("integrations", EntityKind::integration, "Connections between tools"),
    entities("tools", EntityKind::tool, "Tools; one entry per subscription or contract line"),
    entities("ledger", EntityKind::ledger, "Payments recorded by finance; usually created by `import`"),
    list_of(block("waivers", waiver_shape, "Waivers: findings accepted for a limited time")),
};
inline constexpr Table organisation_table{
    organisation_rows + strategy_row + list_rows +
    std::array{
        derived(entities("roadmap", EntityKind::roadmap, "The items of the strategy's roadmap")),
        derived(entities("parties", EntityKind::party, "Possible owners: people, teams and free text")),
    }};
inline constexpr Shape organisation_shape =
    entity_shape("organisation", EntityKind::organisation, organisation_table);

// What `defaults: {tools: …}` may hold: the blocks of a tool and the fields marked by_default.
inline constexpr Table defaults_table{std::array{
    block("tools", tool_shape,
          "Default values for tools: fills blocks that a tool already has, and live_on in every tool"),
}};
inline constexpr Shape defaults_shape = block_shape("defaults", BlockId::defaults, defaults_table);

inline constexpr Table file_table{
    std::array{
        required(integer("martech", Range{.least = format_version, .most = format_version},
                         "Version of the file format")),
        required(
            block("organisation", organisation_block_shape, "The audited organisation and its currency")),
        block("defaults", defaults_shape, "Defaults for many tools"),
    } +
    strategy_row + list_rows};
inline constexpr Shape file_shape = {.name = "inventory",
                                     .id = static_cast<std::uint16_t>(BlockId::file),
                                     .fields = file_table.fields,
                                     .index = file_table.index,
                                     .open = true};

}  // namespace martech_audit::model
