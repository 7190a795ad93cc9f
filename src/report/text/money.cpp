#include <fmt/format.h>

#include <vector>

#include "base/text.h"
#include "report/figures.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t label_columns = 20;

void write_line(Page& page, std::string_view label, const std::string& text, Ink ink = Ink::plain) {
  page.canvas.paragraph(0, {{page.canvas.padded(label, label_columns)}, {text, ink}}, label_columns);
}

std::string off_strategy_phrase(const AuditReport& report) {
  if (!report.off_strategy) {
    return report.money.total_cost ? "unknown: no active objective is known" : "unknown: no costs are given";
  }
  const SpendOffStrategy& off = *report.off_strategy;
  return fmt::format("{}: {} of {} a year supports no active objective", share_text(off.share()),
                     money_text(off.off), money_text(off.total));
}

std::string total_phrase(const AuditReport& report) {
  const MoneySummary& money = report.money;
  if (!money.total_cost) return "unknown: no tool has a cost above 0";
  std::string text = money_text(*money.total_cost) + " a year";
  if (money.tools_without_cost == 0) return text;
  return text +
         fmt::format("; {} no known cost", counted(money.tools_without_cost, "tool has", "tools have"));
}

std::string waste_phrase(const MoneySummary& money) {
  if (money.recoverable.minor == 0) return "none found";
  std::string text = money_text(money.recoverable) + " can be saved";
  if (money.waived.minor != 0) text += fmt::format("; {} of it is waived", money_text(money.waived));
  return text;
}

struct Amount {
  std::string_view label;
  Money money;
  std::string_view meaning;
};

// What there is of the classes beside waste.
std::vector<Amount> other_amounts(const MoneySummary& money) {
  std::vector<Amount> amounts{
      {"Auto-renewing", money.at_risk, "renews automatically on a known date"},
      {"Unproven value", money.exposed, "a year is spent on tools with no demonstrated value"},
      {"Opportunity", money.opportunity, "is an estimate or depends on a decision"},
  };
  std::erase_if(amounts, [](const Amount& amount) { return amount.money.minor == 0; });
  return amounts;
}

void write_briefly(Page& page) {
  std::vector<Amount> amounts = other_amounts(page.report.money);
  if (page.report.money.recoverable.minor != 0)
    amounts.insert(amounts.begin(), {"Waste", page.report.money.recoverable, ""});
  std::string text;
  for (const Amount& amount : amounts) {
    if (!text.empty()) text += "; ";
    text += fmt::format("{} {}", lower_ascii(amount.label), money_text(amount.money));
  }
  if (!text.empty()) write_line(page, "Found so far", text);
}

void write_in_full(Page& page) {
  write_line(page, "Waste", waste_phrase(page.report.money));
  const std::vector<Amount> amounts = other_amounts(page.report.money);
  for (const Amount& amount : amounts) {
    write_line(page, amount.label, fmt::format("{} {}", money_text(amount.money), amount.meaning));
  }
  if (!amounts.empty()) {
    page.canvas.paragraph(label_columns,
                          {{"(overlapping views of the same spend; do not add them)", Ink::faint}});
  }
}

}  // namespace

// The classes of money are never added: each stands for itself, and the page says so.
void write_money(Page& page) {
  page.canvas.gap();
  write_line(page, "Off-strategy spend", off_strategy_phrase(page.report), Ink::strong);
  write_line(page, "Total spend", total_phrase(page.report));
  page.first_look ? write_briefly(page) : write_in_full(page);
}

}  // namespace martech_audit::report
