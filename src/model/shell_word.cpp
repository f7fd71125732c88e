#include "model/shell_word.h"

#include <algorithm>
#include <array>
#include <utility>

namespace harden::model {
namespace {

using CharSet = std::array<bool, 256>;

constexpr CharSet set_of(std::string_view characters) {
  CharSet set{};
  for (const char c : characters) set[static_cast<unsigned char>(c)] = true;
  return set;
}

constexpr bool contains(const CharSet& set, char c) {
  return set[static_cast<unsigned char>(c)];
}

constexpr CharSet kWordEnds = set_of(" \t\r\v\f\n;&|<>()");
constexpr CharSet kSpecial = set_of(" \t\r\v\f\n;&|<>()'\"\\$`");

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_name(char c) { return is_name_start(c) || (c >= '0' && c <= '9'); }

std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  ShellWord read() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !contains(kWordEnds, text_[at_])) part();
    word_.span = {offset(begin), offset(at_)};
    return std::move(word_);
  }

 private:
  void part() {
    switch (text_[at_]) {
      case '\'':
        return single_quoted();
      case '"':
        return double_quoted();
      case '\\':
        return escaped();
      case '$':
        return dollar(false);
      case '`':
        return backquoted();
      default:
        word_.value += text_[at_++];
    }
  }

  void plain() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !contains(kSpecial, text_[at_])) ++at_;
    word_.value += text_.substr(begin, at_ - begin);
  }

  void single_quoted() {
    const std::size_t end = std::min(text_.find('\'', at_ + 1), text_.size());
    word_.value += text_.substr(at_ + 1, end - at_ - 1);
    at_ = std::min(end + 1, text_.size());
  }

  void double_quoted() {
    for (++at_; at_ < text_.size() && text_[at_] != '"';) {
      const char c = text_[at_];
      if (c == '$') {
        dollar(true);
      } else if (c == '`') {
        backquoted();
      } else if (c == '\\' && at_ + 1 < text_.size() &&
                 std::string_view("$`\"\\\n").find(text_[at_ + 1]) !=
                     std::string_view::npos) {
        escaped();
      } else {
        word_.value += c;
        ++at_;
      }
    }
    if (at_ < text_.size()) ++at_;
  }

  void escaped() {
    ++at_;
    if (at_ == text_.size()) return;
    if (text_[at_] != '\n') word_.value += text_[at_];
    ++at_;
  }

  void backquoted() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != '`') {
      end += text_[end] == '\\' ? 2 : 1;
    }
    keep(std::min(end + 1, text_.size()), true);
  }

  // The raw text up to `end` as an expansion.
  void keep(std::size_t end, bool opaque) {
    const std::size_t begin = word_.value.size();
    word_.value += text_.substr(at_, end - at_);
    word_.literal = false;
    if (opaque) {
      word_.opaque = true;
    } else {
      word_.variables.push_back({offset(begin), offset(word_.value.size())});
    }
    at_ = end;
  }

  void dollar(bool in_quotes) {
    if (at_ + 1 == text_.size()) return plain_dollar();
    const char c = text_[at_ + 1];
    if (c == '(') return keep(behind_bracket(text_, at_ + 1), true);
    if (c == '{') {
      const bool named =
          at_ + 2 < text_.size() && is_name_start(text_[at_ + 2]);
      return keep(behind_bracket(text_, at_ + 1), !named);
    }
    if (is_name_start(c)) {
      std::size_t end = at_ + 1;
      while (end < text_.size() && is_name(text_[end])) ++end;
      return keep(end, false);
    }
    if (std::string_view("0123456789@*#?-$!").find(c) !=
        std::string_view::npos) {
      return keep(at_ + 2, true);
    }
    if (c == '\'' && !in_quotes) return ansi_quoted();
    plain_dollar();
  }

  void plain_dollar() {
    word_.value += '$';
    ++at_;
  }

  // $'…': its escapes are not worked out.
  void ansi_quoted() {
    std::size_t end = at_ + 2;
    while (end < text_.size() && text_[end] != '\'') {
      end += text_[end] == '\\' ? 2 : 1;
    }
    keep(std::min(end + 1, text_.size()), true);
  }

  std::string_view text_;
  std::size_t at_;
  ShellWord word_;
};

}  // namespace

ShellWord read_shell_word(std::string_view text, std::size_t at) {
  return Reader(text, at).read();
}

std::size_t behind_bracket(std::string_view text, std::size_t at) {
  std::string closers;  // what is still open; a stack, so no recursion
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const bool quoted = !closers.empty() && closers.back() == '"';
    const char before = at > 0 ? text[at - 1] : '\0';
    if (c == '\\') {
      ++at;
    } else if (!closers.empty() && c == closers.back()) {
      closers.pop_back();
    } else if (c == '"') {
      closers += '"';
    } else if (c == '\'' && !quoted) {
      at = std::min(text.find('\'', at + 1), text.size());
    } else if (c == '(' && (!quoted || before == '$')) {
      closers += ')';
    } else if (c == '{' && (closers.empty() || before == '$')) {
      closers += '}';
    }
    if (closers.empty()) return std::min(at + 1, text.size());
  }
  return text.size();
}

}  // namespace harden::model
