// Dimensions as bars, the components of Marketing 5.0 as a radar.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <vector>

#include "report/figures.h"
#include "report/html/sections.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr int highest_level = 3;
constexpr std::size_t named_tools = 5;

data bars(const Score& score) {
  std::vector<DimensionScore> rows = score.dimensions;
  std::ranges::stable_sort(rows, std::greater(), [](const DimensionScore& row) { return row.gap(); });
  return list_of(rows, [](const DimensionScore& row) {
    const Points proven = row.proven_gap(), unproven = row.gap() - proven;
    data item;
    put(item, "name", row.dimension);
    put(item, "range", gap_range(proven, unproven));
    put(item, "proven_width", bar_length(proven));
    put(item, "unproven_width", bar_length(unproven));
    return item;
  });
}

std::string level_text(const ComponentRow& row) {
  return row.level == row.possible_level
             ? fmt::format("{} of {}", row.level, highest_level)
             : fmt::format("{}–{} of {}", row.level, row.possible_level, highest_level);
}

// One axis a component, the first upwards, the others clockwise.
class Radar {
 public:
  explicit Radar(const std::vector<ComponentRow>& rows) : rows_(rows) {}

  data make() const {
    data radar;
    put(radar, "text", text());
    data rings{data::type::list};
    for (int level = 1; level <= highest_level; ++level) {
      data ring;
      put(ring, "points", polygon([&](const ComponentRow&) { return level; }));
      rings.push_back(ring);
    }
    radar.set("rings", rings);
    put(radar, "possible", polygon([](const ComponentRow& row) { return row.possible_level; }));
    put(radar, "shown", polygon([](const ComponentRow& row) { return row.level; }));
    data axes{data::type::list};
    for (std::size_t i = 0; i < rows_.size(); ++i) axes.push_back(axis(i));
    radar.set("axes", axes);
    return radar;
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

  data axis(std::size_t i) const {
    const ComponentRow& row = rows_[i];
    const Point end = at(i, radius), dot = at(i, distance_of(row.level));
    const Point label = at(i, radius + label_distance);
    const double aside = label.x - centre_x;
    data item;
    put(item, "name", row.component);
    put(item, "level", level_text(row));
    put(item, "x", length(end.x));
    put(item, "y", length(end.y));
    put(item, "dot_x", length(dot.x));
    put(item, "dot_y", length(dot.y));
    put(item, "label_x", length(label.x));
    put(item, "label_y", length(label.y < centre_y ? label.y - line_height : label.y + line_height / 2));
    put(item, "anchor", std::abs(aside) < 1 ? "middle" : aside > 0 ? "start" : "end");
    return item;
  }

  std::string text() const {
    std::string text;
    for (const ComponentRow& row : rows_)
      text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", row.component, level_text(row));
    return text;
  }

  const std::vector<ComponentRow>& rows_;
};

}  // namespace

std::optional<data> dimensions_data(const AuditReport& report, const Sink&) {
  const auto& components = report.marketing5;
  if (!report.score.has_verdict() && components.empty()) return std::nullopt;
  data page;
  put_list(page, "dimensions", bars(report.score));
  put_list(page, "components", list_of(components, [&](const ComponentRow& row) {
             std::vector<std::string_view> names;
             for (const std::uint32_t tool : row.tools) names.push_back(called(report.tools[tool].tool));
             data item;
             put(item, "name", row.component);
             put(item, "level", level_text(row));
             put(item, "tools", names.empty() ? "no tool" : names_phrase(names, named_tools));
             return item;
           }));
  if (components.size() >= 3) page.set("radar", Radar(components).make());
  page.set("dashed", std::ranges::any_of(components, [](const ComponentRow& row) {
             return row.level != row.possible_level;
           }));
  return page;
}

}  // namespace martech_audit::report
