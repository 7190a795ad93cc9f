// The command line as a whole.
#pragma once

namespace martech_audit::cli {

// Understands the line, runs the command, and gives the exit code. Never throws.
int run(int argc, const char* const* argv);

}  // namespace martech_audit::cli
