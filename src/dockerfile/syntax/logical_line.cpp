#include "dockerfile/syntax/logical_line.h"

#include <algorithm>

namespace harden {

std::uint32_t LogicalText::to_source(std::uint32_t text_offset) const {
  if (pieces.empty()) return 0;
  auto next = std::upper_bound(pieces.begin(), pieces.end(), text_offset,
                               [](std::uint32_t at, const Piece& piece) {
                                 return at < piece.text_begin;
                               });
  const Piece& piece = *(next == pieces.begin() ? next : next - 1);
  return piece.source_begin + (text_offset - piece.text_begin);
}

Span LogicalText::to_source(std::uint32_t text_begin,
                            std::uint32_t text_end) const {
  if (text_begin == text_end) {
    // Behind what stands before it: where a value is missing, not where the
    // next line goes on.
    std::uint32_t at =
        text_begin == 0 ? to_source(0) : to_source(text_begin - 1) + 1;
    return {at, at};
  }
  // The end belongs to the piece of the last byte, not to the one that begins
  // behind it.
  return {to_source(text_begin), to_source(text_end - 1) + 1};
}

namespace {

bool is_escape_at_end(std::string_view source, const Lexeme& lexeme,
                      char escape) {
  std::string_view text = source.substr(lexeme.span.begin, lexeme.span.size());
  return lexeme.span.end == source.size() && !text.empty() &&
         text.front() == escape &&
         text.find_first_not_of(" \t", 1) == std::string_view::npos;
}

}  // namespace

LogicalText join(std::string_view source, const Lexeme* begin,
                 const Lexeme* end, char escape) {
  LogicalText line;
  for (const Lexeme* it = begin; it != end; ++it) {
    bool kept = it->symbol == Symbol::keyword || it->symbol == Symbol::text ||
                it->symbol == Symbol::onbuild || it->symbol == Symbol::space;
    if (!kept || is_escape_at_end(source, *it, escape)) continue;
    auto at = static_cast<std::uint32_t>(line.text.size());
    bool adjoins =
        !line.pieces.empty() && line.pieces.back().source_begin +
                                        (at - line.pieces.back().text_begin) ==
                                    it->span.begin;
    if (!adjoins) line.pieces.push_back({at, it->span.begin});
    line.text += source.substr(it->span.begin, it->span.size());
  }
  return line;
}

LogicalText part(const LogicalText& whole, std::size_t begin, std::size_t end) {
  LogicalText result;
  result.text = whole.text.substr(begin, end - begin);
  auto first = static_cast<std::uint32_t>(begin);
  result.pieces.push_back({0, whole.to_source(first)});
  for (const auto& piece : whole.pieces) {
    if (piece.text_begin <= first) continue;
    if (piece.text_begin >= end) break;
    result.pieces.push_back({piece.text_begin - first, piece.source_begin});
  }
  return result;
}

LogicalText trimmed(const LogicalText& whole, std::size_t begin) {
  std::size_t end = whole.text.size();
  while (begin < end && is_blank(whole.text[begin])) ++begin;
  while (end > begin && is_blank(whole.text[end - 1])) --end;
  return part(whole, begin, end);
}

}  // namespace harden
