#include "base/glob/byte_set.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace harden::cli {
namespace {

struct NamedByteClass {
  std::string_view name;
  int (*contains)(int);
};
// In the C locale, which is the program's.
constexpr NamedByteClass classes[] = {
    {"alnum", std::isalnum}, {"alpha", std::isalpha}, {"blank", std::isblank},
    {"cntrl", std::iscntrl}, {"digit", std::isdigit}, {"graph", std::isgraph},
    {"lower", std::islower}, {"print", std::isprint}, {"punct", std::ispunct},
    {"space", std::isspace}, {"upper", std::isupper}, {"xdigit", std::isxdigit},
};

class ByteSetReader {
 public:
  ByteSetReader(std::string_view pattern, std::size_t at)
      : pattern_(pattern), at_(at + 1) {}

  // The first member may be a closing bracket.
  std::optional<ByteSet> read() {
    const bool negated = next() == '!' || next() == '^';
    if (negated) ++at_;
    do {
      if (!add_member()) return std::nullopt;
    } while (next() != ']');
    ++at_;
    return negated ? ~set_ : set_;
  }

  std::size_t end() const { return at_; }

 private:
  // NUL, which no pattern holds, at the end.
  char next(std::size_t ahead = 0) const {
    return at_ + ahead < pattern_.size() ? pattern_[at_ + ahead] : '\0';
  }

  bool add_member() {
    if (next() == '[' && next(1) == ':') {
      const auto end = pattern_.find(']', at_ + 2);
      if (end == pattern_.npos) return false;
      if (end > at_ + 2 && pattern_[end - 1] == ':') return add_class(end);
    }
    const bool is_range =
        next() == '-' && low_ != '\0' && next(1) != '\0' && next(1) != ']';
    if (is_range) ++at_;
    if (next() == '\\') ++at_;
    const char member = next();
    if (member == '\0') return false;
    ++at_;
    add_range(is_range ? low_ : member, member);
    // The end of a range begins no other one.
    low_ = is_range ? '\0' : member;
    return true;
  }

  void add_range(char first, char last) {
    const auto end = static_cast<unsigned char>(last);
    for (unsigned c = static_cast<unsigned char>(first); c <= end; ++c) {
      set_.set(c);
    }
  }

  // `[:alpha:]`; `end` is its bracket.
  bool add_class(std::size_t end) {
    const auto name = pattern_.substr(at_ + 2, end - at_ - 3);
    const auto* const found =
        std::find_if(std::begin(classes), std::end(classes),
                     [&](const NamedByteClass& it) { return it.name == name; });
    if (found == std::end(classes)) return false;
    for (int c = 1; c < 128; ++c) {
      if (found->contains(c) != 0) set_.set(static_cast<std::size_t>(c));
    }
    at_ = end + 1;
    low_ = '\0';
    return true;
  }

  std::string_view pattern_;
  std::size_t at_;
  char low_ = '\0';  // what a range may begin with
  ByteSet set_;
};

}  // namespace

std::optional<ByteSet> read_byte_set(std::string_view pattern,
                                     std::size_t& at) {
  ByteSetReader reader(pattern, at);
  auto set = reader.read();
  at = reader.end();
  return set;
}

}  // namespace harden::cli
