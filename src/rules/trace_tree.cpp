#include "rules/trace_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "rules/compiled.h"

namespace martech_audit {
namespace rules {
namespace {

constexpr std::size_t longest_value = 60;  // columns
constexpr std::size_t widest_part = 64;    // of what stands left of the values
constexpr std::size_t indent_of_a_level = 2;

std::string entity_text(const Record& record) {
  const std::string_view kind = shape_of(record).name;
  if (!shape_of(record).index_of("id")) return std::string(kind);
  const Value id = read(record, "id");
  return fmt::format("{} {}", kind, id.is(ValueKind::string) ? id.as_text() : "?");
}

std::string missing_text(std::span<const Missing> missing) {
  std::string text = "unknown:";
  const Between between = missing.empty() ? Between{} : missing.front().between;
  if (between.least != Between{}.least) text = fmt::format("at least {}; unknown:", between.least);
  for (const Missing& one : missing) {
    text += fmt::format("{}{}", text.back() == ':' ? " " : ", ", one.path);
    if (one.entity != nullptr) text += fmt::format(" of {}", entity_text(*one.entity));
    if (one.not_applicable.data() != nullptr)
      text += fmt::format(" (not applicable: {})", one.not_applicable);
  }
  return text;
}

bool is_of_the_inventory(const Record& record) { return record.shape < all_shapes().size(); }

std::string value_text(const Value& value);

std::string list_text(std::span<const Value> items) {
  std::string text = "[";
  for (const Value& item : items) {
    if (text.size() > longest_value) return text + ", …]";
    text += fmt::format("{}{}", text.size() == 1 ? "" : ", ", value_text(item));
  }
  return text + "]";
}

std::string value_text(const Value& value) {
  switch (value.kind()) {
    case ValueKind::record:
      return is_of_the_inventory(*value.as_record()) ? entity_text(*value.as_record()) : "params";
    case ValueKind::list:
      return list_text(value.as_list());
    case ValueKind::unknown:
      return missing_text(value.missing());
    case ValueKind::error:
      return fmt::format("error: {}", value.as_error()->message);
    default:
      return cel::to_text(value);
  }
}

// The text of a part on one line.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  return escape_controls(line);
}

struct Line {
  std::string part;
  std::string value;
};

// A name by itself says nothing that its fields do not.
bool is_telling(const cel::TraceEntry& entry) { return !entry.value.is(ValueKind::record); }

std::vector<Line> lines_of(const std::string& text, const std::vector<cel::TraceEntry>& entries) {
  std::vector<Line> lines;
  std::vector<std::uint32_t> ends;  // of the parts around
  for (const cel::TraceEntry& entry : entries) {
    while (!ends.empty() && ends.back() <= entry.begin) ends.pop_back();
    if (!is_telling(entry)) continue;
    const std::string part = one_line(std::string_view(text).substr(entry.begin, entry.end - entry.begin));
    lines.push_back({std::string(indent_of_a_level * ends.size(), ' ') + part,
                     shorten(escape_controls(value_text(entry.value)), longest_value)});
    ends.push_back(entry.end);
  }
  return lines;
}

}  // namespace

std::string trace_tree(const cel::Program& program, Evaluator& evaluator) {
  const std::vector<Line> lines = lines_of(program.text(), evaluator.trace(program));
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, std::min(display_width(line.part), widest_part));
  std::string tree;
  for (const Line& line : lines) {
    const std::string part = shorten(line.part, widest_part);
    tree += fmt::format("{}{:{}}   {}\n", part, "", width - std::min(width, display_width(part)), line.value);
  }
  return tree;
}

}  // namespace rules

std::string rule_trace(const RuleSet& rules, std::uint32_t rule, const Inventory& inventory,
                       const Facts& facts, Date as_of, const Record& entity) {
  const rules::CompiledRule& compiled = rules.compiled()->compiled[rule];
  rules::Evaluator evaluator(inventory, facts, as_of);
  Diagnostics reported;  // when the finding was made
  evaluator.derive(*rules.compiled(), reported);
  evaluator.set_params(evaluator.params_for(*rules.compiled(), compiled.pack, entity));
  evaluator.set_entity(entity);
  std::string text;
  if (compiled.when) text += "when\n" + rules::trace_tree(compiled.when->program, evaluator);
  for (const rules::CompiledRule::Variable& variable : compiled.variables) {
    const cel::Program& program = variable.expression.program;
    text += fmt::format("{}\n{}", variable.name, rules::trace_tree(program, evaluator));
    evaluator.set_variable(variable.index, evaluator(program));
  }
  return text + "assert\n" + rules::trace_tree(compiled.condition->program, evaluator);
}

}  // namespace martech_audit
