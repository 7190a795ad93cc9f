// What data sets are about.
#pragma once

#include <optional>
#include <string>

#include "martech_audit/value.h"

namespace martech_audit::facts {

// What the data set describes, in lower case and in the singular for customers; nothing where nobody says.
std::optional<std::string> subject_of(const Record& dataset);
bool is_about_customers(const Record& dataset);

}  // namespace martech_audit::facts
