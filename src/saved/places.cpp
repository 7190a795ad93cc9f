#include "saved/places.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "document/limits.h"

namespace martech_audit::saved {
namespace {

// Reports leave out lines longer than this: so does the text made here when it is reported again.
constexpr std::size_t unquoted_length = 1001;

std::string line_of(const Place& place) {
  if (!place.snippet.empty() || place.column <= 1) return std::string(place.snippet);
  return std::string(std::max<std::size_t>(std::max(place.column, place.end_column), unquoted_length), ' ');
}

}  // namespace

std::size_t byte_of(std::string_view line, std::uint32_t column) {
  std::size_t at = 0;
  for (std::uint32_t i = 1; i < column && at < line.size(); ++i) next_code_point(line, at);
  return at;
}

bool Places::fit() const {
  std::map<std::string_view, std::uint64_t> last_lines;
  for (const Wanted& wanted : wanted_) {
    std::uint64_t& last = last_lines[wanted.place.path];
    last = std::max<std::uint64_t>(
        last, wanted.place.line + std::uint64_t{std::max(wanted.place.column, wanted.place.end_column)});
  }
  std::uint64_t total = 0;
  for (const auto& [path, last] : last_lines) total += last;
  return total <= limits::file_size;
}

std::vector<SourcePtr> Places::settle() const {
  using Lines = std::map<std::uint32_t, std::string>;
  std::map<std::string_view, Lines> files;
  for (const Wanted& wanted : wanted_) {
    std::string& line = files[wanted.place.path][wanted.place.line];
    std::string quoted = line_of(wanted.place);
    if (quoted.size() > line.size()) line = std::move(quoted);
  }
  std::map<std::string_view, std::pair<SourcePtr, std::map<std::uint32_t, std::size_t>>> made;
  std::vector<SourcePtr> sources;
  for (const auto& [path, lines] : files) {
    std::string text;
    std::uint32_t at = 1;
    std::map<std::uint32_t, std::size_t> starts;
    for (const auto& [number, line] : lines) {
      text.append(number - at, '\n');
      at = number;
      starts[number] = text.size();
      text += line;
    }
    sources.push_back(std::make_shared<const Source>(std::string(path), std::move(text)));
    made[path] = {sources.back(), std::move(starts)};
  }
  for (const Wanted& wanted : wanted_) {
    const auto& [source, starts] = made[wanted.place.path];
    const std::size_t start = starts.at(wanted.place.line);
    const std::string_view line = source->line(wanted.place.line);
    const auto byte = [&](std::uint32_t column) {
      return static_cast<std::uint32_t>(start + byte_of(line, column));
    };
    *wanted.where = {source, byte(wanted.place.column), byte(wanted.place.end_column)};
  }
  return sources;
}

}  // namespace martech_audit::saved
