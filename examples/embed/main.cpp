// Audits an inventory from a program of your own: texts in, a report out, no file or clock touched by the
// library.
#include <martech_audit/audit.h>
#include <martech_audit/reporter.h>

#include <fstream>
#include <iostream>
#include <sstream>

namespace ma = martech_audit;

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: embed INVENTORY\n";
    return 2;
  }
  std::ifstream file(argv[1]);
  std::stringstream text;
  text << file.rdbuf();

  using namespace std::chrono_literals;
  ma::AuditOptions options;
  options.as_of = 2026y / std::chrono::November / 23;

  ma::Diagnostics diagnostics;
  const auto source = std::make_shared<const ma::Source>(argv[1], text.str());
  const auto report = ma::audit({source}, options, diagnostics);
  if (!report) {
    std::cerr << ma::render(diagnostics);
    return 2;
  }

  // Read what you need from the report …
  constexpr double billionths = ma::points_per_point;
  std::cout << report->organisation << ": gap " << static_cast<double>(report->score.gap()) / billionths
            << " of 100, " << report->findings.size() << " findings\n";
  for (const ma::Decision& decision : report->decisions) {
    std::cout << ma::name(decision.lane) << " first: " << decision.entity.name << ": "
              << ma::meaning(decision.act).phrase << '\n';
    break;
  }

  // … or have it written in any format.
  std::ostringstream json;
  ma::find_reporter("json")->write(*report, {}, [&](std::string_view bytes) { json << bytes; });
  std::cout << "the JSON report has " << (json.str().size() > 1000 ? "more" : "less")
            << " than a thousand bytes\n";
}
