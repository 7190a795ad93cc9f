// Build-time program: turns files into C++ constants (cmake/EmbedFiles.cmake).
//
//   embed_documents documents <symbol> <output.cpp> <base directory> <file>…   read, checked, as node arrays
//   embed_documents text <symbol> <output.cpp> <base directory> <file>         as it is
//
// Names are paths below the base directory. A file that does not read without diagnostics fails the build.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
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

std::string document_entry(const Document& document, const std::string& name, std::size_t number) {
  const Tree& tree = document.tree();
  const auto view = [](std::string_view text) {
    return fmt::format("std::string_view({}, {}u)", literal(text), text.size());
  };
  return fmt::format("    {{{}, {}, nodes_{}, std::span(sides_{}, {}u), {}}},\n", view(name),
                     view(tree.source->text()), number, number, tree.sides.size(), view(tree.side));
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
    const auto source = read_file(file);
    if (!source) {
      fmt::print(stderr, "{}\n", source.error().message);
      return std::nullopt;
    }
    const auto document = read_checked(*source);
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
  const auto source = read_file(job.files.front());
  if (!source) {
    fmt::print(stderr, "{}\n", source.error().message);
    return std::nullopt;
  }
  const std::string_view text = (*source)->text();
  return fmt::format(
      "#include \"embedded/{0}.h\"\n\nnamespace martech_audit::embedded {{\n\n"
      "std::string_view {0}() {{\n  return {{{1}, {2}u}};\n}}\n\n}}\n",
      job.symbol, literal(text), text.size());
}

int run(Job job) {
  std::sort(job.files.begin(), job.files.end(),
            [&](const auto& a, const auto& b) { return name_of(a, job) < name_of(b, job); });
  const auto source = job.mode == "documents" ? documents_source(job) : text_source(job);
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
  if (words.size() < 5 || (words[0] != "documents" && words[0] != "text")) {
    fmt::print(stderr,
               "usage: embed_documents documents|text <symbol> <output.cpp> <base directory> <file>…\n");
    return 2;
  }
  return martech_audit::run({words[0], words[1], words[2], words[3], {words.begin() + 4, words.end()}});
}
