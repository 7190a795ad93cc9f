// What was written survives the next power cut.
#pragma once

#include <unistd.h>

#include <cerrno>

namespace martech_audit::cli {

// Sends a file or a folder to the disk: 0 or errno. Not every file system can promise; those that can and do
// not have failed.
inline int made_durable(int descriptor) {
  return ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno;
}

}  // namespace martech_audit::cli
