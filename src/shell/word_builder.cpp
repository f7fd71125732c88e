#include "shell/word_builder.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/text/ascii.h"
#include "shell/shell_script.h"

namespace harden::shell {

bool Word::literal() const {
  return std::all_of(parts.begin(), parts.end(), [](const WordPart& it) {
    return it.kind == WordPart::Kind::text;
  });
}

std::string Word::value(std::string_view script) const {
  std::string result;
  for (const WordPart& it : parts) {
    if (it.kind == WordPart::Kind::text) {
      result += it.text;
    } else {
      result += script.substr(it.span.begin, it.span.size());
    }
  }
  return result;
}

// The escapes of `$'…'`.
namespace {

constexpr std::string_view kLetters = "abeEfnrtv\\'\"?";
constexpr std::string_view kValues = "\a\b\x1b\x1b\f\n\r\t\v\\'\"?";

int digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 16;
}

// Up to `most` digits; moves `at` behind them.
std::uint32_t number(std::string_view text, std::size_t& at, int base,
                     std::size_t most) {
  std::uint32_t value = 0;
  const std::size_t end = std::min(text.size(), at + most);
  for (; at < end && digit(text[at]) < base; ++at) {
    value = value * static_cast<std::uint32_t>(base) +
            static_cast<std::uint32_t>(digit(text[at]));
  }
  return value;
}

void add_utf8(std::string& result, std::uint32_t c) {
  const auto add = [&](std::uint32_t byte) {
    result += static_cast<char>(static_cast<unsigned char>(byte));
  };
  const auto tail = [&](unsigned shift) { add(0x80 | ((c >> shift) & 0x3f)); };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xc0 | (c >> 6));
    return tail(0);
  }
  if (c < 0x10000) {
    add(0xe0 | (c >> 12));
    tail(6);
    return tail(0);
  }
  add(0xf0 | ((c >> 18) & 7));
  tail(12);
  tail(6);
  tail(0);
}

// The escape whose letter stands at `at`; moves behind it.
void add_escape(std::string& result, std::string_view text, std::size_t& at) {
  const char letter = text[at];
  if (const auto found = kLetters.find(letter); found != kLetters.npos) {
    result += kValues[found];
    ++at;
  } else if (letter >= '0' && letter <= '7') {
    result += static_cast<char>(number(text, at, 8, 3) & 0xff);
  } else if (letter == 'x') {
    result += static_cast<char>(number(text, ++at, 16, 2) & 0xff);
  } else if (letter == 'u' || letter == 'U') {
    add_utf8(result, number(text, ++at, 16, letter == 'u' ? 4 : 8));
  } else if (letter == 'c' && at + 1 < text.size()) {
    result += static_cast<char>(text[at + 1] & 0x1f);
    at += 2;
  } else {
    result += '\\';
  }
}

std::string decode_ansi(std::string_view inside) {
  std::string result;
  std::size_t at = 0;
  while (at < inside.size()) {
    if (inside[at] == '\\' && at + 1 < inside.size()) {
      add_escape(result, inside, ++at);
    } else {
      result += inside[at++];
    }
  }
  return result;
}

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

}  // namespace

Word build_word(const Pieces& pieces, std::string_view text,
                std::uint32_t first, std::uint32_t last, std::uint32_t from) {
  return WordBuilder(pieces, text).build(first, last, from);
}

}  // namespace harden::shell
