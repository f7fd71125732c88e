#include "findings/suppressions/suppression_comment.h"

#include <algorithm>
#include <string_view>

#include "base/quote/comment.h"

namespace harden {
namespace {

constexpr std::string_view blanks_and_newlines = " \t\r\n";

// A stretch of the source that is read from the left.
class CommentReader {
 public:
  CommentReader(const SourceFile& source, Span span)
      : text_(source.text(span)), begin_(span.begin) {}

  void skip(std::string_view characters) {
    const auto next = text_.find_first_not_of(characters, at_);
    at_ = std::min(next, text_.size());
  }
  bool take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  // Up to one of the characters, or the end.
  Span until(std::string_view characters) {
    const auto from = at_;
    at_ = std::min(text_.find_first_of(characters, at_), text_.size());
    return {place(from), place(at_)};
  }
  // Without blanks and what sets it off from the codes.
  Span rest() {
    skip(" \t\r\n-:#");
    const auto last = text_.find_last_not_of(blanks_and_newlines);
    if (last == text_.npos || last < at_) return {place(at_), place(at_)};
    return {place(at_), place(last + 1)};
  }

 private:
  std::uint32_t place(std::size_t at) const {
    return begin_ + static_cast<std::uint32_t>(at);
  }

  std::string_view text_;
  std::uint32_t begin_;
  std::size_t at_ = 0;
};

std::optional<SuppressionComment::Reach> reach_of(std::string_view action) {
  using Reach = SuppressionComment::Reach;
  if (action == "ignore") return Reach::below;
  if (action == "ignore-stage") return Reach::stage;
  if (action == "ignore-file") return Reach::file;
  return std::nullopt;
}

// "HD101,HD104 reason": the list goes on as long as commas follow.
void read_codes(CommentReader& reader, SuppressionComment& result) {
  do {
    reader.skip(" \t");
    result.codes.push_back(reader.until(", \t\r\n"));
    reader.skip(" \t");
  } while (reader.take(","));
  result.reason = reader.rest();
}

}  // namespace

std::optional<SuppressionComment> read_suppression(const SourceFile& source,
                                                   Span comment) {
  CommentReader reader(source, comment);
  reader.skip(" \t#");
  if (!reader.take(directive_mark)) return std::nullopt;
  reader.skip(blanks_and_newlines);
  SuppressionComment result;
  result.action = reader.until("= \t\r\n");
  result.reach = reach_of(source.text(result.action));
  if (!reader.take("=")) result.reach.reset();
  if (result.reach) read_codes(reader, result);
  return result;
}

}  // namespace harden
