#include "rules/rule_page.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/markdown_text.h"
#include "base/text.h"
#include "base/wrap.h"
#include "rules/param.h"

namespace martech_audit {
namespace rules {
namespace {

constexpr std::size_t indent = 2;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool names_param(std::string_view expression, std::string_view param) {
  const std::string wanted = fmt::format("params.{}", param);
  for (std::size_t at = 0; (at = expression.find(wanted, at)) != std::string_view::npos; ++at) {
    const std::size_t end = at + wanted.size();
    const bool begins = at == 0 || !is_name_character(expression[at - 1]);
    const bool ends = end == expression.size() || !is_name_character(expression[end]);
    if (begins && ends) return true;
  }
  return false;
}

bool reads_param(const Rule& rule, std::string_view param) {
  const auto reads = [&](std::string_view expression) { return names_param(expression, param); };
  if (reads(rule.when) || reads(rule.condition) || reads(rule.degree) || reads(rule.into) ||
      reads(rule.message))
    return true;
  for (const auto& [name, part] : rule.variables) {
    if (reads(part)) return true;
  }
  for (const auto& [severity, condition] : rule.severity_when) {
    if (reads(condition)) return true;
  }
  for (const Rule::Amount& amount : rule.money) {
    if (reads(amount.amount) || reads(amount.at_most) || reads(amount.actionable_from)) return true;
  }
  if (rule.spend && reads(rule.spend->share)) return true;
  return false;
}

class Page {
 public:
  explicit Page(std::size_t width) : width_(width) {}

  void line(std::string_view text) { out_.append(text).append("\n"); }

  // Nothing where the text is empty.
  void section(std::string_view title, std::string_view text) {
    if (text.empty()) return;
    heading(title);
    paragraph(text, indent, indent);
  }

  void heading(std::string_view title) {
    out_ += '\n';
    line(title);
  }

  // Lines behind the first are indented by `rest`.
  void paragraph(std::string_view text, std::size_t first, std::size_t rest) {
    const auto room = [this](std::size_t indented) { return width_ - std::min(width_, indented); };
    const std::string whole = escape_controls(flowed(text));
    std::size_t indented = first;
    for (const std::string_view part : wrap_lines(whole, room(first), room(rest), LongWords::keep)) {
      out_.append(std::exchange(indented, rest), ' ').append(part).append("\n");
    }
  }

  std::string take() { return std::move(out_); }

