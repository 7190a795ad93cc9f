// The one place where a clock is read.
#pragma once

#include <string>

#include "base/dates.h"
#include "martech_audit/result.h"

namespace martech_audit::cli {

// `option` as YYYY-MM-DD where given; else SOURCE_DATE_EPOCH, in seconds; else today in UTC.
Result<Date> as_of_date(const std::string& option);

}  // namespace martech_audit::cli
