#include "cli/search/ignore_file.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/files/clean_path.h"

namespace harden::cli {
namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::size_t sequence_length(unsigned char lead) {
  if (lead >= 0xf0 && lead < 0xf8) return 4;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  return 1;
}

// Takes one code point off the front; a byte that is no UTF-8 counts as one.
char32_t take(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const auto length = std::min(sequence_length(lead), text.size());
  char32_t result = length == 1 ? lead : lead & (0x7fU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    result = (result << 6) | (static_cast<unsigned char>(text[i]) & 0x3fU);
  }
  text.remove_prefix(length);
  return result;
}

[[noreturn]] void refuse() {
  throw std::invalid_argument("syntax error in pattern");
}

// A character of a class, where `]` and `-` need a backslash.
char32_t take_class_member(std::string_view& rest) {
  if (rest.empty() || rest.front() == '-' || rest.front() == ']') refuse();
  if (rest.front() == '\\') rest.remove_prefix(1);
  if (rest.empty()) refuse();
  return take(rest);
}

}  // namespace

bool IgnorePattern::Part::accepts(char32_t c) const {
  const auto in = [c](Range range) {
    return range.first <= c && c <= range.last;
  };
  switch (kind) {
    case Kind::literal:
      return c == literal;
    case Kind::any:
    case Kind::star:
      return c != U'/';
    case Kind::one_of:
      return std::any_of(ranges.begin(), ranges.end(), in);
    case Kind::none_of:
      return std::none_of(ranges.begin(), ranges.end(), in);
    case Kind::folders:
    case Kind::everything:
      return true;
  }
  return false;
}

IgnorePattern::IgnorePattern(std::string_view pattern) {
  while (!pattern.empty()) {
    const char32_t c = take(pattern);
    if (c == U'*') {
      add_stars(pattern);
    } else if (c == U'?') {
      parts_.push_back({Kind::any});
    } else if (c == U'[') {
      add_class(pattern);
    } else if (c != U'\\') {
      parts_.push_back({Kind::literal, c});
    } else if (!pattern.empty()) {
      parts_.push_back({Kind::literal, take(pattern)});
    } else {
      refuse();
    }
  }
}

void IgnorePattern::add_stars(std::string_view& rest) {
  if (!rest.starts_with('*')) {
    parts_.push_back({Kind::star});
    return;
  }
  rest.remove_prefix(1);
  const bool slash = rest.starts_with('/');
  if (slash) rest.remove_prefix(1);
  // moby compares a plain ending behind a leading `**` as text: `**file` is
  // also the end of "myfile", which `**fil?` is not.
  const bool plain_ending =
      parts_.empty() && !slash && rest.find_first_of("*?[]\\") == rest.npos;
  parts_.push_back(
      {rest.empty() || plain_ending ? Kind::everything : Kind::folders});
}

void IgnorePattern::add_class(std::string_view& rest) {
  Part part{Kind::one_of};
  if (rest.starts_with('^')) {
    part.kind = Kind::none_of;
    rest.remove_prefix(1);
  }
  do {
    Range range{};
    range.first = range.last = take_class_member(rest);
    if (rest.starts_with('-')) {
      rest.remove_prefix(1);
      range.last = take_class_member(rest);
    }
    part.ranges.push_back(range);
  } while (!rest.starts_with(']'));
  rest.remove_prefix(1);
  parts_.push_back(std::move(part));
}

// All positions in the pattern that the path so far can have reached are kept
// at once, so that no pattern takes more than its length times the path's.
bool IgnorePattern::matches(std::string_view path) const {
  const std::size_t end = parts_.size();
  std::vector<char> here(end + 1, 0);
  std::vector<char> next(end + 1, 0);
  // Parts that may stand for nothing are passed by; one inside `folders` is
  // marked apart, since it can be left only behind a `/`.
  std::vector<char> inside(end + 1, 0);
  const auto settle = [&](std::vector<char>& at) {
    for (std::size_t i = 0; i < end; ++i) {
      const auto kind = parts_[i].kind;
      if (at[i] != 0 && (kind == Kind::star || kind == Kind::folders ||
                         kind == Kind::everything)) {
        at[i + 1] = 1;
      }
    }
  };
  here[0] = 1;
  settle(here);
  while (!path.empty()) {
    const char32_t c = take(path);
    std::fill(next.begin(), next.end(), 0);
    for (std::size_t i = 0; i < end; ++i) {
      const Part& part = parts_[i];
      if (part.kind == Kind::folders) {
        if (here[i] != 0) inside[i] = 1;
        if (inside[i] != 0 && c == U'/') next[i + 1] = 1;
      } else if (here[i] != 0 && part.accepts(c)) {
        const bool stays =
            part.kind == Kind::star || part.kind == Kind::everything;
        next[stays ? i : i + 1] = 1;
      }
    }
    settle(next);
    here.swap(next);
  }
  return here[end] != 0;
}

IgnoreFile::IgnoreFile(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    add_line(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

void IgnoreFile::add_line(std::string_view line) {
  if (line.starts_with('#')) return;
  line = trim(line);
  const bool exception = line.starts_with('!');
  if (exception) line = trim(line.substr(1));
  if (line.empty()) return;
  std::string pattern = clean_path(line);
  if (pattern.size() > 1 && pattern.front() == '/') pattern.erase(0, 1);
  try {
    rules_.push_back({IgnorePattern(pattern), exception});
    has_exceptions_ |= exception;
  } catch (const std::invalid_argument&) {
    // The engine stops at such a line; its own message is better than ours.
  }
}

bool IgnoreFile::excludes(std::string_view path) const {
  bool excluded = false;
  for (const auto& rule : rules_) {
    // A rule can only turn the answer.
    if (rule.exception != excluded) continue;
    for (auto end = path.find('/');; end = path.find('/', end + 1)) {
      if (rule.pattern.matches(path.substr(0, end))) {
        excluded = !rule.exception;
        break;
      }
      if (end == std::string_view::npos) break;
    }
  }
  return excluded;
}

}  // namespace harden::cli
