// Tells who waits at a terminal that work goes on.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace martech_audit::cli {

// A bar on standard error, drawn a second after its making and taken away at its end: short runs show none,
// nor do runs whose standard error is no terminal.
class ProgressBar {
 public:
  explicit ProgressBar(bool wanted);
  ~ProgressBar() { end(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // `done` is a share of 1.
  void show(std::string_view doing, double done);
  // Takes the bar away; nothing is drawn afterwards.
  void end();

 private:
  void draw();

  std::mutex mutex_;
  std::condition_variable ended_;
  std::string doing_;
  double done_ = 0;
  bool has_ended_ = false;
  std::size_t drawn_ = 0;  // columns that the bar takes now
  std::thread drawer_;     // a stage may take seconds without a word
};

}  // namespace martech_audit::cli
