// Which files may be opened that nobody named on the command line: what a configuration, a folder or a
// symbolic link leads to. Whoever writes these in a pull request must not choose among the files of the
// machine that judges it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/result.h"

namespace martech_audit::cli {

// Files and folders, with all that is in them, that --allow-path names: no boundary holds there. To be called
// once, before anything is opened.
void allow_paths(const std::vector<std::string>& paths);

bool is_allowed(const std::filesystem::path& path);

// Around a folder: the repository that it is in, or else the folder itself.
class Boundary {
 public:
  explicit Boundary(const std::filesystem::path& folder);

  // Why `path` must not be opened, in a clause: where it leads, links followed, is outside, in git's own
  // folder, or no regular file and no folder. What does not exist inside is left to whoever opens it.
  std::optional<std::string> objection(const std::filesystem::path& path) const;

  bool is_repository() const { return is_repository_; }

 private:
  std::filesystem::path root_;
  bool is_repository_ = false;
};

// Why a file that was named on the command line must not be opened: a link on the way to it stands in a
// repository and leads out of it, or into git's own folder.
std::optional<std::string> objection_to_named(const std::string& path);

// Whether a folder on the way to an output is a link that stands in a repository and leads out of it, or into
// git's own folder.
bool leads_out(const std::string& output);

// "martech/x.yaml is not read: it leads …; …"
Error refused(std::string_view path, std::string_view objection);

}  // namespace martech_audit::cli
