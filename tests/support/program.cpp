#include "support/program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace martech_audit::tests {
namespace {

struct Pipe {
  std::array<int, 2> ends{};
  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  }
};

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

[[noreturn]] void become(const std::string& path, const Setting& setting, const Pipe& in, const Pipe& out,
                         const Pipe& err) {
  ::dup2(in.ends[0], STDIN_FILENO);
  const int to = setting.out_path.empty() ? out.ends[1] : ::open(setting.out_path.c_str(), O_WRONLY);
  ::dup2(to, STDOUT_FILENO);
  ::dup2(err.ends[1], STDERR_FILENO);
  if (!setting.folder.empty() && ::chdir(setting.folder.c_str()) != 0) ::_exit(126);
  std::vector<std::string> arguments = setting.arguments;
  arguments.insert(arguments.begin(), path);
  std::vector<std::string> environment = setting.environment;
  for (const char* text : {"LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "ASAN_OPTIONS=detect_leaks=1"}) {
    environment.emplace_back(text);
  }
  ::execve(path.c_str(), pointers(arguments).data(), pointers(environment).data());
  ::_exit(127);
}

void feed(int to, std::string& input) {
  const ssize_t sent = ::write(to, input.data(), input.size());
  input.erase(0, sent > 0 ? static_cast<std::size_t>(sent) : input.size());
}

bool take(int from, std::string& text) {
  std::array<char, 65536> buffer;
  const ssize_t got = ::read(from, buffer.data(), buffer.size());
  if (got <= 0) return false;
  text.append(buffer.data(), static_cast<std::size_t>(got));
  return true;
}

// Feeds and reads at once, so that neither side waits for the other for ever.
void talk(int to, int out, int err, std::string input, Run& run) {
  std::array<pollfd, 3> files{pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}, pollfd{to, POLLOUT, 0}};
  int open = 2;
  while (open > 0) {
    if (files[2].fd >= 0 && input.empty()) {
      ::close(files[2].fd);
      files[2].fd = -1;
    }
    ::poll(files.data(), files.size(), -1);
    if (files[2].fd >= 0 && files[2].revents != 0) feed(files[2].fd, input);
    for (int i : {0, 1}) {
      pollfd& file = files[static_cast<std::size_t>(i)];
      if (file.fd < 0 || file.revents == 0 || take(file.fd, i == 0 ? run.out : run.err)) continue;
      file.fd = -1;
      --open;
    }
  }
  if (files[2].fd >= 0) ::close(files[2].fd);
}

}  // namespace

Run run_program(const std::string& path, const Setting& setting) {
  std::signal(SIGPIPE, SIG_IGN);
  const Pipe in, out, err;
  const pid_t child = ::fork();
  if (child == 0) become(path, setting, in, out, err);
  ::close(in.ends[0]);
  ::close(out.ends[1]);
  ::close(err.ends[1]);
  Run run;
  talk(in.ends[1], out.ends[0], err.ends[0], setting.input, run);
  ::close(out.ends[0]);
  ::close(err.ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return run;
}

std::string heading(const std::string& title) {
  std::string text = "── " + title + " ";
  for (std::size_t column = title.size() + 4; column < 80; ++column) text += "─";
  return text + "\n";
}

Run martech_audit(const Setting& setting) { return run_program(MARTECH_AUDIT_BINARY, setting); }

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "martech-audit-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& text) const {
  std::string path = file(name);
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace martech_audit::tests
