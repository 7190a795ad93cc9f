#include "cli/report_flags.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.h"
#include "base/word_hint.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "document/limits.h"

namespace martech_audit::cli {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::vector<std::string_view> formats() {
  std::vector<std::string_view> names;
  for (const Reporter& reporter : all_reporters()) names.push_back(reporter.name);
  return names;
}

constexpr std::array report_rows{
    Row{Option::known("format", "FORMAT", "Report format on standard output", formats)
            .with_letter('f')
            .listing_words()
            .with_key("", "format", Stricter::irrelevant),
        &ReportFlags::format},
    Row{Option::known("output", "FORMAT[=PATH]",
                      "Write a report in this format to a file or standard output; repeatable", formats)
            .with_letter('o'),
        &ReportFlags::outputs},
    Row{follow_option, &ReportFlags::follow},
    Row{Option::flag("verbose", "Show all findings in full").with_letter('v'), &ReportFlags::verbose},
    Row{Option::flag("csv-bom", "Start CSV reports with a byte-order mark, so that Excel detects UTF-8"),
        &ReportFlags::csv_bom},
};

Result<const Reporter*> reporter_named(const std::string& name) {
  if (const Reporter* reporter = find_reporter(name)) return reporter;
  return Error{fmt::format("'{}' is not a format; {}", name, word_hint(name, formats()))};
}

Result<ReportTarget> target_of_format(const std::string& format) {
  if (format.find('=') != std::string::npos) {
    return Error{fmt::format("--format takes no file ('{0}'); use --output {0}", format)};
  }
  const Result<const Reporter*> reporter = reporter_named(format);
  if (!reporter) return reporter.error();
  return ReportTarget{*reporter, "-"};
}

// "json", "json=report.json"
Result<ReportTarget> target_of_output(const std::string& output) {
  const std::size_t equals = output.find('=');
  const Result<const Reporter*> reporter = reporter_named(output.substr(0, equals));
  if (!reporter) return reporter.error();
  std::string path = equals == std::string::npos ? "-" : output.substr(equals + 1);
  if (path.empty()) return Error{fmt::format("--output {} has no file after '='", output)};
  return ReportTarget{*reporter, std::move(path)};
}

bool is_for_people(const Reporter& reporter) { return reporter.for_people; }
bool is_sheet(const Reporter& reporter) { return reporter.name == "csv"; }
bool is_commands(const Reporter& reporter) { return reporter.name == "github"; }

// What no report heeds would mislead whoever reads them.
bool some_are(bool (*kind)(const Reporter&), const std::vector<ReportTarget>& targets) {
  return std::ranges::any_of(targets, [&](const ReportTarget& target) { return kind(*target.reporter); });
}

// What all reports of a run have in common.
struct Looks {
  FindingFilter filter;
  BriefStyle brief;
};

ReportStyle style_for(const ReportTarget& target, const ReportFlags& flags, const Looks& looks,
                      bool has_baseline, const Globals& globals) {
  ReportStyle style = output_style(target.path, globals.colour_choice(), globals.width);
  style.verbose = flags.verbose;
  style.filter = looks.filter;
  style.brief = looks.brief;
  style.filter.only_new = has_baseline && !flags.verbose;
  return style;
}

// GitHub shows what is added to this file on the page of the run.
std::optional<TextFile> summary_for(const AuditReport& report, const std::vector<ReportTarget>& targets) {
  const char* path = std::getenv("GITHUB_STEP_SUMMARY");
  if (!some_are(is_commands, targets) || path == nullptr || *path == '\0') return std::nullopt;
  TextFile file{{path, {}, true}, {}};
  find_reporter("markdown")->write(report, {}, [&](std::string_view bytes) { file.text += bytes; });
  return file;
}

bool is_device(const std::string& path) { return identity_of(path).kind == S_IFCHR; }

// Said while there is still time to write what will be needed.
void warn_of_size(const ReportTarget& target, std::uint64_t size) {
  if (target.reporter->name != "json" || size <= limits::file_size) return;
  constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20;
  say(fmt::format(
      "martech-audit: warning: the JSON report{} has {} MiB, and `convert`, `verify` and `diff` read at most "
      "{} MiB\n"
      "  write other formats in the same run (add --output html=FILE), or audit one department at "
      "a time\n",
      target.path == "-" ? "" : " " + escape_controls(target.path), grouped(size / mebibyte),
      limits::file_size / mebibyte));
}

}  // namespace

