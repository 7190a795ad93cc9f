#include "cli/inputs.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>

#include "base/text.h"
#include "cli/input_files.h"

namespace martech_audit::cli {
namespace {

constexpr std::array default_names = {"inventory.yaml", "martech.yaml"};
constexpr std::array<std::string_view, 2> sheet_extensions = {".csv", ".tsv"};

Result<std::vector<std::string>> default_paths() {
  for (const char* name : default_names) {
    if (std::filesystem::exists(name)) return std::vector<std::string>{name};
  }
  return Error{
      "no inventory given, and no inventory.yaml or martech.yaml in this folder; name a file, or create one "
      "with "
      "`martech-audit init`"};
}

Result<std::vector<std::string>> expanded(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return default_paths();
  std::vector<std::string> paths;
  for (const std::string& argument : arguments) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(argument, ignored)) {
      paths.push_back(argument);
      continue;
    }
    Result<std::vector<std::string>> listed = list_folder(argument);
    if (!listed) return listed.error();
    if (listed->empty())
      return Error{fmt::format("{} contains no inventory (*.yaml, *.yml or *.json)", argument)};
    paths.insert(paths.end(), listed->begin(), listed->end());
  }
  return paths;
}

// Sheets are read by `import`; as YAML they would only give faults that help nobody.
bool is_sheet(const std::string& path) {
  const std::string extension = lower_ascii(std::filesystem::path(path).extension().string());
  return std::find(sheet_extensions.begin(), sheet_extensions.end(), extension) != sheet_extensions.end();
}

// Knows a file again by any of its names.
class NamedFiles {
 public:
  // False where it is there already.
  bool add(const std::string& path) {
    if (!paths_.insert(path).second) return false;
    struct stat file {};
    return ::stat(path.c_str(), &file) != 0 || files_.emplace(file.st_dev, file.st_ino).second;
  }

 private:
  std::set<std::string_view> paths_;
  std::set<std::pair<dev_t, ino_t>> files_;
};

Result<SourcePtr> read_one(const std::string& path, const std::string& stdin_name) {
  Result<SourcePtr> source = read_input(path);
  if (!source || path != "-" || stdin_name.empty()) return source;
  return SourcePtr(std::make_shared<const Source>(stdin_name, std::string((*source)->text())));
}

}  // namespace

bool has_default_inventory() {
  std::error_code ignored;
  return std::ranges::any_of(default_names,
                             [&](const char* name) { return std::filesystem::exists(name, ignored); });
}

Result<std::vector<SourcePtr>> read_inventory_sources(const std::vector<std::string>& arguments,
                                                      const std::string& stdin_name) {
  const Result<std::vector<std::string>> paths = expanded(arguments);
  if (!paths) return paths.error();
  std::vector<SourcePtr> sources;
  NamedFiles named;
  for (const std::string& path : *paths) {
    if (!named.add(path)) return Error{fmt::format("{} is named twice", path)};
    if (path.empty()) return Error{"the path of an inventory is empty; name a file, or - for standard input"};
    if (is_sheet(path)) {
      return Error{
          fmt::format("{0} is a spreadsheet, not an inventory; import it with "
                      "`martech-audit import {0} --output inventory.yaml`",
                      path)};
    }
    Result<SourcePtr> source = read_one(path, stdin_name);
    if (!source) return source.error();
    sources.push_back(*source);
  }
  return sources;
}

}  // namespace martech_audit::cli
