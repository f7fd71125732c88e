#include <string>
#include <string_view>
#include <utility>

#include "dockerfile/document.h"
#include "invariants.h"

namespace harden::test {
namespace {

// Throws when `span` is not a range of [0, size).
void expect_inside(Span span, Span outer, std::string_view what) {
  if (span.begin > span.end || span.begin < outer.begin ||
      span.end > outer.end) {
    throw Violation(std::string(what) + " [" + std::to_string(span.begin) +
                    ", " + std::to_string(span.end) + ") is not inside [" +
                    std::to_string(outer.begin) + ", " +
                    std::to_string(outer.end) + ")");
  }
}

void check_tokens(const Document& document, Span all) {
  std::uint32_t end = 0;
  for (const Token& token : document.tokens) {
    if (token.span.begin != end || token.span.end <= end) {
      throw Violation("a token begins at " + std::to_string(token.span.begin) +
                      ", the one before ends at " + std::to_string(end));
    }
    end = token.span.end;
  }
  if (end != all.end) throw Violation("the tokens end before the source does");
}

void check_logical_text(const LogicalText& text, Span lines) {
  std::uint32_t previous = 0;
  for (const LogicalText::Piece& piece : text.pieces) {
    if (piece.text_begin < previous || piece.text_begin > text.text.size()) {
      throw Violation("the pieces of a logical line are not in order");
    }
    previous = piece.text_begin;
    expect_inside({piece.source_begin, piece.source_begin}, lines, "a piece");
  }
  const auto size = static_cast<std::uint32_t>(text.text.size());
  expect_inside(text.to_source(0, size), lines, "a logical line");
}

void check_words(const std::vector<Word>& words, Span lines) {
  for (const Word& word : words) expect_inside(word.span, lines, "a word");
}

// The words of each kind of instruction.
struct BodyChecker {
  Span lines;

  void operator()(const Unknown&) const {}
  void operator()(const From& from) const {
    expect_inside(from.image.span, lines, "an image");
    if (from.alias) expect_inside(from.alias->span, lines, "an alias");
  }
  void operator()(const Command& command) const {
    check_words(command.argv, lines);
  }
  void operator()(const Healthcheck& healthcheck) const {
    if (healthcheck.command) (*this)(*healthcheck.command);
  }
  void operator()(const Transfer& transfer) const {
    check_words(transfer.sources, lines);
    expect_inside(transfer.destination.span, lines, "a destination");
  }
  void operator()(const Assignments& assignments) const {
    for (const Assignment& assignment : assignments.list) {
      expect_inside(assignment.name.span, lines, "a name");
      if (assignment.value) {
        expect_inside(assignment.value->span, lines, "a value");
      }
    }
  }
  template <typename Other>
  void operator()(const Other&) const {}
};

void check_instruction(const Instruction& instruction, Span all) {
  expect_inside(instruction.lines, all, "the lines of an instruction");
  expect_inside(instruction.span, instruction.lines, "an instruction");
  expect_inside(instruction.keyword_span, instruction.span, "a keyword");
  check_logical_text(instruction.arguments, instruction.lines);
  for (const Flag& flag : instruction.flags) {
    expect_inside(flag.span, instruction.lines, "a flag");
    if (flag.value) expect_inside(flag.value->span, flag.span, "its value");
  }
  for (const Heredoc& heredoc : instruction.heredocs) {
    expect_inside(heredoc.opener, instruction.lines, "a heredoc");
    expect_inside(heredoc.body, instruction.lines, "the body of a heredoc");
    expect_inside(heredoc.terminator, instruction.lines, "a heredoc's end");
  }
  std::visit(BodyChecker{instruction.lines}, instruction.body);
}

void check_stages(const Document& document) {
  std::size_t end = 0;
  for (const Stage& stage : document.stages) {
    if (stage.begin < end || stage.end <= stage.begin ||
        stage.end > document.instructions.size()) {
      throw Violation("the stages are not in order");
    }
    if (document.instructions[stage.begin].keyword != Keyword::from) {
      throw Violation("a stage does not begin with FROM");
    }
    end = stage.end;
  }
}

}  // namespace

void check_tree(const std::string& bytes) {
  const Document document = parse(SourceFile("input", bytes));
  if (document.source->bytes() != bytes) {
    throw Violation("the source is not the input");
  }
  const Span all{0, static_cast<std::uint32_t>(bytes.size())};
  check_tokens(document, all);
  std::uint32_t end = 0;
  for (const Instruction& instruction : document.instructions) {
    check_instruction(instruction, all);
    if (instruction.lines.begin < end) {
      throw Violation("two instructions share a line");
    }
    end = instruction.lines.end;
  }
  check_stages(document);
  for (const Directive& directive : document.directives) {
    expect_inside(directive.span, all, "a directive");
  }
  for (const Diagnostic& problem : document.problems) {
    expect_inside(problem.span, all, "a problem");
  }
}

}  // namespace harden::test
