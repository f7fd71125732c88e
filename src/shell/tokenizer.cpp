#include "shell/tokenizer.h"

#include <algorithm>
#include <utility>

#include "base/text/ascii.h"

namespace harden::shell {
namespace {

using At = CommandPosition::At;

// `"${v#p}"`, `"${v/p/r}"`, …: in these, single quotes quote.
bool takes_pattern(std::string_view text, std::uint32_t at) {
  const std::uint32_t begin = at;
  while (at < text.size() && is_word(text[at])) ++at;
  if (at == begin && at < text.size()) ++at;  // `${@#p}`
  return at < text.size() &&
         std::string_view("#%/^,").find(text[at]) != std::string_view::npos;
}

bool opens_heredoc(std::string_view op) {
  return op.ends_with("<<-") || (op.ends_with("<<") && !op.ends_with("<<<"));
}

// Of `name[…]=` the size up to the bracket; 0 for other words. A subscript
// may hold blanks and brackets that would end a word; a long one is none.
std::uint32_t subscript_size(std::string_view text) {
  constexpr std::size_t longest = 200;
  text = text.substr(0, longest);
  text = text.substr(0, text.find('\n'));
  const AssignmentHead head = assignment_head(text);
  if (!head.element) return 0;
  return head.value_begin - (head.append ? 2 : 1);
}

}  // namespace

Tokenizer::Tokenizer(std::string_view text, Lexer& lexer)
    : text_(text), lexer_(lexer) {
  result_.pieces.reserve(text.size() / 4 + 8);
  result_.units.reserve(text.size() / 8 + 8);
  open_.push_back({});
}

Pieces Tokenizer::run() {
  do {
    read_all();
  } while (take_back());
  finish();
  return std::move(result_);
}

void Tokenizer::read_all() {
  const auto size = static_cast<std::uint32_t>(text_.size());
  while (at_ < size) {
    const Piece piece = lexer_.next(mode(), at_);
    at_ = piece.span.end;
    result_.pieces.push_back(piece);
    step(piece);
    if (open_.size() > max_nesting) give_up();
  }
}

Mode Tokenizer::mode() const {
  const Open& top = open_.back();
  switch (top.kind) {
    case Kind::quoted:
      return Mode::quoted;
    case Kind::braces:
      return Mode::braces;
    case Kind::quoted_braces:
      return Mode::quoted_braces;
    case Kind::arithmetic:
    case Kind::brackets:
    case Kind::square:
      return Mode::nested;
    default:
      return top.word != none || top.position.in_regex() ? Mode::rest_of_word
                                                         : Mode::between_words;
  }
}

void Tokenizer::step(const Piece& piece) {
  if (holds_words(open_.back().kind)) {
    in_list(piece);
  } else {
    in_expansion(piece);
  }
}

void Tokenizer::in_list(const Piece& piece) {
  if (piece.symbol >= Symbol::text) return word_piece(piece);
  if (piece.symbol == Symbol::continuation) return;
  if (piece.symbol == Symbol::open) return open_bracket();
  Open& top = open_.back();
  if (piece.symbol == Symbol::pipe && top.position.in_regex() &&
      top.word != none) {
    result_.pieces.back().symbol = Symbol::text;
    return;
  }
  end_word(last_piece());
  if (piece.symbol == Symbol::close) return close_bracket();
  if (piece.symbol == Symbol::blank || piece.symbol == Symbol::comment) return;
  const Symbol symbol = open_.back().position.operation(piece.symbol);
  emit(symbol, last_piece(), last_piece());
  open_.back().heredoc_operator =
      symbol == Symbol::redirect && opens_heredoc(raw(piece.span))
          ? last_piece()
          : none;
  if (piece.symbol == Symbol::newline) newline();
}

void Tokenizer::word_piece(const Piece& piece) {
  Open& top = open_.back();
  if (top.word != none) {
    opens(piece.symbol);
    return;
  }
  top.word = last_piece();
  if (piece.symbol == Symbol::text && top.position.may_assign() &&
      raw(piece.span).find('[') != std::string_view::npos) {
    const std::uint32_t end =
        piece.span.begin + subscript_size(text_.substr(piece.span.begin));
    if (end > at_) result_.pieces.back().span.end = at_ = end;
  }
  opens(piece.symbol);
}

// Pushes what a piece opens.
bool Tokenizer::opens(Symbol symbol) {
  const Kind around = open_.back().kind;
  switch (symbol) {
    case Symbol::quote:
      push(Kind::quoted);
      return true;
    case Symbol::parameter_open: {
      const bool quoted =
          around == Kind::quoted || around == Kind::quoted_braces;
      push(quoted && !takes_pattern(text_, at_) ? Kind::quoted_braces
                                                : Kind::braces);
      return true;
    }
    case Symbol::command_open:
    case Symbol::process_open:
      push(Kind::command);
      return true;
    case Symbol::arithmetic_open:
      push(Kind::arithmetic);
      return true;
    case Symbol::bracket_open:
      push(Kind::square);
      return true;
    default:
      return false;
  }
}

void Tokenizer::in_expansion(const Piece& piece) {
  const Kind kind = open_.back().kind;
  const bool closes = (kind == Kind::quoted && piece.symbol == Symbol::quote) ||
                      piece.symbol == Symbol::brace_close;
  if (closes) return pop();
  if (opens(piece.symbol)) return;
  if (kind >= Kind::arithmetic) nested_bracket(piece);
}

void Tokenizer::nested_bracket(const Piece& piece) {
  Open& top = open_.back();
  const bool square = top.kind == Kind::square;
  result_.pieces.back().kind = TokenKind::word;
  if (piece.symbol == (square ? Symbol::square_open : Symbol::open)) {
    ++top.nested;
  } else if (piece.symbol == (square ? Symbol::square_close : Symbol::close)) {
    if (top.nested > 0) {
      --top.nested;
    } else if (top.kind == Kind::arithmetic) {
      end_arithmetic();
    } else {
      pop();
    }
  }
}

// At the first of the two brackets that close it, or at one that shows that
// this is a subshell and not arithmetic: `$((a); b)`.
void Tokenizer::end_arithmetic() {
  if (byte_at(at_) != ')') {
    take_back(open_.size() - 1);
    return;
  }
  result_.pieces.push_back({Symbol::close, TokenKind::word, {at_, at_ + 1}, 0});
  ++at_;
  const std::uint32_t opener = open_.back().opener;
  const bool command = result_.pieces[opener].symbol == Symbol::open;
  pop();
  if (!command) return;
  emit(Symbol::arithmetic, opener, last_piece());
  open_.back().position.closed();
}

void Tokenizer::push(Kind kind) {
  Open next;
  next.kind = kind;
  next.opener = last_piece();
  if (kind == Kind::array || kind == Kind::inner_array) {
    next.position = CommandPosition(At::array);
  }
  // The lines of `a <<E | (b` come behind the line's end, wherever that is.
  next.heredocs = kind == Kind::subshell || kind == Kind::array
                      ? open_.back().heredocs
                      : waiting_.size();
  next.units_before = result_.units.size();
  next.heredocs_before = result_.heredocs.size();
  if (in_word(kind)) ++expansions_;
  open_.push_back(next);
}

void Tokenizer::pop() {
  const Open& top = open_.back();
  if (in_word(top.kind)) {
    result_.pieces[top.opener].link = last_piece();
    result_.pieces.back().kind = TokenKind::word;
  }
  drop();
}

void Tokenizer::emit(Symbol symbol, std::uint32_t first, std::uint32_t last) {
  if (expansions_ != 0) return;
  // Blank lines would only cost the parser time.
  if (symbol == Symbol::newline &&
      (result_.units.empty() ||
       result_.units.back().symbol == Symbol::newline)) {
    return;
  }
  result_.units.push_back({symbol, first, last});
}

std::uint32_t Tokenizer::last_piece() const {
  return static_cast<std::uint32_t>(result_.pieces.size()) - 1;
}

std::string_view Tokenizer::raw(Span span) const {
  return text_.substr(span.begin, span.size());
}

char Tokenizer::byte_at(std::uint32_t at) const {
  return at < text_.size() ? text_[at] : '\0';
}

}  // namespace harden::shell
