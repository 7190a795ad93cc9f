#include "martech_audit/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
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
  return fmt::format("{}{}: ", escape_controls(where.source->name()), where.source->place(where.begin));
}

std::size_t hint_indent(const Location& where) {
  return gutter_width(where && where.source->has_lines() ? where.source->position(where.begin).line : 1);
}

// Texts of the user stand in messages, and may be megabytes long.
void cut(std::string& text) {
  constexpr std::size_t longest = 2000;  // bytes
  if (text.size() <= longest) return;
  std::size_t end = longest;
  while (end > longest - 4 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  text.shrink_to_fit();
  text += "…";
}

// A note right behind an error.
bool belongs_to_error(const std::vector<Diagnostic>& all, std::size_t i) {
  return i > 0 && all[i].level == DiagnosticLevel::note && all[i - 1].level == DiagnosticLevel::error;
}

// As many as people are shown, in the order they stand in.
std::vector<const Diagnostic*> most_grave(const std::vector<Diagnostic>& all) {
  const auto gravity = [&](std::size_t i) {
    return belongs_to_error(all, i) ? DiagnosticLevel::error : all[i].level;
  };
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, gravity);
  order.resize(std::min(order.size(), max_shown_diagnostics));
  std::ranges::sort(order);
  std::vector<const Diagnostic*> shown;
  shown.reserve(order.size());
  for (const std::size_t i : order) shown.push_back(&all[i]);
  return shown;
}

// What is missing at the end of a text has its place there, not beyond.
void end_within_text(Location& where) {
  if (!where) return;
  const auto size = static_cast<std::uint32_t>(where.source->text().size());
  where.begin = std::min(where.begin, size);
  where.end = std::clamp(where.end, where.begin, size);
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
  add({DiagnosticLevel::error, std::move(where), std::move(message), std::move(hint)});
}

void Diagnostics::error(Location where, std::string message, const MakeHint& hint) {
  add(DiagnosticLevel::error, std::move(where), std::move(message), hint);
}

void Diagnostics::warning(Location where, std::string message, std::string hint) {
  add({DiagnosticLevel::warning, std::move(where), std::move(message), std::move(hint)});
}

void Diagnostics::warning(Location where, std::string message, const MakeHint& hint) {
  add(DiagnosticLevel::warning, std::move(where), std::move(message), hint);
}

void Diagnostics::note(Location where, std::string message, std::string hint) {
  add({DiagnosticLevel::note, std::move(where), std::move(message), std::move(hint)});
}

void Diagnostics::note(Location where, std::string message, const MakeHint& hint) {
  add(DiagnosticLevel::note, std::move(where), std::move(message), hint);
}

bool Diagnostics::keeps(DiagnosticLevel level) const {
  if (level == DiagnosticLevel::note && kept_error_) return *kept_error_;
  return kept_[index(level)] < max_shown_diagnostics;
}

void Diagnostics::add(DiagnosticLevel level, Location where, std::string message, const MakeHint& hint) {
  add({level, std::move(where), std::move(message), keeps(level) ? hint() : std::string()});
}

void Diagnostics::add(Diagnostic diagnostic) {
  const DiagnosticLevel level = diagnostic.level;
  const bool is_kept = keeps(level);
  const bool belongs = level == DiagnosticLevel::note && kept_error_;
  ++counts_[index(level)];
  kept_error_ = level == DiagnosticLevel::error ? std::optional(is_kept) : std::nullopt;
  if (!is_kept) return;
  if (!belongs) ++kept_[index(level)];
  end_within_text(diagnostic.where);
  cut(diagnostic.message);
  cut(diagnostic.hint);
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::append(const Diagnostics& others) {
  const std::array<std::size_t, 3> in_others = others.counts_;  // `others` may be this
  const std::array<std::size_t, 3> before = counts_;
  const std::size_t kept = others.all_.size();
  for (std::size_t i = 0; i < kept; ++i) add(Diagnostic(others.all_[i]));
  for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] = before[i] + in_others[i];
  kept_error_.reset();
}

std::size_t Diagnostics::left_out(DiagnosticLevel level) const {
  return count(level) - static_cast<std::size_t>(std::ranges::count(all_, level, &Diagnostic::level));
}

void Diagnostics::sort() {
  // Each by the place of what it belongs to: its own, or for a note right behind an error that of the error.
  std::vector<std::pair<std::size_t, std::size_t>> order;
  for (std::size_t i = 0; i < all_.size(); ++i) order.emplace_back(belongs_to_error(all_, i) ? i - 1 : i, i);
  std::stable_sort(order.begin(), order.end(),
                   [&](const auto& a, const auto& b) { return is_before(all_[a.first], all_[b.first]); });
  std::vector<Diagnostic> sorted;
  sorted.reserve(order.size());
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
  std::size_t shown = 0;
  std::string text;
  for (const Diagnostic* diagnostic : most_grave(diagnostics.all())) {
    text += render(*diagnostic);
    ++shown;
  }
  if (shown < diagnostics.count()) text += fmt::format("… and {} more\n", diagnostics.count() - shown);
  return text;
}

}  // namespace martech_audit
