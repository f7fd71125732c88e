#include "cli/check/progress.h"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace harden::cli {
namespace {

constexpr std::chrono::seconds patience{1};
constexpr std::chrono::milliseconds pace{100};
constexpr std::size_t width = 30;
// To the line's begin, and everything behind it away.
constexpr std::string_view clear_line = "\r\x1b[K";

}  // namespace

Progress::Progress(std::size_t total, Write write, Now now)
    : total_(total), write_(std::move(write)), now_(std::move(now)) {
  if (write_) next_ = now_() + patience;
}

void Progress::step() {
  ++done_;
  if (!write_) return;
  const auto time = now_();
  if (time < next_) return;
  next_ = time + pace;
  draw();
}

void Progress::draw() {
  const std::size_t filled = total_ == 0 ? width : done_ * width / total_;
  write_(fmt::format("{}[{}{}] {} of {} files", clear_line,
                     std::string(filled, '#'), std::string(width - filled, ' '),
                     done_, total_));
  is_shown_ = true;
}

void Progress::hide() {
  if (!is_shown_) return;
  write_(clear_line);
  is_shown_ = false;
}

}  // namespace harden::cli
