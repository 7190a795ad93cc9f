// iCalendar (RFC 5545): one whole-day event for each last day for notice that lies ahead, which is the end of
// the contract where no notice period is given.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/sha256.h"
#include "base/text.h"
#include "report/figures.h"
#include "report/phrases.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t longest_line = 75;  // octets, without the line break
constexpr std::size_t uid_digits = 32;

// "20261123"
std::string basic_date(Date date) {
  std::string text = to_string(date);
  std::erase(text, '-');
  return text;
}

std::string ics_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

// Moves past a character and the colons behind it: a line that begins with two, after the blank that folding
// puts there, would be a command to CI services.
void skip_unfolded(std::string_view line, std::size_t& at) {
  const std::size_t limit = at + longest_line / 2;
  next_code_point(line, at);
  while (at < std::min(limit, line.size()) && line[at] == ':') ++at;
}

// A line folded as the format wants it, never inside a character.
std::string folded(std::string_view line) {
  std::string out;
  std::size_t used = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    skip_unfolded(line, at);
    if (used + (at - begin) > longest_line) {
      out += "\r\n ";
      used = 1;
    }
    out += line.substr(begin, at - begin);
    used += at - begin;
  }
  return out + "\r\n";
}

// The same for the same deadline, whatever else changes in the inventory.
std::string uid(const AuditReport& report, const ToolRow& tool) {
  const std::string subject =
      fmt::format("{}\n{}\n{}", report.organisation, tool.tool.id, to_string(*tool.notice_by));
  return sha256_hex(subject).substr(0, uid_digits) + "@martech-audit";
}

// What commits to a known sum renews by itself.
bool is_known_to_renew(const ToolRow& tool) {
  return tool.renewal_commitment.has_value() || tool.auto_renews == true;
}

std::string event_title(const ToolRow& tool) {
  const bool is_end = !is_known_to_renew(tool) && !tool.notice_known;
  const std::string amount = commitment_phrase(tool);
  return fmt::format("{}: {}{}{}", is_end ? "Contract ends" : "Notice deadline",
                     brief(called(tool.tool), message_columns), amount.empty() ? "" : ", ", amount);
}

std::string on_day(const std::optional<Date>& day) { return day ? " on " + to_string(*day) : std::string(); }

std::string what_happens(const ToolRow& tool) {
  const std::string amount = commitment_phrase(tool);
  if (is_known_to_renew(tool)) {
    return fmt::format("Without notice, the contract renews{}{}{}.", on_day(tool.renews_on),
                       amount.empty() ? "; the amount is not known" : " for " + amount,
                       tool.notice_known ? "" : "; the notice period is not known");
  }
  return fmt::format("The contract ends{}, and whether it renews automatically is not known{}.",
                     on_day(tool.contract_ends),
                     amount.empty() ? "; nor is the amount" : "; if it does, for " + amount);
}

class Calendar {
 public:
  Calendar(const AuditReport& report, const Sink& sink) : report_(report), sink_(sink) {}

  void write() {
    put("BEGIN:VCALENDAR");
    put("VERSION:2.0");
    put("PRODID:-//martech-audit//notice deadlines//EN");
    put("CALSCALE:GREGORIAN");
    for (const ToolRow* tool : deadlines()) write_event(*tool);
    put("END:VCALENDAR");
  }

 private:
  void put(std::string_view line) { sink_(folded(line)); }

  // The soonest first.
  std::vector<const ToolRow*> deadlines() const {
    std::vector<const ToolRow*> tools;
    for (const ToolRow& tool : report_.tools) {
      const bool lapses = tool.renewal_commitment && tool.renewal_commitment->minor <= 0;
      if (!lapses && tool.notice_by && *tool.notice_by >= report_.as_of) tools.push_back(&tool);
    }
    std::ranges::stable_sort(tools, {}, [](const ToolRow* tool) { return *tool->notice_by; });
    return tools;
  }

  void write_event(const ToolRow& tool) {
    put("BEGIN:VEVENT");
    put("UID:" + uid(report_, tool));
    put(fmt::format("DTSTAMP:{}T000000Z", basic_date(report_.as_of)));
    put("DTSTART;VALUE=DATE:" + basic_date(*tool.notice_by));
    put("SUMMARY:" + ics_escaped(event_title(tool)));
    put("DESCRIPTION:" + description(tool));
    put("CATEGORIES:MARTECH");
    put("TRANSP:TRANSPARENT");  // a deadline keeps nobody busy all day
    put("END:VEVENT");
  }

  std::string description(const ToolRow& tool) const {
    std::string text = ics_escaped(what_happens(tool));
    for (const Finding& finding : report_.findings) {
      if (finding.entity.kind != EntityKind::tool || finding.entity.id != tool.tool.id) continue;
      const std::string claims = claims_phrase(finding, report_.as_of);
      text += "\\n" + ics_escaped(fmt::format("{}: {}{}", name(finding.severity),
                                              brief(finding.message, message_columns),
                                              claims.empty() ? "" : " (" + claims + ")"));
    }
    return text;
  }

  const AuditReport& report_;
  const Sink& sink_;
};

}  // namespace

void write_ics(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  Calendar(report, sink).write();
}

}  // namespace martech_audit::report
