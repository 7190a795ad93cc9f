// Diagnostic: something is wrong with a text the user wrote (inventory, pack, configuration, import).
//
// Stages collect all of them and stop afterwards, so that one run names every fault.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/source.h"

namespace martech_audit {

enum class DiagnosticLevel { error, warning, note };

// error | warning | note
std::string_view name(DiagnosticLevel level);

struct Diagnostic {
  DiagnosticLevel level = DiagnosticLevel::error;
  Location where;
  std::string message;  // what is wrong, one clause, lower-case first letter, no full stop
  std::string hint;     // what to write instead; may be empty
};

// A collection in the order of discovery.
class Diagnostics {
 public:
  void error(Location where, std::string message, std::string hint = {});
  void warning(Location where, std::string message, std::string hint = {});
  void note(Location where, std::string message, std::string hint = {});
  void add(Diagnostic diagnostic);
  void append(const Diagnostics& others);

  bool has_errors() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  const std::vector<Diagnostic>& all() const { return all_; }
  bool empty() const { return all_.empty(); }

  // By source name, then place; a note right behind an error stays there; equal places keep their order.
  void sort();

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

// The most diagnostics that people are shown at once; the count of the rest follows.
inline constexpr std::size_t max_shown_diagnostics = 100;

// "file:line:col: level: message", the source line, a caret line, and a line "hint: …" where there is one;
// ends with a newline. Control characters are shown escaped, long lines are cut around the caret.
std::string render(const Diagnostic& diagnostic);

// All of them (at most max_shown_diagnostics, then "… and N more"), each by render().
std::string render(const Diagnostics& diagnostics);

}  // namespace martech_audit
