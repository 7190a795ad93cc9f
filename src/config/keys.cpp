#include "config/keys.h"

#include <array>

namespace martech_audit::config {
namespace {

constexpr std::array table{
    Key{"", "as_of", "as-of", KeyKind::date, "day that everything is judged at; else today"},
    Key{"", "packs", "rules", KeyKind::paths, "rule packs or folders of packs beside the built-in ones"},
    Key{"", "only_these_packs", "no-built-in-rules", KeyKind::flag, "judge by `packs` alone"},
    Key{"", "benchmarks", "benchmarks", KeyKind::path, "set of numbers in place of the built-in ones"},
    Key{"", "waiver_files", "waivers", KeyKind::paths, "files of waivers"},
    Key{"", "max_waiver_days", "max-waiver-days", KeyKind::count, "warn of waivers that last longer"},
    Key{"", "baseline", "baseline", KeyKind::path, "file of the findings that are known"},
    Key{"", "format", "format", KeyKind::word, "format of the report on standard output"},
    Key{"gate", "fail_on", "fail-on", KeyKind::word, "fail on findings of this severity or worse, or none"},
    Key{"gate", "fail_on_new", "fail-on-new", KeyKind::flag, "fail on every finding not in the baseline"},
    Key{"gate", "max_gap", "max-gap", KeyKind::number, "fail above this gap, missing evidence included"},
    Key{"gate", "max_proven_gap", "max-proven-gap", KeyKind::number, "fail above this proven gap"},
    Key{"gate", "max_gap_points", "max-gap-points", KeyKind::number, "fail above this many gap points"},
    Key{"gate", "max_waste", "max-waste", KeyKind::number, "fail above this waste a year"},
};

}  // namespace

std::span<const Key> keys() { return table; }

}  // namespace martech_audit::config
