// Result<T>: a value, or the one reason why there is none.
//
// Used where we cannot go on: a file that cannot be read, a flag that makes no sense. Faults in the user's
// YAML, configuration or rules are diagnostics (diagnostic.h), of which there may be many; what the audit
// finds are findings (finding.h). The three are never mixed.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace martech_audit {

// One sentence for people: what failed, on what, and what to do about it. No trailing full stop or newline.
struct Error {
  std::string message;
};

// Holds a T or an Error, and owns it: copied and moved as they are, and as safe among threads. Reading the
// alternative that is not there throws std::bad_variant_access: test first. The compiler warns where one is
// dropped unread.
template <class T>
class [[nodiscard]] Result {
 public:
  // Implicit, so that `return value;` and `return Error{…};` say it all.
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  // Whether there is a value.
  explicit operator bool() const { return state_.index() == 0; }

  // The value; moved from where the Result is about to go.
  const T& operator*() const& { return std::get<0>(state_); }
  T& operator*() & { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  const T* operator->() const { return &std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }

  // Why there is none; only where there is none. As long as the Result.
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace martech_audit
