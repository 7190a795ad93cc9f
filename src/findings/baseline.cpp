#include "findings/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/text.h"
#include "document/text_check.h"

namespace martech_audit {

namespace {

constexpr std::string_view heading = "# martech-audit baseline 1 ";
constexpr std::string_view hint = "write it again with `martech-audit scan --write-baseline FILE`";

bool is_fingerprint(std::string_view text) {
  return text.size() == std::tuple_size_v<decltype(Finding::fingerprint)> &&
         text.find_first_not_of("0123456789abcdef") == text.npos;
}

// The last word, taken off the line.
std::string_view take_last(std::string_view& line) {
  line = trim(line);
  const std::size_t space = line.find_last_of(' ');
  const std::size_t begin = space == line.npos ? 0 : space + 1;
  const std::string_view word = line.substr(begin);
  line.remove_suffix(line.size() - begin);
  return word;
}

struct Line {
  std::string_view text;
  Location where;
};

template <class Take>
void for_each_line(const SourcePtr& source, Take take) {
  const std::string_view text = source->text();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    take(Line{text.substr(at, end - at),
              {source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
    at = end + 1;
  }
}

std::optional<BaselineEntry> entry_of(const Line& line, Currency currency) {
  std::string_view rest = line.text;
  const std::string_view fingerprint = take_last(rest);
  const std::string_view amount = take_last(rest);
  const auto of_severity = severity(take_last(rest));
  const auto decimal = Decimal::parse(amount);
  const auto money = decimal ? Money::from(*decimal, currency) : std::nullopt;
  if (!is_fingerprint(fingerprint) || !of_severity || !money) return std::nullopt;
  return BaselineEntry{std::string(fingerprint), *of_severity, money->minor, line.where};
}

std::string line_of(const Finding& finding, const Rule& rule, Currency currency) {
  const EntityRef& entity = finding.entity;
  const std::string whose =
      entity.id.empty() ? std::string(name(entity.kind)) : fmt::format("{}/{}", name(entity.kind), entity.id);
  return fmt::format("{} {} {} {} {}\n", rule.id, escape_controls(whose), name(finding.severity),
                     Money{finding.largest_claim(), currency}.to_string(), finding.fingerprint_text());
}

}  // namespace

std::optional<Baseline> read_baseline(const SourcePtr& source, Diagnostics& diagnostics) {
  const std::string_view first = trim(source->line(1));
  const auto currency =
      first.starts_with(heading) ? Currency::parse(first.substr(heading.size())) : std::nullopt;
  if (!currency) {
    // Without its first line: the file may have been named so that it would be shown.
    diagnostics.error({}, fmt::format("{} is not a baseline", source->name()), std::string(hint));
    return std::nullopt;
  }
  if (!check_text(source, diagnostics)) return std::nullopt;  // reports quote its lines
  Baseline baseline{source->name(), *currency, {}};
  for_each_line(source, [&](const Line& line) {
    if (trim(line.text).empty() || line.text.starts_with('#')) return;
    if (auto entry = entry_of(line, *currency)) {
      baseline.entries.push_back(*std::move(entry));
    } else {
      diagnostics.error(line.where, "this line is not a baseline entry", std::string(hint));
    }
  });
  return baseline;
}

Baseline baseline_of(std::span<const Finding> findings, Currency currency, std::string name) {
  Baseline baseline{std::move(name), currency, {}};
  for (const Finding& finding : findings) {
    baseline.entries.push_back(
        {std::string(finding.fingerprint_text()), finding.severity, finding.largest_claim(), {}});
  }
  return baseline;
}

std::string baseline_text(std::span<const Finding> findings, std::span<const Rule> rules, Currency currency) {
  std::vector<std::string> lines;
  for (const Finding& finding : findings) lines.push_back(line_of(finding, rules[finding.rule], currency));
  std::ranges::sort(lines);
  std::string text = fmt::format("{}{}\n", heading, currency.code());
  for (const std::string& line : lines) text += line;
  return text;
}

std::string pruned_baseline(const SourcePtr& source, std::span<const Finding> findings,
                            std::span<const Finding> waived) {
  std::unordered_set<std::string_view> alive;
  for (const auto list : {findings, waived}) {
    for (const Finding& finding : list) alive.insert(finding.fingerprint_text());
  }
  std::string text;
  for_each_line(source, [&](const Line& line) {
    std::string_view rest = line.text;
    const std::string_view last = take_last(rest);
    if (!is_fingerprint(last) || line.text.starts_with('#') || alive.contains(last))
      text += fmt::format("{}\n", line.text);
  });
  return text;
}

BaselineUse compare_with_baseline(const Baseline& baseline, Currency currency, std::span<Finding> findings,
                                  std::span<const Finding> waived, Diagnostics& diagnostics) {
  BaselineUse use{baseline.path, 0, 0, 0, 0};
  if (baseline.currency != currency) {
    diagnostics.error({},
                      fmt::format("the baseline {} uses {}, the inventory uses {}",
                                  escape_controls(baseline.path), baseline.currency.code(), currency.code()),
                      std::string(hint));
    return use;
  }
  std::unordered_map<std::string_view, const BaselineEntry*> entries;
  for (const BaselineEntry& entry : baseline.entries) {
    const BaselineEntry*& kept = entries[entry.fingerprint];
    // Of a line that a merge left twice the stricter one counts.
    if (kept == nullptr || std::pair(entry.severity, entry.minor) < std::pair(kept->severity, kept->minor))
      kept = &entry;
  }
  for (Finding& finding : findings) {
    const auto found = entries.find(finding.fingerprint_text());
    if (found == entries.end()) {
      finding.novelty = Novelty::fresh;
      ++use.fresh;
    } else if (finding.severity > found->second->severity || finding.largest_claim() > found->second->minor) {
      finding.novelty = Novelty::worsened;
      ++use.worsened;
    } else {
      finding.novelty = Novelty::known;
      ++use.known;
    }
  }
  for (const auto findings_of : {std::span<const Finding>(findings), waived}) {
    for (const Finding& finding : findings_of) entries.erase(finding.fingerprint_text());
  }
  use.stale = static_cast<std::uint32_t>(entries.size());
  if (!entries.empty()) {
    const auto first =
        std::ranges::min_element(entries, {}, [](const auto& entry) { return entry.second->where.begin; });
    const bool one = entries.size() == 1;
    diagnostics.warning(first->second->where,
                        fmt::format("{} of the baseline no longer {} a finding",
                                    counted(entries.size(), "entry", "entries"), one ? "matches" : "match"),
                        "remove them with --prune-baseline");
  }
  return use;
}

}  // namespace martech_audit
