// Which file a path stands for, however it is spelt.
#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>

namespace martech_audit::cli {

struct FileIdentity {
  std::string path;  // absolute, links followed; empty where a descriptor is all that is known
  mode_t kind = 0;   // S_IFREG and so on; 0: nothing is there yet
  dev_t device = 0;
  ino_t inode = 0;
};

FileIdentity identity_of(const std::string& path);
FileIdentity identity_of(int descriptor);

// The descriptor of this process that the path is a name of: /dev/stdout, /dev/fd/3 and the like.
std::optional<int> descriptor_named(const std::string& path);

// Where a path leads: links followed, the last name too, even when nothing stands there yet.
std::string resolved(const std::string& path);

// By device and inode, else by folder and name. Devices and sockets hold nothing that could be lost, and are
// never the same as another.
bool same_file(const FileIdentity& one, const FileIdentity& other);

}  // namespace martech_audit::cli
