#include "report/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace martech_audit::report {
namespace {

constexpr Points tenth = points_per_point / 10;

std::int64_t tenths(Points points) { return (points + tenth / 2) / tenth; }

std::string tenths_text(std::int64_t tenths) {
  return tenths % 10 == 0 ? fmt::format("{}", tenths / 10) : fmt::format("{}.{}", tenths / 10, tenths % 10);
}

std::uint64_t magnitude(std::int64_t number) {
  return number < 0 ? 0U - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

std::uint64_t power_of_ten(int exponent) {
  std::uint64_t power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

}  // namespace

std::string points_text(Points points) {
  if (points > 0 && tenths(points) == 0) return "<0.1";
  return tenths_text(tenths(points));
}

std::string gap_range(Points proven, Points unproven, std::string_view dash) {
  const std::string least = points_text(proven);
  const std::string most = points_text(proven + unproven);
  return least == most ? most : fmt::format("{}{}{}", least, dash, most);
}

std::string unproven_text(Points proven, Points unproven) {
  const std::int64_t difference = tenths(proven + unproven) - tenths(proven);
  return unproven > 0 && difference == 0 ? "<0.1" : tenths_text(difference);
}

std::string printed_change(Points before, Points after) {
  const std::int64_t change = tenths(after) - tenths(before);
  if (change == 0) return "unchanged";
  return (change < 0 ? "-" : "+") + tenths_text(change < 0 ? -change : change);
}

std::string money_text(const Money& money) {
  const std::uint64_t unit = power_of_ten(money.currency.decimals());
  const std::uint64_t minor = magnitude(money.minor);
  const std::string_view sign = money.minor < 0 ? "-" : "";
  if (minor < 100 * unit && minor % unit != 0) {
    return fmt::format("{} {}{}.{:0{}}", money.currency.code(), sign, minor / unit, minor % unit,
                       money.currency.decimals());
  }
  return fmt::format("{} {}{}", money.currency.code(), sign, grouped((minor + unit / 2) / unit));
}

std::string_view month_name(Date date) { return months[static_cast<unsigned>(date.month()) - 1]; }

std::string day_text(Date date) {
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), month_name(date),
                     static_cast<int>(date.year()));
}

std::string share_text(double share) {
  const long percent = std::lround(share * 100);
  if (percent <= 0 && share > 0) return "<1%";
  if (percent == 100 && share < 1) return ">99%";
  return fmt::format("{}%", percent);
}

std::string range_text(const Money& proven, const Money& possible) {
  if (possible.minor <= proven.minor) return money_text(proven);
  if (proven.minor == 0) return "up to " + money_text(possible);
  return fmt::format("{} to {}", money_text(proven), money_text(possible));
}

std::array<std::uint32_t, spend_part_count> percent_shares(const SpendParts& parts) {
  std::array<std::uint32_t, spend_part_count> shares{};
  const double total = static_cast<double>(parts.total());
  if (total <= 0) return shares;
  std::array<double, spend_part_count> rests{};
  std::uint32_t left = 100;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double exact = static_cast<double>(parts.minor[i]) * 100 / total;
    shares[i] = static_cast<std::uint32_t>(exact);
    rests[i] = exact - shares[i];
    left -= std::min(shares[i], left);
  }
  for (; left > 0; --left) {
    const auto largest = std::ranges::max_element(rests);
    ++shares[static_cast<std::size_t>(largest - rests.begin())];
    *largest = -1;
  }
  return shares;
}

bool is_petty(std::int64_t minor, const AuditReport& report) {
  const std::int64_t total = report.money.total_cost ? report.money.total_cost->minor : 0;
  return static_cast<double>(minor) <= petty_share * static_cast<double>(total);
}

std::string baseline_text(const BaselineUse& baseline) {
  return fmt::format("Against the baseline: {} new, {} worsened, {} known", grouped(baseline.fresh),
                     grouped(baseline.worsened), grouped(baseline.known));
}

}  // namespace martech_audit::report
