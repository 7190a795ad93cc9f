// Interrupted runs leave nothing half-written behind and end as shells expect.
#pragma once

#include <string>

namespace martech_audit::cli {

// SIGHUP, SIGINT, SIGQUIT and SIGTERM remove the files named below, then end the process by that signal,
// unless the caller ignores it. A closed pipe or a file grown too large is no signal but a failed write
// (output.h).
void install_signal_handlers();

void remove_when_interrupted(const std::string& path);
void keep_when_interrupted(const std::string& path);

}  // namespace martech_audit::cli
