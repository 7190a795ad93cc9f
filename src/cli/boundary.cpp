#include "cli/boundary.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace martech_audit::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view way_out = "move it there, or allow it with --allow-path on the command line";

// One command line a process.
std::vector<fs::path>& allowed() {
  static std::vector<fs::path> paths;
  return paths;
}

// Absolute, all links followed; as far as it exists.
fs::path real(const fs::path& path) {
  std::error_code failed;
  const fs::path whole = fs::absolute(path.empty() ? fs::path(".") : path, failed);
  fs::path result = fs::weakly_canonical(whole, failed);  // which leaves a name that does not exist as it is
  return failed ? fs::path() : result;
}

bool is_within(const fs::path& path, const fs::path& folder) {
  return std::ranges::mismatch(folder, path).in1 == folder.end();
}

// The folder above or at `folder` that git keeps its own folder in.
std::optional<fs::path> repository_of(const fs::path& folder) {
  std::error_code failed;
  for (fs::path at = folder; !at.empty(); at = at.parent_path()) {
    if (fs::exists(at / ".git", failed)) return at;
    if (at == at.parent_path()) break;
  }
  return std::nullopt;
}

}  // namespace

void allow_paths(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) allowed().push_back(real(path));
}

bool is_allowed(const fs::path& path) {
  const fs::path target = real(path);
  return std::ranges::any_of(allowed(), [&](const fs::path& each) { return is_within(target, each); });
}

Boundary::Boundary(const fs::path& folder) : root_(real(folder)) {
  const std::optional<fs::path> repository = repository_of(root_);
  is_repository_ = repository.has_value();
  if (repository) root_ = *repository;
}

std::optional<std::string> Boundary::objection(const fs::path& path) const {
  const fs::path target = real(path);
  if (target.empty()) return "its target cannot be determined";
  if (is_allowed(target)) return std::nullopt;
  if (!is_within(target, root_)) {
    return fmt::format("it points outside the {}; {}", is_repository_ ? "repository" : "folder", way_out);
  }
  const fs::path inside = target.lexically_relative(root_);
  if (std::ranges::find(inside, fs::path(".git")) != inside.end()) return "it is an internal git file";
  std::error_code failed;
  const fs::file_status status = fs::status(target, failed);
  if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status))
    return "it is not a regular file or folder";
  return std::nullopt;
}

namespace {

std::optional<std::string> objection_to_links(const fs::path& path) {
  std::error_code failed;
  fs::path at;
  for (const fs::path& step : fs::absolute(path, failed)) {
    at /= step;
    if (!fs::is_symlink(at, failed)) continue;
    const Boundary around(at.parent_path());
    if (auto objection = around.is_repository() ? around.objection(at) : std::nullopt) return objection;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> objection_to_named(const std::string& path) {
  return path == "-" || path.empty() ? std::nullopt : objection_to_links(path);
}

bool leads_out(const std::string& output) {
  return objection_to_links(fs::path(output).parent_path()).has_value();
}

Error refused(std::string_view path, std::string_view objection) {
  return Error{fmt::format("{} is not read: {}", path, objection)};
}

}  // namespace martech_audit::cli
