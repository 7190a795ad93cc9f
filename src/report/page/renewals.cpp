// The calendar of notice: what the next twelve months commit to, and when notice must be given.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <vector>

#include "base/dates.h"
#include "base/text.h"
#include "martech_audit/money.h"
#include "report/figures.h"
#include "report/html/markup.h"
#include "report/page/sections.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr int soon_days = 30;
constexpr int months_shown = 12;

std::int64_t days_between(Date from, Date to) { return days_since_epoch(to) - days_since_epoch(from); }

std::string in_days(std::int64_t days) {
  if (days == 0) return "today";
  const std::string count = counted(static_cast<std::uint64_t>(days < 0 ? -days : days), "day");
  return days < 0 ? count + " ago" : "in " + count;
}

Date first_of_month(Date date) { return date.year() / date.month() / std::chrono::day(1); }

std::string month_text(Date date) {
  return fmt::format("{} {}", month_name(date).substr(0, 3), static_cast<int>(date.year()));
}

// A column of the picture: a month, what is overdue, or what comes after the year.
struct Month {
  std::string label;
  std::string_view shape;  // class of the column: what is overdue differs in more than colour
  std::uint64_t contracts = 0;
  std::uint64_t unpriced = 0;  // of them, whose commitment nobody knows
  std::int64_t proven = 0, possible = 0;

  void add(const ToolRow& row) {
    ++contracts;
    const auto minor = [](const std::optional<Money>& money) { return money ? money->minor : 0; };
    const std::int64_t least = minor(row.renewal_commitment);
    if (!row.renewal_commitment && !row.possible_commitment) ++unpriced;
    proven = saturating_add(proven, least);
    possible = saturating_add(possible, std::max(least, minor(row.possible_commitment)));
  }
  bool is_open() const { return possible > proven; }
};

// "Dec 2026: 2 contracts, up to EUR 3,000, 1 not known"
std::string month_phrase(const Month& month, Currency currency) {
  std::string text = fmt::format("{}: {}", month.label, counted(month.contracts, "contract"));
  if (month.unpriced == 0 || month.unpriced < month.contracts)
    text += ", " + range_text({month.proven, currency}, {month.possible, currency});
  if (month.unpriced == 0) return text;
  return text + (month.unpriced < month.contracts ? fmt::format(", {} not known", grouped(month.unpriced))
                                                  : ", commitment not known");
}

