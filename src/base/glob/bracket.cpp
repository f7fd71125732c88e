#include "base/glob/bracket.h"

namespace harden {
namespace {

class BracketReader {
 public:
  BracketReader(std::string_view pattern, std::size_t at)
      : pattern_(pattern), at_(at + 1) {}

  Bracket read(bool caret) {
    const bool negated = next() == '!' || (caret && next() == '^');
    if (negated) ++at_;
    do {
      if (!add_member()) return std::move(result_);
    } while (next() != ']');
    result_.end = at_ + 1;
    if (negated) result_.set.invert();
    return std::move(result_);
  }

 private:
  // NUL, which no pattern holds, at the end.
  char next(std::size_t ahead = 0) const {
    return at_ + ahead < pattern_.size() ? pattern_[at_ + ahead] : '\0';
  }

  // False where the bracket is never closed.
  bool add_member() {
    if (next() == '[' && next(1) == ':') {
      const auto end = pattern_.find(']', at_ + 2);
      if (end == pattern_.npos) return false;
      if (end > at_ + 2 && pattern_[end - 1] == ':') return add_class(end);
    }
    const bool is_range =
        next() == '-' && low_ != '\0' && next(1) != '\0' && next(1) != ']';
    if (is_range) ++at_;
    result_.disputed |= next() == '[' && std::string_view(":.=").find(
                                             next(1)) != std::string_view::npos;
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
    const auto low = static_cast<unsigned char>(first);
    const auto high = static_cast<unsigned char>(last);
    result_.disputed |= low > high;
    result_.set.add(low, high);
  }

  // `[:alpha:]`; `end` is its bracket.
  bool add_class(std::size_t end) {
    const auto name = pattern_.substr(at_ + 2, end - at_ - 3);
    if (!result_.set.add_class(name)) result_.unknown_class = true;
    at_ = end + 1;
    low_ = '\0';
    return true;
  }

  std::string_view pattern_;
  std::size_t at_;
  char low_ = '\0';  // what a range may begin with
  Bracket result_;
};

}  // namespace

Bracket read_bracket(std::string_view pattern, std::size_t at, bool caret) {
  return BracketReader(pattern, at).read(caret);
}

}  // namespace harden
