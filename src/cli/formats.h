// The formats of a command that writes one text, a row each: what its option offers, and who writes it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/terminal.h"
#include "martech_audit/reporter.h"

namespace martech_audit::cli {

template <class Subject>
struct Format {
  std::string_view name;
  void (*write)(const Subject&, const ReportStyle&, const Sink&);
};

// Of a writer that does not care for style.
template <class Subject, void (*write)(const Subject&, const Sink&)>
void without_style(const Subject& subject, const ReportStyle&, const Sink& sink) {
  write(subject, sink);
}

template <auto& formats>
std::vector<std::string_view> names_of() {
  std::vector<std::string_view> names;
  for (const auto& format : formats) names.push_back(format.name);
  return names;
}

// --format, --output, --follow and --verbose of such a command.
struct TextOutput {
  std::string format = "text";
  std::string path = "-";
  bool follow = false;
  bool verbose = false;
};

template <auto& formats, class Subject>
Result<Written> write_as(const TextOutput& output, const Subject& subject, const Globals& globals) {
  Result<Outputs> outputs = Outputs::open({{output.path}}, links(output.follow));
  if (!outputs) return outputs.error();
  ReportStyle style = output_style(output.path, globals.colour_choice(), globals.width);
  style.verbose = output.verbose;
  const auto& format = *std::ranges::find(formats, output.format, [](const auto& row) { return row.name; });
  format.write(subject, style, [&](std::string_view bytes) { (*outputs)[0].write(bytes); });
  return outputs->commit();
}

}  // namespace martech_audit::cli
