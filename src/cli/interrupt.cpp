#include "cli/interrupt.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace martech_audit::cli {
namespace {

// A signal handler may touch only what is lock-free: a few slots that own C strings. There are as many as a
// run can have reports; further files would merely stay behind.
constexpr std::size_t most_files = 32;
std::array<std::atomic<char*>, most_files> files;

void on_signal(int signal) {
  for (const std::atomic<char*>& file : files) {
    const char* path = file.load();
    if (path != nullptr) ::unlink(path);
  }
  std::signal(signal, SIG_DFL);
  static_cast<void>(::raise(signal));
}

}  // namespace

void install_signal_handlers() {
  for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM}) {
    // What the caller chose to ignore, as nohup does, stays ignored.
    if (std::signal(signal, on_signal) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
  for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_IGN);
}

void remove_when_interrupted(const std::string& path) {
  char* copy = ::strdup(path.c_str());
  for (std::atomic<char*>& file : files) {
    char* empty = nullptr;
    if (file.compare_exchange_strong(empty, copy)) return;
  }
  std::free(copy);
}

void keep_when_interrupted(const std::string& path) {
  for (std::atomic<char*>& file : files) {
    char* kept = file.load();
    if (kept == nullptr || path != kept) continue;
    file.store(nullptr);
    std::free(kept);
  }
}

}  // namespace martech_audit::cli
