#include "cli/purpose.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "cli/input_files.h"

namespace martech_audit::cli {
namespace {

struct Mark {
  std::string_view what;
  std::string_view key;
  std::string_view or_key;  // that will do as well; may be empty
};

constexpr std::array<Mark, 3> marks{{
    {"rule pack", "pack", ""},
    {"set of benchmarks", "benchmarks", ""},
    {"list of waivers", "waivers", "rule"},
}};

// In any style of YAML or JSON.
bool has_key(std::string_view text, std::string_view key) {
  constexpr std::string_view before = " \t\r\n{,-\"'";
  for (std::size_t at = text.find(key); at != text.npos; at = text.find(key, at + 1)) {
    if (at > 0 && before.find(text[at - 1]) == before.npos) continue;
    std::string_view rest = text.substr(at + key.size());
    if (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) rest.remove_prefix(1);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (rest.starts_with(':')) return true;
  }
  return false;
}

}  // namespace

Result<SourcePtr> read_for(Purpose purpose, const std::string& path) {
  Result<SourcePtr> source = read_input(path);
  if (!source) return source;
  const std::string_view text = (*source)->text();
  const Mark& mark = marks[static_cast<std::size_t>(purpose)];
  const bool has_mark = has_key(text, mark.key) || (!mark.or_key.empty() && has_key(text, mark.or_key));
  if (has_mark || trim(text) == "[]") return source;
  return Error{fmt::format("{} is no {}: it has no '{}:'", path, mark.what, mark.key)};
}

}  // namespace martech_audit::cli
