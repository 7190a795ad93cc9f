#include "document/file.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

#include "document/limits.h"

namespace martech_audit {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk = std::size_t{1} << 16;

std::string reason(int number) { return std::generic_category().message(number); }

Error too_large(const std::string& name) {
  return {
      fmt::format("{} is larger than {} MiB; split it into several files", name, limits::file_size >> 20)};
}

SourcePtr make_source(std::string name, std::string text) {
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  return std::make_shared<Source>(std::move(name), std::move(text));
}

// What tells whether somebody wrote to a file while it was read.
struct State {
  off_t size = 0;
  timespec written{};
  bool operator==(const State& other) const {
    return size == other.size && written.tv_sec == other.written.tv_sec &&
           written.tv_nsec == other.written.tv_nsec;
  }
};

// Of files that the system makes up as they are read (size 0), pipes and devices nothing is told.
State state_of(std::FILE* stream) {
  struct stat file {};
  if (::fstat(::fileno(stream), &file) != 0 || !S_ISREG(file.st_mode) || file.st_size == 0) return {};
  return {file.st_size, file.st_mtim};
}

// Reads to the end, whatever size was expected: pipes have none.
Result<SourcePtr> read_stream(std::FILE* stream, const std::string& name, std::size_t expected) {
  std::string text;
  text.resize(expected + 1);
  std::size_t size = 0;
  while (true) {
    const std::size_t count = std::fread(text.data() + size, 1, text.size() - size, stream);
    size += count;
    if (size > limits::file_size) return too_large(name);
    if (size < text.size()) break;
    text.resize(text.size() + chunk + text.size() / 2);
  }
  if (std::ferror(stream) != 0) return Error{fmt::format("cannot read {}: {}", name, reason(errno))};
  text.resize(size);
  return make_source(name, std::move(text));
}

// "a named pipe"; empty for files and whatever reading will complain of.
std::string_view special_kind(fs::file_type type) {
  switch (type) {
    case fs::file_type::fifo:
      return "a named pipe";
    case fs::file_type::socket:
      return "a socket";
    case fs::file_type::block:
    case fs::file_type::character:
      return "a device";
    default:
      return {};
  }
}

}  // namespace

Result<SourcePtr> read_file(const std::string& path) {
  if (path == "-") return read_stream(stdin, "<stdin>", chunk);
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return Error{fmt::format("{} does not exist", path)};
  if (error) return Error{fmt::format("cannot read {}: {}", path, error.message())};
  if (fs::is_directory(status)) return Error{fmt::format("{} is a directory, not a file", path)};
  const auto size = fs::is_regular_file(status) ? fs::file_size(path, error) : chunk;
  if (error) return Error{fmt::format("cannot read {}: {}", path, error.message())};
  if (size > limits::file_size) return too_large(path);
  const auto close = [](std::FILE* stream) { std::fclose(stream); };
  const std::unique_ptr<std::FILE, decltype(close)> stream(std::fopen(path.c_str(), "rb"), close);
  if (!stream) return Error{fmt::format("cannot read {}: {}", path, reason(errno))};
  const State before = state_of(stream.get());
  Result<SourcePtr> source = read_stream(stream.get(), path, size);
  if (source && state_of(stream.get()) != before)
    return Error{fmt::format("{} changed while it was read; run the command again", path)};
  return source;
}

bool is_inventory_name(const std::string& name) {
  return !name.starts_with('.') &&
         (name.ends_with(".yaml") || name.ends_with(".yml") || name.ends_with(".json"));
}

Result<std::vector<std::string>> list_inventory_files(const std::string& directory) {
  std::error_code error;
  fs::directory_iterator entry(directory, error);
  std::vector<std::string> files;
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code unknown;
    if (is_inventory_name(entry->path().filename().string()) && !entry->is_directory(unknown)) {
      files.push_back(entry->path().string());
    }
  }
  if (error) return Error{fmt::format("cannot list {}: {}", directory, error.message())};
  std::sort(files.begin(), files.end());
  for (const std::string& file : files) {
    const std::string_view kind = special_kind(fs::status(file, error).type());
    if (!kind.empty())
      return Error{fmt::format("{} is {}, not a file; name it explicitly to read it", file, kind)};
  }
  return files;
}

}  // namespace martech_audit
