#include "cli/configuration.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/text.h"
#include "cli/environment.h"
#include "document/file.h"

namespace martech_audit::cli {
namespace {

namespace fs = std::filesystem;

// The folder that the first file of the inventory is in, as the user names it.
fs::path start_of(const std::vector<std::string>& inventory) {
  std::error_code ignored;
  if (inventory.empty() || inventory.front() == "-") return ".";
  const fs::path path = inventory.front();
  if (fs::is_directory(path, ignored)) return path;
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// Folders from `start` upward to the root of its repository; `start` alone where it is in none.
std::vector<fs::path> folders_from(const fs::path& start) {
  std::error_code failed;
  std::vector<fs::path> folders;
  fs::path shown = start;
  for (fs::path at = fs::weakly_canonical(start, failed); !failed; at = at.parent_path(), shown /= "..") {
    folders.push_back(shown);
    if (fs::exists(at / ".git", failed)) return folders;
    if (at == at.parent_path()) break;
  }
  return {start};
}

std::optional<std::string> nearest(const std::vector<std::string>& inventory) {
  for (const fs::path& folder : folders_from(start_of(inventory))) {
    std::error_code ignored;
    const fs::path path = (folder / config_file_name).lexically_normal();
    if (fs::exists(path, ignored)) return path.string();
  }
  return std::nullopt;
}

}  // namespace

std::string place_text(const Location& where) {
  return fmt::format("{}:{}", escape_controls(where.source->name()),
                     where.source->position(where.begin).line);
}

void Configuration::declare(CLI::App& app) {
  app_ = &app;
  app.add_option("--config", path_, "Configuration; else the nearest .martech-audit.yaml upward")
      ->type_name("FILE");
  app.add_flag("--no-config", none_, "Look for no configuration");
}

std::optional<Error> Configuration::load(const std::vector<std::string>& inventory,
                                         Diagnostics& diagnostics) {
  if (app_ == nullptr) return std::nullopt;
  if (none_ && !path_.empty()) return Error{"--config and --no-config contradict each other"};
  if (none_) return std::nullopt;
  const std::optional<std::string> path = path_.empty() ? nearest(inventory) : path_;
  if (!path) return std::nullopt;
  const Result<SourcePtr> source = read_file(*path);
  if (!source) return source.error();
  std::optional<Config> read = read_config(*source, fs::path(*path).parent_path().string(), diagnostics);
  if (!read) return std::nullopt;
  config_ = *std::move(read);
  for (const Config::OptionValue& value : config_.options) apply(value, diagnostics);
  return std::nullopt;
}

void Configuration::apply(const Config::OptionValue& value, Diagnostics& diagnostics) {
  CLI::Option* const option = app_->get_option_no_throw("--" + value.option);
  if (option == nullptr || option->count() > 0) return;
  try {
    for (const std::string& text : value.values) option->add_result(text);
    option->run_callback();
    origins_[option] = value.where;
  } catch (const CLI::ParseError& error) {
    std::string_view message = error.what();
    const std::string prefix = "--" + value.option + ": ";
    if (message.starts_with(prefix)) message.remove_prefix(prefix.size());
    diagnostics.error(value.where, fmt::format("'{}' {}", value.key, message));
  }
}

std::string Configuration::origin(const CLI::Option& option) const {
  const auto found = origins_.find(&option);
  if (found != origins_.end()) return place_text(found->second);
  if (is_from_environment(option)) return variable_of(option.get_lnames().front());
  return option.count() > 0 ? "--" + option.get_lnames().front() : "built in";
}

}  // namespace martech_audit::cli
