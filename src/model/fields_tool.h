// Rows of the field table: tools, and what finance paid for them.
#pragma once

#include "model/fields_common.h"

namespace martech_audit::model {

inline constexpr std::array<std::string_view, 15> pricing_metrics{
    "seat",  "contact",       "mau",  "session", "pageview", "event",   "message", "credit",
    "order", "revenue-share", "flat", "media",   "free",     "bundled", "other"};

inline constexpr Table tool_capability_table{std::array{
    id("Capability the tool provides"),
    boolean("primary", "Whether this is a core capability of the tool; if none is marked, all are"),
    completed(derived(reference("capability", EntityKind::capability, "The capability"))),
}};
inline constexpr Shape tool_capability_shape =
    block_shape("tool.capability", BlockId::tool_capability, tool_capability_table, "id");

inline constexpr Table scope_table{std::array{
    list_of(evidence(text("regions", "Regions where the tool is used"))),
    list_of(reference("teams", EntityKind::team, "Teams the tool is meant for")),
    evidence(text("audience", "Audiences of the tool: customers, prospects, employees, …")),
}};
inline constexpr Shape scope_shape = block_shape("tool.scope", BlockId::scope, scope_table);

inline constexpr Table lower_plan_table{std::array{
    text("name", "Name of the cheaper plan"),
    money("annual", "Annual cost of the cheaper plan", "year"),
}};
inline constexpr Shape lower_plan_shape =
    block_shape("tool.pricing.lower_plan", BlockId::lower_plan, lower_plan_table);

inline constexpr Table pricing_table{std::array{
    list_of(word("metrics", pricing_metrics, "Pricing metrics; free: cost and contract rules do not apply")),
    money("unit_price", "Price per unit, for example per seat and month; default currency: that of the cost"),
    text("plan", "Name of the plan or edition"),
    block("lower_plan", lower_plan_shape, "A cheaper plan that may be sufficient"),
}};
inline constexpr Shape pricing_shape = block_shape("tool.pricing", BlockId::pricing, pricing_table);

inline constexpr std::array assigned_limits{Limit{Limit::Kind::at_most, "seats.purchased", true}};
inline constexpr std::array minimum_limits{Limit{Limit::Kind::at_most, "seats.purchased", true}};
inline constexpr std::array planned_limits{
    Limit{.kind = Limit::Kind::at_most, .other = "seats.purchased", .warns = true, .times = 10}};
inline constexpr Table seats_table{std::array{
    people("purchased", "Purchased seats"),
    limited(people("assigned", "Assigned seats"), assigned_limits),
    limited(people("planned", "Additional seats needed soon"), planned_limits),
    within(date("planned_by",
                "Day by which they are needed; a plan without a day excuses no idle seats for sure"),
           {.before = 30, .after = 5}),
    limited(people("contract_minimum", "Minimum number of seats in the contract"), minimum_limits),
}};
inline constexpr Shape seats_shape = block_shape("tool.seats", BlockId::seats, seats_table);

inline constexpr Table usage_count_table{std::array{
    past_date("measured_on", "Date of the measurement"),
    count("active", "Active users within the window before that date"),
}};
inline constexpr Shape usage_count_shape =
    block_shape("tool.usage.count", BlockId::usage_count, usage_count_table);

inline constexpr std::array<std::string_view, 4> usage_evidences{"login", "activity", "feature", "estimate"};
inline constexpr std::array active_limits{Limit{Limit::Kind::at_most, "seats.assigned", true},
                                          Limit{Limit::Kind::at_most, "seats.purchased", true}};
inline constexpr std::array feature_limits{Limit{Limit::Kind::at_most, "usage.features_available"}};
inline constexpr Table usage_table{std::array{
    limited(count("active", "Active users within the window"), active_limits),
    past_date("last_activity_on", "Date of the last activity by any user"),
    word("evidence", usage_evidences, "Kind of evidence; a login is weaker than an activity"),
    limited(integer("features_used", how_many_features, "Number of features in use"), feature_limits),
    integer("features_available", how_many_features, "Number of features in the plan"),
    boolean("seasonal", "Whether use is seasonal"),
    past_date("measured_on", "Date of the measurement"),
    integer("window_days", days_apart, "Length of the measurement window in days"),
    list_of(block("history", usage_count_shape, "Earlier measurements, in any order")),
}};
inline constexpr Shape usage_shape = block_shape("tool.usage", BlockId::usage, usage_table);

inline constexpr Table consumption_table{std::array{
    word("metric", pricing_metrics, "Unit of consumption"),
    integer("committed", how_much, "Committed units in the contract period"),
    integer("consumed", how_much, "Consumed units in the contract period"),
    past_date("measured_on", "Date up to which they were counted; without it they show no use of late"),
}};
inline constexpr Shape consumption_shape =
    block_shape("tool.consumption", BlockId::consumption, consumption_table);

inline constexpr Table one_time_table{std::array{
    money("implementation", "Implementation cost", "once"),
    money("training", "Training cost", "once"),
}};
inline constexpr Shape one_time_shape = block_shape("tool.one_time", BlockId::one_time, one_time_table);

inline constexpr std::array<std::string_view, 3> relation_kinds{"backup", "migration-from",
                                                                "preserved-alternative"};
inline constexpr Table relation_table{std::array{
    reference("to", EntityKind::tool, "The other tool"),
    word("kind", relation_kinds, "Why both are wanted; migration-from needs an end"),
    date("until", "Last day on which both are wanted; of a migration at most a year ahead"),
}};
inline constexpr Shape relation_shape = block_shape("tool.relation", BlockId::relation, relation_table);

inline constexpr std::array<std::string_view, 5> billings{"monthly", "quarterly", "annual", "multi-year",
                                                          "usage"};
inline constexpr Range months_of_term{.least = 1, .most = 600};
inline constexpr std::array contract_limits{Limit{Limit::Kind::not_before, "contract.starts"}};
constexpr int days_of_a_month = 31;
inline constexpr std::array notice_limits{
    Limit{Limit::Kind::at_most, "contract.term_months", true, days_of_a_month},
    Limit{Limit::Kind::at_most, "contract.renewal_term_months", true, days_of_a_month},
    Limit{Limit::Kind::at_most, "contract.initial_term_months", true, days_of_a_month}};
inline constexpr Table contract_table{std::array{
    within(date("starts", "First day of the contract, or of the current term"), {.before = 30, .after = 5}),
    limited(within(date("ends", "Last day of the current term; default: starts and the initial term"),
                   {.before = 20, .after = 20}),
            contract_limits),
    integer("term_months", months_of_term, "Length of a term in months; default: from starts to ends"),
    integer("initial_term_months", months_of_term, "Length of the first term in months, if it differs"),
    integer("renewal_term_months", months_of_term, "Length of each term after it in months, if it differs"),
    limited(integer("notice_days", days_before, "Notice period: days before the end"), notice_limits),
    boolean("auto_renews", "Whether the contract renews automatically unless notice is given"),
    decimal("uplift_cap_percent", Range{.least = 0, .most = 1000},
            "Cap on price increases at renewal, in percent"),
    word("billing", billings, "Billing frequency"),
}};
inline constexpr Shape contract_shape = block_shape("tool.contract", BlockId::contract, contract_table);

inline constexpr std::array<std::string_view, 6> consent_bases{
    "consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"};
inline constexpr Table data_table{std::array{
    boolean("personal", "Whether the tool handles personal data"),
    boolean("processing_agreement", "Whether a data processing agreement with the vendor is signed"),
    word("consent_basis", consent_bases, "Legal basis for processing personal data"),
    evidence(text("residency", "Data residency: EU, US, …")),
}};
inline constexpr Shape data_shape = block_shape("tool.data", BlockId::data, data_table);

inline constexpr Table security_table{std::array{
    boolean("sso", "Whether single sign-on is enabled"),
    boolean("mfa", "Whether multi-factor authentication is enabled"),
    boolean("offboarding", "Whether access is removed automatically when people leave"),
}};
inline constexpr Shape security_shape = block_shape("tool.security", BlockId::security, security_table);

inline constexpr Table ai_table{std::array{
    boolean("used", "Whether AI features of the tool are in use"),
    evidence(text("purpose", "Purpose of the AI features")),
    boolean("autonomous", "Whether the AI acts autonomously"),
    boolean("human_review", "Whether people review its output"),
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

inline constexpr Table tool_objective_table{std::array{
    required(text("id", "Id of the objective")),
    evidence(text("how", "How the tool serves it")),
    reference("kpi", EntityKind::kpi, "KPI of the objective that the tool moves"),
}};
inline constexpr Shape tool_objective_shape =
    block_shape("tool.objective", BlockId::tool_objective, tool_objective_table);

inline constexpr Table because_table{std::array{
    evidence(text("kind", "Why the kind is right for the category")),
    evidence(text("criticality", "Why the criticality is right for the category")),
    evidence(text("data.personal", "Why the tool holds no personal data")),
    evidence(text("pricing.metrics", "Why the price does not depend on seats, or on nothing")),
    evidence(text("seats", "Why there are no seats to count")),
    evidence(text("usage", "Why there are no users to count")),
}};
inline constexpr Shape because_shape = block_shape("tool.because", BlockId::because, because_table);

inline constexpr Table tool_table{std::array{
    id("Unique and stable id of the tool; it identifies the tool's findings across audits"),
    required(text("name", "Name of the tool")),
    link(text("aliases", "Former ids and names used in other lists")),
    evidence(text("vendor", "Vendor of the tool")),
    evidence(text("category", "Category, preferably from the taxonomy: crm, cdp, web-analytics, …")),
    always(otherwise(
        word("kind", tool_kinds, "Whether the tool serves the business directly or enables other tools"),
        "business")),
    always(otherwise(word("status", tool_statuses, "Lifecycle status"), "active")),
    statement(evidence(text("problem", "Problem the tool solves, in one sentence"))),
    or_block(
        links("objectives", EntityKind::objective, "Objectives the tool serves, by id or as {id, how, kpi}"),
        tool_objective_shape),
    derived(links("explained_objectives", EntityKind::objective, "Objectives of which `how` is said")),
    derived(links("explained_kpis", EntityKind::kpi, "KPIs that are named beside a `how`")),
    link(block("capabilities", tool_capability_shape,
               "Capabilities the tool provides, by id or as {id, primary}")),
    links("kpis", EntityKind::kpi, "KPIs the tool should improve"),
    statement(reference("process", EntityKind::process, "Business process the tool supports")),
    links("channels", EntityKind::channel, "Channels the tool runs or measures"),
    link(text("supports", "Tools or capabilities an enabling tool supports")),
    derived(links("supports_tools", EntityKind::tool, "Tools listed in `supports`")),
    derived(links("supports_capabilities", EntityKind::capability, "Capabilities listed in `supports`")),
    block("scope", scope_shape, "Scope: where and for whom the tool is used"),
    statement(reference("owner", EntityKind::party,
                        "Accountable owner: person or team responsible for the tool's value")),
    statement(reference("technical_owner", EntityKind::party,
                        "Technical owner: person or team that operates the tool")),
    statement(reference("backup_owner", EntityKind::party, "Backup owner")),
    links("user_teams", EntityKind::team, "Teams that use the tool"),
    word("operated_by", operators, "Whether the tool is operated in-house or by an agency"),
    map("skills_needed", skill_level, "Skills needed to use the tool, from 0 (none) to 4 (expert)"),
    by_default(limited(date("live_on", "Go-live date"), live_limits)),
    date("purchased_on", "Purchase date"),
    limited(date("retired_on", "Last day of use of a retired tool"), retired_limits),
    word("purchase_channel", purchase_channels, "How the tool was bought"),
    link(word("approved_by", business_functions, "Functions that approved the purchase")),
    always(word("criticality", importances, "How much the business depends on the tool")),
    block("pricing", pricing_shape, "Pricing metric"),
    block("seats", seats_shape, "Seats, for seat-priced tools"),
    block("usage", usage_shape, "Usage of the tool"),
    block("consumption", consumption_shape, "Consumption, for consumption-priced tools"),
    money("cost", "Recurring cost of the tool"),
    block("one_time", one_time_shape, "One-time costs"),
    block("relation", relation_shape, "Another tool that is meant to do the same for some time"),
    block("contract", contract_shape, "Contract term, notice and renewal"),
    block("data", data_shape, "Data the tool handles and its legal basis"),
    block("security", security_shape, "Access security of the tool"),
    block("ai", ai_shape, "AI features"),
    link(word("marketing5", marketing5_components, "Marketing 5.0 components the tool contributes to")),
    Field{.name = "integrations",
          .kind = FieldKind::reference,
          .list = true,
          .presence = Presence::link,
          .target = EntityKind::integration,
          .in_place = true,
          .completed = true,
          .summary = "All integrations of the tool"},
    block("because", because_shape, "Reasons for labels that are unusual for the category"),
    past_date("reviewed_on", "Date of the last review of the tool"),
    text("url", "URL of the tool"),
    text("cost_centre", "Cost centre"),
    link(text("tags", "Your own tags")),
    text("notes", "Free-text notes"),
    link(block("waivers", tool_waiver_shape, "Waivers for findings about the tool")),
}};
inline constexpr Shape tool_shape = entity_shape("tool", EntityKind::tool, tool_table);

inline constexpr Table ledger_table{std::array{
    text("vendor", "Vendor that was paid"),
    reference("tool", EntityKind::tool, "Tool the payment was for"),
    decimal("amount", paid_or_refunded, "Amount paid; negative for a refund, which needs a note"),
    completed(currency("currency", "Currency of the amount; default: the organisation's currency")),
    block("period", period_shape, "First and last day of the paid period"),
    evidence(text("note", "What it was for; of a refund the credit note or its reason")),
}};
inline constexpr Shape ledger_shape = entity_shape("ledger", EntityKind::ledger, ledger_table);

}  // namespace martech_audit::model
