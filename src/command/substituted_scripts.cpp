#include "command/substituted_scripts.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "command/shell_word.h"

namespace harden {
namespace {

class SubstitutionReader {
 public:
  SubstitutionReader(std::string_view text, Span word)
      : text_(text), at_(word.begin), end_(word.end) {}

  std::vector<Span> run() {
    while (at_ < end_) step();
    return std::move(found_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '\\') {
      at_ += 2;
    } else if (c == '\'' && !in_double_) {
      at_ = behind_next(c);
    } else if (c == '`') {
      const std::uint32_t begin = at_ + 1;
      at_ = behind_next(c);
      add(begin);
    } else if (text_.substr(at_).starts_with("$(")) {
      const std::uint32_t begin = at_ + 2;
      const bool arithmetic = text_.substr(at_).starts_with("$((");
      at_ = static_cast<std::uint32_t>(behind_bracket(text_, at_ + 1));
      if (!arithmetic) add(begin);
    } else {
      if (c == '"') in_double_ = !in_double_;
      ++at_;
    }
  }

  // Behind the next quote of this kind.
  std::uint32_t behind_next(char quote) const {
    const std::size_t next = text_.find(quote, at_ + 1);
    if (next == std::string_view::npos) return end_;
    return std::min(static_cast<std::uint32_t>(next) + 1, end_);
  }

  // Up to the closing bracket or quote, which was passed just now.
  void add(std::uint32_t begin) {
    if (begin + 1 < at_) found_.push_back({begin, at_ - 1});
  }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  bool in_double_ = false;
  std::vector<Span> found_;
};

}  // namespace

std::vector<Span> substituted_scripts(std::string_view text,
                                      const ShellWord& word) {
  if (!word.opaque) return {};
  return SubstitutionReader(text, word.span).run();
}

}  // namespace harden
