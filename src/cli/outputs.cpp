#include "cli/outputs.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <utility>

#include "cli/boundary.h"
#include "cli/durable.h"
#include "cli/input_files.h"
#include "cli/interrupt.h"
#include "document/file.h"

namespace martech_audit::cli {
namespace {

// An output that is known to be harmless, but not yet open.
struct Planned {
  Destination destination;
  std::string name;  // in messages
  std::optional<int> descriptor;
  FileIdentity identity;
};

Result<Planned> planned(const Destination& destination, Links links) {
  const std::string& path = destination.path;
  if (path == "-") return Planned{destination, "standard output", STDOUT_FILENO, identity_of(STDOUT_FILENO)};
  if (path.empty()) return Error{"the path of an output is empty; name a file, or - for standard output"};
  Planned plan{destination, path, descriptor_named(path), identity_of(path)};
  std::error_code ignored;
  const bool is_link = !plan.descriptor && std::filesystem::is_symlink(path, ignored);
  if (is_link && links == Links::refuse && !destination.append) {
    return cannot_write(
        path, fmt::format("it is a symbolic link to {}; name that file, or allow links with --follow",
                          std::filesystem::read_symlink(path, ignored).string()));
  }
  if (links == Links::refuse && leads_out(path))
    return cannot_write(path, "a folder in the path is a link out of the repository; allow it with --follow");
  if (std::filesystem::is_symlink(plan.identity.path, ignored))
    return cannot_write(path, std::strerror(ELOOP));
  if (plan.identity.kind == S_IFDIR || path.ends_with('/')) return cannot_write(path, std::strerror(EISDIR));
  return plan;
}

Error taken(const std::string& name, const std::string& other, std::string_view does) {
  const std::string what = name == other ? "what" : fmt::format("the same file as {}, which", other);
  return cannot_write(name, fmt::format("it is {} this run {}; name another file", what, does));
}

// The next run would read what this one puts into a folder of inventories or packs.
std::optional<Error> joins_inputs(const Planned& plan) {
  const std::filesystem::path path = plan.identity.path;
  if (path.empty() || !plan.destination.renews.empty() || !is_inventory_name(path.filename().string()))
    return std::nullopt;
  for (const ReadFolder& folder : input_folders()) {
    if (path.parent_path() != folder.path) continue;
    return cannot_write(plan.name,
                        fmt::format("the next run would read it as input, as all of {} with such a "
                                    "name; write it to another folder",
                                    folder.name));
  }
  return std::nullopt;
}

// `others`: outputs that were planned before.
std::optional<Error> clash(const Planned& plan, const std::vector<Planned>& others) {
  for (const ReadFile& input : input_files()) {
    if (input.name == plan.destination.renews) continue;
    if (same_file(plan.identity, input.identity)) return taken(plan.name, input.name, input.use);
  }
  if (auto error = joins_inputs(plan)) return error;
  for (const Planned& other : others) {
    if (same_file(plan.identity, other.identity)) return taken(plan.name, other.name, "writes, too");
  }
  return std::nullopt;
}

Result<std::vector<Planned>> all_planned(const std::vector<Destination>& destinations, Links links) {
  std::vector<Planned> plans;
  for (const Destination& destination : destinations) {
    Result<Planned> plan = planned(destination, links);
    if (!plan) return plan.error();
    if (const std::optional<Error> error = clash(*plan, plans)) return *error;
    plans.push_back(*std::move(plan));
  }
  return plans;
}

Result<Output> opened(const Planned& plan) {
  if (plan.descriptor) return Output::onto(plan.name, *plan.descriptor);
  if (plan.destination.append) return Output::behind(plan.name);
  const bool is_file = plan.identity.kind == 0 || plan.identity.kind == S_IFREG;
  return is_file ? Output::replacing(plan.name, plan.identity.path) : Output::into(plan.name);
}

}  // namespace

Result<Outputs> Outputs::open(const std::vector<Destination>& destinations, Links links) {
  const Result<std::vector<Planned>> plans = all_planned(destinations, links);
  if (!plans) return plans.error();
  Outputs opened_all;
  for (const Planned& plan : *plans) {
    Result<Output> output = opened(plan);
    if (!output) return output.error();
    opened_all.outputs_.push_back(*std::move(output));
  }
  return opened_all;
}

Result<Written> Outputs::commit() {
  for (const bool files : {true, false}) {
    for (Output& output : outputs_) {
      if (output.replaces() != files) continue;
      Result<Written> finished = output.finish();
      if (!finished) return finished;
    }
  }
  return put_in_place();
}

Result<Written> Outputs::put_in_place() {
  const HeldSignals held;
  auto left = std::ranges::count_if(outputs_, &Output::replaces);
  for (Output& output : outputs_) {
    if (!output.replaces()) continue;
    const Result<Written> placed = output.put_in_place(--left > 0);  // the last cannot fail later
    if (!placed) return take_back(placed.error());
  }
  for (Output& output : outputs_) output.settle();
  return synchronise_folders();
}

Error Outputs::take_back(Error error) {
  for (Output& output : outputs_) {
    const std::string kept = output.take_back();
    if (!kept.empty()) error.message += fmt::format("; what stood in {} is now {}", output.target(), kept);
  }
  return error;
}

// A new name is on the disk when its folder is. One that may not be read cannot be asked.
Result<Written> Outputs::synchronise_folders() const {
  std::set<std::string> folders;
  for (const Output& output : outputs_) {
    if (output.replaces()) folders.insert(std::filesystem::path(output.target()).parent_path().string());
  }
  for (const std::string& folder : folders) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const int failure = descriptor < 0 ? (errno == EACCES ? 0 : errno) : made_durable(descriptor);
    if (descriptor >= 0) ::close(descriptor);
    if (failure != 0) return cannot_write(folder, std::strerror(failure));
  }
  return Written{};
}

Result<Written> write_texts(const std::vector<TextFile>& files, Links links) {
  std::vector<Destination> destinations;
  destinations.reserve(files.size());
  for (const TextFile& file : files) destinations.push_back(file.destination);
  Result<Outputs> outputs = Outputs::open(destinations, links);
  if (!outputs) return outputs.error();
  for (std::size_t i = 0; i < files.size(); ++i) (*outputs)[i].write(files[i].text);
  return outputs->commit();
}

Result<Written> write_text(const std::string& path, std::string_view text, Links links) {
  return write_texts({{{path}, std::string(text)}}, links);
}

}  // namespace martech_audit::cli
