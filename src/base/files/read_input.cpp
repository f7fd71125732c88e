#include "base/files/read_input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include "base/files/descriptor.h"
#include "base/source/source_file.h"

namespace harden {
namespace {

constexpr std::size_t max_bytes = std::size_t{16} << 20;
constexpr std::size_t max_line = std::size_t{4} << 20;
// Every line may be an instruction, of which each takes about a kilobyte.
constexpr std::ptrdiff_t max_lines = 500'000;

[[noreturn]] void fail(const std::string& name, const std::string& kind,
                       int error) {
  switch (error) {
    case ENOENT:
      throw BadInput(name, "no such file; give the path of " + kind);
    case ENOTDIR:
      throw BadInput(name, "no such file: a part of its path is not a folder");
    case EACCES:
      throw BadInput(name, "permission denied; make it readable for you");
    case EISDIR:
      throw BadInput(name, "is a directory; give the path of " + kind);
    default:
      throw BadInput(name,
                     std::string("cannot be read: ") + std::strerror(error));
  }
}

Descriptor opened(const std::string& path, const std::string& kind) {
  Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (!file.is_open()) fail(path, kind, errno);
  return file;
}

constexpr const char* dockerfile = "a Dockerfile, or - for standard input";

// One byte more than allowed is asked for, so that a file of exactly the limit
// is told from a larger one. What a regular file lacks of it has ended there.
std::string drain(const std::string& name, const std::string& kind,
                  int descriptor, std::size_t expected) {
  std::string bytes(std::min(expected, max_bytes) + 1, '\0');
  std::size_t used = 0;
  for (;;) {
    if (used == bytes.size()) {
      if (used > max_bytes) {
        throw BadInput(name, "is larger than 16 MiB; give the path of " + kind);
      }
      bytes.resize(std::min(2 * used + 65536, max_bytes + 1));
    }
    const ssize_t got =
        read(descriptor, bytes.data() + used, bytes.size() - used);
    if (got == 0) break;
    if (got > 0) {
      used += static_cast<std::size_t>(got);
      if (used == expected && used < bytes.size()) break;
    } else if (errno != EINTR) {
      fail(name, kind, errno);
    }
  }
  bytes.resize(used);
  return bytes;
}

std::string read_open(const std::string& name, const std::string& kind,
                      int descriptor) {
  struct stat status = {};
  if (fstat(descriptor, &status) != 0) fail(name, kind, errno);
  if (S_ISDIR(status.st_mode)) fail(name, kind, EISDIR);
  const auto expected =
      S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
  return drain(name, kind, descriptor, expected);
}

std::uint32_t line_of(std::string_view bytes, std::size_t offset) {
  const auto before = bytes.substr(0, offset);
  return 1 + static_cast<std::uint32_t>(
                 std::count(before.begin(), before.end(), '\n'));
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
}

// Bytes that no text holds; tabs, line ends, form feeds and escapes are text.
bool is_control(char c) {
  constexpr std::uint32_t text = 0x3f << '\b' | 1 << '\x1b';
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && (text >> byte & 1) == 0;
}

// Compose files and manifests, which `harden check` reads, too.
bool names_settings(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml") ||
         name.ends_with(".json");
}

void refuse_binary(const std::string& name, std::string_view bytes) {
  const std::string kind = names_settings(name) ? "YAML" : "Dockerfiles";
  if (is_utf16(bytes)) {
    throw BadInput(name, "is UTF-16 text; save it as UTF-8", 1);
  }
  if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
    throw BadInput(name, "has a NUL byte; binary files cannot be " + kind,
                   line_of(bytes, nul));
  }
  // Compressed files may come without a NUL; text has next to no controls.
  const auto head = bytes.substr(0, 8192);
  const auto controls = std::count_if(head.begin(), head.end(), is_control);
  if (10 * static_cast<std::size_t>(controls) > head.size()) {
    const auto first = std::find_if(head.begin(), head.end(), is_control);
    throw BadInput(
        name,
        std::string("is a binary file, not ") +
            (names_settings(name) ? "YAML" : "a Dockerfile"),
        line_of(head, static_cast<std::size_t>(first - head.begin())));
  }
}

bool only_blanks(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  return bytes.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

void refuse_endless_file(const std::string& name, std::string_view bytes) {
  if (bytes.size() <= std::size_t{max_lines}) return;
  if (std::count(bytes.begin(), bytes.end(), '\n') <= max_lines) return;
  throw BadInput(name,
                 "has over 500,000 lines; split it, or take out what was "
                 "generated into it");
}

void refuse_endless_line(const std::string& name, std::string_view bytes) {
  if (bytes.size() <= max_line) return;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const auto end = std::min(bytes.find('\n', begin), bytes.size());
    if (end - begin > max_line) {
      throw BadInput(name,
                     "is one endless line (over 4 MiB); this cannot be a "
                     "Dockerfile",
                     line_of(bytes, begin));
    }
    begin = end + 1;
  }
}

bool fill(int descriptor, std::string& bytes) {
  std::size_t used = 0;
  while (used < bytes.size()) {
    const ssize_t got =
        read(descriptor, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  bytes.resize(used);
  return true;
}

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

std::string shown_name(const std::string& path) {
  return path == "-" ? "<stdin>" : path;
}

SourceFile read_input(std::string name, int descriptor) {
  std::string bytes = read_open(name, dockerfile, descriptor);
  refuse_binary(name, bytes);
  if (only_blanks(bytes)) {
    throw BadInput(name, names_settings(name)
                             ? "is empty; nothing is set in it"
                             : "is empty; a Dockerfile begins with FROM");
  }
  refuse_endless_line(name, bytes);
  refuse_endless_file(name, bytes);
  return SourceFile(std::move(name), std::move(bytes));
}

SourceFile read_input(const std::string& path) {
  if (path == "-") return read_input(shown_name(path), STDIN_FILENO);
  return read_input(path, opened(path, dockerfile).get());
}

std::string read_bytes(const std::string& path, const std::string& kind) {
  return read_open(path, kind, opened(path, kind).get());
}

void read_blocks(const std::string& path, const std::string& kind,
                 const std::function<void(std::string_view)>& take) {
  const std::string name = shown_name(path);
  const Descriptor opened_here =
      path == "-" ? Descriptor() : opened(path, kind);
  const int file = path == "-" ? STDIN_FILENO : opened_here.get();
  std::string block(std::size_t{256} << 10, '\0');
  for (;;) {
    const ssize_t got = read(file, block.data(), block.size());
    if (got == 0) return;
    if (got > 0) {
      take(std::string_view(block).substr(0, static_cast<std::size_t>(got)));
    } else if (errno != EINTR) {
      fail(name, kind, errno);
    }
  }
}

std::optional<std::string> read_small_file(const std::string& path,
                                           std::size_t limit) {
  const Descriptor file(
      open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat status = {};
  if (!file.is_open() || fstat(file.get(), &status) != 0 ||
      !S_ISREG(status.st_mode) ||
      static_cast<std::size_t>(status.st_size) > limit) {
    return std::nullopt;
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  if (!fill(file.get(), bytes)) return std::nullopt;
  return bytes;
}

void read_lines(const std::string& path, const std::string& kind,
                const std::function<void(std::string_view line)>& take) {
  LineCutter lines(take);
  read_blocks(path, kind, [&](std::string_view block) {
    if (block.find('\0') != block.npos) {
      throw BadInput(
          shown_name(path),
          "has NUL bytes, so it is not text; give the path of " + kind);
    }
    lines.add(block);
  });
  lines.finish();
}

}  // namespace harden
