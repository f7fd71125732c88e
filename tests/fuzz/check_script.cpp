#include <string>
#include <string_view>

#include "script_invariants.h"
#include "shell/shell_script.h"

namespace harden::test {
namespace {

using namespace shell;

// Walks the tree; throws where a span does not lie in that around it.
class TreeChecker {
 public:
  explicit TreeChecker(std::string_view text) : text_(text) {}

  // Throws when the spans are not in order.
  void list(const List& list, Span outer) {
    if (++depth_ > 250) throw Violation("the tree is too deep");
    std::uint32_t end = outer.begin;
    for (const AndOr& it : list) {
      inside(it.span, {end, outer.end}, "commands");
      end = it.span.end;
      and_or(it);
    }
    --depth_;
  }

 private:
  void inside(Span span, Span outer, std::string_view what) const {
    if (span.begin <= span.end && span.begin >= outer.begin &&
        span.end <= outer.end) {
      return;
    }
    throw Violation(std::string(what) + " [" + std::to_string(span.begin) +
                    ", " + std::to_string(span.end) + ") not inside [" +
                    std::to_string(outer.begin) + ", " +
                    std::to_string(outer.end) + ")");
  }

  void and_or(const AndOr& it) {
    if (it.joins.size() + 1 != it.pipelines.size()) {
      throw Violation("not one fewer join than pipelines");
    }
    std::uint32_t end = it.span.begin;
    for (const Pipeline& pipeline : it.pipelines) {
      inside(pipeline.span, {end, it.span.end}, "a pipeline");
      end = pipeline.span.end;
      if (pipeline.commands.empty()) throw Violation("an empty pipeline");
      for (const Command& here : pipeline.commands) {
        inside(here.span, pipeline.span, "a command");
        command(here);
      }
    }
  }

  void command(const Command& it) {
    if (it.span.empty()) throw Violation("a command of nothing");
    for (const Redirection& here : it.redirections) redirection(here, it.span);
    std::visit([&](const auto& body) { check(body, it.span); }, it.body);
  }

  void redirection(const Redirection& it, Span outer) {
    inside(it.span, outer, "a redirection");
    word(it.target, it.span);
    if (it.op.empty()) throw Violation("a redirection without operator");
    // Its lines come behind the line, which may be behind the command.
    const auto size = static_cast<std::uint32_t>(text_.size());
    if (it.op.starts_with("<<") && it.op != "<<<") {
      inside(it.heredoc, {it.span.end, size}, "a here-document");
    }
  }

  void word(const Word& it, Span outer) {
    inside(it.span, outer, "a word");
    if (it.parts.empty()) throw Violation("a word without parts");
    std::uint32_t end = it.span.begin;
    for (const WordPart& part : it.parts) {
      inside(part.span, {end, it.span.end}, "a part of a word");
      end = part.span.end;
    }
    it.value(text_);
  }

  void words(const std::vector<Word>& list, Span outer) {
    for (const Word& it : list) word(it, outer);
  }

  void check(const Opaque& it, Span) {
    if (it.because.empty()) throw Violation("opaque without a reason");
  }
  void check(const Simple& it, Span outer) {
    words(it.words, outer);
    for (const Assignment& here : it.assignments) {
      inside(here.span, outer, "an assignment");
      if (here.name.empty()) throw Violation("an assignment without a name");
      if (here.is_array) {
        words(here.elements, here.span);
      } else {
        word(here.value, here.span);
      }
    }
  }
  void check(const Group& it, Span outer) { list(it.body, outer); }
  void check(const Subshell& it, Span outer) { list(it.body, outer); }
  void check(const If& it, Span outer) {
    if (it.branches.empty()) throw Violation("an `if` without branches");
    for (const If::Branch& branch : it.branches) {
      list(branch.condition, outer);
      list(branch.body, outer);
    }
    if (it.otherwise) list(*it.otherwise, outer);
  }
  void check(const Loop& it, Span outer) {
    list(it.condition, outer);
    list(it.body, outer);
  }
  void check(const For& it, Span outer) {
    if (it.words) words(*it.words, outer);
    list(it.body, outer);
  }
  void check(const Case& it, Span outer) {
    word(it.subject, outer);
    for (const Case::Item& item : it.items) {
      if (item.patterns.empty()) throw Violation("an item without patterns");
      words(item.patterns, outer);
      list(item.body, outer);
    }
  }
  void check(const Function& it, Span outer) {
    if (it.body.empty()) throw Violation("a function without a body");
    list(it.body, outer);
  }
  void check(const Test& it, Span outer) { words(it.words, outer); }
  void check(const Arithmetic& it, Span outer) {
    inside(it.inner, outer, "arithmetic");
  }

  std::string_view text_;
  std::size_t depth_ = 0;
};

}  // namespace

void check_script(const std::string& bytes) {
  const Script script = parse_script(bytes);
  std::uint32_t end = 0;
  for (const shell::Token& token : script.tokens) {
    if (token.span.begin != end || token.span.end <= end) {
      throw Violation("a token begins at " + std::to_string(token.span.begin) +
                      ", the one before ends at " + std::to_string(end));
    }
    end = token.span.end;
  }
  if (end != bytes.size()) {
    throw Violation("the tokens end before the text does");
  }
  TreeChecker(bytes).list(script.commands, {0, end});
}

}  // namespace harden::test
