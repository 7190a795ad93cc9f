#include "cli/file_identity.h"

#include <unistd.h>

#include <array>
#include <charconv>
#include <filesystem>
#include <string_view>

namespace martech_audit::cli {
namespace {

namespace fs = std::filesystem;

constexpr int most_links = 40;  // as Linux follows

FileIdentity with_status(FileIdentity identity, const struct stat& status) {
  identity.kind = status.st_mode & S_IFMT;
  identity.device = status.st_dev;
  identity.inode = status.st_ino;
  return identity;
}

bool holds_nothing(const FileIdentity& file) { return file.kind == S_IFCHR || file.kind == S_IFSOCK; }

}  // namespace

std::optional<int> descriptor_named(const std::string& path) {
  constexpr std::array<std::string_view, 3> streams{"/dev/stdin", "/dev/stdout", "/dev/stderr"};
  const std::string name = fs::path(path).lexically_normal().string();
  for (std::size_t i = 0; i < streams.size(); ++i) {
    if (name == streams[i]) return static_cast<int>(i);
  }
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!name.starts_with(folder)) continue;
    int number = -1;
    const char* const end = name.data() + name.size();
    const auto [rest, error] = std::from_chars(name.data() + folder.size(), end, number);
    if (error == std::errc() && rest == end && number >= 0) return number;
  }
  return std::nullopt;
}

std::string resolved(const std::string& path) {
  std::error_code failed;
  fs::path at = path;
  for (int links = 0; links < most_links && fs::is_symlink(at, failed); ++links) {
    const fs::path next = fs::read_symlink(at, failed);
    if (failed) break;
    at = at.parent_path() / next;
  }
  const fs::path folder = fs::canonical(at.has_parent_path() ? at.parent_path() : ".", failed);
  return (failed ? at : folder / at.filename()).string();
}

FileIdentity identity_of(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 ? with_status({}, status) : FileIdentity{};
}

FileIdentity identity_of(const std::string& path) {
  if (const std::optional<int> descriptor = descriptor_named(path)) return identity_of(*descriptor);
  const FileIdentity identity{resolved(path)};
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? with_status(identity, status) : identity;
}

bool same_file(const FileIdentity& one, const FileIdentity& other) {
  if (holds_nothing(one) || holds_nothing(other)) return false;
  const bool both_exist = one.kind != 0 && other.kind != 0;
  if (both_exist && one.device == other.device && one.inode == other.inode) return true;
  return !one.path.empty() && one.path == other.path;
}

}  // namespace martech_audit::cli
