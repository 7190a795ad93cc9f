#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "cli/interrupt.h"

namespace martech_audit::cli {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16;

Error cannot_write(const std::string& path, int number) {
  return Error{fmt::format("cannot write {}: {}", path, std::strerror(number))};
}

// The kind of file that is there; 0 where there is none.
mode_t kind_of(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & S_IFMT : 0;
}

// mkstemp() makes files private; a report should be as readable as any other new file, or as the one it
// replaces.
void set_usual_mode(int descriptor, const std::string& path) {
  struct stat status {};
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const mode_t mode = ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0666U & ~mask;
  static_cast<void>(::fchmod(descriptor, mode));
}

// A symbolic link keeps pointing to where it did: its target is what gets replaced.
std::string followed(const std::string& path) {
  char* target = ::realpath(path.c_str(), nullptr);
  if (target == nullptr) return path;
  std::string result = target;
  std::free(target);
  return result;
}

}  // namespace

void occupy_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest that is free, which is this one; in a mode in which its use fails as if it were closed.
    static_cast<void>(::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

Output Output::standard() { return {STDOUT_FILENO, "standard output", {}}; }

Result<Output> Output::file(const std::string& path) {
  if (path == "-") return standard();
  const mode_t kind = kind_of(path);
  if (kind == S_IFDIR) return cannot_write(path, EISDIR);
  if (kind != 0 && kind != S_IFREG) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return cannot_write(path, errno);
    return Output(descriptor, path, {});
  }
  const std::string target = followed(path);
  std::string temporary = target + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) return cannot_write(path, errno);
  remove_when_interrupted(temporary);
  set_usual_mode(descriptor, target);
  Output output(descriptor, path, temporary);
  output.target_ = target;
  return output;
}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      buffer_(std::move(other.buffer_)),
      failure_(other.failure_) {}

Output::~Output() { discard(); }

void Output::write(std::string_view bytes) {
  if (failure_ != 0) return;
  buffer_ += bytes;
  if (buffer_.size() >= buffer_size) flush();
}

void Output::flush() {
  send(buffer_);
  buffer_.clear();
}

void Output::send(std::string_view bytes) {
  while (!bytes.empty() && failure_ == 0) {
    const ssize_t sent = ::write(descriptor_, bytes.data(), bytes.size());
    if (sent >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno != EINTR) {
      failure_ = errno;
    }
  }
}

Result<Written> Output::finish() {
  flush();
  const bool own = descriptor_ >= 0 && descriptor_ != STDOUT_FILENO;
  if (own && ::close(std::exchange(descriptor_, -1)) != 0 && failure_ == 0) failure_ = errno;
  return outcome();
}

Result<Written> Output::commit() {
  const Result<Written> finished = finish();
  if (failure_ != 0 || temporary_.empty()) return finished;
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
    failure_ = errno;
  } else {
    keep_when_interrupted(std::exchange(temporary_, {}));
  }
  return outcome();
}

Result<Written> Output::outcome() const {
  const bool reader_left = failure_ == EPIPE;
  if (failure_ != 0 && !reader_left) return cannot_write(path_, failure_);
  return Written{};
}

void Output::discard() {
  if (descriptor_ >= 0 && descriptor_ != STDOUT_FILENO) ::close(descriptor_);
  if (temporary_.empty()) return;
  ::unlink(temporary_.c_str());
  keep_when_interrupted(temporary_);
}

Result<Written> write_text(const std::string& path, std::string_view text) {
  return write_texts({{path, std::string(text)}});
}

Result<Written> append_text(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (descriptor < 0) return cannot_write(path, errno);
  Output output(descriptor, path, {});
  output.write(text);
  return output.commit();
}

Result<Written> write_texts(const std::vector<TextFile>& files) {
  std::vector<Output> outputs;
  for (const TextFile& file : files) {
    Result<Output> output = Output::file(file.path);
    if (!output) return output.error();
    output->write(file.text);
    outputs.push_back(*std::move(output));
  }
  return commit(outputs);
}

Result<Written> commit(std::vector<Output>& outputs) {
  for (Output& output : outputs) {
    Result<Written> finished = output.finish();
    if (!finished) return finished;
  }
  for (Output& output : outputs) {
    Result<Written> written = output.commit();
    if (!written) return written;
  }
  return Written{};
}

}  // namespace martech_audit::cli
