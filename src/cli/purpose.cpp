#include "cli/purpose.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "cli/input_files.h"
#include "document/document.h"

namespace martech_audit::cli {
namespace {

struct Mark {
  std::string_view what;
  std::string_view key;
  std::string_view key_of_item;  // where it is a list
};

constexpr std::array<Mark, 3> marks{{
    {"rule pack", "pack", "pack"},
    {"set of benchmarks", "benchmarks", "benchmarks"},
    {"list of waivers", "waivers", "rule"},
}};

// Of what has faults, so that they can be told: a line that begins with the key.
bool has_line(std::string_view text, const std::string& start) {
  return text.starts_with(start) || text.find("\n" + start) != text.npos;
}

// A key further down, or in a comment, makes no pack of somebody's credentials.
bool is_marked(const SourcePtr& source, const Mark& mark) {
  Diagnostics faults;
  const std::optional<Document> document = read_document(source, faults);
  if (!document) {
    const std::string_view text = source->text();
    return has_line(text, std::string(mark.key) + ":") ||
           has_line(text, fmt::format("- {}:", mark.key_of_item));
  }
  const Node root = document->root();
  if (root.is_sequence()) {
    return std::all_of(root.begin(), root.end(),
                       [&](Node item) { return item.is_mapping() && item.find(mark.key_of_item); });
  }
  return root.is_mapping() && root.find(mark.key);
}

}  // namespace

Result<SourcePtr> read_for(Purpose purpose, const std::string& path) {
  Result<SourcePtr> source = read_input(path);
  if (!source) return source;
  const Mark& mark = marks[static_cast<std::size_t>(purpose)];
  if (is_marked(*source, mark)) return source;
  return Error{fmt::format("{} is no {}: it has no '{}:'", path, mark.what, mark.key)};
}

}  // namespace martech_audit::cli
