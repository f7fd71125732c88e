// What the tokenizer does where something never closes, or was taken for
// something else.
#include <algorithm>

#include "shell/tokenizer.h"

namespace harden::shell {
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
