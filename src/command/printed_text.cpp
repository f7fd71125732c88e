#include "command/printed_text.h"

#include <string_view>

#include "base/text/word_lists.h"

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

std::string echo(CommandWords arguments) {
  while (!arguments.empty() &&
         is_one_of(arguments.front().text, {"-n", "-e", "-ne", "-en"})) {
    arguments = arguments.behind(1);
  }
  std::string result;
  for (const CommandWord& it : arguments) {
    if (!result.empty()) result += ' ';
    result += it.text;
  }
  return unescaped(result) + "\n";
}

// `%s` and `%d` only; the format is used again while arguments are left.
std::string printf_once(std::string_view format, CommandWords& arguments) {
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
      const std::string_view text = arguments.front().text;
      result += conversion == 'b' ? unescaped(text) : std::string(text);
      arguments = arguments.behind(1);
    }
  }
  return result;
}

std::string print_formatted(CommandWords arguments) {
  if (!arguments.empty() && arguments.front().text == "--") {
    arguments = arguments.behind(1);
  }
  if (arguments.empty()) return {};
  const std::string format = unescaped(arguments.front().text);
  arguments = arguments.behind(1);
  std::string result = printf_once(format, arguments);
  for (int round = 0; round < 100 && !arguments.empty(); ++round) {
    const std::size_t before = arguments.size();
    result += printf_once(format, arguments);
    if (arguments.size() == before) break;
  }
  return result;
}

}  // namespace

std::optional<std::string> printed_text(const CommandWords& words) {
  if (words.empty()) return std::nullopt;
  const std::string_view program = words.front().text;
  const bool is_echo = program == "echo" || program == "/bin/echo";
  if (!is_echo && program != "printf") return std::nullopt;
  for (const CommandWord& it : words) {
    if (!it.known) return std::nullopt;
  }
  const CommandWords arguments = words.behind(1);
  return is_echo ? echo(arguments) : print_formatted(arguments);
}

}  // namespace harden
