#include "shell/word_builder.h"

#include <algorithm>
#include <utility>

#include "shell/ansi_escapes.h"

namespace harden::shell {
namespace {

using Kind = WordPart::Kind;

class WordBuilder {
 public:
  WordBuilder(const Pieces& pieces, std::string_view text)
      : pieces_(pieces.pieces), text_(text) {}

  Word build(std::uint32_t first, std::uint32_t last, std::uint32_t from) {
    const std::uint32_t end = pieces_[last].span.end;
    // Most words have one part or a few; the pieces of a long `$(…)` are one.
    word_.parts.reserve(std::min(last - first + 1, 4U));
    for (std::uint32_t i = first; i <= last; ++i) {
      Span span = pieces_[i].span;
      if (span.end <= from) continue;
      span.begin = std::max(span.begin, from);
      i = add(i, span);
    }
    const std::uint32_t begin = std::max(from, pieces_[first].span.begin);
    if (word_.parts.empty()) {
      word_.parts.push_back({Kind::text, false, {begin, begin}, {}});
    }
    word_.span = {begin, std::max(begin, end)};
    return std::move(word_);
  }

 private:
  std::string_view raw(Span span) const {
    return text_.substr(span.begin, span.size());
  }

  // Returns the last piece that was used.
  std::uint32_t add(std::uint32_t index, Span span) {
    const Piece& piece = pieces_[index];
    const std::uint32_t closing = std::max(piece.link, index);
    switch (piece.symbol) {
      case Symbol::continuation:
        return index;
      case Symbol::escaped:
        add_text(span, raw(span).substr(span.size() == 1 ? 0 : 1), true);
        return index;
      case Symbol::single_quoted:
        add_quoted({span.begin + 1, span.end - 1});
        return index;
      case Symbol::ansi_quoted: {
        const Span inner{span.begin + 2, span.end - 1};
        add_part(Kind::text, true, inner, decode_ansi(raw(inner)));
        return index;
      }
      case Symbol::quote:
        toggle_quotes(piece);
        return index;
      case Symbol::variable:
        add_part(Kind::variable, quoted_, span,
                 std::string(raw(span).substr(1)));
        return index;
      case Symbol::backquoted:
        add_part(Kind::command, quoted_, span,
                 without_escapes(raw({span.begin + 1, span.end - 1})));
        return index;
      case Symbol::parameter_open:
        add_expansion(Kind::parameter, span, closing, 2, 1);
        return closing;
      case Symbol::command_open:
        add_expansion(Kind::command, span, closing, 2, 1);
        return closing;
      case Symbol::arithmetic_open:
        add_expansion(Kind::arithmetic, span, closing, 3, 2);
        return closing;
      case Symbol::bracket_open:
      case Symbol::process_open:
      case Symbol::open:
        add_expansion(Kind::other, span, closing, 0, 0);
        return closing;
      default:
        add_text(span, raw(span), quoted_);
        return index;
    }
  }

  void toggle_quotes(const Piece& piece) {
    quoted_ = !quoted_;
    if (quoted_) {
      parts_before_ = word_.parts.size();
    } else if (word_.parts.size() == parts_before_) {
      add_quoted({piece.span.begin, piece.span.begin});
    }
    joinable_ = false;
  }

  void add_quoted(Span inner) {
    add_part(Kind::text, true, inner, std::string(raw(inner)));
  }

  // One part for text that is cut by escapes and continuations only.
  void add_text(Span span, std::string_view text, bool quoted) {
    if (joinable_ && word_.parts.back().quoted == quoted) {
      word_.parts.back().span.end = span.end;
      word_.parts.back().text += text;
      return;
    }
    add_part(Kind::text, quoted, span, std::string(text));
    joinable_ = true;
  }

  void add_expansion(Kind kind, Span span, std::uint32_t closing,
                     std::uint32_t left, std::uint32_t right) {
    const Span all{span.begin, pieces_[closing].span.end};
    add_part(kind, quoted_, all,
             std::string(raw({all.begin + left, all.end - right})));
  }

  void add_part(Kind kind, bool quoted, Span span, std::string text) {
    joinable_ = false;
    word_.parts.push_back({kind, quoted, span, std::move(text)});
  }

  // Of backquotes: \` \\ \$, and in double quotes \".
  std::string without_escapes(std::string_view inside) const {
    std::string result;
    for (std::size_t i = 0; i < inside.size(); ++i) {
      const char next = i + 1 < inside.size() ? inside[i + 1] : '\0';
      const bool escape = next == '`' || next == '\\' || next == '$' ||
                          (quoted_ && next == '"');
      if (inside[i] == '\\' && escape) ++i;
      result += inside[i];
    }
    return result;
  }

  const std::vector<Piece>& pieces_;
  std::string_view text_;
  Word word_;
  bool quoted_ = false;
  bool joinable_ = false;  // the last part is text that may go on
  std::size_t parts_before_ = 0;
};

// As most words are.
Word plain_word(Span span, std::string_view text) {
  Word word{span, {}};
  word.parts.reserve(1);
  word.parts.push_back({Kind::text, false, span,
                        std::string(text.substr(span.begin, span.size()))});
  return word;
}

}  // namespace

Word build_word(const Pieces& pieces, std::string_view text,
                std::uint32_t first, std::uint32_t last, std::uint32_t from) {
  const Piece& piece = pieces.pieces[first];
  if (first == last && piece.symbol == Symbol::text &&
      piece.span.begin >= from) {
    return plain_word(piece.span, text);
  }
  return WordBuilder(pieces, text).build(first, last, from);
}

}  // namespace harden::shell
