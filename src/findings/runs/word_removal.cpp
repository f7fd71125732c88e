#include "findings/runs/word_removal.h"

#include <algorithm>

namespace harden::rule {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t", at), text.size());
}

// Behind the line ending at `at`, past a carriage return; `at` when there is
// none.
std::size_t behind_newline(std::string_view text, std::size_t at) {
  const std::size_t from = at;
  if (at < text.size() && text[at] == '\r') ++at;
  return at < text.size() && text[at] == '\n' ? at + 1 : from;
}

Edit removal(const Document& document, Span words) {
  const std::string_view text = document.source->bytes();
  std::size_t begin = words.begin;
  while (begin > 0 && is_blank(text[begin - 1])) --begin;
  const std::size_t end = behind_blanks(text, words.end);
  const bool ends_line = end == text.size() || behind_newline(text, end) != end;
  if (ends_line) {
    return {{static_cast<std::uint32_t>(begin), words.end}, {}};
  }
  const bool continued = text[end] == document.style.escape;
  const std::size_t next =
      continued ? behind_newline(text, behind_blanks(text, end + 1)) : 0;
  const bool alone = begin > 0 && text[begin - 1] == '\n' && next > end + 1 &&
                     text[next - 1] == '\n';
  if (alone) {
    return {
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(next)},
        {}};
  }
  return {{words.begin, static_cast<std::uint32_t>(end)}, {}};
}

}  // namespace

std::optional<Edit> remove_words(const Subject& subject, const Call& call,
                                 Span first, Span last) {
  const Span all{first.begin, last.end};
  if (!subject.is_in_one_piece(call, all)) return std::nullopt;
  return removal(subject.document, subject.place(call, all));
}

}  // namespace harden::rule
