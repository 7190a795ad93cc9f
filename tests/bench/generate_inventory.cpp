// Writes an inventory of any number of tools to standard output: block style, about 1,350 bytes a tool, the
// same bytes for the same number. Every rule finds something to say about some of them, and about the same
// share of them whatever their number.
#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

// Numerical Recipes' linear congruential generator: good enough to vary data, the same everywhere.
class Numbers {
 public:
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % limit;
  }
  bool one_in(std::uint32_t n) { return below(n) == 0; }

 private:
  std::uint32_t state_ = 20261123;
};

constexpr std::array categories = {"crm", "cdp", "web-analytics", "email-marketing", "marketing-automation",
                                   "seo"};
constexpr std::array teams = {"crm", "brand", "it", "sales"};
constexpr std::array capabilities = {"segmentation", "email-automation", "reporting", "consent",
                                     "personalisation"};

void print_head() {
  std::fputs(
      "martech: 1\n"
      "organisation:\n  name: Generated Holding\n  currency: EUR\n  size: large\n"
      "strategy:\n  reviewed_on: 2026-01-15\n  roadmap:\n"
      "    - id: unify\n      objective: retention\n      starts: 2026-01-01\n      ends: 2027-12-31\n"
      "objectives:\n"
      "  - id: retention\n    title: Keep customers\n    priority: 1\n    status: active\n    owner: crm\n"
      "    kpis:\n      - repeat-rate\n    requires:\n      - segmentation\n"
      "  - id: reach\n    title: Reach new customers\n    priority: 2\n    status: active\n    owner: brand\n"
      "    kpis:\n      - reach\n"
      "kpis:\n"
      "  - id: repeat-rate\n    title: Repeat rate\n    unit: percent\n    baseline: 18\n    target: 24\n"
      "    source: tool-0\n    measured_on: 2026-10-01\n"
      "  - id: reach\n    title: Reach\n    unit: visitors\n    target: 500000\n    source: tool-1\n"
      "teams:\n"
      "  - id: crm\n    name: CRM\n    department: Marketing\n    function: marketing\n"
      "  - id: brand\n    name: Brand\n    department: Marketing\n    function: marketing\n"
      "  - id: it\n    name: IT\n    department: IT\n    function: it\n"
      "  - id: sales\n    name: Sales\n    department: Sales\n    function: sales\n"
      "people:\n"
      "  - id: mai\n    name: Mai Tran\n    team: crm\n    skills:\n      email: 3\n      sql: 2\n"
      "  - id: erik\n    name: Erik Dahl\n    team: it\n    skills:\n      sql: 3\n    authority:\n"
      "      - marketing\n      - it\n"
      "  - id: tom\n    name: Tom Okafor\n    team: brand\n    left_on: 2026-08-31\n"
      "forums:\n"
      "  - id: council\n    teams:\n      - crm\n      - it\n    last_held_on: 2026-11-05\n"
      "trainings:\n"
      "  - id: data\n    topics:\n      - data analysis\n    audience: crm\n    held_on: 2026-05-12\n"
      "    status: completed\n"
      "budgets:\n"
      "  - id: all\n    kind: total\n    amount: 900000000\n    review_days: 90\n    period:\n"
      "      starts: 2026-01-01\n      ends: 2026-12-31\n"
      "channels:\n"
      "  - id: email\n    kind: online\n    in_use: true\n    tools:\n      - tool-0\n"
      "processes:\n"
      "  - id: campaign\n    title: Campaign from brief to report\n    owner: mai\n"
      "datasets:\n"
      "  - id: profiles\n    subject: customer\n    tool: tool-0\n    record_of: true\n    personal: true\n"
      "    collected: true\n    decisions:\n      - offers\n    accessible_to:\n      - crm\n      - it\n"
      "capabilities:\n",
      stdout);
  for (const char* capability : capabilities) {
    std::fputs(fmt::format("  - id: {}\n    importance: important\n", capability).c_str(), stdout);
  }
  std::fputs("tools:\n", stdout);
}

