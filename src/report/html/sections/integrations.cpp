// The map of integrations: what is connected in one way or another stands together, each such island in a
// picture of its own; what connects it is told apart by kind.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

#include "report/figures.h"
#include "report/html/sections.h"
#include "report/html/stack_nodes.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t label_columns = 26;
constexpr std::size_t named_alone = 30;

bool is_broken(const IntegrationRow& row) { return row.status == "broken"; }
bool is_working(const IntegrationRow& row) { return row.status.empty() || row.status == "active"; }

// All integrations between two nodes.
struct Link {
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
      : report_(report), stack_(stack_nodes(report)), root_(stack_.nodes.size()) {
    std::iota(root_.begin(), root_.end(), 0U);
    connected_.resize(report.tools.size());
    for (const IntegrationRow& row : report.integrations) add(row);
    for (const auto& [ends, link] : links_) {
      if (link.working() > 0) root_[root_of(link.a)] = root_of(link.b);
    }
  }

  data make(const Sink& out) const {
    data page;
    std::vector<std::string_view> alone;
    for (std::uint32_t tool = 0; tool < report_.tools.size(); ++tool) {
      if (report_.tools[tool].in_use && !connected_[tool]) alone.push_back(called(report_.tools[tool].tool));
    }
    put(page, "summary", summary(alone.size()));
    if (!alone.empty()) put(page, "alone", names_phrase(alone, named_alone));
    put_list(page, "islands",
             list_of(islands(), [&](const std::vector<std::uint32_t>& island) { return island_of(island); }));
    const auto make_row = [&report = report_](const IntegrationRow& row) { return row_of(row, report); };
    put_rows(page, "rows", std::span(report_.integrations), make_row, out);
    return page;
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
    Link& link = links_[std::minmax(*from, *to)];
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

  data island_of(const std::vector<std::uint32_t>& island) const {
    const std::vector<Spot> places = spots(island.size());
    std::map<std::uint32_t, std::size_t> rank;
    for (std::size_t i = 0; i < island.size(); ++i) rank[island[i]] = i;
    std::vector<std::uint32_t> degree(island.size());
    std::string text;
    std::vector<const Link*> drawn;
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
    std::ranges::stable_sort(drawn, {}, [](const Link* link) { return link->urgency(); });
    data item;
    item.set("dense", drawn.size() > dense * island.size());
    put(item, "title", title(island));
    put(item, "text", brief(text, 20 * message_columns));
    const std::size_t lines = (island.size() + 1) / 2;
    put(item, "height", length(2 * margin + line_height * static_cast<double>(lines)));
    item.set("links", list_of(drawn, [&](const Link* link) {
               return link_of(*link, places[rank[link->a]], places[rank[link->b]]);
             }));
    data nodes{data::type::list};
    for (std::size_t i = 0; i < island.size(); ++i) nodes.push_back(node_of(island[i], places[i], degree[i]));
    item.set("nodes", nodes);
    return item;
  }

  std::string words_of(const Link& link) const {
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

  data link_of(const Link& link, const Spot& a, const Spot& b) const {
    data item;
    put(item, "class", link.shape());
    put(item, "a", std::to_string(link.a));
    put(item, "b", std::to_string(link.b));
    put(item, "path",
        fmt::format("M{} {}Q{} {} {} {}", length(a.x), length(a.y), length(middle), length((a.y + b.y) / 2),
                    length(b.x), length(b.y)));
    put(item, "words", words_of(link));
    if (link.working() == 0) {
      const double x = (a.x + 2 * middle + b.x) / 4, y = (a.y + b.y) / 2;
      put(item, "cross", fmt::format("M{} {}l10 10m0 -10l-10 10", length(x - 5), length(y - 5)));
    }
    const std::uint32_t count = link.working() + link.broken;
    put(item, "width", length((link.shape() == "manual" ? 3 : 1.5) + std::log2(count)));
    return item;
  }

  data node_of(std::uint32_t node, const Spot& spot, std::uint32_t degree) const {
    const StackNode& stack = stack_.nodes[node];
    const auto troubled = static_cast<std::uint64_t>(std::ranges::count_if(
        stack.tools, [&](std::uint32_t tool) { return report_.tools[tool].in_trouble; }));
    // A category of many tools nearly always has one in trouble.
    const bool trouble = 2 * troubled > stack.tools.size();
    const std::string name = brief(stack.name, label_columns);
    const double r = 4 + std::min(5.0, 0.7 * degree);
    data item;
    put(item, "n", std::to_string(node));
    put(item, "name", stack_.by_category ? fmt::format("{} ({})", name, stack.tools.size()) : name);
    put(item, "words",
        fmt::format("{}: {}{}", brief(stack.name, longest_name), counted(degree, "connection"),
                    troubled == 0 ? ""
                    : stack_.by_category
                        ? fmt::format(", {} of {} at risk", troubled, counted(stack.tools.size(), "tool"))
                        : ", at risk"));
    item.set("trouble", trouble);
    put(item, "x", length(spot.x));
    put(item, "y", length(spot.y));
    put(item, "r", length(r));
    put(item, "label_x", length(spot.x + (spot.right ? r + 6 : -r - 6)));
    put(item, "label_y", length(spot.y + 4.5));
    put(item, "anchor", spot.right ? "start" : "end");
    return item;
  }

  static data row_of(const IntegrationRow& row, const AuditReport& report) {
    data item;
    put(item, "from", brief(called(report.tools[row.from].tool), longest_name));
    put(item, "to", brief(called(report.tools[row.to].tool), longest_name));
    put(item, "kind", row.kind.empty() ? "unknown" : row.kind == "manual" ? "by hand" : row.kind);
    put(item, "status", row.status.empty() ? "unknown" : row.status);
    return item;
  }

  const AuditReport& report_;
  StackNodes stack_;
  std::vector<std::uint32_t> root_;  // of disjoint sets
  std::map<std::pair<std::uint32_t, std::uint32_t>, Link> links_;
  std::vector<bool> connected_;  // by tool
  std::uint64_t automatic_ = 0, manual_ = 0, broken_ = 0;
};

}  // namespace

std::optional<data> integrations_data(const AuditReport& report, const Sink& out) {
  return IntegrationMap(report).make(out);
}

}  // namespace martech_audit::report
