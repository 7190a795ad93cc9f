// The options that commands which judge an inventory share, row by row.
#include <array>

#include "cli/audit_options.h"
#include "cli/known_words.h"

namespace martech_audit::cli {
namespace {

using Judging = Row<JudgingOptions>;

constexpr std::array inventory_rows{
    Judging{{.name = "inventory",
             .value = "INVENTORY",
             .summary = "Inventory files or directories; - for standard input",
             .kind = Kind::path,
             .place = Place::argument},
            &JudgingOptions::inventory},
    Judging{{.name = "stdin-filename", .value = "NAME", .summary = "Name of standard input in messages"},
            &JudgingOptions::stdin_name},
};

constexpr std::array day_rows{
    Judging{{.name = "as-of",
             .value = "YYYY-MM-DD",
             .summary = "Date of the audit (default: SOURCE_DATE_EPOCH, or today in UTC)",
             .kind = Kind::date,
             .key = {.name = "as_of"}},
            &JudgingOptions::as_of},
};

constexpr std::array pack_rows{
    Judging{{.name = "rules",
             .value = "PATH",
             .summary = "Rule pack or directory of packs, in addition to the built-in ones; repeatable",
             .kind = Kind::path,
             .key = {.name = "packs",
                     .about = "rule packs or folders of packs, in addition to the built-in ones"}},
            &JudgingOptions::rules},
    Judging{{.name = "benchmarks",
             .value = "FILE",
             .summary = "Use the benchmarks in this file instead of the built-in ones",
             .kind = Kind::path,
             .key = {.name = "benchmarks"}},
            &JudgingOptions::benchmarks},
    Judging{{.name = "no-built-in-rules",
             .summary = "Use only the packs given with --rules",
             .key = {.name = "only_these_packs", .about = "use only `packs`"}},
            &JudgingOptions::only_given_rules},
};

constexpr std::array param_rows{
    Judging{{.name = "param",
             .value = "PACK.NAME=VALUE",
             .summary = "Set a rule pack parameter, for example contracts.lead_days=90; repeatable"},
            &JudgingOptions::params},
};

constexpr std::array disable_rows{
    Judging{{.name = "disable",
             .value = "RULE",
             .summary = "Disable a rule; reports list it; repeatable",
             .kind = Kind::known,
             .words = rule_ids},
            &JudgingOptions::disabled},
};

constexpr std::array waiver_rows{
    Judging{{.name = "waivers",
             .value = "FILE",
             .summary = "Waiver file, in addition to waivers in the inventory; repeatable",
             .kind = Kind::path,
             .key = {.name = "waiver_files",
                     .stricter = Stricter::added,
                     .about = "waiver files, in addition to waivers in the inventory"}},
            &JudgingOptions::waivers},
    Judging{{.name = "max-waiver-days",
             .value = "N",
             .summary = "Warn about waivers longer than this many days",
             .kind = Kind::count,
             .least = 1,
             .most = 36500,
             .key = {.name = "max_waiver_days", .stricter = Stricter::lower}},
            &JudgingOptions::max_waiver_days},
};

constexpr std::array baseline_rows{
    Judging{{.name = "baseline",
             .value = "FILE",
             .summary = "Gate only on findings that are not in this baseline",
             .kind = Kind::path,
             .key = {.name = "baseline"}},
            &JudgingOptions::baseline},
};

std::vector<std::string_view> words_of_fail_on() {
  std::vector<std::string_view> words = severities();
  words.emplace_back("none");
  return words;
}

constexpr std::array gate_rows{
    Row<GateFlags>{{.name = "fail-on",
                    .value = "SEVERITY",
                    .summary = "Fail on findings of this severity or higher",
                    .kind = Kind::word,
                    .words = words_of_fail_on,
                    .shows_default = true,
                    .key = {"gate", "fail_on", Stricter::lower_severity,
                            "fail on findings of this severity or higher; none: never"}},
                   &GateFlags::fail_on},
    Row<GateFlags>{{.name = "fail-on-new",
                    .summary = "Fail on any finding that is not in the baseline",
                    .key = {"gate", "fail_on_new", Stricter::on}},
                   &GateFlags::fail_on_new},
    Row<GateFlags>{{.name = "max-gap",
                    .value = "0-100",
                    .summary = "Fail above this gap, including missing data",
                    .kind = Kind::number,
                    .most = 100,
                    .key = {"gate", "max_gap", Stricter::lower}},
                   &GateFlags::max_gap},
    Row<GateFlags>{{.name = "max-proven-gap",
                    .value = "0-100",
                    .summary = "Fail above this proven gap",
                    .kind = Kind::number,
                    .most = 100,
                    .key = {"gate", "max_proven_gap", Stricter::lower}},
                   &GateFlags::max_proven_gap},
    Row<GateFlags>{{.name = "max-gap-points",
                    .value = "N",
                    .summary = "Fail above this many gap points",
                    .kind = Kind::number,
                    .key = {"gate", "max_gap_points", Stricter::lower}},
                   &GateFlags::max_gap_points},
    Row<GateFlags>{{.name = "max-waste",
                    .value = "AMOUNT",
                    .summary = "Fail above this annual waste, in the organisation's currency",
                    .kind = Kind::number,
                    .key = {"gate", "max_waste", Stricter::lower}},
                   &GateFlags::max_waste},
    Row<GateFlags>{{.name = "fail-on-loosened",
                    .summary = "Fail on any gate exception to the policy or the defaults",
                    .key = {"gate", "fail_on_loosened", Stricter::on}},
                   &GateFlags::fail_on_loosened},
    Row<GateFlags>{{.name = "exit-zero", .summary = "Exit 0 if the gate fails; never hides exit code 2"},
                   &GateFlags::exit_zero},
};

constexpr std::array gate_rows_of_changes{
    Row<GateFlags>{{.name = "fail-on-lost-evidence",
                    .summary = "Fail if evidence was removed, a deadline moved without a new contract, or an "
                               "obligation was ended",
                    .key = {"gate", "fail_on_lost_evidence", Stricter::on}},
                   &GateFlags::fail_on_lost_evidence},
};

}  // namespace

Group<JudgingOptions> JudgingOptions::group() { return {inventory_files(), settings()}; }
Group<JudgingOptions> JudgingOptions::settings() {
  return {day(), pack_files(), pack_params(), disable_rows, waiver_files(), configuration_files()};
}
Group<JudgingOptions> JudgingOptions::inventory_files() { return inventory_rows; }
Group<JudgingOptions> JudgingOptions::day() { return day_rows; }
Group<JudgingOptions> JudgingOptions::pack_files() { return pack_rows; }
Group<JudgingOptions> JudgingOptions::pack_params() { return param_rows; }
Group<JudgingOptions> JudgingOptions::waiver_files() { return waiver_rows; }
Group<JudgingOptions> JudgingOptions::baseline_file() { return baseline_rows; }
Group<JudgingOptions> JudgingOptions::configuration_files() {
  return {&JudgingOptions::files, ConfigurationFiles::group()};
}
Group<GateFlags> GateFlags::group() { return gate_rows; }
Group<GateFlags> GateFlags::of_changes() { return gate_rows_of_changes; }

}  // namespace martech_audit::cli
