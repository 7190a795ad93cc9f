#include "report/html/sections.h"

#include <array>

#include "embedded/html_changes.h"
#include "embedded/html_dimensions.h"
#include "embedded/html_evidence.h"
#include "embedded/html_findings.h"
#include "embedded/html_first.h"
#include "embedded/html_integrations.h"
#include "embedded/html_method.h"
#include "embedded/html_money.h"
#include "embedded/html_renewals.h"
#include "embedded/html_strategy.h"
#include "embedded/html_summary.h"
#include "embedded/html_teams.h"
#include "embedded/html_tools.h"

namespace martech_audit::report {

std::span<const HtmlSection> html_sections() {
  static constexpr std::array sections{
      HtmlSection{"summary", "", embedded::html_summary, summary_data},
      HtmlSection{"changes", "Changes", embedded::html_changes, changes_data},
      HtmlSection{"dimensions", "Dimensions", embedded::html_dimensions, dimensions_data},
      HtmlSection{"first", "First steps", embedded::html_first, first_data},
      HtmlSection{"strategy", "Strategy", embedded::html_strategy, strategy_data},
      HtmlSection{"money", "Money", embedded::html_money, money_data},
      HtmlSection{"renewals", "Renewals", embedded::html_renewals, renewals_data},
      HtmlSection{"tools", "Tools", embedded::html_tools, tools_data},
      HtmlSection{"integrations", "Integrations", embedded::html_integrations, integrations_data},
      HtmlSection{"teams", "Teams", embedded::html_teams, teams_data},
      HtmlSection{"findings", "Findings", embedded::html_findings, findings_data},
      HtmlSection{"evidence", "Evidence", embedded::html_evidence, evidence_data},
      HtmlSection{"method", "Method", embedded::html_method, method_data},
  };
  return sections;
}

}  // namespace martech_audit::report
