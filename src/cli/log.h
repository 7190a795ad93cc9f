// What commands log, for those who ask with --log-level: "martech-audit: info: <message>" on standard error.
#pragma once

#include <string>
#include <string_view>

namespace martech_audit::cli {

void set_log_level(const std::string& level);  // one of spdlog's words
bool logs_information();
void log_information(std::string_view message);

}  // namespace martech_audit::cli
