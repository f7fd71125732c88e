#include "base/files/read_lines.h"

#include <algorithm>

#include "base/files/read_input.h"
#include "base/source/bad_input.h"

namespace harden {
namespace {

constexpr std::size_t longest_line = std::size_t{64} << 10;
using TakeLine = std::function<void(std::string_view line)>;

// Blocks of a text, cut at the ends of its lines.
class LineCutter {
 public:
  explicit LineCutter(const TakeLine& take) : take_(take) {}

  void add(std::string_view bytes) {
    for (;;) {
      const std::size_t end = bytes.find('\n');
      if (end == bytes.npos) return keep(bytes);
      if (rest_.empty()) {
        take_(bytes.substr(0, std::min(end, longest_line)));
      } else {
        keep(bytes.substr(0, end));
        take_(rest_);
        rest_.clear();
      }
      bytes.remove_prefix(end + 1);
    }
  }

  void finish() {
    if (!rest_.empty()) take_(rest_);
  }

 private:
  void keep(std::string_view bytes) {
    rest_ +=
        bytes.substr(0, longest_line - std::min(longest_line, rest_.size()));
  }

  const TakeLine& take_;
  std::string rest_;  // a line of which the end is not read yet
};

}  // namespace

void read_lines(const std::string& path, const std::string& kind,
                const std::function<void(std::string_view line)>& take) {
  LineCutter lines(take);
  read_blocks(path, kind, [&](std::string_view block) {
    if (block.find('\0') != block.npos) {
      throw BadInput(
          shown_name(path),
          "has NUL bytes, so it is no text; give the path of " + kind);
    }
    lines.add(block);
  });
  lines.finish();
}

}  // namespace harden
