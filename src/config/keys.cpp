#include "config/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "martech_audit/rule.h"

namespace martech_audit::config {
namespace {

using enum Stricter;

constexpr std::array key_table{
    Key{"", "as_of", "as-of", KeyKind::date, never, "date of the audit; default: today"},
    Key{"", "packs", "rules", KeyKind::paths, never,
        "rule packs or folders of packs, in addition to the built-in ones"},
    Key{"", "only_these_packs", "no-built-in-rules", KeyKind::flag, never, "use only `packs`"},
    Key{"", "benchmarks", "benchmarks", KeyKind::path, never,
        "benchmark file that replaces the built-in benchmarks"},
    Key{"", "waiver_files", "waivers", KeyKind::paths, added, "waiver files"},
    Key{"", "max_waiver_days", "max-waiver-days", KeyKind::count, lower_number,
        "warn about waivers longer than this many days"},
    Key{"", "baseline", "baseline", KeyKind::path, never, "baseline file of known findings"},
    Key{"", "format", "format", KeyKind::word, irrelevant, "report format on standard output"},
    Key{"gate", "fail_on", "fail-on", KeyKind::word, lower_severity,
        "fail on findings of this severity or higher; none: never"},
    Key{"gate", "fail_on_new", "fail-on-new", KeyKind::flag, on,
        "fail on any finding that is not in the baseline"},
    Key{"gate", "max_gap", "max-gap", KeyKind::number, lower_number,
        "fail above this gap, including missing data"},
    Key{"gate", "max_proven_gap", "max-proven-gap", KeyKind::number, lower_number,
        "fail above this proven gap"},
    Key{"gate", "max_gap_points", "max-gap-points", KeyKind::number, lower_number,
        "fail above this many gap points"},
    Key{"gate", "max_waste", "max-waste", KeyKind::number, lower_number, "fail above this annual waste"},
    Key{"gate", "fail_on_loosened", "fail-on-loosened", KeyKind::flag, on, "fail on any gate exception"},
    Key{"gate", "fail_on_lost_evidence", "fail-on-lost-evidence", KeyKind::flag, on,
        "fail if a change removes evidence"},
};

// What cannot be read is as lax as can be: whoever takes the value reports it.
double number(std::string_view text) {
  double value = std::numeric_limits<double>::infinity();
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int rank(std::string_view word) {
  const auto of_findings = severity(word);
  return of_findings ? static_cast<int>(*of_findings) : std::numeric_limits<int>::max();
}

}  // namespace

std::span<const Key> keys() { return key_table; }

const Key* key_named(std::string_view name) {
  const auto found = std::ranges::find_if(key_table, [&](const Key& key) {
    return key.group.empty() ? key.name == name : fmt::format("{}.{}", key.group, key.name) == name;
  });
  return found == key_table.end() ? nullptr : &*found;
}

bool is_as_strict(const Key& key, std::string_view value, std::string_view other) {
  switch (key.stricter) {
    case never:
      return value == other;
    case lower_number:
      return number(value) <= number(other);
    case lower_severity:
      return rank(value) <= rank(other);
    case on:
      return value == "true" || other != "true";
    case added:
    case irrelevant:
      break;
  }
  return true;
}

}  // namespace martech_audit::config
