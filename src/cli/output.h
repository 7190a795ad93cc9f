// Output: bytes that arrive whole or not at all. Commands open theirs through Outputs (outputs.h).
#pragma once

#include <string>
#include <string_view>

#include "base/command_guard.h"
#include "martech_audit/result.h"

namespace martech_audit::cli {

struct Written {};

Error cannot_write(const std::string& path, std::string_view reason);

// Where standard input, output or error is closed, no file that is opened later takes its place, to be read
// or written by mistake.
void occupy_standard_descriptors();

// A file is written beside its place, sent to the disk, and renamed into its place by put_in_place(); until
// then, and after any failure, what stood there before stays. Devices and pipes cannot be renamed into and
// are written as they are, as is what a file is added to.
class Output {
 public:
  // `path` is how messages name it. The file of `target`, an absolute path without links, is replaced.
  static Result<Output> replacing(const std::string& path, const std::string& target);
  // Writes on to what this process has open.
  static Result<Output> onto(const std::string& path, int descriptor);
  // Opens a device or a pipe.
  static Result<Output> into(const std::string& path);
  // Opens or makes a file, to be added to; nothing is before finish().
  static Result<Output> behind(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  // What is written to it is commands of a CI service on purpose; in anything else none can start.
  void allow_commands() { guard_ = CommandGuard::of_commands(); }

  // After a failure further bytes are dropped; finish() tells.
  void write(std::string_view bytes);

  // Sends what is left, a file to the disk. The first failure with path and reason; a reader that went away
  // (a closed pipe) is none.
  Result<Written> finish();

  bool replaces() const { return !target_.empty(); }
  const std::string& target() const { return target_; }

  // After finish(). With `keep_former` what stood there comes back, unless settle() is called.
  Result<Written> put_in_place(bool keep_former);
  void settle();

  // Puts back what stood there. Where that fails, the path at which it lies now.
  std::string take_back();

 private:
  explicit Output(std::string path) : path_(std::move(path)) {}
  static Result<Output> opened(const std::string& path, int flags);
  void flush();
  void send(std::string_view bytes);
  bool set_aside();
  void discard();
  Result<Written> outcome() const;

  int descriptor_ = -1;
  std::string path_;       // as the user names it
  std::string target_;     // what gets replaced; empty: written in place
  std::string temporary_;  // while it exists
  std::string former_;     // what stood in the place, while it may have to come back
  std::string buffer_;
  CommandGuard guard_;
  bool unsettled_ = false;  // in its place, and may have to leave it
  bool holds_all_ = false;  // until finish()
  int failure_ = 0;         // errno
};

}  // namespace martech_audit::cli
