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

namespace {

// The instruction around or right below a comment: only further comments may
// stand between it and the token `next`. Null: none.
const Instruction* below(const Document& document, const Token& comment,
                         std::size_t next) {
  if (next == document.tokens.size()) return nullptr;
  const auto found = std::partition_point(
      document.instructions.begin(), document.instructions.end(),
      [&](const Instruction& it) {
        return it.lines.end <= comment.span.begin;
      });
  if (found == document.instructions.end() ||
      found->lines.begin > document.tokens[next].span.begin) {
    return nullptr;
  }
  return &*found;
}

std::uint32_t begin_of(const Document& document, const Stage& stage) {
  return document.instructions[stage.begin].lines.begin;
}

// Of the stage that holds the place; before the first FROM there is none.
std::optional<Span> stage_around(const Document& document,
                                 std::uint32_t offset) {
  const auto behind = std::partition_point(
      document.stages.begin(), document.stages.end(),
      [&](const Stage& it) { return begin_of(document, it) <= offset; });
  if (behind == document.stages.begin()) return std::nullopt;
  const auto size = static_cast<std::uint32_t>(document.source->bytes().size());
  const auto end =
      behind == document.stages.end() ? size : begin_of(document, *behind);
  return Span{begin_of(document, *(behind - 1)), end};
}

CommentReach reach_of(const Document& document, const Token& comment,
                      std::size_t next) {
  CommentReach reach{comment.span, {}, {}};
  const Instruction* instruction = below(document, comment, next);
  if (instruction != nullptr) reach.below = instruction->lines;
  const bool above_from =
      instruction != nullptr && instruction->keyword == Keyword::from;
  reach.stage = stage_around(
      document, above_from ? instruction->lines.begin : comment.span.begin);
  return reach;
}

}  // namespace

// From the end, so that many comments in a row are looked through once.
std::vector<CommentReach> comment_reaches(const Document& document) {
  std::vector<CommentReach> result;
  std::size_t next = document.tokens.size();
  for (std::size_t i = next; i-- > 0;) {
    const Token& token = document.tokens[i];
    if (token.kind == TokenKind::comment) {
      result.push_back(reach_of(document, token, next));
    } else {
      next = i;
    }
  }
  std::reverse(result.begin(), result.end());
  return result;
}

}  // namespace harden
