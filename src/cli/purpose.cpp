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

// A key further down, or in a comment, makes no pack of somebody's credentials. A line that begins with it
// stands at the top in YAML as people write it, whatever else is wrong; other styles have to be read.
bool is_marked(const SourcePtr& source, const Mark& mark) {
  const std::string_view text = source->text();
  const std::string key = fmt::format("{}:", mark.key);
  if (text.starts_with(key) || text.find("\n" + key) != text.npos) return true;
  if (text.starts_with(fmt::format("- {}:", mark.key_of_item))) return true;
  Diagnostics faults;
  const std::optional<Document> document = read_document(source, faults);
  if (!document) return false;
  const Node root = document->root();
  if (root.is_mapping()) return static_cast<bool>(root.find(mark.key));
  return root.is_sequence() && std::all_of(root.begin(), root.end(), [&](Node item) {
           return item.is_mapping() && item.find(mark.key_of_item);
         });
}

}  // namespace

Result<SourcePtr> read_for(Purpose purpose, const std::string& path) {
  Result<SourcePtr> source = read_input(path);
  if (!source) return source;
  const Mark& mark = marks[static_cast<std::size_t>(purpose)];
  if (is_marked(*source, mark)) return source;
  return Error{fmt::format("{} is not a {}: it has no '{}:'", path, mark.what, mark.key)};
}

}  // namespace martech_audit::cli
