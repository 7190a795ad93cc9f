// The components of Marketing 5.0, as a radar where pictures can be.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/text.h"
#include "report/html/markup.h"
#include "report/page/sections.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr int highest_level = 3;
constexpr std::size_t fewest_tools = 8;  // below, nobody asks for the components: the rule's own default
constexpr std::size_t named_tools = 5;

std::string levels(const ComponentRow& row) {
  return row.level == row.possible_level ? fmt::format("{}", row.level)
                                         : fmt::format("{}–{}", row.level, row.possible_level);
}

std::string level_text(const ComponentRow& row) {
  return fmt::format("{} of {}", levels(row), highest_level);
}

// One axis a component, the first upwards, the others clockwise.
class Radar {
 public:
  explicit Radar(const std::vector<ComponentRow>& rows) : rows_(rows) {}

  void draw(Markup& out) const {
    out.put(
        "<svg class=\"radar\" viewBox=\"0 0 560 400\" role=\"img\" aria-labelledby=\"radar-title "
        "radar-text\"><title id=\"radar-title\">Marketing 5.0 as a radar</title><desc id=\"radar-text\">{}"
        "</desc>\n",
        text());
    for (int level = 1; level <= highest_level; ++level)
      out.put("<polygon class=\"ring\" points=\"{}\"/>\n",
              polygon([&](const ComponentRow&) { return level; }));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Point end = at(i, radius);
      out.put("<line class=\"ring\" x1=\"280\" y1=\"200\" x2=\"{}\" y2=\"{}\"/>\n", length(end.x),
              length(end.y));
    }
    out.put("<polygon class=\"possible\" points=\"{}\"/><polygon class=\"shown\" points=\"{}\"/>\n",
            polygon([](const ComponentRow& row) { return row.possible_level; }),
            polygon([](const ComponentRow& row) { return row.level; }));
    for (std::size_t i = 0; i < rows_.size(); ++i) draw_label(i, out);
    out.put("</svg>\n");
  }

 private:
  static constexpr double centre_x = 280, centre_y = 200, radius = 130;
  static constexpr double label_distance = 18, line_height = 16;

  struct Point {
    double x, y;
  };

  Point at(std::size_t axis, double distance) const {
    const double turn = static_cast<double>(axis) / static_cast<double>(rows_.size());
    const double angle = (turn - 0.25) * 2 * std::numbers::pi;
    return {centre_x + distance * std::cos(angle), centre_y + distance * std::sin(angle)};
  }
  static double distance_of(int level) { return radius * level / highest_level; }

  template <class LevelOf>
  std::string polygon(LevelOf level_of) const {
    std::string points;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Point point = at(i, distance_of(level_of(rows_[i])));
      points += fmt::format("{}{},{}", i == 0 ? "" : " ", length(point.x), length(point.y));
    }
    return points;
  }

  void draw_label(std::size_t i, Markup& out) const {
    const ComponentRow& row = rows_[i];
    const Point dot = at(i, distance_of(row.level)), label = at(i, radius + label_distance);
    const double aside = label.x - centre_x;
    const std::string x = length(label.x), level = level_text(row);
    out.put("<circle class=\"shown-dot\" cx=\"{}\" cy=\"{}\" r=\"5\"><title>{}: {}</title></circle>",
            length(dot.x), length(dot.y), row.component, level);
    out.put(
        "<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}<tspan class=\"quiet\" x=\"{}\" dy=\"1.2em\">{}</tspan>"
        "</text>\n",
        x, length(label.y < centre_y ? label.y - line_height : label.y + line_height / 2),
        std::abs(aside) < 1 ? "middle"
        : aside > 0         ? "start"
                            : "end",
        row.component, x, level);
  }

  std::string text() const {
    std::string text;
    for (const ComponentRow& row : rows_)
      text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", row.component, level_text(row));
    return text;
  }

  const std::vector<ComponentRow>& rows_;
};

std::vector<Cell> component_cells(const ComponentRow& row, const AuditReport& report) {
  std::vector<std::string_view> names;
  for (const std::uint32_t tool : row.tools) names.push_back(called(report.tools[tool].tool));
  const double whole = highest_level;
  return {{.text = {{std::string(row.component)}}},
          {.bar = Bar{{{Part::spend, row.level / whole},
                       {Part::unproven, (row.possible_level - row.level) / whole}},
                      {}}},
          {.text = {{levels(row)}}},
          {.text = {{names.empty() ? "no tool" : names_phrase(names, named_tools)}}}};
}

bool is_asked_for(const AuditReport& report) {
  const auto is_active = [](const ToolRow& row) { return row.status == "active"; };
  return static_cast<std::size_t>(std::ranges::count_if(report.tools, is_active)) >= fewest_tools;
}

}  // namespace

void write_marketing5(const AuditPage& input, Page& page) {
  const auto& rows = input.report.marketing5;
  if (page.is(on::text) && !is_asked_for(input.report)) return;
  page.add(
      Heading{.title = "Marketing 5.0", .note = "1 tool, 2 objective and skilled owner, 3 measured KPI"});
  if (rows.size() >= 3)
    page.add(Figure{.label = "Marketing 5.0", .draw = [&](Markup& out) { Radar(rows).draw(out); }});
  page.add(Table{.label = "Components of Marketing 5.0",
                 .columns = {{"Component", ColumnKind::name},
                             {"", ColumnKind::bar, highest_level, false, on::text},
                             {"Level"},
                             {"Tools"}},
                 .size = rows.size(),
                 .row = [&](std::size_t i) { return component_cells(rows[i], input.report); },
                 .titles_in_text = false,
                 .sortable = false});
  const auto is_open = [](const ComponentRow& row) { return row.level != row.possible_level; };
  if (std::ranges::any_of(rows, is_open)) {
    page.add(Paragraph{{{"Dashed: the level a component could have, because data is missing.", Ink::faint}},
                       on::page});
  }
}

}  // namespace martech_audit::report
