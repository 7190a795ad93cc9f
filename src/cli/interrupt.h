// Interrupted runs leave nothing half-written behind and end as shells expect.
#pragma once

#include <csignal>
#include <string>

namespace martech_audit::cli {

// Every signal that would end the process, faults of its own included, first removes the files named below
// and clears the line, then takes its usual course. What the caller ignores stays ignored. A closed pipe or a
// file grown too large is no signal but a failed write (output.h).
void install_signal_handlers();

// As many as are needed, from one thread.
void remove_when_interrupted(const std::string& path);
void keep_when_interrupted(const std::string& path);

// Whether something is drawn on the terminal's line, on standard error, that an interruption must take away.
void clear_line_when_interrupted(bool drawn);

// While one lives, signals wait; those of a fault do not. Threads begun meanwhile leave them to the others.
class HeldSignals {
 public:
  HeldSignals();
  ~HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

 private:
  sigset_t before_{};
};

}  // namespace martech_audit::cli