 private:
  std::size_t width_;
  std::string out_;
};

std::string range(const Param& param) {
  if (param.min && param.max) return fmt::format("{} to {}", *param.min, *param.max);
  if (param.min) return fmt::format("{} or more", *param.min);
  return param.max ? fmt::format("up to {}", *param.max) : "";
}

// "; 12 in small organisations"
std::string by_size(const Param& param) {
  std::string text;
  for (const auto& [size, value] : param.by_size)
    text += fmt::format("; {} in {} organisations", param_text(value), size);
  return text;
}

std::string in_force(const Param& param) {
  const std::string value = param_text(param.value);
  const std::string standard = param_text(param.standard);
  std::string text = fmt::format("params.{} = {}", param.name, value);
  if (value != standard) text += fmt::format(" (default: {})", standard);
  return text + by_size(param);
}

void print_params(Page& page, const Rule& rule, const RulePack& pack) {
  bool first = true;
  for (const Param& param : pack.params) {
    if (!reads_param(rule, param.name)) continue;
    if (first) page.heading("Parameters");
    first = false;
    page.paragraph(in_force(param), indent, 2 * indent);
    page.paragraph(param.about, 2 * indent, 2 * indent);
    if (const std::string limits = range(param); !limits.empty()) {
      page.paragraph("Allowed: " + limits, 2 * indent, 2 * indent);
    }
    page.paragraph("Source: " + param.source, 2 * indent, 2 * indent);
  }
}

void print_severity(Page& page, const Rule& rule) {
  page.heading("Severity");
  for (const auto& [severity, condition] : rule.severity_when) {
    page.paragraph(fmt::format("{} if {}", name(severity), condition), indent, 2 * indent);
  }
  page.paragraph(fmt::format("{}{}", name(rule.severity), rule.severity_when.empty() ? "" : " otherwise"),
                 indent, indent);
}

void print_variables(Page& page, const Rule& rule) {
  if (rule.variables.empty()) return;
  page.heading("Where");
  for (const auto& [name, part] : rule.variables) {
    page.paragraph(fmt::format("{}: {}", name, part), indent, 2 * indent);
  }
}

void print_money(Page& page, const Rule& rule) {
  if (rule.money.empty()) return;
  page.heading("Money");
  for (const Rule::Amount& amount : rule.money) {
    std::string text = fmt::format("{}: {}", name(amount.money_class), amount.amount);
    if (!amount.at_most.empty()) text += fmt::format(", at most {}", amount.at_most);
    if (!amount.actionable_from.empty()) text += fmt::format(", from {}", amount.actionable_from);
    page.paragraph(text, indent, 2 * indent);
  }
}

void print_spend(Page& page, const Rule& rule) {
  if (!rule.spend) return;
  page.heading("Share of the spend");
  page.paragraph(fmt::format("{}: {}", name(rule.spend->part), rule.spend->share), indent, 2 * indent);
}

void print_list(Page& page, std::string_view title, std::span<const std::string> items) {
  if (items.empty()) return;
  page.heading(title);
  for (const std::string& item : items) page.paragraph("- " + item, indent, 2 * indent);
}

// Text of a pack in a cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string line(text);
  std::ranges::replace(line, '\n', ' ');
  return markdown_text(line);
}

std::string severity_range(const Rule& rule) {
  std::string text(name(rule.severity));
  for (const auto& [severity, condition] : rule.severity_when) text += fmt::format(", {}", name(severity));
  return text;
}

// Rules of all packs, by dimension in the order of the packs.
struct Dimension {
  std::string_view name;
  std::vector<std::pair<const Rule*, const RulePack*>> rules;
};

std::vector<Dimension> by_dimension(std::span<const RulePack> packs) {
  std::vector<Dimension> dimensions;
  for (const RulePack& pack : packs) {
    for (const Rule& rule : pack.rules) {
      auto at = std::ranges::find(dimensions, rule.dimension, &Dimension::name);
      if (at == dimensions.end()) at = dimensions.insert(at, Dimension{rule.dimension, {}});
      at->rules.emplace_back(&rule, &pack);
    }
  }
  return dimensions;
}

void append_packs(std::string& out, std::span<const RulePack> packs) {
  out += "\n| pack | | looks at |\n|---|---|---|\n";
  for (const RulePack& pack : packs) {
    out += fmt::format("| `{}` {} | {} | {} |\n", pack.id, cell(pack.version), cell(pack.title),
                       cell(pack.about));
  }
}

// Every parameter that one of the rules reads, once.
std::vector<std::pair<const Param*, const RulePack*>> params_of(const Dimension& dimension) {
  std::vector<std::pair<const Param*, const RulePack*>> params;
  for (const auto& [rule, pack] : dimension.rules) {
    for (const Param& param : pack->params) {
      const std::pair entry(&param, pack);
      if (reads_param(*rule, param.name) && std::ranges::find(params, entry) == params.end())
        params.push_back(entry);
    }
  }
  return params;
}

void append_dimension(std::string& out, const Dimension& dimension) {
  out += fmt::format("\n## {}\n\n", dimension.name);
  out +=
      "| rule | finding | pack | for | severity | effort | act | lane | weight | idea "
      "|\n|---|---|---|---|---|---|---|---|---|---|\n";
  for (const auto& [rule, pack] : dimension.rules) {
    out += fmt::format("| `{}` | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", rule->id, cell(rule->title),
                       pack->id, name(rule->scope), severity_range(*rule), name(rule->effort),
                       name(rule->act), name(rule->lane), rule->weight, cell(rule->origin));
  }
  const auto params = params_of(dimension);
  if (params.empty()) return;
  out += "\n| parameter | default | allowed | meaning | source |\n|---|---|---|---|---|\n";
  for (const auto& [param, pack] : params) {
    out += fmt::format("| `{}.{}` | {} | {} | {} | {} |\n", pack->id, param->name,
                       cell(param_text(param->standard) + by_size(*param)), range(*param), cell(param->about),
                       cell(param->source));
  }
}

}  // namespace
}  // namespace rules

std::string rule_page(const Rule& rule, const RulePack& pack, std::size_t width) {
  rules::Page page(width);
  page.paragraph(fmt::format("{}: {}", rule.id, rule.title), 0, rules::indent);
  page.paragraph(
      fmt::format("pack {} {}, dimension {}, for {}, effort {}, act {}, lane {}, weight {}{}{}", pack.id,
                  pack.version, rule.dimension, name(rule.scope), name(rule.effort), name(rule.act),
                  name(rule.lane), rule.weight, rule.since.empty() ? "" : ", since " + rule.since,
                  rule.enabled ? "" : "; disabled"),
      0, rules::indent);
  page.section("Why it matters", rule.why);
  page.section("What to do", rule.fix);
  page.section("Applies when", rule.when);
  page.section("Passes when", rule.condition);
  rules::print_variables(page, rule);
  if (rule.optional) page.section("If data is missing", "not applicable, instead of unknown");
  page.section("Size of the gap", rule.degree);
  rules::print_severity(page, rule);
  rules::print_money(page, rule);
  rules::print_spend(page, rule);
  rules::print_params(page, rule, pack);
  rules::print_list(page, "Explained by", rule.explained_by);
  page.section("Origin", rule.origin);
  rules::print_list(page, "References", rule.references);
  rules::print_list(page, "Former ids", rule.former_ids);
  return page.take();
}

std::string rules_index(std::span<const RulePack> packs) {
  std::size_t count = 0;
  for (const RulePack& pack : packs) count += pack.rules.size();
  const std::vector<rules::Dimension> dimensions = rules::by_dimension(packs);
  std::string out = fmt::format("# Rules\n\n{} in {} and {}. Printed by `martech-audit rules docs`.\n",
                                counted(count, "rule"), counted(packs.size(), "pack"),
                                counted(dimensions.size(), "dimension"));
  rules::append_packs(out, packs);
  for (const rules::Dimension& dimension : dimensions) rules::append_dimension(out, dimension);
  return out;
}

}  // namespace martech_audit
