// An input that cannot be used, said in one line.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

namespace harden {

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

}  // namespace harden
