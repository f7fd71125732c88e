#include "command/printed_text.h"

#include <string_view>

namespace harden {
namespace {

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    switch (text[++i]) {
      case 'n':
        result += '\n';
        break;
      case 't':
        result += '\t';
        break;
      case '\\':
        result += '\\';
        break;
      default:
        result.append("\\").push_back(text[i]);
    }
  }
  return result;
}

std::string echo(std::span<const Argument> arguments) {
  while (!arguments.empty() &&
         (arguments[0].value == "-n" || arguments[0].value == "-e" ||
          arguments[0].value == "-ne" || arguments[0].value == "-en")) {
    arguments = arguments.subspan(1);
  }
  std::string result;
  for (const Argument& it : arguments) {
    if (!result.empty()) result += ' ';
    result += it.value;
  }
  return unescaped(result) + "\n";
}

// `%s` and `%d` only; the format is used again while arguments are left.
std::string printf_once(std::string_view format,
                        std::span<const Argument>& arguments) {
  std::string result;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%' || i + 1 == format.size()) {
      result += format[i];
      continue;
    }
    const char conversion = format[++i];
    if (conversion == '%') {
      result += '%';
    } else if (!arguments.empty()) {
      result += conversion == 'b' ? unescaped(arguments[0].value)
                                  : arguments[0].value;
      arguments = arguments.subspan(1);
    }
  }
  return result;
}

std::string print_formatted(std::span<const Argument> arguments) {
  if (!arguments.empty() && arguments[0].value == "--") {
    arguments = arguments.subspan(1);
  }
  if (arguments.empty()) return {};
  const std::string format = unescaped(arguments[0].value);
  arguments = arguments.subspan(1);
  std::string result = printf_once(format, arguments);
  for (int round = 0; round < 100 && !arguments.empty(); ++round) {
    const std::size_t before = arguments.size();
    result += printf_once(format, arguments);
    if (arguments.size() == before) break;
  }
  return result;
}

}  // namespace

std::optional<std::string> printed_text(std::span<const Argument> command) {
  if (command.empty()) return std::nullopt;
  const std::string_view program = command.front().value;
  const bool is_echo = program == "echo" || program == "/bin/echo";
  if (!is_echo && program != "printf") return std::nullopt;
  for (const Argument& it : command) {
    if (!it.known()) return std::nullopt;
  }
  const auto arguments = command.subspan(1);
  return is_echo ? echo(arguments) : print_formatted(arguments);
}

}  // namespace harden
