// Output: bytes that arrive whole or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/result.h"

namespace martech_audit::cli {

struct Written {};

// Where standard input, output or error is closed, no file that is opened later takes its place, to be read
// or written by mistake.
void occupy_standard_descriptors();

// A file is written beside its place and renamed into it by commit(); until then, and after any failure, what
// stood there before stays. Devices and pipes cannot be renamed into and are written as they are.
class Output {
 public:
  static Output standard();
  static Result<Output> file(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  // After a failure further bytes are dropped; commit() tells.
  void write(std::string_view bytes);

  // Sends what is left, so that of several outputs none is put in its place before all could be written. The
  // first failure with path and reason; a reader that went away (a closed pipe) is none.
  Result<Written> finish();

  // finish(), then puts the file in its place.
  Result<Written> commit();

 private:
  friend Result<Written> append_text(const std::string& path, std::string_view text);
  Output(int descriptor, std::string path, std::string temporary)
      : descriptor_(descriptor), path_(std::move(path)), temporary_(std::move(temporary)) {}
  void flush();
  void send(std::string_view bytes);
  void discard();
  Result<Written> outcome() const;

  int descriptor_ = -1;
  std::string path_;       // as the user names it
  std::string target_;     // what gets replaced
  std::string temporary_;  // empty: written in place
  std::string buffer_;
  int failure_ = 0;  // errno
};

// Whole text to a file, or to standard output for "-".
Result<Written> write_text(const std::string& path, std::string_view text);

// Text behind what the file holds.
Result<Written> append_text(const std::string& path, std::string_view text);

struct TextFile {
  std::string path;
  std::string text;
};

// The same for several: where one cannot be written, none is.
Result<Written> write_texts(const std::vector<TextFile>& files);

// Finishes all, then commits all.
Result<Written> commit(std::vector<Output>& outputs);

}  // namespace martech_audit::cli
