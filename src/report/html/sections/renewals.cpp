// The calendar of notice: what the next twelve months commit to, and when notice must be given.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "base/dates.h"
#include "martech_audit/money.h"
#include "report/figures.h"
#include "report/html/sections.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr int soon_days = 30;
constexpr int months_shown = 12;
constexpr std::array month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::int64_t days_between(Date from, Date to) { return days_since_epoch(to) - days_since_epoch(from); }

std::string in_days(std::int64_t days) {
  if (days == 0) return "today";
  const std::string count = counted(static_cast<std::uint64_t>(days < 0 ? -days : days), "day");
  return days < 0 ? count + " ago" : "in " + count;
}

Date first_of_month(Date date) { return date.year() / date.month() / std::chrono::day(1); }

std::string month_text(Date date) {
  return fmt::format("{} {}", month_names[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()));
}

// A bar of the picture: a month, what is overdue, or what comes after the year.
struct Bar {
  std::string label;
  std::string_view shape;  // class of the bar: what is overdue differs in more than colour
  std::uint64_t contracts = 0;
  std::int64_t minor = 0;

  void add(const ToolRow& row) {
    ++contracts;
    if (row.renewal_commitment) minor = saturating_add(minor, row.renewal_commitment->minor);
  }
};

std::vector<Bar> bars_of(const std::vector<const ToolRow*>& rows, Date as_of) {
  std::vector<Bar> bars{{"overdue", "hatched"}};
  const Date start = first_of_month(as_of);
  std::vector<Date> starts;
  for (int month = 0; month < months_shown; ++month) {
    starts.push_back(add_months(start, month));
    bars.push_back({month_text(starts.back()), "spend"});
  }
  bars.push_back({"later", "spend"});
  const Date end = add_months(start, months_shown);
  for (const ToolRow* row : rows) {
    const Date notice = *row->notice_by;
    const auto month = std::ranges::upper_bound(starts, notice) - starts.begin();
    const std::size_t bar = notice < as_of  ? 0
                            : notice >= end ? bars.size() - 1
                                            : static_cast<std::size_t>(month);
    bars[bar].add(*row);
  }
  return bars;
}

// "82k": there is no room for more under a bar.
std::string short_amount(std::int64_t minor, Currency currency) {
  double major = static_cast<double>(minor);
  for (int i = 0; i < currency.decimals(); ++i) major /= 10;
  for (const std::string_view unit : {"", "k", "m"}) {
    if (major < 999.5) return fmt::format("{:.{}f}{}", major, major < 9.95 && !unit.empty() ? 1 : 0, unit);
    major /= 1000;
  }
  return fmt::format("{:.0f}bn", major);
}

void put_calendar(const std::vector<const ToolRow*>& rows, const AuditReport& report, data& page) {
  constexpr double width = 70, top = 24, height = 124;
  const std::vector<Bar> bars = bars_of(rows, report.as_of);
  const auto most = std::max<std::int64_t>(1, std::ranges::max(bars, {}, &Bar::minor).minor);
  data months{data::type::list};
  std::string text;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const Bar& bar = bars[i];
    const double x = width * static_cast<double>(i) + 5;
    const double tall = height * static_cast<double>(bar.minor) / static_cast<double>(most);
    const std::string words = fmt::format("{}: {}, {}", bar.label, counted(bar.contracts, "contract"),
                                          money_text({bar.minor, report.currency}));
    data month;
    put(month, "words", words);
    put(month, "class", bar.shape);
    put(month, "x", length(x));
    put(month, "middle", length(x + 30));
    put(month, "y", length(top + height - tall));
    put(month, "height", length(tall));
    put(month, "text_y", length(top + height - tall - 6));
    put(month, "amount", bar.minor == 0 ? "" : short_amount(bar.minor, report.currency));
    put(month, "label", bar.label);
    put(month, "count", bar.contracts == 0 ? "" : grouped(bar.contracts));
    months.push_back(month);
    if (bar.contracts > 0) text += (text.empty() ? "" : "; ") + words;
  }
  page.set("months", months);
  put(page, "calendar_text", text);
  put(page, "unit", report.currency.code());
}

// Marks on the line of twelve months, 240 units long; what lies outside is not drawn.
void put_line(const ToolRow& row, Date as_of, data& item) {
  constexpr double whole = 240, mark = 12;
  const double days = static_cast<double>(days_between(as_of, add_months(as_of, months_shown)));
  const auto at = [&](Date date) { return whole * static_cast<double>(days_between(as_of, date)) / days; };
  const auto put_mark = [&](const std::string& key, double x) {
    if (x >= 0 && x <= whole) put(item, key, length(std::clamp(x - mark / 2, 0.0, whole - mark)));
  };
  const double notice = at(*row.notice_by);
  put_mark("notice_x", notice);
  if (!row.renews_on) return;
  const double renewal = at(*row.renews_on);
  put_mark("renewal_x", renewal);
  if (renewal < 0 || notice > whole) return;
  data span;
  put(span, "from", length(std::max(0.0, notice)));
  put(span, "to", length(std::min(whole, renewal)));
  item.set("span", span);
}

data renewal_of(const ToolRow& row, Date as_of) {
  const auto days = days_between(as_of, *row.notice_by);
  data item;
  put(item, "tool", brief(called(row.tool), longest_name));
  put(item, "notice_by", to_string(*row.notice_by));
  put(item, "in_days", in_days(days));
  put(item, "state", days < 0 ? "past" : days <= soon_days ? "soon" : "later");
  put(item, "renews_on", row.renews_on ? to_string(*row.renews_on) : "–");
  put(item, "commitment", money_or_dash(row.renewal_commitment));
  put(item, "commitment_sort", std::to_string(row.renewal_commitment ? row.renewal_commitment->minor : -1));
  put_line(row, as_of, item);
  return item;
}

}  // namespace

std::optional<data> renewals_data(const AuditReport& report, const Sink& out) {
  std::vector<const ToolRow*> rows;
  for (const ToolRow& row : report.tools) {
    if (row.notice_by && row.in_use) rows.push_back(&row);
  }
  std::ranges::stable_sort(rows, {}, [](const ToolRow* row) { return *row->notice_by; });
  data page;
  put_rows(
      page, "renewals", rows, [&report](const ToolRow* row) { return renewal_of(*row, report.as_of); }, out);
  if (!rows.empty()) put_calendar(rows, report, page);
  return page;
}

}  // namespace martech_audit::report