std::vector<Month> months_of(const std::vector<const ToolRow*>& rows, Date as_of) {
  std::vector<Month> columns{{"overdue", "hatched"}};
  const Date start = first_of_month(as_of);
  std::vector<Date> starts;
  for (int month = 0; month < months_shown; ++month) {
    starts.push_back(add_months(start, month));
    columns.push_back({month_text(starts.back()), "spend"});
  }
  columns.push_back({"later", "spend"});
  const Date end = add_months(start, months_shown);
  for (const ToolRow* row : rows) {
    const Date notice = *row->notice_by;
    const auto month = std::ranges::upper_bound(starts, notice) - starts.begin();
    const std::size_t bar = notice < as_of  ? 0
                            : notice >= end ? columns.size() - 1
                                            : static_cast<std::size_t>(month);
    columns[bar].add(*row);
  }
  return columns;
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

// Over a month's bar: what is proven, or what it is at most.
std::string month_amount(const Month& month, Currency currency) {
  if (month.possible == 0) return month.unpriced == 0 ? "" : "?";
  const std::string most = short_amount(month.possible, currency);
  return month.is_open() ? "≤ " + most : most;
}

// From the foot of a column, over what it stands on.
void draw_bar(std::string_view shape, double x, double foot, double tall, Markup& out) {
  out.put("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"60\" height=\"{}\"/>", shape, length(x),
          length(foot - tall), length(tall));
}

void draw_month(const Month& month, Currency currency, double x, double scale, Markup& out) {
  constexpr double foot = 148;
  const double proven = scale * static_cast<double>(month.proven);
  const double possible = scale * static_cast<double>(month.possible);
  const std::string left = length(x), middle = length(x + 30);
  out.put("<g><title>{}</title><rect class=\"track\" x=\"{}\" y=\"24\" width=\"60\" height=\"124\"/>",
          month_phrase(month, currency), left);
  draw_bar(month.shape, x, foot, proven, out);
  if (month.is_open()) draw_bar("open", x, foot - proven, possible - proven, out);
  out.put("<text class=\"amount\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>", middle,
          length(foot - possible - 6), month_amount(month, currency));
  out.put("<text x=\"{}\" y=\"166\" text-anchor=\"middle\">{}</text>", middle, month.label);
  out.put("<text class=\"quiet\" x=\"{}\" y=\"183\" text-anchor=\"middle\">{}</text></g>\n", middle,
          month.contracts == 0 ? "" : grouped(month.contracts));
}

void draw_calendar(const std::vector<Month>& months, Currency currency, Markup& out) {
  constexpr double width = 70, height = 124;
  const auto most = std::max<std::int64_t>(1, std::ranges::max(months, {}, &Month::possible).possible);
  std::string text;
  for (const Month& month : months) {
    if (month.contracts > 0) text += (text.empty() ? "" : "; ") + month_phrase(month, currency);
  }
  out.put(
      "<svg class=\"calendar\" viewBox=\"0 0 980 190\" role=\"img\" aria-labelledby=\"calendar-title "
      "calendar-text\"><title id=\"calendar-title\">Contract commitments by month of the notice deadline"
      "</title><desc id=\"calendar-text\">{}</desc>\n",
      text);
  for (std::size_t i = 0; i < months.size(); ++i) {
    draw_month(months[i], currency, width * static_cast<double>(i) + 5, height / static_cast<double>(most),
               out);
  }
  out.put("</svg>");
}

// The line of twelve months, 240 units long; what lies outside is not drawn.
void draw_line(const ToolRow& row, Date as_of, Markup& out) {
  constexpr double whole = 240, mark = 12;
  const double days = static_cast<double>(days_between(as_of, add_months(as_of, months_shown)));
  const auto at = [&](Date date) { return whole * static_cast<double>(days_between(as_of, date)) / days; };
  const auto draw_mark = [&](std::string_view id, double x) {
    if (x >= 0 && x <= whole)
      out.put("<use href=\"#{}\" x=\"{}\"/>", id, length(std::clamp(x - mark / 2, 0.0, whole - mark)));
  };
  out.put("<svg class=\"months\" viewBox=\"0 0 240 16\" aria-hidden=\"true\"><use href=\"#year\"/>");
  const double notice = at(*row.notice_by);
  const double renewal = row.renews_on ? at(*row.renews_on) : -1;
  if (renewal >= 0 && notice <= whole) {
    out.put("<path class=\"window\" d=\"M{} 8H{}\"/>", length(std::max(0.0, notice)),
            length(std::min(whole, renewal)));
  }
  draw_mark("notice-mark", notice);
  draw_mark("renewal-mark", renewal);
  out.put("</svg>");
}

std::vector<Cell> renewal_cells(const ToolRow& row, Date as_of) {
  const auto days = days_between(as_of, *row.notice_by);
  const std::string commitment = commitment_phrase(row);
  const auto& most = row.renewal_commitment ? row.renewal_commitment : row.possible_commitment;
  const std::int64_t sort = most ? most->minor : -1;
  return {{.text = {{to_string(*row.notice_by), days <= soon_days ? Ink::high : Ink::plain},
                    {" "},
                    {in_days(days), Ink::faint}}},
          {.text = {{named(row.tool)}}},
          {.drawing = [&row, as_of](Markup& out) { draw_line(row, as_of, out); }},
          {.text = {{row.renews_on ? to_string(*row.renews_on) : "–"}}},
          {.text = {{commitment.empty() ? "not known" : commitment}}, .sort = std::to_string(sort)}};
}

}  // namespace

void write_renewals(const AuditPage& input, Page& page) {
  const AuditReport& report = input.report;
  std::vector<const ToolRow*> rows;
  for (const ToolRow& row : report.tools) {
    if (row.notice_by && row.in_use) rows.push_back(&row);
  }
  std::ranges::stable_sort(rows, {}, [](const ToolRow* row) { return *row->notice_by; });
  page.add(Heading{.title = "Notice and renewals"});
  if (rows.empty()) return page.add(Paragraph{{{"No contract has a renewal date."}}});
  const std::vector<Month> months = months_of(rows, report.as_of);
  const bool is_open = std::ranges::any_of(months, [](const Month& month) { return month.is_open(); });
  page.add(
      Figure{.label = "Notice calendar",
             .caption = fmt::format("Renewal commitments in {}, by month of the notice deadline; below, the "
                                    "number of contracts.{}",
                                    report.currency.code(),
                                    is_open ? " What may renew, but is not known to, is outlined." : ""),
             .draw = [&](Markup& out) { draw_calendar(months, report.currency, out); }});
  page.add(
      Symbols{{{"notice-mark", "notice deadline", "0 2 12 12"}, {"renewal-mark", "renewal", "0 2 12 12"}}});
  page.add(Table{.label = "Table of renewals",
                 .columns = {{"Notice deadline", ColumnKind::date},
                             {"Tool", ColumnKind::name},
                             {.title = "Next 12 months", .kind = ColumnKind::picture, .in = on::page},
                             {"Renews", ColumnKind::date},
                             {"Commitment", ColumnKind::number}},
                 .size = rows.size(),
                 .row = [&](std::size_t i) { return renewal_cells(*rows[i], report.as_of); },
                 .noun = "contract"});
}

}  // namespace martech_audit::report
