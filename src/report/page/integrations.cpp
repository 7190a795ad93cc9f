// The map of integrations: what is connected in one way or another stands together, each such island in a
// picture of its own; what connects it is told apart by kind.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

#include "base/text.h"
#include "report/figures.h"
#include "report/html/markup.h"
#include "report/page/sections.h"
#include "report/page/stack_nodes.h"
#include "report/page/trouble.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t label_columns = 26;
constexpr std::size_t named_alone = 30;

bool is_broken(const IntegrationRow& row) { return row.status == "broken"; }
bool is_working(const IntegrationRow& row) { return row.status.empty() || row.status == "active"; }

// All integrations between two nodes.
struct Connection {
  std::uint32_t a = 0, b = 0;
  std::uint32_t native = 0, files = 0, manual = 0, broken = 0;

  std::uint32_t working() const { return native + files + manual; }
  // Of several the best: a way that works by itself makes up for one that does not.
  std::size_t urgency() const { return native > 0 ? 0 : files > 0 ? 1 : manual > 0 ? 2 : 3; }
  std::string_view shape() const {
    constexpr std::array<std::string_view, 4> shapes{"", "file", "manual", "broken"};
    return shapes[urgency()];
  }
};

class IntegrationMap {
 public:
  explicit IntegrationMap(const AuditReport& report)
      : report_(report),
        stack_(stack_nodes(report)),
        marked_(marked_tools(report)),
        root_(stack_.nodes.size()) {
    std::iota(root_.begin(), root_.end(), 0U);
    connected_.resize(report.tools.size());
    for (const IntegrationRow& row : report.integrations) add(row);
    for (const auto& [ends, link] : links_) {
      if (link.working() > 0) root_[root_of(link.a)] = root_of(link.b);
    }
  }

  void add_to(Page& page) const {
    std::vector<std::string_view> alone;
    for (std::uint32_t tool = 0; tool < report_.tools.size(); ++tool) {
      if (report_.tools[tool].in_use && !connected_[tool]) alone.push_back(called(report_.tools[tool].tool));
    }
    page.add(Paragraph{{{summary(alone.size())}}});
    const auto groups = islands();
    if (!groups.empty()) page.add(Figure{.draw = draw_key});
    for (const std::vector<std::uint32_t>& island : groups)
      page.add(Figure{title(island), title(island), [&](Markup& out) { draw_island(island, out); }});
    if (!alone.empty())
      page.add(Paragraph{{{"Not connected:", Ink::strong}, {" "}, {names_phrase(alone, named_alone)}}});
    add_rows(page);
  }

 private:
  // Of the picture: names stand left and right of the nodes, which stand on two arcs.
  static constexpr double middle = 410, reach = 170, line_height = 24, margin = 20;
  static constexpr std::size_t dense = 3;  // links a node, above which plain ones are drawn faintly

  void add(const IntegrationRow& row) {
    const auto from = stack_.of_tool[row.from], to = stack_.of_tool[row.to];
    if (!from || !to || row.from == row.to || (!is_working(row) && !is_broken(row))) return;
    if (is_working(row)) {
      connected_[row.from] = connected_[row.to] = true;
      ++(row.kind == "manual" ? manual_ : automatic_);
    } else {
      ++broken_;
    }
    Connection& link = links_[std::minmax(*from, *to)];
    std::tie(link.a, link.b) = std::minmax(*from, *to);
    ++(is_broken(row)         ? link.broken
       : row.kind == "manual" ? link.manual
       : row.kind == "file"   ? link.files
                              : link.native);
  }

  std::uint32_t root_of(std::uint32_t node) const {
    while (root_[node] != node) node = root_[node];
    return node;
  }

  // Largest first; nodes that are connected with nothing are in none.
  std::vector<std::vector<std::uint32_t>> islands() const {
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_root;
    std::vector<bool> linked(root_.size());
    for (const auto& [ends, link] : links_) {
      if (link.working() > 0) linked[link.a] = linked[link.b] = true;
    }
    for (std::uint32_t node = 0; node < root_.size(); ++node) {
      if (linked[node]) by_root[root_of(node)].push_back(node);
    }
    std::vector<std::vector<std::uint32_t>> islands;
    islands.reserve(by_root.size());
    for (auto& [root, nodes] : by_root) islands.push_back(std::move(nodes));
    std::ranges::stable_sort(islands, [](const auto& a, const auto& b) {
      return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front();
    });
    return islands;
  }

