// A line on the terminal that says how far harden is, while that takes long.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string_view>

namespace harden::cli {

class Progress {
 public:
  using Clock = std::chrono::steady_clock;
  using Write = std::function<void(std::string_view)>;
  using Now = std::function<Clock::time_point()>;

  // Without `write` nothing is shown. `now` is the clock.
  Progress(std::size_t total, Write write, Now now = Clock::now);
  ~Progress() { hide(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // One more is done. Drawn after the first second, ten times a second.
  void step();
  // Takes the line away, before anything else is printed.
  void hide();

 private:
  void draw();

  std::size_t total_;
  std::size_t done_ = 0;
  Write write_;
  Now now_;
  Clock::time_point next_;
  bool is_shown_ = false;
};

}  // namespace harden::cli
