// The formats' writers, one file each; all_reporters.cpp names them for users.
#pragma once

#include "martech_audit/reporter.h"

namespace martech_audit::report {

using Write = void(const AuditReport&, const ReportStyle&, const Sink&);

Write write_brief_html;      // brief/write_brief.cpp
Write write_brief_markdown;  // brief/write_brief.cpp
Write write_csv;             // csv.cpp
Write write_github;          // github.cpp
Write write_gitlab;          // gitlab.cpp
Write write_html;            // html/html.cpp
Write write_ics;             // ics.cpp
Write write_json;            // json.cpp
Write write_junit;           // junit.cpp
Write write_markdown;        // markdown.cpp
Write write_ndjson;          // ndjson.cpp
Write write_openmetrics;     // metrics.cpp
Write write_prometheus;      // metrics.cpp
Write write_sarif;           // sarif.cpp
Write write_text;            // text.cpp

}  // namespace martech_audit::report
