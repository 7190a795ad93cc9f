// What loosens the gate.
#include <fmt/format.h>

#include "base/text.h"
#include "report/page/sections.h"
#include "report/phrases.h"

namespace martech_audit::report {

void write_exceptions(const AuditPage& input, Page& page) {
  const auto& lines = input.report.loosened;
  page.add(Heading{.title = "Gate exceptions", .in = on::text | on::page});
  page.add(List{.size = lines.size(),
                .item = [&](std::size_t i) { return Item{{{brief(lines[i], message_columns)}}}; },
                .most = {.first_look = 8, .terminal = 8, .comment = 20},
                .noun = "exception",
                .fold = {"Gate exceptions: " + grouped(lines.size()), on::comment}});
}

}  // namespace martech_audit::report
