// Whole outputs, approved by eye and kept in tests/golden.
#pragma once

#include <string>
#include <string_view>

namespace martech_audit::test {

// Empty where tests/golden/<name> holds exactly `actual`, else what differs, line by line. With
// MARTECH_AUDIT_UPDATE_GOLDEN=1 in the environment the file is written instead.
std::string golden_difference(std::string_view name, std::string_view actual);

}  // namespace martech_audit::test
