#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "cli/durable.h"
#include "cli/interrupt.h"

namespace martech_audit::cli {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16;
constexpr std::size_t longest_name = 200;  // leaves room for what makes a temporary name unique

Error failed(const std::string& path, int number) { return cannot_write(path, std::strerror(number)); }

// mkstemp() makes files private; a report should be as readable as any other new file, or as the one it
// replaces.
void set_usual_mode(int descriptor, const std::string& path) {
  struct stat status {};
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const mode_t mode = ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0666U & ~mask;
  static_cast<void>(::fchmod(descriptor, mode));
}

std::string temporary_name(const std::string& target) {
  const std::size_t name = target.rfind('/') + 1;
  return target.substr(0, name) + target.substr(name, longest_name) + ".XXXXXX";
}

}  // namespace

Error cannot_write(const std::string& path, std::string_view reason) {
  return Error{fmt::format("cannot write {}: {}", path, reason)};
}

void occupy_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest that is free, which is this one; in a mode in which its use fails as if it were closed.
    static_cast<void>(::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

Result<Output> Output::replacing(const std::string& path, const std::string& target) {
  Output output(path);
  std::string temporary = temporary_name(target);
  const HeldSignals held;  // no signal finds the file made but not yet named to it
  output.descriptor_ = ::mkstemp(temporary.data());
  if (output.descriptor_ < 0) return failed(path, errno);
  output.temporary_ = std::move(temporary);
  remove_when_interrupted(output.temporary_);
  set_usual_mode(output.descriptor_, target);
  output.target_ = target;
  return output;
}

Result<Output> Output::onto(const std::string& path, int descriptor) {
  Output output(path);
  output.descriptor_ = ::fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (output.descriptor_ < 0) return failed(path, errno);
  return output;
}

Result<Output> Output::into(const std::string& path) { return opened(path, O_WRONLY); }

Result<Output> Output::behind(const std::string& path) {
  Result<Output> output = opened(path, O_WRONLY | O_CREAT | O_APPEND);
  if (output) output->holds_all_ = true;
  return output;
}

Result<Output> Output::opened(const std::string& path, int flags) {
  Output output(path);
  output.descriptor_ = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
  if (output.descriptor_ < 0) return failed(path, errno);
  return output;
}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      former_(std::exchange(other.former_, {})),
      buffer_(std::move(other.buffer_)),
      guard_(other.guard_),
      unsettled_(std::exchange(other.unsettled_, false)),
      holds_all_(other.holds_all_),
      failure_(other.failure_) {}

Output::~Output() {
  take_back();
  discard();
}

void Output::write(std::string_view bytes) {
  if (failure_ != 0) return;
  guard_.append(buffer_, bytes);
  if (buffer_.size() >= buffer_size && !holds_all_) flush();
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
  if (failure_ == 0 && replaces()) failure_ = made_durable(descriptor_);
  if (descriptor_ >= 0 && ::close(std::exchange(descriptor_, -1)) != 0 && failure_ == 0) failure_ = errno;
  return outcome();
}

Result<Written> Output::put_in_place(bool keep_former) {
  if (keep_former && !set_aside()) return outcome();
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
    failure_ = errno;
    return outcome();
  }
  unsettled_ = keep_former;
  keep_when_interrupted(temporary_);
  temporary_.clear();
  return Written{};
}

// By a second name where the file system has such, so that at every moment one of the two stands there; else
// moved away. False after a failure; where nothing stands there, nothing is to be done.
bool Output::set_aside() {
  std::string former = temporary_ + ".old";
  struct stat status {};
  if (::lstat(target_.c_str(), &status) != 0) {
    failure_ = errno == ENOENT ? 0 : errno;
  } else if (S_ISDIR(status.st_mode)) {
    failure_ = EISDIR;
  } else if (::link(target_.c_str(), former.c_str()) == 0 || ::rename(target_.c_str(), former.c_str()) == 0) {
    former_ = std::move(former);
  } else {
    failure_ = errno;
  }
  return failure_ == 0;
}

void Output::settle() {
  if (!former_.empty()) ::unlink(former_.c_str());
  former_.clear();
  unsettled_ = false;
}

std::string Output::take_back() {
  const bool left = !former_.empty() && ::rename(former_.c_str(), target_.c_str()) != 0;
  if (left) return std::exchange(former_, {});
  if (former_.empty() && unsettled_) ::unlink(target_.c_str());
  settle();  // two names of one file are not renamed: one is too many then
  return {};
}

Result<Written> Output::outcome() const {
  const bool reader_left = failure_ == EPIPE;
  if (failure_ != 0 && !reader_left) return failed(path_, failure_);
  return Written{};
}

void Output::discard() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (temporary_.empty()) return;
  ::unlink(temporary_.c_str());
  keep_when_interrupted(temporary_);
}

}  // namespace martech_audit::cli
