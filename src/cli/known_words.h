// Words that values of options are usually one of, the built-in packs taken: for checks and completion.
#pragma once

#include <string_view>
#include <vector>

namespace martech_audit::cli {

std::vector<std::string_view> severities();  // the worst first
std::vector<std::string_view> rule_ids();
std::vector<std::string_view> dimensions();
std::vector<std::string_view> pack_ids();

}  // namespace martech_audit::cli
