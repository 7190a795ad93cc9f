// Small reports for the formats that programs read.
#pragma once

#include <string>
#include <string_view>

#include "report_builder.h"

namespace martech_audit::test {

inline EntityRef some_tool(std::string_view id, std::string_view name) {
  return {EntityKind::tool, id, name};
}

inline Date on_day(int month, int day_of_month, int year = 2026) {
  return Date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
              std::chrono::day{static_cast<unsigned>(day_of_month)}};
}

inline Place at(std::string_view path, std::uint32_t line, std::uint32_t column, std::uint32_t end_column) {
  Place place;
  place.path = path;
  place.line = line;
  place.column = column;
  place.end_column = end_column;
  return place;
}

inline ToolRow row_of(const EntityRef& tool) {
  ToolRow row;
  row.tool = tool;
  return row;
}

// A report with one rule of each severity: r-info, …, r-critical.
struct Machine : ReportBuilder {
  Machine() : ReportBuilder("Org") {
    for (const Severity severity :
         {Severity::critical, Severity::high, Severity::medium, Severity::low, Severity::info})
      rule({"r-" + std::string(name(severity)), "Title of " + std::string(name(severity)), "spend", severity,
            Effort::low, "Mend it."});
  }

  Claim claim(MoneyClass money_class, std::int64_t claimed, std::int64_t allocated,
              std::optional<Date> from = {}) const {
    return {money_class, {claimed, report_currency()}, {allocated, report_currency()}, from};
  }
  Currency report_currency() const { return money(0).currency; }
};

inline std::string line_of(const std::string& text, std::size_t number) {
  std::size_t at = 0;
  for (std::size_t i = 1; i < number; ++i) at = text.find('\n', at) + 1;
  return text.substr(at, text.find('\n', at) - at);
}

}  // namespace martech_audit::test
