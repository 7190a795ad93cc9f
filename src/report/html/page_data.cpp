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

void put_list(data& object, const std::string& key, data list) {
  object.set("has_" + key, list.is_non_empty_list());
  object.set(key, std::move(list));
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
