#include "cli/interrupt.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <string_view>

namespace martech_audit::cli {
namespace {

constexpr std::array faults{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS};
// They cannot be caught, or do not end a process.
constexpr std::array harmless{SIGKILL, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU,
                              SIGCONT, SIGCHLD, SIGURG,  SIGWINCH};
constexpr std::array failed_writes{SIGPIPE, SIGXFSZ};
constexpr std::string_view cleared_line = "\r\x1b[K";

// A signal handler may touch only what is lock-free, at any moment: hence entries that stay until the end of
// the process, of which a run has as many as it writes files.
struct Doomed {
  std::string path;
  std::atomic<bool> wanted;
  Doomed* next;
};

std::atomic<Doomed*> doomed{nullptr};
std::atomic<bool> line_is_drawn{false};
std::array<struct sigaction, NSIG> former;

// The signal is blocked while it is handled: what is raised here comes as soon as the handler returns.
void on_signal(int signal) {
  for (const Doomed* file = doomed; file != nullptr; file = file->next) {
    if (file->wanted) ::unlink(file->path.c_str());
  }
  if (line_is_drawn) static_cast<void>(::write(STDERR_FILENO, cleared_line.data(), cleared_line.size()) != 0);
  ::sigaction(signal, &former.at(static_cast<std::size_t>(signal)), nullptr);
  static_cast<void>(::raise(signal));
}

// A stack that has overflown is none to handle that on.
void use_stack_of_its_own() {
  static std::array<char, std::size_t{1} << 16> stack;
  stack_t given{};
  if (::sigaltstack(nullptr, &given) != 0 || (given.ss_flags & SS_DISABLE) == 0) return;
  given = {};
  given.ss_sp = stack.data();
  given.ss_size = stack.size();
  ::sigaltstack(&given, nullptr);
}

template <std::size_t n>
bool contains(const std::array<int, n>& signals, int signal) {
  return std::ranges::find(signals, signal) != signals.end();
}

}  // namespace

void install_signal_handlers() {
  use_stack_of_its_own();
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_ONSTACK;
  ::sigfillset(&action.sa_mask);
  for (int signal = 1; signal < NSIG; ++signal) {
    struct sigaction& before = former.at(static_cast<std::size_t>(signal));
    if (contains(harmless, signal) || ::sigaction(signal, nullptr, &before) != 0) continue;
    if ((before.sa_flags & SA_SIGINFO) == 0 && before.sa_handler == SIG_IGN) continue;
    if (contains(failed_writes, signal)) {
      ::signal(signal, SIG_IGN);
    } else {
      ::sigaction(signal, &action, nullptr);
    }
  }
}

void remove_when_interrupted(const std::string& path) { doomed = new Doomed{path, true, doomed}; }

void keep_when_interrupted(const std::string& path) {
  for (Doomed* file = doomed; file != nullptr; file = file->next) {
    if (file->path == path) file->wanted = false;
  }
}

void clear_line_when_interrupted(bool drawn) { line_is_drawn = drawn; }

HeldSignals::HeldSignals() {
  sigset_t held;
  ::sigfillset(&held);
  for (const int signal : faults) ::sigdelset(&held, signal);
  ::pthread_sigmask(SIG_BLOCK, &held, &before_);
}

HeldSignals::~HeldSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

}  // namespace martech_audit::cli
