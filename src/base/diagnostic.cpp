#include "martech_audit/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/excerpt.h"
#include "base/text.h"

namespace martech_audit {
namespace {

std::string_view source_name(const Diagnostic& diagnostic) {
  return diagnostic.where ? std::string_view(diagnostic.where.source->name()) : std::string_view();
}

bool is_before(const Diagnostic& a, const Diagnostic& b) {
  const int order = source_name(a).compare(source_name(b));
  return order != 0 ? order < 0 : a.where.begin < b.where.begin;
}

std::string place(const Location& where) {
  const Position at = where.source->position(where.begin);
  return fmt::format("{}:{}:{}: ", escape_controls(where.source->name()), at.line, at.column);
}

std::size_t hint_indent(const Location& where) {
  return gutter_width(where ? where.source->position(where.begin).line : 1);
}

}  // namespace

std::string_view name(DiagnosticLevel level) {
  switch (level) {
    case DiagnosticLevel::error:
      return "error";
    case DiagnosticLevel::warning:
      return "warning";
    case DiagnosticLevel::note:
      break;
  }
  return "note";
}

void Diagnostics::error(Location where, std::string message, std::string hint) {
  add({DiagnosticLevel::error, where, std::move(message), std::move(hint)});
}

void Diagnostics::warning(Location where, std::string message, std::string hint) {
  add({DiagnosticLevel::warning, where, std::move(message), std::move(hint)});
}

void Diagnostics::note(Location where, std::string message, std::string hint) {
  add({DiagnosticLevel::note, where, std::move(message), std::move(hint)});
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.level == DiagnosticLevel::error) ++errors_;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::append(const Diagnostics& others) {
  const std::size_t count = others.all_.size();  // `others` may be this
  for (std::size_t i = 0; i < count; ++i) add(Diagnostic(others.all_[i]));
}

void Diagnostics::sort() {
  // Each by the place of what it belongs to: its own, or for a note right behind an error that of the error.
  std::vector<std::pair<std::size_t, std::size_t>> order;
  std::size_t error = all_.size();
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (all_[i].level != DiagnosticLevel::note)
      error = all_[i].level == DiagnosticLevel::error ? i : all_.size();
    order.emplace_back(error < i ? error : i, i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](const auto& a, const auto& b) { return is_before(all_[a.first], all_[b.first]); });
  std::vector<Diagnostic> sorted;
  for (const auto& [unused, index] : order) sorted.push_back(std::move(all_[index]));
  all_ = std::move(sorted);
}

std::string render(const Diagnostic& diagnostic) {
  const Location& where = diagnostic.where;
  std::string text = fmt::format("{}{}: {}\n", where ? place(where) : "", name(diagnostic.level),
                                 escape_controls(diagnostic.message));
  if (where) text += excerpt(where);
  if (!diagnostic.hint.empty()) {
    text += fmt::format("{:{}}hint: {}\n", "", hint_indent(where), escape_controls(diagnostic.hint));
  }
  return text;
}

std::string render(const Diagnostics& diagnostics) {
  const auto& all = diagnostics.all();
  const std::size_t shown = std::min(all.size(), max_shown_diagnostics);
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) text += render(all[i]);
  if (shown < all.size()) text += fmt::format("… and {} more\n", all.size() - shown);
  return text;
}

}  // namespace martech_audit
