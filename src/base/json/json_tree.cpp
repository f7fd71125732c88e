#include "base/json/json_tree.h"

#include <fmt/format.h>

#include <utility>

#include "base/source/source_file.h"
#include "base/text/ascii.h"

namespace harden {
namespace {

constexpr std::size_t largest = std::size_t{1} << 20;  // bytes
constexpr int deepest = 16;

void append_utf8(std::string& text, std::uint32_t code) {
  const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) return add(code);
  if (code < 0x800) {
    add(0xC0 | (code >> 6));
  } else {
    if (code < 0x10000) {
      add(0xE0 | (code >> 12));
    } else {
      add(0xF0 | (code >> 18));
      add(0x80 | ((code >> 12) & 0x3F));
    }
    add(0x80 | ((code >> 6) & 0x3F));
  }
  add(0x80 | (code & 0x3F));
}

class JsonReader {
 public:
  explicit JsonReader(const SourceFile& source)
      : source_(source), bytes_(source.bytes()) {
    if (bytes_.size() > largest) {
      throw BadInput(source.name(),
                     "is larger than 1 MiB, as no seccomp profile is");
    }
    if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  JsonValue run() {
    JsonValue value = read(0);
    skip_blanks();
    if (at_ != bytes_.size()) fail("is not the end, but the JSON ends before");
    return value;
  }

 private:
  using Kind = JsonValue::Kind;

  [[noreturn]] void fail(std::string_view message) const {
    refuse(source_, static_cast<std::uint32_t>(at_),
           fmt::format("is not JSON: {}", message));
  }

  char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

  void skip_blanks() {
    while (at_ < bytes_.size() && std::string_view(" \t\r\n").find(
                                      bytes_[at_]) != std::string_view::npos) {
      ++at_;
    }
  }

  // The next character that is not a blank, if it is this one.
  bool take(char c) {
    skip_blanks();
    if (at_ >= bytes_.size() || bytes_[at_] != c) return false;
    ++at_;
    return true;
  }

  JsonValue read(int depth) {
    if (depth > deepest) fail("it is nested more than 16 levels deep");
    skip_blanks();
    JsonValue value;
    value.span.begin = static_cast<std::uint32_t>(at_);
    if (take('{')) {
      value.kind = Kind::object;
      read_members(value, depth);
    } else if (take('[')) {
      value.kind = Kind::list;
      read_items(value, depth);
    } else if (take('"')) {
      value.kind = Kind::text;
      value.text = read_text();
    } else if (peek() == '-' || is_digit(peek())) {
      value.kind = Kind::number;
      value.text = read_number();
    } else {
      read_word(value);
    }
    value.span.end = static_cast<std::uint32_t>(at_);
    return value;
  }

  void read_items(JsonValue& list, int depth) {
    if (take(']')) return;
    do {
      list.items.push_back(read(depth + 1));
    } while (take(','));
    if (!take(']')) fail("`,` or `]` is missing here");
  }

  void read_members(JsonValue& object, int depth) {
    if (take('}')) return;
    do {
      read_member(object, depth);
    } while (take(','));
    if (!take('}')) fail("`,` or `}` is missing here");
  }

  void read_member(JsonValue& object, int depth) {
    if (!take('"')) fail("a key in quotes is missing here");
    const std::size_t begin = at_ - 1;
    JsonMember member;
    member.key = read_text();
    member.key_span = {static_cast<std::uint32_t>(begin),
                       static_cast<std::uint32_t>(at_)};
    if (object.find(member.key) != nullptr) {
      at_ = begin;
      fail(fmt::format("`{}` is given twice", member.key.substr(0, 64)));
    }
    // No object of a profile has more; so the search above stays short.
    if (object.members.size() >= 64) fail("the object has too many keys");
    if (!take(':')) fail("`:` is missing here");
    member.value = read(depth + 1);
    object.members.push_back(std::move(member));
  }

  // Behind the opening quote, up to and with the closing one.
  std::string read_text() {
    std::string text;
    while (true) {
      if (at_ >= bytes_.size()) fail("the file ends within quotes");
      const char c = bytes_[at_++];
      if (c == '"') return text;
      if (static_cast<unsigned char>(c) < 0x20) {
        --at_;
        fail("a text goes over the end of the line");
      }
      if (c == '\\') {
        read_escape(text);
      } else {
        text += c;
      }
    }
  }

  void read_escape(std::string& text) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view values = "\"\\/\b\f\n\r\t";
    const char c = peek();
    ++at_;
    if (c == 'u') return append_utf8(text, read_code());
    const std::size_t i = c == '\0' ? letters.npos : letters.find(c);
    if (i == letters.npos) fail("there is no such escape");
    text += values[i];
  }

  std::uint32_t read_code() {
    const std::uint32_t first = read_hex();
    if (first < 0xD800 || first > 0xDFFF) return first;
    if (first > 0xDBFF || bytes_.substr(at_, 2) != "\\u") return 0xFFFD;
    at_ += 2;
    const std::uint32_t second = read_hex();
    if (second < 0xDC00 || second > 0xDFFF) return 0xFFFD;
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
  }

  std::uint32_t read_hex() {
    std::uint32_t code = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = peek();
      const char lower = static_cast<char>(c | 0x20);
      if (is_digit(c)) {
        code = code * 16 + static_cast<std::uint32_t>(c - '0');
      } else if (lower >= 'a' && lower <= 'f') {
        code = code * 16 + static_cast<std::uint32_t>(lower - 'a' + 10);
      } else {
        fail("four hexadecimal digits are missing here");
      }
    }
    return code;
  }

  std::string read_number() {
    const std::size_t begin = at_;
    if (peek() == '-') ++at_;
    // A 0 in front of other digits is none of JSON's.
    if (peek() == '0') {
      ++at_;
    } else {
      read_digits();
    }
    if (peek() == '.') {
      ++at_;
      read_digits();
    }
    if ((peek() | 0x20) == 'e') {
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      read_digits();
    }
    return std::string(bytes_.substr(begin, at_ - begin));
  }

  void read_digits() {
    if (!is_digit(peek())) fail("a digit is missing here");
    while (is_digit(peek())) ++at_;
  }

  void read_word(JsonValue& value) {
    for (const std::string_view word : {"true", "false", "null"}) {
      if (bytes_.substr(at_, word.size()) != word) continue;
      at_ += word.size();
      value.kind = word == "null" ? Kind::null : Kind::truth;
      value.text = word;
      return;
    }
    fail(at_ >= bytes_.size() ? "the file ends where a value is missing"
                              : "a value is missing here");
  }

  const SourceFile& source_;
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace

const JsonMember* JsonValue::find(std::string_view key) const {
  for (const JsonMember& it : members) {
    if (it.key == key) return &it;
  }
  return nullptr;
}

JsonValue read_json(const SourceFile& source) {
  return JsonReader(source).run();
}

}  // namespace harden
