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
    Key{"", "as_of", "as-of", KeyKind::date, never, "day that everything is judged at; else today"},
    Key{"", "packs", "rules", KeyKind::paths, never,
        "rule packs or folders of packs beside the built-in ones"},
    Key{"", "only_these_packs", "no-built-in-rules", KeyKind::flag, never, "judge by `packs` alone"},
    Key{"", "benchmarks", "benchmarks", KeyKind::path, never, "set of numbers in place of the built-in ones"},
    Key{"", "waiver_files", "waivers", KeyKind::paths, added, "files of waivers"},
    Key{"", "max_waiver_days", "max-waiver-days", KeyKind::count, lower_number,
        "warn of waivers that last longer"},
    Key{"", "baseline", "baseline", KeyKind::path, never, "file of the findings that are known"},
    Key{"", "format", "format", KeyKind::word, irrelevant, "format of the report on standard output"},
    Key{"gate", "fail_on", "fail-on", KeyKind::word, lower_severity,
        "fail on findings of this severity or worse, or none"},
    Key{"gate", "fail_on_new", "fail-on-new", KeyKind::flag, on, "fail on every finding not in the baseline"},
    Key{"gate", "max_gap", "max-gap", KeyKind::number, lower_number,
        "fail above this gap, missing evidence included"},
    Key{"gate", "max_proven_gap", "max-proven-gap", KeyKind::number, lower_number,
        "fail above this proven gap"},
    Key{"gate", "max_gap_points", "max-gap-points", KeyKind::number, lower_number,
        "fail above this many gap points"},
    Key{"gate", "max_waste", "max-waste", KeyKind::number, lower_number, "fail above this waste a year"},
    Key{"gate", "fail_on_loosened", "fail-on-loosened", KeyKind::flag, on,
        "fail on everything that loosens the gate"},
    Key{"gate", "fail_on_lost_evidence", "fail-on-lost-evidence", KeyKind::flag, on,
        "fail on evidence that a change takes away"},
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
