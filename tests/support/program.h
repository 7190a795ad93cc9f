// Runs the built program as a user would.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace martech_audit::tests {

struct Run {
  int exit_code = 0;  // 128 + signal where a signal ended it
  std::string out;
  std::string err;
};

struct Setting {
  std::vector<std::string> arguments;
  std::string input = {};                     // standard input
  std::filesystem::path folder = {};          // working directory; this process's where empty
  std::vector<std::string> environment = {};  // NAME=value, beside a minimal one
  std::string out_path = {};                  // standard output goes to this file instead
};

// The program at `path` with a clean environment: no colour settings, C.UTF-8.
Run run_program(const std::string& path, const Setting& setting);

// A title of a report in ASCII, as 80 columns show it.
std::string heading(const std::string& title);

// martech-audit itself.
Run martech_audit(const Setting& setting);
inline Run martech_audit(std::vector<std::string> arguments) {
  return martech_audit(Setting{std::move(arguments)});
}

// A folder of its own, removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }
  std::string file(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

std::string read_text(const std::filesystem::path& path);

}  // namespace martech_audit::tests