  std::string summary(std::size_t alone) const {
    if (report_.integrations.empty()) return "No integrations are listed.";
    return fmt::format("{} between tools in use, {} of them manual; {} broken. {} not connected.",
                       counted(manual_ + automatic_, "working connection"), grouped(manual_),
                       grouped(broken_), alone == 1 ? "1 tool is" : counted(alone, "tool") + " are");
  }

  struct Spot {
    double x, y;
    bool right;
  };

  // Down the right side, up the left one, so that neighbours in the list are neighbours in the picture.
  static std::vector<Spot> spots(std::size_t count) {
    const std::size_t half = (count + 1) / 2;
    const double tall = line_height * static_cast<double>(half);
    std::vector<Spot> spots;
    for (std::size_t i = 0; i < count; ++i) {
      const bool right = i < half;
      const std::size_t rank = right ? i : count - 1 - i;
      const double y = line_height * (static_cast<double>(rank) + 0.5);
      const double off = 2 * y / tall - 1;
      const double x = reach * std::sqrt(1 - 0.75 * off * off);
      spots.push_back({right ? middle + x : middle - x, margin + y, right});
    }
    return spots;
  }

  std::string title(const std::vector<std::uint32_t>& island) const {
    return fmt::format("{} connected to each other",
                       counted(island.size(), stack_.by_category ? "category" : "tool",
                               stack_.by_category ? "categories" : "tools"));
  }

  static void draw_key(Markup& out) {
    out.put("<ul class=\"key lines\">");
    for (const auto& [shape, word] :
         {std::pair{"", "connected"}, {"file", "by file"}, {"manual", "by hand"}}) {
      out.put(
          "<li><svg viewBox=\"0 0 40 10\" aria-hidden=\"true\"><path class=\"link {}\" d=\"M0 "
          "5H40\"/></svg>{}</li>",
          shape, word);
    }
    out.put(
        "<li><svg viewBox=\"0 0 40 10\" aria-hidden=\"true\"><path class=\"link broken\" d=\"M0 "
        "5H40\"/><path "
        "class=\"cross\" d=\"M16 1l8 8m0 -8l-8 8\"/></svg>broken</li><li><svg viewBox=\"0 0 12 10\" "
        "aria-hidden=\"true\"><circle class=\"node trouble\" cx=\"6\" cy=\"5\" r=\"4\"/></svg>at "
        "risk</li></ul>\n");
  }

  void draw_island(const std::vector<std::uint32_t>& island, Markup& out) const {
    const std::vector<Spot> places = spots(island.size());
    std::map<std::uint32_t, std::size_t> rank;
    for (std::size_t i = 0; i < island.size(); ++i) rank[island[i]] = i;
    std::vector<std::uint32_t> degree(island.size());
    std::string text;
    std::vector<const Connection*> drawn;
    for (const auto& [ends, link] : links_) {
      const auto a = rank.find(link.a), b = rank.find(link.b);
      if (a == rank.end() || b == rank.end()) continue;
      ++degree[a->second];
      ++degree[b->second];
      if (link.a == link.b) continue;
      drawn.push_back(&link);
      text += (text.empty() ? "" : "; ") + words_of(link);
    }
    // What needs looking at lies above the rest.
    std::ranges::stable_sort(drawn, {}, [](const Connection* link) { return link->urgency(); });
    const std::size_t lines = (island.size() + 1) / 2;
    out.put("<svg class=\"map{}\" viewBox=\"0 0 820 {}\" role=\"img\" aria-label=\"{}\"><desc>{}</desc>\n",
            drawn.size() > dense * island.size() ? " dense" : "",
            length(2 * margin + line_height * static_cast<double>(lines)), title(island),
            brief(text, 20 * message_columns));
    for (const Connection* link : drawn) draw_link(*link, places[rank[link->a]], places[rank[link->b]], out);
    for (std::size_t i = 0; i < island.size(); ++i) draw_node(island[i], places[i], degree[i], out);
    out.put("</svg>");
  }

