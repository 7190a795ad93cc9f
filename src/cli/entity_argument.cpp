#include "cli/entity_argument.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>

namespace martech_audit::cli {

EntityName entity_name(std::string_view argument) {
  const std::size_t end = argument.find_first_of("/:");
  if (end == argument.npos) return {std::nullopt, argument};
  const std::optional<EntityKind> kind = entity_kind(argument.substr(0, end));
  return kind ? EntityName{kind, argument.substr(end + 1)} : EntityName{std::nullopt, argument};
}

bool is_inventory_path(const std::string& argument) {
  constexpr std::array<std::string_view, 3> endings{".yaml", ".yml", ".json"};
  const auto ends = [&](std::string_view ending) { return std::string_view(argument).ends_with(ending); };
  std::error_code ignored;
  return argument == "-" || std::ranges::any_of(endings, ends) || std::filesystem::exists(argument, ignored);
}

std::vector<std::string> take_names(std::vector<std::string>& arguments) {
  std::vector<std::string> names;
  const auto paths =
      std::stable_partition(arguments.begin(), arguments.end(),
                            [](const std::string& argument) { return is_inventory_path(argument); });
  std::move(paths, arguments.end(), std::back_inserter(names));
  arguments.erase(paths, arguments.end());
  return names;
}

}  // namespace martech_audit::cli
