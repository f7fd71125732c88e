// The exec form: JSON, with the place of each string.
//
// A JSON library tells the values but not where they stand, and the rewrites
// need the places; so this reads the one shape that counts, and the library
// answers whether anything else is JSON at all.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/libraries/json.h"
#include "base/text/ascii.h"
#include "dockerfile/syntax/arguments.h"
#include "dockerfile/syntax/logical_line.h"

namespace harden {
namespace {

class StringArrayReader {
 public:
  StringArrayReader(std::string_view text, std::size_t at)
      : text_(text), at_(at) {}

  // Calls `found(begin, end, value)` for each string; false when the text is
  // anything but one array of strings.
  template <typename Found>
  bool read(Found found) {
    if (!take('[')) return false;
    if (take(']')) return at_end();
    do {
      skip();
      std::size_t begin = at_;
      std::string value;
      if (!read_string(value)) return false;
      found(begin, at_, std::move(value));
    } while (take(','));
    return take(']') && at_end();
  }

 private:
  void skip() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }
  bool take(char c) {
    skip();
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool at_end() {
    skip();
    return at_ == text_.size();
  }

  bool read_string(std::string& value) {
    if (at_ == text_.size() || text_[at_] != '"') return false;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        return true;
      }
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c != '\\') {
        value += c;
      } else if (!read_escape(value)) {
        return false;
      }
    }
    return false;
  }

  // At a backslash; leaves `at_` on the last character of the escape.
  bool read_escape(std::string& value) {
    if (++at_ == text_.size()) return false;
    switch (text_[at_]) {
      case '"':
        value += '"';
        return true;
      case '\\':
        value += '\\';
        return true;
      case '/':
        value += '/';
        return true;
      case 'b':
        value += '\b';
        return true;
      case 'f':
        value += '\f';
        return true;
      case 'n':
        value += '\n';
        return true;
      case 'r':
        value += '\r';
        return true;
      case 't':
        value += '\t';
        return true;
      case 'u':
        return read_code_point(value);
      default:
        return false;
    }
  }

  std::optional<std::uint32_t> four_digits(std::size_t at) const {
    if (at + 4 > text_.size()) return std::nullopt;
    std::uint32_t result = 0;
    for (char c : text_.substr(at, 4)) {
      result <<= 4;
      if (is_digit(c)) {
        result |= static_cast<std::uint32_t>(c - '0');
      } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f') {
        result |= static_cast<std::uint32_t>((c | 0x20) - 'a' + 10);
      } else {
        return std::nullopt;
      }
    }
    return result;
  }

  bool read_code_point(std::string& value) {
    auto first = four_digits(at_ + 1);
    if (!first) return false;
    at_ += 4;
    std::uint32_t code = *first;
    if (code >= 0xD800 && code < 0xDC00 && text_.substr(at_ + 1, 2) == "\\u") {
      auto second = four_digits(at_ + 3);
      if (second && *second >= 0xDC00 && *second < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (*second - 0xDC00);
        at_ += 6;
      }
    }
    // Half a surrogate pair becomes the replacement character, as in Go.
    if (code >= 0xD800 && code < 0xE000) code = 0xFFFD;
    append_utf8(value, code);
    return true;
  }

  static void append_utf8(std::string& to, std::uint32_t code) {
    auto tail = [&](int shift) {
      to += static_cast<char>(0x80 | ((code >> shift) & 0x3F));
    };
    if (code < 0x80) {
      to += static_cast<char>(code);
    } else if (code < 0x800) {
      to += static_cast<char>(0xC0 | (code >> 6));
      tail(0);
    } else if (code < 0x10000) {
      to += static_cast<char>(0xE0 | (code >> 12));
      tail(6);
      tail(0);
    } else {
      to += static_cast<char>(0xF0 | (code >> 18));
      tail(12);
      tail(6);
      tail(0);
    }
  }

  std::string_view text_;
  std::size_t at_;
};

}  // namespace

std::optional<std::vector<Word>> parse_string_array(const LogicalText& text,
                                                    std::size_t begin) {
  std::vector<Word> words;
  bool valid =
      StringArrayReader(text.text, begin)
          .read([&](std::size_t from, std::size_t to, std::string value) {
            words.push_back({text.to_source(static_cast<std::uint32_t>(from),
                                            static_cast<std::uint32_t>(to)),
                             std::move(value)});
          });
  if (!valid) return std::nullopt;
  return words;
}

bool is_string_array(std::string_view text) {
  return StringArrayReader(text, 0).read(
      [](std::size_t, std::size_t, const std::string&) {});
}

bool is_other_json_array(std::string_view text) {
  return !text.empty() && text.front() == '[' && !is_string_array(text) &&
         nlohmann::json::accept(text);
}

}  // namespace harden
