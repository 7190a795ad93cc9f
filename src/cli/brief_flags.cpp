#include "cli/brief_flags.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/dates.h"
#include "base/text.h"
#include "cli/file_identity.h"
#include "cli/input_files.h"
#include "cli/saved_reports.h"
#include "report/brief/logo.h"

namespace martech_audit::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_logo = std::size_t{256} << 10;  // a page that is sent by mail

constexpr std::array brief_rows{
    Row{Option::text("brief-title", "TEXT", "Title of the brief")
            .with_key("brief", "title", Stricter::irrelevant),
        &BriefFlags::title},
    Row{Option::path("brief-logo", "FILE", "Logo on the brief: a PNG or SVG image")
            .with_key("brief", "logo", Stricter::irrelevant),
        &BriefFlags::logo},
    Row{Option::colour("brief-colour", "RRGGBB", "Colour of the brief, dark enough to be read on white")
            .with_key("brief", "colour", Stricter::irrelevant),
        &BriefFlags::colour},
    Row{Option::path("since", "REPORT",
                     "Saved JSON report that the brief compares the gap and the spend with"),
        &BriefFlags::since},
};

// Nothing of a file that is no image is quoted or shown.
Result<std::string> read_logo(const std::string& path) {
  const Result<SourcePtr> source = read_input(path);
  if (!source) return source.error();
  const std::string_view bytes = (*source)->text();
  if (report::image_type(bytes).empty())
    return Error{fmt::format("the logo {} is no complete PNG or SVG image; export it as one of them", path)};
  if (bytes.size() <= largest_logo) return std::string(bytes);
  return Error{fmt::format("the logo {} has {} KiB, and at most {} fit on a brief; export a smaller one",
                           path, grouped(bytes.size() >> 10), largest_logo >> 10)};
}

std::string objection_to(const AuditReport& before, const AuditReport& now) {
  if (before.organisation != now.organisation)
    return fmt::format("it is of '{}', not of '{}'", before.organisation, now.organisation);
  if (before.currency != now.currency)
    return fmt::format("it is in {}, not in {}", before.currency.code(), now.currency.code());
  if (before.as_of > now.as_of) return fmt::format("it is of a later day, {}", to_string(before.as_of));
  return {};
}

Result<std::shared_ptr<const AuditReport>> read_since(const std::string& path, const AuditReport& now) {
  const Result<SourcePtr> source = read_input(path);
  if (!source) return source.error();
  Diagnostics diagnostics;
  std::optional<AuditReport> before = believed(*source, false, diagnostics);
  const std::string objection = before ? objection_to(*before, now) : diagnostics.all().front().message;
  if (objection.empty()) return std::make_shared<const AuditReport>(*std::move(before));
  return Error{fmt::format("--since {}: {}; name an earlier JSON report of the same organisation", path,
                           escape_controls(objection))};
}

// As a path in an address; a colon would begin a scheme.
std::string as_address(std::string_view path) {
  constexpr std::string_view plain = "-._~/";
  std::string address;
  for (const char c : path) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (is_letter || is_digit(c) || plain.find(c) != plain.npos) {
      address += c;
    } else {
      address += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return address;
}

bool is_file(const std::string& path) {
  const auto kind = identity_of(path).kind;
  return path != "-" && (kind == 0 || kind == S_IFREG);
}

}  // namespace

Group<BriefFlags> BriefFlags::group() { return brief_rows; }

Result<BriefStyle> BriefFlags::style(const AuditReport& report) const {
  BriefStyle style{.title = title, .colour = colour};
  if (!logo.empty()) {
    Result<std::string> bytes = read_logo(logo);
    if (!bytes) return bytes.error();
    style.logo = *std::move(bytes);
  }
  if (!since.empty()) {
    Result<std::shared_ptr<const AuditReport>> before = read_since(since, report);
    if (!before) return before.error();
    style.since = *std::move(before);
  }
  return style;
}

bool is_brief(const Reporter& reporter) { return reporter.name.starts_with("brief-"); }

std::string address_of_page(const std::vector<ReportTarget>& targets, const std::string& file) {
  const auto page = std::ranges::find_if(targets, [](const ReportTarget& target) {
    return target.reporter->name == "html" && is_file(target.path);
  });
  if (page == targets.end() || !is_file(file)) return {};
  std::error_code failed;
  const fs::path folder = fs::absolute(file, failed).parent_path();
  return as_address(fs::absolute(page->path, failed).lexically_proximate(folder).generic_string());
}

}  // namespace martech_audit::cli
