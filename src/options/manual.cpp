#include "options/manual.h"

#include <fmt/format.h>

#include <string_view>

#include "base/wrap.h"

namespace martech_audit::options {
namespace {

// Text that roff leaves as it is.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");
  return out;
}

std::string option_heading(const Option& option) {
  std::string text = ".TP\n";
  text += option.letter == 0
              ? fmt::format("\\fB\\-\\-{}\\fR", roff(option.name))
              : fmt::format("\\fB\\-{}\\fR, \\fB\\-\\-{}\\fR", option.letter, roff(option.name));
  if (!option.is_flag()) text += fmt::format(" \\fI{}\\fR", roff(option.value));
  return text + "\n";
}

std::string option_text(const Option& option, const std::string& standard = {}) {
  std::string text = option_heading(option) + roff(summary_of(option)) + ".\n";
  if (!standard.empty()) text += fmt::format("Default: {}.\n", roff(standard));
  return text;
}

std::string options_text(const Values& values) {
  std::string text;
  for (const Value& value : values) {
    if (value.option().is_named()) text += option_text(value.option(), value.standard());
  }
  return text;
}

std::string synopsis(const std::string& path, const Values& values) {
  std::string text = fmt::format("\\fB{}\\fR [\\fIoptions\\fR]", roff(path));
  for (const Value& value : values) {
    if (value.option().is_named()) continue;
    std::string name = fmt::format("\\fI{}\\fR", roff(value.option().value));
    if (value.is_list()) name += " ...";
    text += value.option().place == Place::required_argument ? " " + name : " [" + name + "]";
  }
  return text;
}

std::string command_text(const Command& command, const std::string& above) {
  const std::string path = above + std::string(command.name);
  std::string text = fmt::format(".SS {}\n{}\n.PP\n{}.\n", roff(path), synopsis(path, command.values),
                                 roff(command.summary));
  for (const Value& value : command.values) {
    const Option& option = value.option();
    if (!option.is_named())
      text += fmt::format(".TP\n\\fI{}\\fR\n{}.\n", roff(option.value), roff(summary_of(option)));
  }
  text += options_text(command.values);
  for (const Command& part : command.parts) text += command_text(part, path + " ");
  return text;
}

// Lines of text broken at spaces, as editors of roff like them; requests, which begin with a point, stay.
std::string wrapped(std::string_view page) {
  constexpr std::size_t widest = 79;
  std::string out;
  while (!page.empty()) {
    const std::string_view line = page.substr(0, page.find('\n'));
    page.remove_prefix(line.size() + 1);
    if (line.starts_with('.')) {
      out.append(line).append("\n");
      continue;
    }
    for (const std::string_view part : wrap_lines(line, widest, widest, LongWords::keep)) {
      const bool is_request = part.starts_with('.') || part.starts_with('\'');
      out.append(is_request ? "\\&" : "").append(part).append("\n");
    }
  }
  return out;
}

constexpr std::string_view end = R"(.SH EXIT STATUS
.TP
0
The command completed and the gate passed.
.TP
1
The command completed and the gate failed; for verify: a figure does not match.
.TP
2
Error, no verdict: invalid usage, an unreadable or invalid inventory, configuration or pack, nothing to
audit, or a report that could not be written.
.SH ENVIRONMENT
.TP
\fBMARTECH_AUDIT_\fIOPTION\fR
Default for an option that is not on the command line: MARTECH_AUDIT_FAIL_ON sets \-\-fail\-on.
.TP
\fBSOURCE_DATE_EPOCH\fR
Date of the audit in seconds since 1970, if \-\-as\-of is not given.
.TP
\fBNO_COLOR\fR, \fBFORCE_COLOR\fR
Disable colour, or force it without a terminal; \-\-color takes precedence.
.SH FILES
.TP
\fI.martech\-audit.yaml\fR
Configuration file, searched from the folder of the inventory up to the root of its repository.
.TP
\fIinventory.yaml\fR, \fImartech.yaml\fR
Default inventory files.
.SH EXAMPLES
.TP
\fBmartech\-audit init\fR
Create a commented starter inventory.
.TP
\fBmartech\-audit scan inventory.yaml \-\-max\-gap 60 \-\-output text \-\-output json=report.json\fR
Audit the inventory, print a text report and save a JSON report.
.TP
\fBgit show main:inventory.yaml | martech\-audit diff \- inventory.yaml \-\-fail\-on\-new\fR
Gate the findings that a change introduces.
)";

}  // namespace

std::string manual_page(const Command& root, std::string_view version, std::string_view released) {
  std::string text = fmt::format(
      ".TH MARTECH\\-AUDIT 1 \"{}\" \"martech\\-audit {}\" \"User Commands\"\n"
      ".SH NAME\nmartech\\-audit \\- audit marketing technology against its strategy\n"
      ".SH SYNOPSIS\n\\fBmartech\\-audit\\fR [\\fIoptions\\fR] \\fIcommand\\fR [\\fIoptions\\fR] "
      "[\\fIarguments\\fR]\n"
      ".SH DESCRIPTION\nAn inventory of tools, budgets, owners, objectives and people, written in YAML, is "
      "checked "
      "and audited by rules.\nThe result is a gap score and findings, each with location, reason, money and "
      "fix.\n"
      "No data is sent anywhere: no network connection is opened.\n.SH OPTIONS\nAll commands accept these "
      "options.\n",
      released, version);
  text += option_text(help_option) + option_text(version_option) + options_text(root.values);
  text += ".SH COMMANDS\n";
  for (const Command& command : root.parts) text += command_text(command, "");
  return wrapped(text + std::string(end));
}

}  // namespace martech_audit::options
