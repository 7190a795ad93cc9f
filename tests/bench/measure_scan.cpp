// Runs scans of generated inventories as processes of their own and prints time against the null parse of the
// same file, and peak memory against its size. The best of several runs counts; ratios are all that means
// anything.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

struct Run {
  double milliseconds = 0;
  long peak_kib = 0;
};

void become(const std::vector<std::string>& command, const std::string& output) {
  const int to = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(to, STDOUT_FILENO);
  ::dup2(nowhere, STDERR_FILENO);
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

Run run(const std::vector<std::string>& command, const std::string& output = "/dev/null") {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) become(command, output);
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
    fmt::print(stderr, "{} failed\n", command[0]);
    std::exit(2);
  }
  return {took.count(), usage.ru_maxrss};
}

Run best_of(int times, const std::vector<std::string>& command) {
  Run best = run(command);
  for (int i = 1; i < times; ++i) {
    const Run next = run(command);
    best.milliseconds = std::min(best.milliseconds, next.milliseconds);
    best.peak_kib = std::max(best.peak_kib, next.peak_kib);
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    fmt::print(stderr, "usage: measure_scan MARTECH-AUDIT NULL-PARSE GENERATE-INVENTORY FOLDER\n");
    return 2;
  }
  const std::string audit = argv[1], null_parse = argv[2], generate = argv[3], folder = argv[4];
  fmt::print("{:>8} {:>9} {:>10} {:>10} {:>7} {:>10} {:>12}\n", "tools", "file", "null", "scan", "ratio",
             "peak", "6 x + 8 MiB");
  double start_up = 0;
  double first_ms = 0;
  for (const int tools : {20, 1000, 10000, 100000}) {
    const std::string file = fmt::format("{}/generated-{}.yaml", folder, tools);
    run({generate, std::to_string(tools)}, file);
    const int times = tools <= 1000 ? 9 : tools <= 10000 ? 5 : 2;
    const Run floor = best_of(times, {null_parse, file});
    const Run scan = best_of(times, {audit, "scan", file, "--format", "json", "--as-of", "2026-11-23"});
    const auto size = static_cast<double>(std::filesystem::file_size(file));
    fmt::print("{:>8} {:>6.2f} MB {:>7.1f} ms {:>7.1f} ms {:>7.2f} {:>6.1f} MiB {:>8.1f} MiB\n", tools,
               size / 1e6, floor.milliseconds, scan.milliseconds, scan.milliseconds / floor.milliseconds,
               static_cast<double>(scan.peak_kib) / 1024, 6 * size / 1048576 + 8);
    if (tools == 20) start_up = scan.milliseconds;
    if (tools == 1000) first_ms = scan.milliseconds - start_up;
    if (tools == 100000) {
      fmt::print(
          "growth from 1,000 to 100,000 tools, net of start-up: exponent {:.3f}\n",
          std::log(std::max(scan.milliseconds - start_up, 0.1) / std::max(first_ms, 0.1)) / std::log(100.0));
    }
  }
}
