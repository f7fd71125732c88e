// An open file that is closed when nobody needs it any more.
#pragma once

#include <unistd.h>

#include <string_view>
#include <utility>

namespace harden {

class Descriptor {
 public:
  Descriptor() = default;
  // -1, as of an open(2) that failed, is nothing.
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept
      : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Descriptor() {
    if (is_open()) ::close(value_);
  }

  int get() const { return value_; }
  bool is_open() const { return value_ >= 0; }

  // False, and errno says why, when what was written may be lost.
  bool close() { return ::close(std::exchange(value_, -1)) == 0; }

 private:
  int value_ = -1;
};

// Writes to an open file without stopping half way.
// False, and errno says why, when not all could be written.
bool write_all(int descriptor, std::string_view bytes);

}  // namespace harden