std::string tool(std::uint32_t number, std::uint32_t count, Numbers& numbers) {
  const std::uint32_t purchased = 5 + numbers.below(200);
  const std::uint32_t assigned = purchased - numbers.below(purchased / 4 + 1);
  const std::uint32_t active = numbers.below(assigned + 1);
  std::string text =
      fmt::format("  - id: tool-{0}\n    name: Tool {0} of the generated stack\n    vendor: Vendor {1}\n",
                  number, numbers.below(500));
  text += fmt::format("    category: {}\n    kind: business\n    status: active\n",
                      categories[numbers.below(categories.size())]);
  if (!numbers.one_in(4))
    text += "    problem: Gives people one place for a job that they used to do by hand\n";
  if (!numbers.one_in(3))
    text += fmt::format("    objectives:\n      - {}\n", numbers.one_in(2) ? "retention" : "reach");
  text += fmt::format("    capabilities:\n      - {}\n", capabilities[numbers.below(capabilities.size())]);
  if (!numbers.one_in(3))
    text += fmt::format("    kpis:\n      - {}\n", numbers.one_in(2) ? "repeat-rate" : "reach");
  if (!numbers.one_in(9)) text += fmt::format("    owner: {}\n", teams[numbers.below(teams.size())]);
  if (!numbers.one_in(5)) text += "    backup_owner: brand\n";
  if (!numbers.one_in(6)) text += "    process: campaign\n";
  text += fmt::format("    criticality: {}\n", numbers.one_in(5) ? "critical" : "important");
  text += fmt::format("    purchase_channel: {}\n", numbers.one_in(6) ? "expense" : "procurement");
  if (!numbers.one_in(4)) text += "    approved_by:\n      - marketing\n      - it\n";
  if (!numbers.one_in(8))
    text += fmt::format("    skills_needed:\n      {}: {}\n", numbers.one_in(2) ? "email" : "sql",
                        1 + numbers.below(3));
  text += fmt::format("    technical_owner: it\n    user_teams:\n      - {}\n",
                      teams[numbers.below(teams.size())]);
  text += fmt::format("    scope:\n      regions:\n        - region-{}\n", numbers.below(count / 2 + 1));
  text += fmt::format("    live_on: 20{:02}-{:02}-01\n    purchased_on: 20{:02}-01-15\n",
                      16 + numbers.below(10), 1 + numbers.below(12), 15 + numbers.below(1));
  text += fmt::format("    pricing:\n      metrics:\n        - {}\n", numbers.one_in(2) ? "seat" : "contact");
  text += fmt::format("    seats:\n      purchased: {}\n      assigned: {}\n      contract_minimum: 5\n",
                      purchased, assigned);
  text += fmt::format(
      "    usage:\n      active: {}\n      last_activity_on: 2026-{:02}-10\n      measured_on: 2026-11-01\n"
      "      window_days: 60\n      evidence: activity\n      history:\n        - measured_on: 2026-08-01\n"
      "          active: {}\n",
      active, 1 + numbers.below(10), numbers.below(assigned + 1));
  text += fmt::format("    cost:\n      amount: {}\n      currency: EUR\n      per: year\n",
                      600 + numbers.below(90000));
  text += fmt::format(
      "    contract:\n      starts: 2025-01-01\n      ends: 2027-{:02}-28\n      term_months: 12\n"
      "      notice_days: {}\n      auto_renews: {}\n",
      1 + numbers.below(12), 30 * (1 + numbers.below(3)), numbers.one_in(3) ? "false" : "true");
  if (!numbers.one_in(4)) text += fmt::format("      uplift_cap_percent: {}\n", 3 + numbers.below(4));
  text += fmt::format("    data:\n      personal: {}\n", numbers.one_in(2) ? "true" : "false");
  if (!numbers.one_in(6)) text += "      processing_agreement: true\n      consent_basis: consent\n";
  text += fmt::format("    security:\n      sso: {}\n", numbers.one_in(5) ? "false" : "true");
  text += numbers.one_in(6)
              ? "    ai:\n      used: true\n      purpose: first drafts\n      autonomous: false\n"
              : "    ai:\n      used: false\n";
  if (number > 0 && !numbers.one_in(3)) {
    text += fmt::format(
        "    integrations:\n      - to: tool-{}\n        kind: {}\n        status: {}\n        direction: "
        "{}\n"
        "        last_success_on: 2026-{:02}-20\n        owner: {}\n",
        numbers.below(number), numbers.one_in(8) ? "manual" : "api", numbers.one_in(20) ? "broken" : "active",
        numbers.one_in(2) ? "both" : "one-way", numbers.one_in(6) ? 9 : 11, numbers.one_in(9) ? "tom" : "it");
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  const long count = argc == 2 ? std::strtol(argv[1], nullptr, 10) : 0;
  if (count <= 0) {
    std::fputs("usage: generate_inventory NUMBER-OF-TOOLS\n", stderr);
    return 2;
  }
  Numbers numbers;
  print_head();
  const auto tools = static_cast<std::uint32_t>(count);
  for (std::uint32_t i = 0; i < tools; ++i) std::fputs(tool(i, tools, numbers).c_str(), stdout);
}
