// The few colours of the report; all empty when colour is off.
#pragma once

#include <string>
#include <string_view>

#include "base/source/diagnostic.h"

namespace harden {

class Palette {
 public:
  explicit Palette(bool colour) : colour_(colour) {}

  std::string bold(std::string_view text) const { return paint("1", text); }
  std::string dim(std::string_view text) const { return paint("2", text); }
  std::string gutter(std::string_view text) const {
    return paint("1;34", text);
  }
  std::string good(std::string_view text) const { return paint("1;32", text); }
  std::string bad(std::string_view text) const { return paint("1;31", text); }
  std::string of(Severity severity, std::string_view text) const {
    switch (severity) {
      case Severity::error:
        return paint("1;31", text);
      case Severity::warning:
        return paint("1;33", text);
      case Severity::info:
        return paint("1;36", text);
      case Severity::note:
        break;
    }
    return paint("1;35", text);
  }

 private:
  std::string paint(std::string_view code, std::string_view text) const {
    if (!colour_ || text.empty()) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }

  bool colour_;
};

}  // namespace harden
