#include "cli/progress_bar.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <string>
#include <thread>
#include <utility>

#include "cli/interrupt.h"
#include "support/catch.h"

using namespace martech_audit::cli;
using std::chrono_literals::operator""ms;

namespace {

struct Ends {
  int reading = -1;
  int writing = -1;
};

Ends terminal() {
  const int reading = ::posix_openpt(O_RDWR | O_NOCTTY);
  REQUIRE(reading >= 0);
  REQUIRE(::grantpt(reading) == 0);
  REQUIRE(::unlockpt(reading) == 0);
  return {reading, ::open(::ptsname(reading), O_WRONLY | O_NOCTTY)};
}

Ends pipe_ends() {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  return {ends[0], ends[1]};
}

// What comes to `ends` as standard error from a run of so long.
std::string drawn(Ends ends, std::chrono::milliseconds length, const char* term, const char* locale) {
  ::setenv("TERM", term, 1);
  ::setenv("LC_ALL", locale, 1);
  const int standard_error = ::dup(STDERR_FILENO);
  ::dup2(ends.writing, STDERR_FILENO);
  {
    ProgressBar bar(true);
    bar.show("judging", 0.5);
    std::this_thread::sleep_for(length);
  }
  ::write(STDERR_FILENO, "|", 1);  // else an empty answer would be waited for
  ::dup2(standard_error, STDERR_FILENO);
  std::string text;
  char buffer[4096];
  while (text.find('|') == std::string::npos) {
    const auto count = ::read(ends.reading, buffer, sizeof buffer);
    if (count <= 0) break;
    text.append(buffer, static_cast<std::size_t>(count));
  }
  for (const int descriptor : {standard_error, ends.reading, ends.writing}) ::close(descriptor);
  return text;
}

}  // namespace

TEST_CASE("a long run draws a bar at a terminal, and takes it away") {
  const auto [locale, bar] =
      GENERATE(std::pair<const char*, std::string>{"C.UTF-8", "\r████████████░░░░░░░░░░░░  50% judging"},
               std::pair<const char*, std::string>{"C", "\r############============  50% judging"});
  const std::string away = "\r" + std::string(37, ' ') + "\r|";
  const std::string seen = drawn(terminal(), 1800ms, "xterm", locale);
  CHECK(seen.substr(0, bar.size()) == bar);
  CHECK(seen.substr(seen.size() - std::min(seen.size(), away.size())) == away);
}

TEST_CASE("short runs, other places than terminals and dumb ones see no bar") {
  CHECK(drawn(terminal(), 0ms, "xterm", "C.UTF-8") == "|");
  CHECK(drawn(terminal(), 1200ms, "dumb", "C.UTF-8") == "|");
  CHECK(drawn(pipe_ends(), 1200ms, "xterm", "C.UTF-8") == "|");
}

TEST_CASE("a run that is interrupted takes its bar away") {
  const Ends ends = terminal();
  const pid_t child = ::fork();
  if (child == 0) {
    ::setenv("TERM", "xterm", 1);
    ::dup2(ends.writing, STDERR_FILENO);
    std::signal(SIGINT, SIG_DFL);  // in place of what the test program does then
    install_signal_handlers();
    ProgressBar bar(true);
    bar.show("judging", 0.5);
    std::this_thread::sleep_for(1300ms);
    ::raise(SIGINT);
    ::_exit(0);
  }
  ::close(ends.writing);
  std::string seen;
  char buffer[4096];
  for (ssize_t count = 0; (count = ::read(ends.reading, buffer, sizeof buffer)) > 0;)
    seen.append(buffer, static_cast<std::size_t>(count));
  ::close(ends.reading);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGINT);
  CHECK(seen.find("50% judging") != std::string::npos);
  CHECK(seen.ends_with("\r\x1b[K"));
}
