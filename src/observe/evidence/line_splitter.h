// Cuts blocks into lines. Lines that lie in one block are not copied; of those
// that do not end, only the beginning is kept.
#pragma once

#include <cstring>
#include <string>
#include <string_view>

namespace harden::evidence {

class LineSplitter {
 public:
  // Longer than any line of strace, unless it is told to print whole buffers.
  static constexpr std::size_t longest = std::size_t{64} << 10;

  template <typename Take>
  void feed(std::string_view block, const Take& take) {
    while (!block.empty()) {
      const void* const end = std::memchr(block.data(), '\n', block.size());
      if (end == nullptr) return keep(block);
      const auto size = static_cast<std::size_t>(static_cast<const char*>(end) -
                                                 block.data());
      if (is_open_) {
        keep(block.substr(0, size));
        finish(take);
      } else {
        take(block.substr(0, size));
      }
      block.remove_prefix(size + 1);
    }
  }

  // The last line needs no end.
  template <typename Take>
  void finish(const Take& take) {
    if (is_open_) take(std::string_view(line_));
    line_.clear();
    is_open_ = false;
  }

 private:
  void keep(std::string_view part) {
    is_open_ = true;
    line_.append(part.substr(0, longest - line_.size()));
  }

  std::string line_;
  bool is_open_ = false;
};

}  // namespace harden::evidence
