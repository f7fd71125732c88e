// The tokenizer's words and brackets between commands.
#include <algorithm>
#include <utility>

#include "shell/tokenizer.h"

namespace harden::shell {

using At = CommandPosition::At;

// `behind` is the first piece that is not the word's.
void Tokenizer::end_word(std::uint32_t behind) {
  const std::uint32_t first = std::exchange(open_.back().word, none);
  if (first == none) return;
  std::uint32_t last = behind - 1;
  while (last > first && result_.pieces[last].symbol == Symbol::continuation) {
    --last;
  }
  emit(word_symbol(first, last), first, last);
}

Symbol Tokenizer::word_symbol(std::uint32_t first, std::uint32_t last) {
  CommandPosition& position = open_.back().position;
  const Piece& piece = result_.pieces[first];
  const std::uint32_t begin = piece.span.begin;
  const Piece& final_piece = result_.pieces[last];
  if (position.wants_target() && open_.back().heredoc_operator != none) {
    note_heredoc(first, last);
  }
  const Symbol symbol =
      position.word(text_.substr(begin, final_piece.span.end - begin),
                    first == last && piece.symbol == Symbol::text);
  return final_piece.symbol == Symbol::unclosed ? Symbol::stray : symbol;
}

void Tokenizer::note_heredoc(std::uint32_t first, std::uint32_t last) {
  const std::uint32_t redirection =
      std::exchange(open_.back().heredoc_operator, none);
  HereDocument heredoc;
  heredoc.strips_tabs = text_[result_.pieces[redirection].span.end - 1] == '-';
  for (std::uint32_t i = first; i <= last; ++i) {
    const Piece& it = result_.pieces[i];
    std::string_view raw = text_.substr(it.span.begin, it.span.size());
    if (it.symbol == Symbol::continuation) continue;
    if (it.symbol >= Symbol::escaped && it.symbol <= Symbol::ansi_quoted) {
      heredoc.expands = false;
      raw.remove_prefix(raw[0] == '$' ? 2 : 1);
      if (it.symbol != Symbol::escaped) raw.remove_suffix(1);
    } else if (it.symbol == Symbol::quote) {
      heredoc.expands = false;
      continue;
    }
    heredoc.delimiter += raw;
  }
  waiting_.push_back(static_cast<std::uint32_t>(result_.heredocs.size()));
  result_.heredocs.push_back(std::move(heredoc));
  result_.pieces[redirection].link =
      static_cast<std::uint32_t>(result_.heredocs.size());
}

void Tokenizer::newline() {
  const std::size_t begin = std::min(open_.back().heredocs, waiting_.size());
  for (std::size_t i = begin; i < waiting_.size(); ++i) {
    read_heredoc(result_.heredocs[waiting_[i]]);
  }
  waiting_.resize(begin);
}

void Tokenizer::read_heredoc(HereDocument& heredoc) {
  const auto size = static_cast<std::uint32_t>(text_.size());
  const std::uint32_t begin = at_;
  std::uint32_t line = begin;
  std::uint32_t end = size;
  bool joined = false;  // to the line before
  for (; line < size; line = end) {
    end = static_cast<std::uint32_t>(
        std::min<std::size_t>(text_.find('\n', line), size - 1) + 1);
    std::string_view content = text_.substr(line, end - line);
    while (content.ends_with('\n') || content.ends_with('\r')) {
      content.remove_suffix(1);
    }
    const std::size_t tabs =
        std::min(content.find_first_not_of('\t'), content.size());
    if (!joined &&
        content.substr(heredoc.strips_tabs ? tabs : 0) == heredoc.delimiter) {
      break;
    }
    const std::size_t kept = content.find_last_not_of('\\') + 1;
    joined = heredoc.expands && (content.size() - kept) % 2 == 1;
  }
  heredoc.body = {begin, line};
  if (line > begin) {
    result_.pieces.push_back(
        {Symbol::heredoc_body, TokenKind::heredoc_body, heredoc.body, 0});
  }
  at_ = line;
  if (line == size) return;
  result_.pieces.push_back(
      {Symbol::heredoc_end, TokenKind::heredoc_end, {line, end}, 0});
  at_ = end;
}

void Tokenizer::open_bracket() {
  const std::uint32_t piece = last_piece();
  if (bracket_in_word()) return;
  end_word(piece);
  CommandPosition& position = open_.back().position;
  if (position.may_name_function() && closes_next()) {
    if (expansions_ == 0 && result_.units.size() > 0 &&
        (result_.units.size() < 2 ||
         result_.units[result_.units.size() - 2].symbol != Symbol::function)) {
      result_.units.back().symbol = Symbol::function_name;
    }
    emit(Symbol::parens, piece, piece);
    return position.open_parens();
  }
  const bool arithmetic =
      (position.is(At::command) || position.is(At::for_name)) &&
      byte_at(at_) == '(' && taken_back_ < max_taken_back;
  if (arithmetic) {
    push(Kind::arithmetic);
    result_.pieces.push_back(lexer_.next(Mode::nested, at_));
    result_.pieces.back().kind = TokenKind::operation;
    ++at_;
    return;
  }
  if (position.is(At::test) || position.is(At::array) ||
      position.in_patterns()) {
    return emit(position.bracket(Symbol::open), piece, piece);
  }
  emit(Symbol::open, piece, piece);
  position.closed();
  push(Kind::subshell);
}

// `a=(`, `@(`: brackets that belong to the word before them.
bool Tokenizer::bracket_in_word() {
  Open& top = open_.back();
  if (top.word == none && !top.position.in_regex()) return false;
  if (top.position.in_regex() || at_pattern_bracket()) {
    if (top.word == none) top.word = last_piece();
    push(Kind::brackets);
    return true;
  }
  const Piece& before = result_.pieces[last_piece() - 1];
  const std::uint32_t begin = result_.pieces[top.word].span.begin;
  const std::string_view raw = text_.substr(begin, before.span.end - begin);
  if (before.symbol != Symbol::text || !raw.ends_with('=')) return false;
  const AssignmentHead head = assignment_head(raw);
  if (head.value_begin != raw.size() || top.position.wants_target()) {
    return false;
  }
  if (!top.position.may_assign() || top.kind > Kind::command) {
    push(Kind::inner_array);
    return true;
  }
  emit(Symbol::array, top.word, last_piece());
  top.word = none;
  top.position.assigned();
  push(Kind::array);
  return true;
}

bool Tokenizer::at_pattern_bracket() const {
  const Open& top = open_.back();
  const Piece& before = result_.pieces[last_piece() - 1];
  if (before.symbol != Symbol::text || closes_next()) return false;
  const char last = text_[before.span.end - 1];
  if (last == '!' && top.position.begins_command()) return false;
  return last == '@' || last == '?' || last == '*' || last == '+' ||
         last == '!';
}

void Tokenizer::close_bracket() {
  const std::uint32_t piece = last_piece();
  CommandPosition& position = open_.back().position;
  if (position.is(At::parens)) {
    if (expansions_ == 0) result_.units.back().last = piece;
    return position.close_parens();
  }
  if (position.is(At::test) || position.in_patterns()) {
    return emit(position.bracket(Symbol::close), piece, piece);
  }
  const Kind kind = open_.back().kind;
  if (kind != Kind::script) pop();
  if (kind == Kind::array) {
    emit(Symbol::array_end, piece, piece);
  } else if (!in_word(kind)) {
    emit(Symbol::close, piece, piece);
    open_.back().position.closed();
  }
}

// Whether the next byte that is not a blank closes a bracket.
bool Tokenizer::closes_next() const {
  std::uint32_t at = at_;
  while (byte_at(at) == ' ' || byte_at(at) == '\t') ++at;
  return byte_at(at) == ')';
}

// What the tokenizer does where something never closes, or was taken for
// something else.
// The rest is one piece that never closes.
void Tokenizer::give_up() {
  const std::uint32_t opener = open_.back().opener;
  drop();
  result_.pieces.resize(opener + 1);
  Piece& piece = result_.pieces.back();
  piece = {Symbol::unclosed, TokenKind::word, piece.span, 0};
  piece.span.end = static_cast<std::uint32_t>(text_.size());
  at_ = piece.span.end;
  if (holds_words(open_.back().kind) && open_.back().word == none) {
    open_.back().word = opener;
  }
}

// What looked like the beginning of arithmetic never ended as one.
bool Tokenizer::take_back() {
  for (std::size_t level = 0; level < open_.size(); ++level) {
    if (open_[level].kind == Kind::arithmetic) return take_back(level);
  }
  return false;
}

void Tokenizer::drop() {
  if (in_word(open_.back().kind)) --expansions_;
  open_.pop_back();
}

// Goes back to behind the first bracket, which opens a list of commands.
bool Tokenizer::take_back(std::size_t level) {
  if (taken_back_ == max_taken_back) return false;
  ++taken_back_;
  const Open wrong = open_[level];
  while (open_.size() > level) drop();
  result_.pieces.resize(wrong.opener + 1);
  result_.units.resize(wrong.units_before);
  result_.heredocs.resize(wrong.heredocs_before);
  waiting_.resize(std::min(wrong.heredocs, waiting_.size()));
  Piece& opener = result_.pieces.back();
  const bool expansion = opener.symbol == Symbol::arithmetic_open;
  opener.link = 0;
  if (expansion) {
    opener.symbol = Symbol::command_open;
    --opener.span.end;
  }
  at_ = opener.span.end;
  if (expansion) {
    push(Kind::command);
  } else {
    emit(Symbol::open, wrong.opener, wrong.opener);
    push(Kind::subshell);
  }
  return true;
}

void Tokenizer::finish() {
  const std::uint32_t size = static_cast<std::uint32_t>(result_.pieces.size());
  while (open_.size() > 1 && expansions_ != 0) {
    const Open inner = open_.back();
    drop();
    if (expansions_ != 0) continue;
    const bool word = open_.back().word != none;
    emit(Symbol::stray, word ? open_.back().word : inner.opener, size - 1);
    open_.back().word = none;
  }
  end_word(size);
  for (const std::uint32_t it : waiting_) {
    const auto end = static_cast<std::uint32_t>(text_.size());
    result_.heredocs[it].body = {end, end};
  }
}

}  // namespace harden::shell
