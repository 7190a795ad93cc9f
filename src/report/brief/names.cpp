// What a board calls things.
#include <fmt/format.h>

#include <algorithm>

#include "report/brief/brief.h"
#include "report/page/findings.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t longest_on_paper = 40;  // columns

// An id is a word of the inventory, not a name.
std::string name_of(const EntityRef& entity) {
  const std::string_view name = called(entity);
  if (name != entity.id) return std::string(name);
  return capitalised(spelled_out(name));
}

const IntegrationRow* integration_of(const EntityRef& entity, const AuditReport& report) {
  if (entity.kind != EntityKind::integration) return nullptr;
  const auto row = std::ranges::find(report.integrations, entity.id, &IntegrationRow::id);
  return row == report.integrations.end() ? nullptr : &*row;
}

}  // namespace

std::string brief_name(std::string_view name) { return brief(name, longest_on_paper); }

std::string board_name(const EntityRef& entity, const AuditReport& report) {
  const IntegrationRow* const row = integration_of(entity, report);
  if (row == nullptr) return brief_name(name_of(entity));
  return fmt::format("{} to {}", brief_name(name_of(report.tools[row->from].tool)),
                     brief_name(name_of(report.tools[row->to].tool)));
}

const ToolRow* tool_of(const Decision& decision, const AuditReport& report) {
  if (decision.entity.kind != EntityKind::tool) return nullptr;
  return report.tool(decision.entity.id);
}

std::string board_message(const Finding& finding, const AuditReport& report) {
  constexpr std::size_t longest_message = 120;  // columns
  const Rule& rule = report.rules[finding.rule];
  if (meaning(rule.act).family == Family::people) return brief(rule.title, longest_message);
  const std::string_view name = called(finding.entity);
  if (!finding.message.starts_with(name)) return capitalised(brief(finding.message, longest_message));
  if (const std::string_view text = without_label(finding); text.size() < finding.message.size())
    return capitalised(brief(text, longest_message));
  const std::string_view rest = finding.message.substr(name.size());
  if (!rest.starts_with(' ')) return brief(finding.message, longest_message);
  return fmt::format("{} {}", board_name(finding.entity, report), brief(rest.substr(1), longest_message));
}

}  // namespace martech_audit::report
