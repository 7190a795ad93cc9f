#include "support/golden.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "base/text.h"

namespace martech_audit::test {
namespace {

std::filesystem::path path_of(std::string_view name) {
  return std::filesystem::path(MARTECH_AUDIT_SOURCE_DIR) / "tests/golden" / name;
}

std::optional<std::string> read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

// The first lines that differ, with their number.
std::string difference(std::string_view expected, std::string_view actual) {
  for (int number = 1; !expected.empty() || !actual.empty(); ++number) {
    const std::string_view wanted = next_line(expected);
    const std::string_view got = next_line(actual);
    if (wanted == got && expected.empty() == actual.empty()) continue;
    return "line " + std::to_string(number) + "\n  expected: " + escape_controls(wanted) +
           "\n  actual:   " + escape_controls(got) + "\n";
  }
  return "only line breaks differ\n";
}

bool is_updating() {
  const char* update = std::getenv("MARTECH_AUDIT_UPDATE_GOLDEN");
  return update != nullptr && std::string_view(update) == "1";
}

}  // namespace

std::string golden_difference(std::string_view name, std::string_view actual) {
  const std::filesystem::path path = path_of(name);
  if (is_updating()) {
    std::ofstream(path, std::ios::binary) << actual;
    return {};
  }
  const std::optional<std::string> expected = read(path);
  if (!expected)
    return "tests/golden/" + std::string(name) + " is missing; make it with MARTECH_AUDIT_UPDATE_GOLDEN=1\n";
  if (*expected == actual) return {};
  return "tests/golden/" + std::string(name) + ", " + difference(*expected, actual);
}

}  // namespace martech_audit::test
