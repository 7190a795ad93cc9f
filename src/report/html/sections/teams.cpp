// The map of silos: which team owns and uses what.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/figures.h"
#include "report/html/sections.h"
#include "report/html/stack_nodes.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

// Which teams have to do with a tool, by team.
struct Share {
  std::vector<bool> owns, uses;

  bool any(std::size_t team) const { return owns[team] || uses[team]; }
  std::size_t teams() const {
    std::size_t count = 0;
    for (std::size_t team = 0; team < owns.size(); ++team) count += any(team) ? 1 : 0;
    return count;
  }
};

class TeamMap {
 public:
  explicit TeamMap(const AuditReport& report) : report_(report), stack_(stack_nodes(report)) {
    for (const TeamRow& row : report.teams) {
      if (!row.owns.empty() || !row.uses.empty()) teams_.push_back(&row);
    }
    shares_.resize(report.tools.size(), {std::vector<bool>(teams_.size()), std::vector<bool>(teams_.size())});
    for (std::size_t team = 0; team < teams_.size(); ++team) {
      for (const std::uint32_t tool : teams_[team]->owns) shares_[tool].owns[team] = true;
      for (const std::uint32_t tool : teams_[team]->uses) shares_[tool].uses[team] = true;
    }
  }

  data make() const {
    data page;
    put_list(page, "teams", list_of(teams_, [](const TeamRow* team) {
               data item;
               put(item, "name", brief(called(team->team), longest_name));
               return item;
             }));
    put(page, "summary", summary());
    put(page, "kind", stack_.by_category ? "Category" : "Tool");
    put(page, "caption",
        stack_.by_category ? "Number of tools per category that each team owns or uses" : "Tools by team");
    page.set("rows", list_of(ordered(), [&](const StackNode* node) {
               return stack_.by_category ? category_row(*node) : tool_row(*node);
             }));
    return page;
  }

 private:
  std::size_t of_one(const StackNode& node) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(node.tools, [&](std::uint32_t tool) { return shares_[tool].teams() == 1; }));
  }

  // What one team has for itself comes first.
  std::vector<const StackNode*> ordered() const {
    std::vector<const StackNode*> nodes;
    for (const StackNode& node : stack_.nodes) nodes.push_back(&node);
    std::ranges::stable_sort(nodes, std::greater(), [&](const StackNode* node) { return of_one(*node); });
    return nodes;
  }

  std::string summary() const {
    std::size_t alone = 0, shared = 0, nobody = 0;
    for (std::size_t tool = 0; tool < shares_.size(); ++tool) {
      if (!report_.tools[tool].in_use) continue;
      const std::size_t teams = shares_[tool].teams();
      ++(teams == 0 ? nobody : teams == 1 ? alone : shared);
    }
    return fmt::format("{} used or owned by a single team, {} shared by several, {} with no known team.",
                       counted(alone, "tool"), grouped(shared), grouped(nobody));
  }

  static data cell(bool some, std::string_view symbol, const std::string& words) {
    data cell;
    cell.set("some", some);
    put(cell, "symbol", symbol);
    put(cell, "words", words);
    return cell;
  }

  data tool_row(const StackNode& node) const {
    const Share& share = shares_[node.tools.front()];
    data cells{data::type::list};
    for (std::size_t team = 0; team < teams_.size(); ++team) {
      const bool owns = share.owns[team];
      cells.push_back(cell(share.any(team), owns ? "owns" : "uses",
                           owns && share.uses[team] ? "owns and uses"
                           : owns                   ? "owns"
                                                    : "uses"));
    }
    const std::size_t teams = share.teams();
    return row(node, cells, teams == 0 ? "no team" : teams == 1 ? "one team" : counted(teams, "team"));
  }

  data category_row(const StackNode& node) const {
    data cells{data::type::list};
    for (std::size_t team = 0; team < teams_.size(); ++team) {
      const auto owned =
          std::ranges::count_if(node.tools, [&](std::uint32_t tool) { return shares_[tool].owns[team]; });
      const auto used = std::ranges::count_if(node.tools, [&](std::uint32_t tool) {
        return !shares_[tool].owns[team] && shares_[tool].uses[team];
      });
      data item = cell(owned + used > 0, owned > 0 ? "owns" : "uses",
                       fmt::format("owns {}, uses {} more", owned, used));
      put(item, "count", std::to_string(owned + used));
      cells.push_back(item);
    }
    const std::size_t alone = of_one(node);
    return row(node, cells, fmt::format("{} of {} with a single team", alone, node.tools.size()));
  }

  static data row(const StackNode& node, const data& cells, const std::string& shared) {
    data item;
    put(item, "name", brief(node.name, longest_name));
    item.set("cells", cells);
    put(item, "shared", shared);
    return item;
  }

  const AuditReport& report_;
  StackNodes stack_;
  std::vector<const TeamRow*> teams_;
  std::vector<Share> shares_;  // by tool
};

}  // namespace

std::optional<data> teams_data(const AuditReport& report, const Sink&) { return TeamMap(report).make(); }

}  // namespace martech_audit::report
