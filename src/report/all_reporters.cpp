#include <algorithm>
#include <array>

#include "martech_audit/reporter.h"
#include "report/writers.h"

namespace martech_audit {
namespace {

constexpr std::array reporters{
    Reporter{"ics", "a calendar of the last days for notice", false, report::write_ics},
    Reporter{"json", "everything, for programs and for later commands", false, report::write_json},
    Reporter{"text", "for people", true, report::write_text},
};

}  // namespace

std::span<const Reporter> all_reporters() { return reporters; }

const Reporter* find_reporter(std::string_view name) {
  const auto found = std::find_if(reporters.begin(), reporters.end(),
                                  [&](const Reporter& reporter) { return reporter.name == name; });
  return found == reporters.end() ? nullptr : &*found;
}

}  // namespace martech_audit
