#include "report/html/page_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "report/figures.h"

namespace martech_audit::report {

void put(data& object, const std::string& key, std::string_view text) {
  object.set(key, escape_controls(text));
}

void put_list(data& object, const std::string& key, const data& list) {
  object.set("has_" + key, list.is_non_empty_list());
  object.set(key, list);
}

void put_made_rows(data& object, const std::string& key, bool any, Rows rows, const Sink& out) {
  object.set("has_" + key, any);
  object.set(
      key, data{kainjow::mustache::lambda([rows = std::move(rows), &out](const std::string& text) {
        kainjow::mustache::mustache row{text};
        rows([&](const data& values) { row.render(values, [&](const std::string& piece) { out(piece); }); });
        return std::string();
      })});
}

void render(std::string_view page, const data& values, const Sink& out) {
  kainjow::mustache::mustache text{std::string(page)};
  text.render(values, [&](const std::string& piece) { out(piece); });
}

std::string length(double units) {
  const auto tenths = std::llround(units * 10);
  return fmt::format("{:g}", static_cast<double>(tenths) / 10);
}

std::string bar_length(double share) { return length(std::clamp(share, 0.0, 1.0) * 1000); }

std::string bar_length(Points points) {
  return bar_length(static_cast<double>(points) / static_cast<double>(100 * points_per_point));
}

std::string money_or_dash(const std::optional<Money>& money) { return money ? money_text(*money) : "–"; }

}  // namespace martech_audit::report
