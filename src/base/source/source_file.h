// The bytes of one input and where its lines begin.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace harden {

// A range of bytes in a source file.
// Byte offsets, half open: [begin, end). Inputs are at most 16 MiB, so 32 bits
// are enough.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t offset) const {
    return begin <= offset && offset < end;
  }
  friend constexpr bool operator==(Span, Span) = default;
};

// Both count from 1. The column counts bytes, as compilers do.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// Never changes, so any thread may read it: a file is checked on one thread and
// reported on another.
class SourceFile {
 public:
  // `name` is what messages call the file ("-" was standard input).
  SourceFile(std::string name, std::string bytes);

  const std::string& name() const { return name_; }
  std::string_view bytes() const { return bytes_; }
  std::string_view text(Span span) const {
    return std::string_view(bytes_).substr(span.begin, span.size());
  }

  Position position(std::uint32_t offset) const;

  // The line's bytes without its line ending; `line` counts from 1.
  std::string_view line(std::uint32_t line) const;
  std::uint32_t line_begin(std::uint32_t line) const;
  std::uint32_t line_count() const;

 private:
  std::string name_;
  std::string bytes_;
  std::vector<std::uint32_t> line_begins_ = {0};
};

// An input that cannot be used, said in one line.
// what() is "FILE[:LINE[:COLUMN]]: MESSAGE". Line and column count from 1;
// 0 stands for "none in particular".
class BadInput : public std::runtime_error {
 public:
  BadInput(std::string file, std::string message, std::uint32_t line = 0,
           std::uint32_t column = 0)
      : std::runtime_error(place(file, line, column) + ": " + message),
        file_(std::move(file)),
        message_(std::move(message)),
        line_(line),
        column_(column) {}

  const std::string& file() const { return file_; }
  const std::string& message() const { return message_; }
  std::uint32_t line() const { return line_; }
  std::uint32_t column() const { return column_; }

 private:
  static std::string place(const std::string& file, std::uint32_t line,
                           std::uint32_t column) {
    std::string result = file;
    if (line != 0) result += ":" + std::to_string(line);
    if (line != 0 && column != 0) result += ":" + std::to_string(column);
    return result;
  }

  std::string file_;
  std::string message_;
  std::uint32_t line_;
  std::uint32_t column_;
};

// Throws BadInput with the place of a byte.
[[noreturn]] void refuse(const SourceFile& source, std::uint32_t offset,
                         std::string message);

}  // namespace harden
