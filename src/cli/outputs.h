// Outputs: all that a run writes, checked together before anything is written, and put in place together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/file_identity.h"
#include "cli/output.h"
#include "martech_audit/result.h"
#include "options/option.h"

namespace martech_audit::cli {

// What to do where an output's own name is a symbolic link, which may lead where nobody looks.
enum class Links { refuse, follow };

// --follow
inline constexpr options::Option follow_option =
    options::Option::flag("follow", "Allow writing to symbolic links");
// --output of a single text
inline constexpr options::Option output_file_option =
    options::Option::path("output", "PATH", "Output file").with_letter('o');

inline Links links(bool follow) { return follow ? Links::follow : Links::refuse; }

struct Destination {
  std::string path;         // "-": standard output
  std::string renews = {};  // the input, as it was named, that this output may take the place of
  bool append = false;      // behind what the file holds; links are followed, since it is not ours
};

class Outputs {
 public:
  // All or none. Refused is an output that is a file which was read (input_files.h), or another output; one
  // through a link; a directory; an empty path.
  static Result<Outputs> open(const std::vector<Destination>& destinations, Links links);

  Output& operator[](std::size_t destination) { return outputs_[destination]; }

  // All files are whole and on the disk before the first takes its place. Where one of them cannot, those
  // that have are replaced by what stood there. What cannot be promised: that nobody sees the first new and
  // the second old, for a moment, or for good where the power fails at that moment or the process is killed
  // by SIGKILL; that a device or a pipe takes back what it was sent; and, on a file system without hard
  // links, that at every moment a file stands there.
  Result<Written> commit();

 private:
  Result<Written> put_in_place();
  Error take_back(Error error);
  Result<Written> synchronise_folders() const;

  std::vector<Output> outputs_;
};

// A whole text to a file.
struct TextFile {
  Destination destination;
  std::string text;
};
Result<Written> write_texts(const std::vector<TextFile>& files, Links links = Links::refuse);
Result<Written> write_text(const std::string& path, std::string_view text, Links links = Links::refuse);

}  // namespace martech_audit::cli
