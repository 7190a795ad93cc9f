// Diagnostic: something is wrong with a text the user wrote (inventory, pack, configuration, import).
//
// Stages collect all of them and stop afterwards, so that one run names every fault. A collection belongs to
// one thread at a time; what it holds keeps its sources alive, so that it can be rendered after they were let
// go.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/source.h"

namespace martech_audit {

// An error leaves no trustworthy verdict; a warning is odd and possible; a note explains.
enum class DiagnosticLevel { error, warning, note };

// error | warning | note
std::string_view name(DiagnosticLevel level);

// Texts of the inventory may stand in it as they are: render() makes them safe to print.
struct Diagnostic {
  DiagnosticLevel level = DiagnosticLevel::error;
  Location where;
  std::string message;  // what is wrong, one clause, lower-case first letter, no full stop
  std::string hint;     // what to write instead; may be empty
};

// The most diagnostics of a level that are kept, and the most that people are shown at once.
inline constexpr std::size_t max_shown_diagnostics = 100;

// A collection in the order of discovery: the first max_shown_diagnostics of each level and the count of all,
// so that a file of nothing but faults costs no more memory than one with a hundred. A note right behind an
// error belongs to it, and is kept or left out with it. Messages and hints of thousands of bytes are cut.
class Diagnostics {
 public:
  using MakeHint = std::function<std::string()>;

  // Each adds one at the end. Hints that take long to find are asked for only where the diagnostic is kept,
  // in the call itself.
  void error(Location where, std::string message, std::string hint = {});
  void error(Location where, std::string message, const MakeHint& hint);
  void warning(Location where, std::string message, std::string hint = {});
  void warning(Location where, std::string message, const MakeHint& hint);
  void note(Location where, std::string message, std::string hint = {});
  void note(Location where, std::string message, const MakeHint& hint);
  void add(Diagnostic diagnostic);
  // Those of another collection behind these; what it left out is counted here, too.
  void append(const Diagnostics& others);

  // Whoever finds any stops after the stage under way.
  bool has_errors() const { return errors() > 0; }
  std::size_t errors() const { return count(DiagnosticLevel::error); }
  // What is left out is counted, too.
  std::size_t count(DiagnosticLevel level) const { return counts_[index(level)]; }
  std::size_t count() const { return counts_[0] + counts_[1] + counts_[2]; }
  bool empty() const { return count() == 0; }

  // count() less those that are kept.
  std::size_t left_out(DiagnosticLevel level) const;

  // Those that are kept.
  const std::vector<Diagnostic>& all() const { return all_; }

  // By source name, then place, the ones without a place first; a note right behind an error stays there;
  // equal places keep their order.
  void sort();

 private:
  static std::size_t index(DiagnosticLevel level) { return static_cast<std::size_t>(level); }
  bool keeps(DiagnosticLevel level) const;
  void add(DiagnosticLevel level, Location where, std::string message, const MakeHint& hint);

  std::vector<Diagnostic> all_;
  std::array<std::size_t, 3> counts_{};  // by level
  std::array<std::size_t, 3> kept_{};  // of those with a place of their own: no notes that belong to an error
  std::optional<bool> kept_error_;     // where the last one was an error: whether it is kept
};

// "file:line:col: level: message" or "file!sheet!B7: …", the source line or the text of the cell, a caret
// line, and a line "hint: …" where there is one; ends with a newline. Control characters are shown escaped,
// long lines are cut around the caret.
std::string render(const Diagnostic& diagnostic);

// At most max_shown_diagnostics, errors before warnings before notes where there are more, in the order they
// stand in, each by render(); then "… and N more".
std::string render(const Diagnostics& diagnostics);

}  // namespace martech_audit
