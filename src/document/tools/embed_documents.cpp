// Build-time program: turns files into C++ constants (cmake/EmbedFiles.cmake).
//
//   embed_documents documents <symbol> <output.cpp> <base directory> <file>…   read, checked, as node arrays
//   embed_documents text <symbol> <output.cpp> <base directory> <file>         as it is
//   embed_documents folder <symbol> <output.cpp> <base directory> <folder>     all below it, copies once
//
// Names are paths below the base directory. A file that does not read without diagnostics fails the build.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/file.h"

namespace martech_audit {
namespace {

namespace fs = std::filesystem;

// Long literals are cut in lines, and octal escapes end after three digits whatever follows.
std::string literal(std::string_view text) {
  constexpr std::size_t line = 100;
  std::string out = "\"";
  std::size_t width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool as_is = byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\' && c != '?';
    out += as_is ? std::string(1, c) : fmt::format("\\{:03o}", byte);
    if (++width % line == 0) out += "\"\n\"";
  }
  return out + '"';
}

std::string document_constants(const Document& document, std::size_t number) {
  const Tree& tree = document.tree();
  std::string out = fmt::format("constexpr NodeRecord nodes_{}[] = {{", number);
  for (const NodeRecord& node : tree.nodes)
    out += fmt::format("{{{}u,{}u,{}u}},", node.begin, node.head, node.tail);
  out += fmt::format("}};\nconstexpr SideText sides_{}[] = {{", number);
  for (const SideText& side : tree.sides) out += fmt::format("{{{}u,{}u}},", side.begin, side.length);
  return out + fmt::format("{{0u,0u}}}};\n");
}

std::string view_of(std::string_view text) {
  return fmt::format("std::string_view({}, {}u)", literal(text), text.size());
}

std::string document_entry(const Document& document, const std::string& name, std::size_t number) {
  const Tree& tree = document.tree();
  return fmt::format("    {{{}, {}, nodes_{}, std::span(sides_{}, {}u), {}}},\n", view_of(name),
                     view_of(tree.source->text()), number, number, tree.sides.size(), view_of(tree.side));
}

// Null, and why on standard error, where it cannot be read.
SourcePtr read_or_say(const std::string& file) {
  const auto source = read_file(file);
  if (!source) fmt::print(stderr, "{}\n", source.error().message);
  return source ? *source : nullptr;
}

// Nothing, and reasons on standard error, for a file with a fault.
std::optional<Document> read_checked(const SourcePtr& source) {
  Diagnostics diagnostics;
  auto document = read_document(source, diagnostics);
  std::fputs(render(diagnostics).c_str(), stderr);
  return diagnostics.empty() ? document : std::nullopt;
}

struct Job {
  std::string mode;
  std::string symbol;
  fs::path output;
  fs::path base;
  std::vector<std::string> files;
};

std::string name_of(const std::string& file, const Job& job) {
  return fs::relative(file, job.base).generic_string();
}

std::optional<std::string> documents_source(const Job& job) {
  std::string constants;
  std::string entries;
  std::size_t number = 0;
  for (const std::string& file : job.files) {
    const SourcePtr source = read_or_say(file);
    if (!source) return std::nullopt;
    const auto document = read_checked(source);
    if (!document) return std::nullopt;
    constants += document_constants(*document, number);
    entries += document_entry(*document, name_of(file, job), number++);
  }
  return fmt::format(
      "#include \"embedded/{0}.h\"\n\nnamespace martech_audit::embedded {{\nnamespace {{\n\n{1}\n"
      "constexpr EmbeddedDocument documents[] = {{\n{2}}};\n\n}}  // namespace\n\n"
      "std::span<const EmbeddedDocument> {0}() {{ return documents; }}\n\n}}\n",
      job.symbol, constants, entries);
}

std::optional<std::string> text_source(const Job& job) {
  const SourcePtr source = read_or_say(job.files.front());
  if (!source) return std::nullopt;
  const std::string_view text = source->text();
  return fmt::format(
      "#include \"embedded/{0}.h\"\n\nnamespace martech_audit::embedded {{\n\n"
      "std::string_view {0}() {{\n  return {{{1}, {2}u}};\n}}\n\n}}\n",
      job.symbol, literal(text), text.size());
}

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path().string());
  }
  return files;
}

std::optional<std::string> folder_source(const Job& job) {
  std::map<std::string, std::size_t, std::less<>> numbers;
  std::string constants;
  std::string entries;
  for (const std::string& file : job.files) {
    const SourcePtr source = read_or_say(file);
    if (!source) return std::nullopt;
    const auto [at, is_new] = numbers.emplace(source->text(), numbers.size());
    if (is_new)
      constants += fmt::format("constexpr auto bytes_{} = {};\n", at->second, view_of(source->text()));
    entries += fmt::format("    {{{}, bytes_{}}},\n", view_of(name_of(file, job)), at->second);
  }
  return fmt::format(
      "#include \"embedded/{0}.h\"\n\nnamespace martech_audit::embedded {{\nnamespace {{\n\n{1}\n"
      "constexpr EmbeddedFile files[] = {{\n{2}}};\n\n}}  // namespace\n\n"
      "std::span<const EmbeddedFile> {0}() {{ return files; }}\n\n}}\n",
      job.symbol, constants, entries);
}

std::optional<std::string> source_of(const Job& job) {
  if (job.mode == "documents") return documents_source(job);
  return job.mode == "text" ? text_source(job) : folder_source(job);
}

int run(Job job) {
  if (job.mode == "folder") job.files = files_below(job.files.front());
  std::sort(job.files.begin(), job.files.end(),
            [&](const auto& a, const auto& b) { return name_of(a, job) < name_of(b, job); });
  const auto source = source_of(job);
  if (!source) return 1;
  std::ofstream out(job.output, std::ios::binary);
  out << *source;
  out.close();
  if (out) return 0;
  fmt::print(stderr, "cannot write {}\n", job.output.string());
  return 1;
}

}  // namespace
}  // namespace martech_audit

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() < 5 || (words[0] != "documents" && words[0] != "text" && words[0] != "folder")) {
    fmt::print(
        stderr,
        "usage: embed_documents documents|text|folder <symbol> <output.cpp> <base directory> <file>…\n");
    return 2;
  }
  return martech_audit::run({words[0], words[1], words[2], words[3], {words.begin() + 4, words.end()}});
}
