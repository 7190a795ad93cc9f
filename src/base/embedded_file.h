// Files that the build compiles into the program (cmake/EmbedFiles.cmake).
#pragma once

#include <string_view>

namespace martech_audit {

struct EmbeddedFile {
  std::string_view name;  // below the folder it comes from
  std::string_view bytes;
};

}  // namespace martech_audit
