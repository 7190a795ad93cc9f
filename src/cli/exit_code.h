// What the process tells its caller. 2 outranks 1: without a trustworthy verdict no gate has spoken.
#pragma once

namespace martech_audit::cli {

inline constexpr int exit_ok = 0;           // run complete, gate passed
inline constexpr int exit_gate_failed = 1;  // run complete, gate failed
inline constexpr int exit_no_verdict =
    2;  // usage, unreadable or invalid input, failed expression, lost report
inline constexpr int exit_interrupted = 130;

}  // namespace martech_audit::cli
