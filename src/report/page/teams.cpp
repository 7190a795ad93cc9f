// The map of silos: which team owns and uses what.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "report/figures.h"
#include "report/page/sections.h"
#include "report/page/stack_nodes.h"
#include "report/phrases.h"

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

  void add_to(Page& page) const {
    if (teams_.empty()) return page.add(Paragraph{{{"No listed team owns or uses a tool."}}});
    page.add(Paragraph{{{summary()}}});
    page.add(Symbols{{{"owns", "owns"}, {"uses", "uses"}}});
    const std::vector<const StackNode*> nodes = ordered();
    Table matrix{.label = "Matrix of tools and teams",
                 .columns = {{stack_.by_category ? "Category" : "Tool", ColumnKind::name}}};
    for (const TeamRow* team : teams_)
      matrix.columns.push_back({.title = named(team->team), .kind = ColumnKind::picture, .upright = true});
    matrix.columns.push_back({"Shared"});
    matrix.size = nodes.size();
    matrix.row = [&](std::size_t i) {
      return stack_.by_category ? category_cells(*nodes[i]) : tool_row_cells(*nodes[i]);
    };
    matrix.caption =
        stack_.by_category ? "Number of tools per category that each team owns or uses" : "Tools by team";
    matrix.matrix = true;
    page.add(matrix);
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

  std::vector<Cell> tool_row_cells(const StackNode& node) const {
    const Share& share = shares_[node.tools.front()];
    std::vector<Cell> cells{{.text = {{brief(node.name, longest_name)}}}};
    for (std::size_t team = 0; team < teams_.size(); ++team) {
      const bool owns = share.owns[team];
      const char* words = owns && share.uses[team] ? "owns and uses" : owns ? "owns" : "uses";
      cells.push_back(share.any(team) ? Cell{.text = {{words}}, .symbol = owns ? "owns" : "uses"} : Cell{});
    }
    const std::size_t teams = share.teams();
    cells.push_back({.text = {{teams == 0 ? "no team" : teams == 1 ? "one team" : counted(teams, "team")}}});
    return cells;
  }

  std::vector<Cell> category_cells(const StackNode& node) const {
    std::vector<Cell> cells{{.text = {{brief(node.name, longest_name)}}}};
    for (std::size_t team = 0; team < teams_.size(); ++team) {
      const auto owned =
          std::ranges::count_if(node.tools, [&](std::uint32_t tool) { return shares_[tool].owns[team]; });
      const auto used = std::ranges::count_if(node.tools, [&](std::uint32_t tool) {
        return !shares_[tool].owns[team] && shares_[tool].uses[team];
      });
      cells.push_back(owned + used == 0 ? Cell{}
                                        : Cell{.text = {{fmt::format("owns {}, uses {} more", owned, used)}},
                                               .symbol = owned > 0 ? "owns" : "uses",
                                               .count = std::to_string(owned + used)});
    }
    cells.push_back(
        {.text = {{fmt::format("{} of {} with a single team", of_one(node), node.tools.size())}}});
    return cells;
  }

  const AuditReport& report_;
  StackNodes stack_;
  std::vector<const TeamRow*> teams_;
  std::vector<Share> shares_;  // by tool
};

}  // namespace

void write_teams(const AuditPage& input, Page& page) {
  page.add(Heading{.title = "Tools by team"});
  TeamMap(input.report).add_to(page);
}

}  // namespace martech_audit::report
