// The options that commands which judge an inventory share, row by row.
#include <array>

#include "cli/audit_options.h"
#include "cli/known_words.h"

namespace martech_audit::cli {
namespace {

constexpr std::array inventory_rows{
    Row{Option::path("inventory", "INVENTORY", "Inventory files or directories; - for standard input")
            .as_argument(),
        &JudgingOptions::inventory},
    Row{Option::text("stdin-filename", "NAME", "Name of standard input in messages"),
        &JudgingOptions::stdin_name},
};

constexpr std::array day_rows{
    Row{Option::date("as-of", "YYYY-MM-DD", "Date of the audit (default: SOURCE_DATE_EPOCH, or today in UTC)")
            .with_key("", "as_of"),
        &JudgingOptions::as_of},
};

constexpr std::array pack_rows{
    Row{Option::path("rules", "PATH",
                     "Rule pack or directory of packs, in addition to the built-in ones; repeatable")
            .with_key("", "packs", Stricter::never,
                      "rule packs or folders of packs, in addition to the built-in ones"),
        &JudgingOptions::rules},
    Row{Option::path("benchmarks", "FILE", "Use the benchmarks in this file instead of the built-in ones")
            .with_key("", "benchmarks"),
        &JudgingOptions::benchmarks},
    Row{Option::flag("no-built-in-rules", "Use only the packs given with --rules")
            .with_key("", "only_these_packs", Stricter::never, "use only `packs`"),
        &JudgingOptions::only_given_rules},
};

constexpr std::array param_rows{
    Row{Option::text("param", "PACK.NAME=VALUE",
                     "Set a rule pack parameter, for example contracts.lead_days=90; repeatable"),
        &JudgingOptions::params},
};

constexpr std::array score_rows{
    Row{Option::number("money-share", "0-1", "Share of the money half in the gap (default: 0.5)", 0, 1)
            .with_key("score", "money_share", Stricter::never),
        &JudgingOptions::money_share},
};

constexpr std::array disable_rows{
    Row{Option::known("disable", "RULE", "Disable a rule; reports list it; repeatable", rule_ids),
        &JudgingOptions::disabled},
};

constexpr std::array waiver_rows{
    Row{Option::path("waivers", "FILE", "Waiver file, in addition to waivers in the inventory; repeatable")
            .with_key("", "waiver_files", Stricter::added,
                      "waiver files, in addition to waivers in the inventory"),
        &JudgingOptions::waivers},
    Row{Option::count("max-waiver-days", "N", "Warn about waivers longer than this many days", 1, 36500)
            .with_key("", "max_waiver_days", Stricter::lower),
        &JudgingOptions::max_waiver_days},
};

constexpr std::array baseline_rows{
    Row{Option::path("baseline", "FILE", "Gate only on findings that are not in this baseline")
            .with_key("", "baseline"),
        &JudgingOptions::baseline},
};

std::vector<std::string_view> words_of_fail_on() {
  std::vector<std::string_view> words = severities();
  words.emplace_back("none");
  return words;
}

constexpr std::array gate_rows{
    Row{Option::word("fail-on", "SEVERITY", "Fail on findings of this severity or higher", words_of_fail_on)
            .with_default()
            .with_key("gate", "fail_on", Stricter::lower_severity,
                      "fail on findings of this severity or higher; none: never"),
        &GateFlags::fail_on},
    Row{Option::flag("fail-on-new", "Fail on any finding that is not in the baseline")
            .with_key("gate", "fail_on_new", Stricter::on),
        &GateFlags::fail_on_new},
    Row{Option::number("max-gap", "0-100", "Fail above this gap, including missing data", 0, 100)
            .with_key("gate", "max_gap", Stricter::lower),
        &GateFlags::max_gap},
    Row{Option::number("max-proven-gap", "0-100", "Fail above this proven gap", 0, 100)
            .with_key("gate", "max_proven_gap", Stricter::lower),
        &GateFlags::max_proven_gap},
    Row{Option::number("max-practice-gap", "0-100", "Fail above this gap of the practice half alone", 0, 100)
            .with_key("gate", "max_practice_gap", Stricter::lower),
        &GateFlags::max_practice_gap},
    Row{Option::number("max-money-gap", "0-100", "Fail above this gap of the money half alone", 0, 100)
            .with_key("gate", "max_money_gap", Stricter::lower),
        &GateFlags::max_money_gap},
    Row{Option::number("max-gap-points", "N", "Fail above this many gap points")
            .with_key("gate", "max_gap_points", Stricter::lower),
        &GateFlags::max_gap_points},
    Row{Option::number("max-waste", "AMOUNT",
                       "Fail above this possible annual waste, in the organisation's currency")
            .with_key("gate", "max_waste", Stricter::lower),
        &GateFlags::max_waste},
    Row{Option::number("max-proven-waste", "AMOUNT", "Fail above this proven annual waste")
            .with_key("gate", "max_proven_waste", Stricter::lower),
        &GateFlags::max_proven_waste},
    Row{Option::number("min-evidence", "0-100",
                       "Fail if less than this percentage of the checks could be decided", 0, 100)
            .with_key("gate", "min_evidence", Stricter::higher),
        &GateFlags::min_evidence},
    Row{Option::flag("fail-on-loosened", "Fail on any gate exception to the policy or the defaults")
            .with_key("gate", "fail_on_loosened", Stricter::on),
        &GateFlags::fail_on_loosened},
    Row{Option::flag("exit-zero", "Exit 0 even if the gate fails; errors still exit 2"),
        &GateFlags::exit_zero},
};

constexpr std::array gate_rows_of_changes{
    Row{Option::flag("fail-on-lost-evidence",
                     "Fail if evidence was removed, a deadline moved without a new contract, or an "
                     "obligation was ended")
            .with_key("gate", "fail_on_lost_evidence", Stricter::on),
        &GateFlags::fail_on_lost_evidence},
    Row{Option::flag("fail-on-claims",
                     "Fail if the change states what nothing shows, such as a link without a reason, a cost "
                     "without a payment or a past date")
            .with_key("gate", "fail_on_claims", Stricter::on),
        &GateFlags::fail_on_claims},
};

}  // namespace

Group<JudgingOptions> JudgingOptions::group() { return {inventory_files(), settings()}; }
Group<JudgingOptions> JudgingOptions::settings() {
  return {day(),      pack_files(),   pack_params(),        disable_rows,
          score_rows, waiver_files(), configuration_files()};
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
