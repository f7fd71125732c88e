#include "base/files/read_lines.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/source/bad_input.h"

namespace harden {
namespace {

constexpr std::size_t longest_line = std::size_t{64} << 10;
constexpr std::size_t at_once = std::size_t{256} << 10;

class LineReader {
 public:
  LineReader(const std::string& path, const std::string& kind)
      : name_(path == "-" ? "<stdin>" : path), kind_(kind) {
    descriptor_ =
        path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail();
    struct stat status = {};
    if (fstat(descriptor_, &status) == 0 && S_ISDIR(status.st_mode)) {
      throw BadInput(name_, "is a directory; give the path of " + kind_);
    }
  }
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;
  ~LineReader() {
    if (descriptor_ > STDIN_FILENO) close(descriptor_);
  }

  void run(const std::function<void(std::string_view)>& take) {
    std::string buffer(at_once, '\0');
    for (;;) {
      const ssize_t got = read(descriptor_, buffer.data(), buffer.size());
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) fail();
      if (got == 0) break;
      add({buffer.data(), static_cast<std::size_t>(got)}, take);
    }
    if (!rest_.empty()) take(rest_);
  }

 private:
  [[noreturn]] void fail() const {
    if (errno == ENOENT) {
      throw BadInput(name_, "no such file; give the path of " + kind_);
    }
    throw BadInput(name_,
                   std::string("cannot be read: ") + std::strerror(errno));
  }

  void add(std::string_view bytes,
           const std::function<void(std::string_view)>& take) {
    if (bytes.find('\0') != bytes.npos) {
      throw BadInput(name_,
                     "has NUL bytes, so it is no text; give the path "
                     "of " +
                         kind_);
    }
    for (;;) {
      const std::size_t end = bytes.find('\n');
      if (end == bytes.npos) return keep(bytes);
      if (rest_.empty()) {
        take(bytes.substr(0, std::min(end, longest_line)));
      } else {
        keep(bytes.substr(0, end));
        take(rest_);
        rest_.clear();
      }
      bytes.remove_prefix(end + 1);
    }
  }

  void keep(std::string_view bytes) {
    rest_ +=
        bytes.substr(0, longest_line - std::min(longest_line, rest_.size()));
  }

  std::string name_;
  const std::string& kind_;
  int descriptor_ = -1;
  std::string rest_;  // a line of which the end is not read yet
};

}  // namespace

void read_lines(const std::string& path, const std::string& kind,
                const std::function<void(std::string_view line)>& take) {
  LineReader(path, kind).run(take);
}

}  // namespace harden
