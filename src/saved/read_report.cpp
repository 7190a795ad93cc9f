#include <fmt/format.h>

#include "document/document.h"
#include "martech_audit/saved_report.h"
#include "report/fields/report.h"
#include "saved/report_reader.h"

namespace martech_audit {
namespace {

struct Kept {
  explicit Kept(Document read) : document(std::move(read)) {}
  Document document;
  saved::Memory memory;
};

// Everything else is only worth saying of a report that this version can read.
bool is_readable(const Document& document, Diagnostics& diagnostics) {
  const Node root = document.root();
  const Node schema = root.find("$schema");
  if (!schema) {
    diagnostics.error({document.source(), 0, 0}, "this is not a martech-audit report",
                      "create one with `martech-audit scan --output json=report.json`");
  } else if (!schema.is_scalar() || schema.text() != report::report_schema_id) {
    diagnostics.error(schema.where(),
                      fmt::format("this version reads reports with schema {}", report::report_schema_id),
                      "use the version that wrote the report");
  } else {
    return true;
  }
  return false;
}

}  // namespace

bool is_saved_report(const Source& source) {
  constexpr std::size_t beginning = 200;
  const std::string_view text = source.text().substr(0, beginning);
  return text.starts_with('{') && text.find(report::report_schema_id) != std::string_view::npos;
}

std::optional<AuditReport> read_report(const SourcePtr& source, Diagnostics& diagnostics) {
  std::optional<Document> document = read_document(source, diagnostics);
  if (!document || !is_readable(*document, diagnostics)) return std::nullopt;
  const auto kept = std::make_shared<Kept>(*std::move(document));
  AuditReport report;
  saved::ReportReader(kept->memory, report, diagnostics).read(kept->document.root());
  if (diagnostics.has_errors()) return std::nullopt;
  report.memory = {kept};
  return report;
}

}  // namespace martech_audit
