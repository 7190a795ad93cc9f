#include "cli/graphviz.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>

#include "base/text.h"

namespace martech_audit::cli {
namespace {

// A file that has no name and no place on a disk. With such ones for all that passes between two programs,
// neither can wait for the other, nor meet a pipe that the other has closed.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("graph", MFD_CLOEXEC)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(descriptor_); }

  int descriptor() const { return descriptor_; }

  // From the start, which is then where the next program begins to read.
  bool write(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t sent = ::write(descriptor_, text.data(), text.size());
      if (sent < 0) return false;
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return ::lseek(descriptor_, 0, SEEK_SET) == 0;
  }

  // All that was written to it.
  std::string text() const {
    std::string text(static_cast<std::size_t>(::lseek(descriptor_, 0, SEEK_END)), '\0');
    const ssize_t got = ::pread(descriptor_, text.data(), text.size(), 0);
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return text;
  }

 private:
  int descriptor_;
};

// How a program starts: with these files, and with the signals that this program ignores.
class Start {
 public:
  Start(const MemoryFile& in, const MemoryFile& out, const MemoryFile& err) {
    ::posix_spawn_file_actions_init(&files_);
    ::posix_spawn_file_actions_adddup2(&files_, in.descriptor(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files_, out.descriptor(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&files_, err.descriptor(), STDERR_FILENO);
    sigset_t failed_writes;
    ::sigemptyset(&failed_writes);
    for (const int signal : {SIGPIPE, SIGXFSZ}) ::sigaddset(&failed_writes, signal);
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawnattr_setsigdefault(&attributes_, &failed_writes);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;
  ~Start() {
    ::posix_spawn_file_actions_destroy(&files_);
    ::posix_spawnattr_destroy(&attributes_);
  }

  // Zero, or why not. The program is looked for on PATH.
  int run(std::array<const char*, 4> arguments, pid_t& process) const {
    return ::posix_spawnp(&process, arguments.front(), &files_, &attributes_,
                          const_cast<char* const*>(arguments.data()), environ);
  }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

int wait_for(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return status;
}

// The last line tells why; the ones before may be warnings.
std::string last_line(std::string_view text) {
  text = trim(text);
  return escape_controls(text.substr(text.rfind('\n') + 1));
}

}  // namespace

Result<std::string> svg_by_graphviz(const std::string& dot, const std::string& engine) {
  const MemoryFile in, out, err;
  if (out.descriptor() < 0 || err.descriptor() < 0 || !in.write(dot))
    return Error{fmt::format("the graph cannot be given to dot: {}", std::strerror(errno))};
  const std::string engine_option = "-K" + engine;
  pid_t process = 0;
  const int failure = Start(in, out, err).run({"dot", "-Tsvg", engine_option.c_str(), nullptr}, process);
  if (failure != 0) {
    return Error{
        fmt::format("an SVG needs the program dot (Debian's package graphviz), which cannot be started: {}; "
                    "what --format dot writes can be drawn elsewhere, by 'dot -Tsvg'",
                    std::strerror(failure))};
  }
  const int status = wait_for(process);
  std::string svg = out.text();
  if (status == 0 && !svg.empty()) return svg;
  const std::string said = last_line(err.text());
  return Error{fmt::format("dot could not draw the graph{}{}", said.empty() ? "" : ": ", said)};
}

}  // namespace martech_audit::cli
