// The calendar of notice deadlines, read by a library that others wrote.
#include <array>
#include <cstdio>
#include <memory>

#include "support/catch.h"
#include "support/program.h"
#include "support/skip.h"

namespace martech_audit::tests::calendar {
namespace {

constexpr const char* stack = R"(martech: 1
organisation: {name: Acme, currency: EUR}
defaults: {tools: {pricing: {metrics: [flat]}}}
tools:
  - {id: late, name: "Late, \\ much; \e[31mred", owner: Ana, cost: {amount: 1200, per: year}, contract: {ends: 2027-01-31, notice_days: 30, term_months: 12, auto_renews: true, uplift_cap_percent: 3}}
  - {id: soon, name: "Tiếp thị số – một tên dài đến mức dòng của nó phải được gấp lại", owner: Ana, cost: {amount: 99.5, per: month}, contract: {ends: 2026-12-31, notice_days: 30, term_months: 12, auto_renews: true, uplift_cap_percent: 3}}
  - {id: today, name: Today, owner: Ana, cost: {amount: 10, per: month}, contract: {ends: 2026-12-23, notice_days: 30, term_months: 12, auto_renews: true}}
  - {id: ends, name: Ends, owner: Ana, cost: {amount: 10, per: month}, contract: {ends: 2026-12-31, notice_days: 30, term_months: 12, auto_renews: false}}
  - {id: missed, name: Missed, owner: Ana, cost: {amount: 10, per: month}, contract: {ends: 2026-12-01, notice_days: 30, term_months: 12, auto_renews: true}}
  - {id: bare, name: Bare, owner: Ana, cost: {amount: 10, per: month}, contract: {ends: 2027-02-28}}
)";

// Standard output of a shell command, and its status.
std::pair<std::string, int> output_of(const std::string& command) {
  const auto close = [](std::FILE* pipe) { return pclose(pipe); };
  std::FILE* pipe = popen(command.c_str(), "r");
  std::string out;
  std::array<char, 4096> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
    out.append(buffer.data(), count);
  return {out, WEXITSTATUS(close(pipe))};
}

std::pair<std::string, int> events(const std::string& as_of) {
  const TemporaryFolder folder;
  folder.write("stack.yaml", stack);
  const Run run =
      martech_audit({.arguments = {"scan", "stack.yaml", "--as-of", as_of, "--exit-zero", "--output",
                                   "ics=notice.ics", "--disable", "inventory-incomplete"},
                     .folder = folder.path()});
  CHECK(run.exit_code == 0);
  // The distribution's own Python is the one that its packages belong to.
  return output_of("PATH=/usr/bin:$PATH python3 '" MARTECH_AUDIT_SOURCE_DIR "/tests/support/read_ics.py' '" +
                   (folder.path() / "notice.ics").string() + "'");
}

TEST_CASE("calendars read back as they were meant") {
  const auto [text, status] = events("2026-11-23");
  if (status == 77) return skip("python3-icalendar");
  CHECK(status == 0);
  CHECK(
      text ==
      R"(b6c176ba8be848d4e091935126aa51a9@martech-audit 2026-11-23 2026-11-23 Notice deadline: Today, EUR 120
Without notice, the contract renews on 2026-12-24 for EUR 120.
high: Today: 0 days left to give notice, until 2026-11-23 (auto-renewing EUR 120, act today)
low: Today has no cap on price increases at renewal (auto-renewing EUR 4.80, act today)
5d65c0be874d240054fb1e886ea15111@martech-audit 2026-11-23 2026-12-01 Notice deadline: Tiếp thị số – một tên dài đến mức dòng của nó phải được gấp lại, EUR 1,194
Without notice, the contract renews on 2027-01-01 for EUR 1,194.
high: Tiếp thị số – một tên dài đến mức dòng của nó phải được gấp lại: 8 days left to give notice, until 2026-12-01 (auto-renewing EUR 1,194, act by 2026-12-01)
d0c379d9f7db0c5f1aefa6a5edf5ef89@martech-audit 2026-11-23 2027-01-01 Notice deadline: Late, \ much; \x1b[31mred, EUR 1,200
Without notice, the contract renews on 2027-02-01 for EUR 1,200.
medium: Late, \ much; \x1b[31mred: 39 days left to give notice, until 2027-01-01 (auto-renewing EUR 1,200, act by 2027-01-01)
d699cafeb85022aad8a6bce89cf71d6a@martech-audit 2026-11-23 2027-02-28 Contract ends: Bare, up to EUR 120
The contract ends on 2027-02-28, and whether it renews automatically is not known; if it does, for up to EUR 120.
medium: Bare: the contract ends on 2027-02-28, and whether it renews automatically is not known
)");
}

TEST_CASE("a deadline keeps its UID from day to day") {
  const auto [first, status] = events("2026-11-23");
  const auto [second, again] = events("2026-11-24");
  if (status == 77) return skip("python3-icalendar");
  const auto uid_of = [](const std::string& text, const std::string& name) {
    const std::size_t line = text.rfind('\n', text.find("deadline: " + name)) + 1;
    return text.substr(line, text.find(' ', line) - line);
  };
  CHECK(uid_of(first, "Late") == uid_of(second, "Late"));
  CHECK(uid_of(first, "Late").size() == 32 + std::string("@martech-audit").size());
  CHECK(uid_of(first, "Late") != uid_of(first, "Today"));
}

}  // namespace
}  // namespace martech_audit::tests::calendar
