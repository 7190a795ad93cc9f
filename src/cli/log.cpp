#include "cli/log.h"

#include <fmt/format.h>
#include <spdlog/details/log_msg.h>
#include <spdlog/sinks/sink.h>

#include "base/text.h"
#include "cli/messages.h"

namespace martech_audit::cli {
namespace {

// Lines go the way of all other messages, so that nothing they quote reaches a terminal or a CI service
// unescaped. There is one sink: what spdlog's loggers add, patterns and a registry, would take a twentieth of
// the build.
class MessageSink final : public spdlog::sinks::sink {
 public:
  void log(const spdlog::details::log_msg& message) override {
    const std::string_view text(message.payload.data(), message.payload.size());
    say(fmt::format("{}: {}: {}\n", message.logger_name, spdlog::level::to_string_view(message.level),
                    escape_controls(text)));
  }
  void flush() override {}
  void set_pattern(const std::string&) override {}
  void set_formatter(std::unique_ptr<spdlog::formatter>) override {}
};

MessageSink& log() {
  static MessageSink sink;
  return sink;
}

}  // namespace

void set_log_level(const std::string& level) { log().set_level(spdlog::level::from_str(level)); }

bool logs_information() { return log().should_log(spdlog::level::info); }

void log_information(std::string_view message) {
  if (logs_information()) log().log({"martech-audit", spdlog::level::info, message});
}

}  // namespace martech_audit::cli
