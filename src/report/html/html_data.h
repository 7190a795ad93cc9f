// What a page of HTML shows, as data for its template. Text of the inventory gets its control characters
// shown here; the template escapes markup.
#pragma once

#include <kainjow/mustache.hpp>

#include "martech_audit/report.h"

namespace martech_audit::report {

kainjow::mustache::data html_data(const AuditReport& report);

}  // namespace martech_audit::report
