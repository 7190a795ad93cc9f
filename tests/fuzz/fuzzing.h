// What the fuzz targets share: bytes as sources, and what holds of every message, run and report. Whatever
// does not is printed with what differs and ends the run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "martech_audit/audit.h"

namespace martech_audit::fuzz {

// What a target does with the bytes it is given: each defines it.
void check_input(std::string_view bytes);

void demand(bool holds, std::string_view what, std::string_view detail = {});
// Shows the first place where they differ.
void demand_same(std::string_view what, std::string_view one, std::string_view other);

SourcePtr source(std::string name, std::string_view text);
std::string file_text(const std::string& path);  // from the root of the project

// Places lie within their texts, and what is rendered acts on no terminal.
void check(const Diagnostics& diagnostics);
// The same, and exactly one of the two is there: a result or an error.
void check(bool has_result, const Diagnostics& diagnostics);

// The same of every node, and its text can be found again in the source.
void check_places(const Document& document);

AuditOptions options();  // of a fixed day, without packs
// One of the built-in packs: all of them take a hundred times as long.
SourcePtr pack(std::size_t number);

enum class Figures { hold, may_be_wrong };

// The JSON reads back as a report that writes the same bytes in another format, and `verify` finds nothing in
// it where the figures hold. Which format is the input's length's choice: all of them would leave a tenth of
// the runs.
void check_report(const AuditReport& report, Figures figures);

// Judges it. Of a report one of three, by the input's length: check_report(), its own baseline knows all of
// it, it does not differ from itself.
void check_audit(const std::vector<SourcePtr>& inventory, const AuditOptions& options);

// What import writes reads as an inventory.
void check_imported(const std::string& yaml);

}  // namespace martech_audit::fuzz
