#include "support/ci_services.h"

#include <array>
#include <optional>
#include <regex>
#include <utility>

#include "base/text.h"

namespace martech_audit::tests {
namespace {

// .NET compares texts by the rules of a language, which overlook these.
bool is_overlooked(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\v' && c != '\f') || (c >= 0x7F && c < 0xA0 && c != 0x85) ||
         c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x180B && c <= 0x180F) ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0x1BCA0 && c <= 0x1BCA3) || (c >= 0x1D173 && c <= 0x1D17A) || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool is_white_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

std::string without_overlooked(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
    if (!is_overlooked(c)) append_utf8(out, c);
  }
  return out;
}

std::string without_colours(std::string_view line) {
  static const std::regex colour("\x1b\\[[0-9;]*m");
  return std::regex_replace(std::string(line), colour, "");
}

std::string_view trim_start(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t before = at;
    if (!is_white_space(next_code_point(line, at))) return line.substr(before);
  }
  return {};
}

std::string decoded(std::string text) {
  for (const auto& [escape, c] : {std::pair("%0D", "\r"), std::pair("%0A", "\n"), std::pair("%25", "%")}) {
    for (std::size_t at = 0; (at = text.find(escape, at)) != text.npos; ++at) text.replace(at, 3, c);
  }
  return text;
}

// ::name key=value,…::data
std::optional<CiCommand> github_second(std::string_view line) {
  line = trim_start(line);
  if (!line.starts_with("::")) return std::nullopt;
  const std::size_t end = line.find("::", 2);
  if (end == line.npos) return std::nullopt;
  const std::string_view info = line.substr(2, end - 2);
  return CiCommand{"github", std::string(info.substr(0, info.find(' '))),
                   decoded(std::string(line.substr(end + 2))), std::string(line)};
}

// ##[name …]data of GitHub and Azure Pipelines, ##vso[area.action …]data, ##teamcity[name …]
std::optional<CiCommand> bracketed(std::string_view line, std::string_view service, std::string_view prefix,
                                   bool needs_end) {
  const std::size_t begin = line.find(prefix);
  if (begin == line.npos) return std::nullopt;
  const std::string_view rest = line.substr(begin + prefix.size());
  const std::size_t end = rest.find(']');
  if (needs_end && end == rest.npos) return std::nullopt;
  return CiCommand{std::string(service), std::string(rest.substr(0, rest.find_first_of(" ]"))),
                   end == rest.npos ? "" : std::string(rest.substr(end + 1)), std::string(line)};
}

std::optional<CiCommand> command_of(std::string_view line) {
  if (auto found = github_second(line)) return found;
  if (auto found = bracketed(line, "github", "##[", true)) return found;
  if (auto found = bracketed(line, "azure", "##vso[", true)) return found;
  if (auto found = bracketed(line, "azure", "##[", false)) return found;
  return bracketed(line, "teamcity", "##teamcity[", false);
}

void add_sections_of_gitlab(std::string_view printed, std::vector<CiCommand>& commands) {
  static const std::regex section(
      "section_(?:start|end):[0-9]+:([A-Za-z0-9_.-]+)(?:\\[[^\\]]*\\])?\r\x1b\\[0K");
  const std::string text(printed);
  for (std::sregex_iterator at(text.begin(), text.end(), section), end; at != end; ++at)
    commands.push_back({"gitlab", (*at)[1], "", at->str()});
}

}  // namespace

std::vector<CiCommand> ci_commands(std::string_view printed) {
  std::vector<CiCommand> commands;
  add_sections_of_gitlab(printed, commands);
  while (!printed.empty()) {
    const std::size_t end = std::min(printed.find_first_of("\r\n"), printed.size());
    const std::string_view line = printed.substr(0, end);
    printed.remove_prefix(std::min(end + 1, printed.size()));
    // Of a colour behind "##" the bracket would be found by GitHub's runner, but as part of a name it has
    // not.
    for (const std::string& seen : {std::string(line), without_overlooked(without_colours(line))}) {
      const auto found = command_of(seen);
      if (found) commands.push_back(*found);
      if (found) break;
    }
  }
  return commands;
}

}  // namespace martech_audit::tests