  std::string words_of(const Connection& link) const {
    std::string kinds;
    const std::array<std::pair<std::uint32_t, std::string_view>, 4> parts{{{link.native, "connected"},
                                                                           {link.files, "by file"},
                                                                           {link.manual, "by hand"},
                                                                           {link.broken, "broken"}}};
    for (const auto& [count, word] : parts) {
      if (count == 0) continue;
      kinds += kinds.empty() ? "" : ", ";
      kinds += count == 1 ? std::string(word) : fmt::format("{} {}", count, word);
    }
    return fmt::format("{} and {}: {}", brief(stack_.nodes[link.a].name, label_columns),
                       brief(stack_.nodes[link.b].name, label_columns), kinds);
  }

  void draw_link(const Connection& link, const Spot& a, const Spot& b, Markup& out) const {
    const std::uint32_t count = link.working() + link.broken;
    out.put(
        "<path class=\"link {}\" data-a=\"{}\" data-b=\"{}\" d=\"M{} {}Q{} {} {} {}\" "
        "stroke-width=\"{}\"><title>{}"
        "</title></path>",
        link.shape(), link.a, link.b, length(a.x), length(a.y), length(middle), length((a.y + b.y) / 2),
        length(b.x), length(b.y), length((link.shape() == "manual" ? 3 : 1.5) + std::log2(count)),
        words_of(link));
    if (link.working() == 0) {
      const double x = (a.x + 2 * middle + b.x) / 4, y = (a.y + b.y) / 2;
      out.put("<path class=\"cross\" d=\"M{} {}l10 10m0 -10l-10 10\"/>", length(x - 5), length(y - 5));
    }
    out.put("\n");
  }

  void draw_node(std::uint32_t node, const Spot& spot, std::uint32_t degree, Markup& out) const {
    const StackNode& stack = stack_.nodes[node];
    const auto troubled = static_cast<std::uint64_t>(
        std::ranges::count_if(stack.tools, [&](std::uint32_t tool) { return marked_[tool]; }));
    const std::string risk = troubled == 0        ? ""
                             : stack_.by_category ? fmt::format(", {} of {} at risk", troubled,
                                                                counted(stack.tools.size(), "tool"))
                                                  : ", at risk";
    const std::string name = brief(stack.name, label_columns);
    const double r = 4 + std::min(5.0, 0.7 * degree);
    out.put("<g data-n=\"{}\"><title>{}: {}{}</title>", node, brief(stack.name, longest_name),
            counted(degree, "connection"), risk);
    // A category of many tools nearly always has one in trouble.
    out.put("<circle class=\"node{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
            2 * troubled > stack.tools.size() ? " trouble" : "", length(spot.x), length(spot.y), length(r));
    out.put("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text></g>\n",
            length(spot.x + (spot.right ? r + 6 : -r - 6)), length(spot.y + 4.5),
            spot.right ? "start" : "end",
            stack_.by_category ? fmt::format("{} ({})", name, stack.tools.size()) : name);
  }

  static std::vector<Cell> row_cells(const IntegrationRow& row, const AuditReport& report) {
    const std::string_view kind = row.kind.empty() ? "unknown" : row.kind == "manual" ? "by hand" : row.kind;
    return {{.text = {{named(report.tools[row.from].tool)}}},
            {.text = {{named(report.tools[row.to].tool)}}},
            {.text = {{std::string(kind)}}},
            {.text = {{std::string(row.status.empty() ? "unknown" : row.status)}}}};
  }

  void add_rows(Page& page) const {
    if (report_.integrations.empty()) return;
    page.add(Table{.label = "Table of connections",
                   .columns = {{"From"}, {"To"}, {"Kind"}, {"State"}},
                   .size = report_.integrations.size(),
                   .row = [this](std::size_t i) { return row_cells(report_.integrations[i], report_); },
                   .noun = "connection",
                   .fold = {"All connections", on::page}});
  }

  const AuditReport& report_;
  StackNodes stack_;
  std::vector<bool> marked_;         // at risk
  std::vector<std::uint32_t> root_;  // of disjoint sets
  std::map<std::pair<std::uint32_t, std::uint32_t>, Connection> links_;
  std::vector<bool> connected_;  // by tool
  std::uint64_t automatic_ = 0, manual_ = 0, broken_ = 0;
};

}  // namespace

void write_integrations(const AuditPage& input, Page& page) {
  page.add(Heading{.title = "Integrations"});
  IntegrationMap(input.report).add_to(page);
}

}  // namespace martech_audit::report
