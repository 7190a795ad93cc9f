// Rows of the field table: blocks that several entities share.
#pragma once

#include "model/field_rows.h"

namespace martech_audit::model {

inline constexpr std::array<std::string_view, 4> payment_periods{"month", "quarter", "year", "once"};
inline constexpr std::array<std::string_view, 8> business_functions{
    "marketing", "it", "data", "sales", "service", "finance", "product", "legal"};
inline constexpr std::array<std::string_view, 3> importances{"critical", "important", "optional"};

inline constexpr Range skill_level{.least = 0, .most = 4};
inline constexpr Range maturity_level{.least = 0, .most = 5};

inline constexpr Table money_table{std::array{
    decimal("amount", how_much, "Amount in units of the currency, with at most the currency's decimals"),
    completed(currency("currency", "ISO 4217 code; default: the organisation's currency")),
    completed(word("per", payment_periods, "Period the amount covers: month, quarter, year, or once")),
}};
inline constexpr Shape money_shape = block_shape("money", BlockId::money, money_table, "amount");

// Money, as a block or as a bare number. `per` is the period that the field's name implies, if any.
consteval Field money(std::string_view name, std::string_view summary, std::string_view per = {}) {
  return otherwise(block(name, money_shape, summary), per);
}

inline constexpr std::array period_limits{Limit{Limit::Kind::not_before, "period.starts"}};
inline constexpr Table period_table{std::array{
    date("starts", "First day"),
    limited(date("ends", "Last day"), period_limits),
}};
inline constexpr Shape period_shape = block_shape("period", BlockId::period, period_table);

inline constexpr std::array expiry_limits{Limit{Limit::Kind::not_before, "created"}};
inline constexpr std::array waiver_head{
    required(text("rule", "Id of the waived rule")),
};
inline constexpr std::array waiver_entity{
    required(text("entity", "Waived entity: a tool id, or kind/id for other entities")),
};
inline constexpr std::array waiver_tail{
    required(evidence(text("reason", "Reason for accepting the finding"))),
    required(reference("owner", EntityKind::party, "Person or team accountable for the waiver")),
    required(limited(date("expires", "Last day of the waiver (inclusive)"), expiry_limits)),
    date("created", "Date the waiver was created"),
    text("approved_by", "Who approved the waiver"),
    text("ticket", "Where the decision is documented"),
};
inline constexpr Table waiver_table{waiver_head + waiver_entity + waiver_tail};
inline constexpr Shape waiver_shape = block_shape("waiver", BlockId::waiver, waiver_table);
inline constexpr Table tool_waiver_table{waiver_head + waiver_tail};
inline constexpr Shape tool_waiver_shape =
    block_shape("tool.waiver", BlockId::tool_waiver, tool_waiver_table);

}  // namespace martech_audit::model
