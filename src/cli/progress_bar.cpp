#include "cli/progress_bar.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "cli/interrupt.h"
#include "cli/messages.h"
#include "cli/terminal.h"

namespace martech_audit::cli {
namespace {

using std::chrono_literals::operator""ms;
constexpr auto patience = 1000ms;
constexpr auto pause = 100ms;
constexpr std::size_t cells = 24;

std::string bar(std::string_view doing, double done) {
  const auto full = static_cast<std::size_t>(done * static_cast<double>(cells));
  std::string text;
  for (std::size_t i = 0; i < cells; ++i) text += i < full ? "█" : "░";
  return fmt::format("{} {:>3.0f}% {}", text, 100 * done, doing);
}

}  // namespace

ProgressBar::ProgressBar(bool wanted) {
  if (!wanted || !standard_error_redraws()) return;
  const HeldSignals left_to_the_main_thread;
  drawer_ = std::thread([this] {
    std::unique_lock lock(mutex_);
    for (auto wait = patience; !ended_.wait_for(lock, wait, [this] { return has_ended_; }); wait = pause)
      draw();
  });
}

void ProgressBar::show(std::string_view doing, double done) {
  const std::lock_guard lock(mutex_);
  doing_ = doing;
  done_ = done;
}

void ProgressBar::end() {
  if (!drawer_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    has_ended_ = true;
  }
  ended_.notify_one();
  drawer_.join();
  if (drawn_ > 0) say("\r" + std::string(drawn_, ' ') + "\r");
  clear_line_when_interrupted(false);
}

void ProgressBar::draw() {
  const std::string text = bar(doing_, done_);
  const std::size_t columns = cells + 6 + doing_.size();
  clear_line_when_interrupted(true);
  say("\r" + text + std::string(drawn_ - std::min(drawn_, columns), ' '));
  drawn_ = std::max(drawn_, columns);
}

}  // namespace martech_audit::cli
