// Rows of the field table: tools, and what finance paid for them.
#pragma once

#include "model/fields_common.h"

namespace martech_audit::model {

inline constexpr std::array<std::string_view, 15> pricing_metrics{
    "seat",  "contact",       "mau",  "session", "pageview", "event",   "message", "credit",
    "order", "revenue-share", "flat", "media",   "free",     "bundled", "other"};

inline constexpr Table tool_capability_table{std::array{
    id("Capability that the tool has"),
    boolean("primary",
            "Whether the capability is what the tool is there for; where none is marked, all of them are"),
    completed(derived(reference("capability", EntityKind::capability, "The capability's own entry"))),
}};
inline constexpr Shape tool_capability_shape =
    block_shape("tool.capability", BlockId::tool_capability, tool_capability_table, "id");

inline constexpr Table scope_table{std::array{
    list_of(text("regions", "Regions that the tool is used for")),
    list_of(reference("teams", EntityKind::team, "Teams that the tool is meant for")),
    text("audience", "Whom the tool addresses: customers, prospects, employees, …"),
}};
inline constexpr Shape scope_shape = block_shape("tool.scope", BlockId::scope, scope_table);

inline constexpr Table lower_plan_table{std::array{
    text("name", "Name of the cheaper plan"),
    money("annual", "What the cheaper plan would cost a year", "year"),
}};
inline constexpr Shape lower_plan_shape =
    block_shape("tool.pricing.lower_plan", BlockId::lower_plan, lower_plan_table);

inline constexpr Table pricing_table{std::array{
    list_of(word("metrics", pricing_metrics,
                 "What the price depends on; free makes cost and contract rules not applicable")),
    money("unit_price", "Price of one unit, for instance of one seat a month"),
    text("plan", "Name of the plan or edition"),
    block("lower_plan", lower_plan_shape, "A cheaper plan that could be enough"),
}};
inline constexpr Shape pricing_shape = block_shape("tool.pricing", BlockId::pricing, pricing_table);

inline constexpr std::array assigned_limits{Limit{Limit::Kind::at_most, "seats.purchased", true}};
inline constexpr std::array minimum_limits{Limit{Limit::Kind::at_most, "seats.purchased", true}};
inline constexpr Table seats_table{std::array{
    count("purchased", "Seats that are paid for"),
    limited(count("assigned", "Seats given to somebody"), assigned_limits),
    count("planned", "Further seats that will be needed soon"),
    limited(count("contract_minimum", "Seats that the contract makes one pay for in any case"),
            minimum_limits),
}};
inline constexpr Shape seats_shape = block_shape("tool.seats", BlockId::seats, seats_table);

inline constexpr Table usage_count_table{std::array{
    past_date("measured_on", "Day on which use was measured"),
    count("active", "People who used the tool within the window before that day"),
}};
inline constexpr Shape usage_count_shape =
    block_shape("tool.usage.count", BlockId::usage_count, usage_count_table);

inline constexpr std::array<std::string_view, 4> usage_evidences{"login", "activity", "feature", "estimate"};
inline constexpr std::array active_limits{Limit{Limit::Kind::at_most, "seats.assigned", true},
                                          Limit{Limit::Kind::at_most, "seats.purchased", true}};
inline constexpr std::array feature_limits{Limit{Limit::Kind::at_most, "usage.features_available"}};
inline constexpr Table usage_table{std::array{
    limited(count("active", "People who used the tool within the window"), active_limits),
    past_date("last_activity_on", "Day on which anybody last used the tool"),
    word("evidence", usage_evidences, "What the numbers come from; a login shows less than an activity"),
    limited(count("features_used", "Features of the plan that are in use"), feature_limits),
    count("features_available", "Features that the plan offers"),
    boolean("seasonal", "Whether the tool is used only at some times of the year"),
    past_date("measured_on", "Day on which use was measured"),
    integer("window_days", days_apart, "Days before that day in which use was counted"),
    list_of(block("history", usage_count_shape, "Earlier counts of the same kind, in any order")),
}};
inline constexpr Shape usage_shape = block_shape("tool.usage", BlockId::usage, usage_table);

inline constexpr Table consumption_table{std::array{
    word("metric", pricing_metrics, "What is consumed"),
    integer("committed", how_much, "Units that are paid for in the contract's period"),
    integer("consumed", how_much, "Units that were used in it"),
}};
inline constexpr Shape consumption_shape =
    block_shape("tool.consumption", BlockId::consumption, consumption_table);

inline constexpr Table one_time_table{std::array{
    money("implementation", "What bringing the tool into use cost", "once"),
    money("training", "What teaching people to use it cost", "once"),
}};
inline constexpr Shape one_time_shape = block_shape("tool.one_time", BlockId::one_time, one_time_table);

inline constexpr std::array<std::string_view, 5> billings{"monthly", "quarterly", "annual", "multi-year",
                                                          "usage"};
inline constexpr std::array contract_limits{Limit{Limit::Kind::not_before, "contract.starts"}};
inline constexpr Table contract_table{std::array{
    date("starts", "First day of the current term"),
    limited(date("ends", "Last day of the current term"), contract_limits),
    integer("term_months", Range{.least = 1, .most = 600}, "Months that one term lasts"),
    integer("notice_days", days_before, "Days before the end by which notice must be given"),
    boolean("auto_renews", "Whether the contract renews by itself unless notice is given"),
    decimal("uplift_cap_percent", Range{.least = 0, .most = 1000},
            "Most that the price may rise at a renewal, in percent"),
    word("billing", billings, "How often the vendor bills"),
}};
inline constexpr Shape contract_shape = block_shape("tool.contract", BlockId::contract, contract_table);

inline constexpr std::array<std::string_view, 6> consent_bases{
    "consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"};
inline constexpr Table data_table{std::array{
    boolean("personal", "Whether the tool handles data that identify persons"),
    boolean("processing_agreement", "Whether a data processing agreement with the vendor is in force"),
    word("consent_basis", consent_bases, "Legal basis of handling personal data"),
    text("residency", "Where the data are kept: EU, US, …"),
}};
inline constexpr Shape data_shape = block_shape("tool.data", BlockId::data, data_table);

inline constexpr Table security_table{std::array{
    boolean("sso", "Whether people sign in through the organisation's single sign-on"),
    boolean("mfa", "Whether signing in takes a second factor"),
    boolean("offboarding", "Whether access ends by itself when people leave"),
}};
inline constexpr Shape security_shape = block_shape("tool.security", BlockId::security, security_table);

inline constexpr Table ai_table{std::array{
    boolean("used", "Whether functions of the tool that use machine learning are in use"),
    text("purpose", "What they are used for"),
    boolean("autonomous", "Whether they act without a person's decision"),
    boolean("human_review", "Whether people review what they do"),
}};
inline constexpr Shape ai_shape = block_shape("tool.ai", BlockId::ai, ai_table);

inline constexpr std::array<std::string_view, 5> tool_kinds{"business", "infrastructure", "security",
                                                            "compliance", "integration"};
inline constexpr std::array<std::string_view, 6> tool_statuses{"evaluating", "pilot",    "implementing",
                                                               "active",     "retiring", "retired"};
inline constexpr std::array<std::string_view, 5> purchase_channels{"procurement", "department", "expense",
                                                                   "free", "inherited"};
inline constexpr std::array<std::string_view, 2> operators{"internal", "agency"};
inline constexpr std::array<std::string_view, 5> marketing5_components{"data-driven", "predictive",
                                                                       "contextual", "augmented", "agile"};
inline constexpr std::array live_limits{Limit{Limit::Kind::not_before, "purchased_on", true}};
inline constexpr std::array retired_limits{Limit{Limit::Kind::not_before, "live_on", true},
                                           Limit{Limit::Kind::not_before, "purchased_on", true}};

inline constexpr Table tool_table{std::array{
    id("Unique, stable name of the tool; findings keep their identity by it"),
    required(text("name", "The tool as people call it")),
    link(text("aliases", "Former ids, and names in other lists")),
    text("vendor", "Who sells the tool"),
    text("category", "What sort of tool it is, best a slug of the taxonomy: crm, cdp, web-analytics, …"),
    otherwise(word("kind", tool_kinds, "Whether the tool must show business value or enables others"),
              "business"),
    otherwise(word("status", tool_statuses, "Where the tool is in its life"), "active"),
    statement(text("problem", "The problem that the tool solves, in one sentence")),
    links("objectives", EntityKind::objective, "Objectives that the tool serves"),
    link(block("capabilities", tool_capability_shape,
               "What the tool is used for: capabilities, by id or as {id, primary}")),
    links("kpis", EntityKind::kpi, "Measures that the tool should move"),
    statement(reference("process", EntityKind::process, "Process that the tool works in")),
    links("channels", EntityKind::channel, "Channels that the tool runs or measures"),
    link(text("supports", "Tools or capabilities that an enabling tool serves")),
    derived(links("supports_tools", EntityKind::tool, "Those of `supports` that are tools")),
    derived(
        links("supports_capabilities", EntityKind::capability, "Those of `supports` that are capabilities")),
    block("scope", scope_shape, "Where and for whom the tool is used"),
    statement(reference("owner", EntityKind::party, "Person or team that answers for the tool's value")),
    statement(reference("technical_owner", EntityKind::party, "Person or team that keeps the tool running")),
    statement(reference("backup_owner", EntityKind::party, "Person or team that stands in for the owner")),
    links("user_teams", EntityKind::team, "Teams that use the tool"),
    word("operated_by", operators, "Whether own people or an agency work in the tool"),
    map("skills_needed", skill_level, "Skills that using the tool takes, from 0 (none) to 4 (expert)"),
    by_default(limited(date("live_on", "Day of going live"), live_limits)),
    date("purchased_on", "Day of the purchase"),
    limited(date("retired_on", "Last day of use, of a tool that is retired"), retired_limits),
    word("purchase_channel", purchase_channels, "How the tool was bought"),
    link(word("approved_by", business_functions, "Functions that approved the purchase")),
    word("criticality", importances, "How much the business depends on the tool"),
    block("pricing", pricing_shape, "What the price depends on"),
    block("seats", seats_shape, "Seats of tools that are priced by seat"),
    block("usage", usage_shape, "How much the tool is used"),
    block("consumption", consumption_shape, "Use of tools that are priced by consumption"),
    money("cost", "What the tool costs"),
    block("one_time", one_time_shape, "What was paid once"),
    block("contract", contract_shape, "Term, notice and renewal"),
    block("data", data_shape, "What data the tool handles, and on which basis"),
    block("security", security_shape, "How access to the tool is guarded"),
    block("ai", ai_shape, "Functions that use machine learning"),
    link(word("marketing5", marketing5_components,
              "Components of Marketing 5.0 that the tool contributes to")),
    Field{.name = "integrations",
          .kind = FieldKind::reference,
          .list = true,
          .presence = Presence::link,
          .target = EntityKind::integration,
          .in_place = true,
          .completed = true,
          .summary = "Connections of the tool to others, wherever they are written"},
    past_date("reviewed_on", "Day on which the tool was last reviewed"),
    text("url", "Where people open the tool"),
    text("cost_centre", "Cost centre that pays"),
    link(text("tags", "Words of your own to select tools by")),
    text("notes", "Anything else worth knowing"),
    link(block("waivers", tool_waiver_shape, "Findings about the tool that are accepted for a while")),
}};
inline constexpr Shape tool_shape = entity_shape("tool", EntityKind::tool, tool_table);

inline constexpr Table ledger_table{std::array{
    text("vendor", "Who was paid"),
    reference("tool", EntityKind::tool, "Tool that was paid for"),
    decimal("amount", paid_or_refunded, "How much was paid; negative for a refund"),
    completed(currency("currency", "Currency of the amount; the organisation's where none is given")),
    block("period", period_shape, "First and last day that the payment covers"),
}};
inline constexpr Shape ledger_shape = entity_shape("ledger", EntityKind::ledger, ledger_table);

}  // namespace martech_audit::model