Group<ReportFlags> ReportFlags::group() {
  return {
      {&ReportFlags::filter, FilterFlags::group()}, report_rows, {&ReportFlags::brief, BriefFlags::group()}};
}

Result<std::vector<ReportTarget>> ReportFlags::targets() const {
  std::vector<Result<ReportTarget>> wanted;
  for (const std::string& output : outputs) wanted.push_back(target_of_output(output));
  if (!format.empty() || wanted.empty()) {
    wanted.push_back(target_of_format(format.empty() ? "text" : format));
  }
  std::vector<ReportTarget> result;
  for (const Result<ReportTarget>& target : wanted) {
    if (!target) return target.error();
    const auto same = [&](const ReportTarget& other) {
      return other.path == target->path && !is_device(target->path);
    };
    if (std::any_of(result.begin(), result.end(), same)) {
      return Error{
          target->path == "-"
              ? "only one report can be written to standard output; name files for the others, for example "
                "--output json=report.json"
              : fmt::format("two reports would be written to {}", target->path)};
    }
    result.push_back(*target);
  }
  if (csv_bom && !some_are(is_sheet, result))
    return Error{"--csv-bom requires a csv report; add --format csv or --output csv=FILE"};
  if (!brief.since.empty() && !some_are(is_brief, result))
    return Error{"--since requires a brief; add --output brief-html=FILE or --format brief-markdown"};
  if (filter.given() && !some_are(is_for_people, result)) {
    return Error{
        "--severity, --rule and --dimension filter only the text report; a json report is always "
        "complete"};
  }
  return result;
}

Result<Written> write_reports(const AuditReport& report, const std::vector<ReportTarget>& targets,
                              const ReportFlags& flags, const Globals& globals,
                              std::vector<TextFile> beside) {
  const Result<FindingFilter> filter = flags.filter.filter(report.rules);
  if (!filter) return filter.error();
  const Result<BriefStyle> brief =
      some_are(is_brief, targets) ? flags.brief.style(report) : Result<BriefStyle>(BriefStyle{});
  if (!brief) return brief.error();
  if (std::optional<TextFile> summary = summary_for(report, targets)) beside.push_back(*std::move(summary));
  std::vector<Destination> destinations;
  destinations.reserve(targets.size() + beside.size());
  for (const ReportTarget& target : targets) destinations.push_back({target.path});
  for (const TextFile& file : beside) destinations.push_back(file.destination);
  Result<Outputs> outputs = Outputs::open(destinations, links(flags.follow));
  if (!outputs) return outputs.error();
  for (std::size_t i = 0; i < targets.size(); ++i) {
    Output& output = (*outputs)[i];
    if (is_commands(*targets[i].reporter)) output.allow_commands();
    if (flags.csv_bom && is_sheet(*targets[i].reporter)) output.write(byte_order_mark);
  }
  for (std::size_t i = 0; i < targets.size(); ++i) {
    std::uint64_t size = 0;
    const auto sink = [&output = (*outputs)[i], &size](std::string_view bytes) {
      size += bytes.size();
      output.write(bytes);
    };
    ReportStyle style = style_for(targets[i], flags, {*filter, *brief}, report.baseline.has_value(), globals);
    style.brief.full_report = address_of_page(targets, targets[i].path);
    targets[i].reporter->write(report, style, sink);
    warn_of_size(targets[i], size);
  }
  for (std::size_t i = 0; i < beside.size(); ++i) (*outputs)[targets.size() + i].write(beside[i].text);
  return outputs->commit();
}

}  // namespace martech_audit::cli
