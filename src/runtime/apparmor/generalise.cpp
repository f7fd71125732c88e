#include "runtime/apparmor/generalise.h"

#include <algorithm>

#include "base/text/ascii.h"
#include "runtime/apparmor/profile_rules.h"

namespace harden::apparmor {
namespace {

bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_separator(char c) { return c == '.' || c == '-' || c == '_'; }

template <typename Test>
bool all(std::string_view text, Test test) {
  return !text.empty() && std::ranges::all_of(text, test);
}

template <typename Test>
bool any(std::string_view text, Test test) {
  return std::ranges::any_of(text, test);
}

// Digests in hexadecimal, and identifiers of 16 letters and digits.
bool is_hash(std::string_view piece) {
  if (piece.size() < 16 || !any(piece, is_digit)) return false;
  return all(piece, is_hex) || all(piece, [](char c) {
           return is_digit(c) || is_lower(c) || is_upper(c);
         });
}

// What mktemp(1), mkstemp(3) and the like put for XXXXXX: six or more letters
// and digits of more than one kind, such as no word has.
bool is_random(std::string_view piece) {
  if (piece.size() < 6 || piece.size() > 15) return false;
  const bool fits = all(
      piece, [](char c) { return is_digit(c) || is_lower(c) || is_upper(c); });
  // "Makefile1" is a word, "xK3b9Q" is none.
  std::size_t changes = 0;
  const auto kind = [](char c) {
    return is_digit(c) ? 0 : is_lower(c) ? 1 : 2;
  };
  for (std::size_t i = 1; i < piece.size(); ++i) {
    if (kind(piece[i]) != kind(piece[i - 1])) ++changes;
  }
  return fits && changes >= 2;
}

// "8-4-4-4-12" of hexadecimal digits.
bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !is_hex(text[i])) return false;
  }
  return true;
}

// Python's tempfile: "tmp" and eight of a-z, 0-9, _.
bool is_python_temporary(std::string_view component) {
  return component.size() == 11 && component.starts_with("tmp") &&
         all(component.substr(3),
             [](char c) { return is_digit(c) || is_lower(c) || c == '_'; });
}

class ComponentGeneraliser {
 public:
  explicit ComponentGeneraliser(std::string_view text) : text_(text) {}

  // The pattern of one name between two slashes.
  std::string run(bool& generalised) {
    if (is_uuid(text_)) return found("*", generalised);
    if (is_python_temporary(text_)) return found("tmp*", generalised);
    std::string result;
    std::size_t at = 0;
    while (at < text_.size()) {
      std::size_t end = at;
      while (end < text_.size() && !is_separator(text_[end])) ++end;
      result += piece(at, end, generalised);
      if (end < text_.size()) result += text_[end++];
      at = end;
    }
    return result;
  }

 private:
  static std::string found(std::string pattern, bool& generalised) {
    generalised = true;
    return pattern;
  }

  std::string piece(std::size_t begin, std::size_t end,
                    bool& generalised) const {
    const std::string_view text = text_.substr(begin, end - begin);
    if (is_number(begin, end)) return found("[0-9]*", generalised);
    if (is_hash(text) || is_random(text)) return found("*", generalised);
    return literal(text);
  }

  // A number by itself, or the one that a process wrote into the name of its
  // file; "1.2" in "lib-1.2.so" is a version.
  bool is_number(std::size_t begin, std::size_t end) const {
    if (!all(text_.substr(begin, end - begin), is_digit)) return false;
    if (begin == 0 && end == text_.size()) return true;
    const bool dots = (begin > 0 && text_[begin - 1] == '.' && begin > 1 &&
                       is_digit(text_[begin - 2])) ||
                      (end + 1 < text_.size() && is_digit(text_[end + 1]));
    return end - begin >= 2 && !dots && !follows_library(begin);
  }

  bool follows_library(std::size_t begin) const {
    return text_.substr(0, begin).find(".so.") != std::string_view::npos;
  }

  std::string_view text_;
};

// "/proc/12/task/13/" in front.
std::string process_path(std::string_view& rest) {
  constexpr std::string_view proc = "/proc/";
  const auto number_end = [](std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool whole = end == text.size() || text[end] == '/';
    return whole ? end : std::size_t{0};
  };
  if (!rest.starts_with(proc)) return {};
  std::string_view inner = rest.substr(proc.size());
  const std::size_t pid = number_end(inner);
  if (pid == 0) return {};
  inner.remove_prefix(pid);
  std::string result = "@{PROC}/@{pid}";
  constexpr std::string_view task = "/task/";
  if (inner.starts_with(task)) {
    const std::size_t tid = number_end(inner.substr(task.size()));
    if (tid != 0) {
      inner.remove_prefix(task.size() + tid);
      result += "/task/@{tid}";
    }
  }
  rest = inner;
  return result;
}

}  // namespace

Pattern generalise(std::string_view path) {
  Pattern result;
  std::string text = process_path(path);
  result.generalised = !text.empty();
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    text += ComponentGeneraliser(path.substr(0, slash)).run(result.generalised);
    path.remove_prefix(slash);
    if (path.empty()) break;
    text += '/';
    path.remove_prefix(1);
  }
  result.text = '"' + text + '"';
  return result;
}

}  // namespace harden::apparmor
