#include "document/file.h"

#include <filesystem>
#include <fstream>

#include "document/limits.h"
#include "support/catch.h"

using namespace martech_audit;
namespace fs = std::filesystem;

namespace {

// A directory of its own for a test, removed at its end.
class Directory {
 public:
  explicit Directory(const std::string& name) : path_(fs::temp_directory_path() / ("martech-audit-" + name)) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Directory() { fs::remove_all(path_); }

  std::string path(const std::string& name = {}) const {
    return (name.empty() ? path_ : path_ / name).string();
  }
  std::string write(const std::string& name, std::string_view text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("a file is read whole, without its byte-order mark") {
  const Directory directory("read");
  const auto source = read_file(directory.write("a.yaml",
                                                "\xEF\xBB\xBF"
                                                "a: 1\n"));
  REQUIRE(source);
  CHECK((*source)->text() == "a: 1\n");
  CHECK((*source)->name() == directory.path("a.yaml"));
  CHECK((*read_file(directory.write("empty.yaml", "")))->text().empty());
}

TEST_CASE("why a file cannot be read") {
  const Directory directory("unreadable");
  CHECK(read_file(directory.path("no.yaml")).error().message ==
        directory.path("no.yaml") + " does not exist");
  CHECK(read_file(directory.path()).error().message == directory.path() + " is a directory, not a file");
  const std::string large = directory.write("large.yaml", "");
  fs::resize_file(large, limits::file_size + 1);
  CHECK(read_file(large).error().message == large + " is larger than 256 MiB; split it into several files");
}

TEST_CASE("inventory files of a directory, in order") {
  const Directory directory("list");
  for (const char* name : {"b.yml", "a.yaml", "c.json", ".hidden.yaml", "notes.txt"})
    directory.write(name, "x");
  fs::create_directories(directory.path("d.yaml"));
  const auto files = list_inventory_files(directory.path());
  REQUIRE(files);
  CHECK(*files == std::vector<std::string>{directory.path("a.yaml"), directory.path("b.yml"),
                                           directory.path("c.json")});
  CHECK_FALSE(list_inventory_files(directory.path("none")));
}
