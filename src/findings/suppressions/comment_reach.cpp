#include "findings/suppressions/comment_reach.h"

#include <algorithm>

namespace harden {
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
