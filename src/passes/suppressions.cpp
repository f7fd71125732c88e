#include "passes/suppressions.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "harden/rule.h"
#include "source/closest.h"

namespace harden {
namespace {

constexpr std::string_view blanks = " \t\r\n";

// One code in a comment, and where it holds.
struct Suppression {
  Span code;
  const RuleInfo* rule = nullptr;  // null: no such code
  // The lines it speaks about; nullopt when it stands above no instruction.
  std::optional<Span> lines;
  bool whole_file = false;
  bool used = false;
};

// A stretch of the source that is read from the left.
class Reader {
 public:
  Reader(const SourceFile& source, Span span)
      : text_(source.text(span)), begin_(span.begin) {}

  void skip(std::string_view characters) {
    const auto next = text_.find_first_not_of(characters, at_);
    at_ = std::min(next, text_.size());
  }
  bool take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  // Up to one of the characters, or the end.
  Span until(std::string_view characters) {
    const auto from = at_;
    at_ = std::min(text_.find_first_of(characters, at_), text_.size());
    return {begin_ + static_cast<std::uint32_t>(from),
            begin_ + static_cast<std::uint32_t>(at_)};
  }

 private:
  std::string_view text_;
  std::uint32_t begin_;
  std::size_t at_ = 0;
};

// The instruction around or right below a comment: only further comments may
// stand between.
std::optional<Span> lines_below(const Document& document, std::size_t token) {
  const auto& tokens = document.tokens;
  const auto begin = tokens[token].span.begin;
  while (token < tokens.size() && tokens[token].kind == TokenKind::comment) {
    ++token;
  }
  if (token == tokens.size()) return std::nullopt;
  const auto below = tokens[token].span.begin;
  const auto found = std::partition_point(
      document.instructions.begin(), document.instructions.end(),
      [&](const Instruction& it) { return it.lines.end <= begin; });
  if (found == document.instructions.end() || found->lines.begin > below) {
    return std::nullopt;
  }
  return found->lines;
}

std::vector<CommentLines> comments_of(const Document& document) {
  std::vector<CommentLines> result;
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
    if (token.kind != TokenKind::comment) continue;
    result.push_back({token.span, lines_below(document, i)});
  }
  return result;
}

std::vector<std::string_view> known_words() {
  std::vector<std::string_view> words;
  for (const auto& rule : rules()) {
    words.push_back(rule.code);
    words.push_back(rule.name);
  }
  return words;
}

Diagnostic unknown(Span span, std::string message, std::string help) {
  Diagnostic result;
  result.rule = "HD005";
  result.severity = Severity::warning;
  result.span = span;
  result.message = std::move(message);
  result.help = std::move(help);
  return result;
}

Diagnostic unknown_code(const SourceFile& source, Span code) {
  if (code.empty()) {
    return unknown(code, "no rule is named, so this suppresses nothing",
                   "write `# harden: ignore=CODE reason`; `harden rules` lists "
                   "the codes");
  }
  const auto near = closest(source.text(code), known_words());
  return unknown(code,
                 fmt::format("there is no rule `{}`, so this suppresses "
                             "nothing",
                             source.text(code)),
                 near.empty() ? "see `harden rules` for the codes"
                              : fmt::format("did you mean `{}`?", near));
}

Diagnostic unused(const SourceFile& source, const Suppression& suppression,
                  std::string_view thing) {
  Diagnostic result;
  result.rule = "HD004";
  result.severity = Severity::warning;
  result.span = suppression.code;
  result.message =
      fmt::format("`{}` is not reported {}, so this suppresses nothing",
                  source.text(suppression.code),
                  suppression.whole_file ? "in this file" : "here");
  result.help =
      suppression.whole_file || suppression.lines
          ? "remove it"
          : fmt::format("put it on the line above the {} it is for", thing);
  return result;
}

class Suppressions {
 public:
  // `thing`: what a comment stands above, "instruction".
  Suppressions(const SourceFile& source,
               const std::vector<CommentLines>& comments,
               std::string_view thing)
      : source_(source), thing_(thing) {
    for (const CommentLines& it : comments) read_comment(it);
  }
  explicit Suppressions(const Document& document)
      : Suppressions(*document.source, comments_of(document), "instruction") {}

  bool cover(const Diagnostic& diagnostic) {
    bool covered = false;
    const std::uint32_t at = diagnostic.span.begin;
    // Those about lines are in the order of the lines.
    auto next = std::partition_point(
        for_lines_.begin(), for_lines_.end(),
        [&](std::size_t i) { return list_[i].lines->end <= at; });
    for (; next != for_lines_.end() && list_[*next].lines->begin <= at;
         ++next) {
      covered |= use(list_[*next], diagnostic);
    }
    for (const std::size_t i : for_file_) covered |= use(list_[i], diagnostic);
    return covered;
  }

  void report(std::vector<Diagnostic>& out) const {
    out.insert(out.end(), problems_.begin(), problems_.end());
    for (const auto& it : list_) {
      if (it.rule == nullptr) {
        out.push_back(unknown_code(source_, it.code));
      } else if (!it.used && !it.rule->of_rewrite) {
        out.push_back(unused(source_, it, thing_));
      }
    }
  }

 private:
  static bool use(Suppression& suppression, const Diagnostic& diagnostic) {
    const RuleInfo* rule = suppression.rule;
    if (rule == nullptr || rule->code != diagnostic.rule) return false;
    suppression.used = true;
    return true;
  }

  void read_comment(const CommentLines& comment) {
    Reader reader(source_, comment.comment);
    reader.skip(" \t#");
    if (!reader.take("harden:")) return;
    reader.skip(blanks);
    const Span action = reader.until("= \t\r\n");
    const auto word = source_.text(action);
    if ((word != "ignore" && word != "ignore-file") || !reader.take("=")) {
      problems_.push_back(unknown(
          action, fmt::format("`# harden: {}` is not understood", word),
          fmt::format("write `# harden: ignore=CODE reason` above {} {}, or "
                      "`# harden: ignore-file=CODE reason`",
                      thing_ == "instruction" ? "an" : "a", thing_)));
      return;
    }
    read_codes(reader, comment.lines, word == "ignore-file");
  }

  // "HD101,HD104 reason": the list goes on as long as commas follow.
  void read_codes(Reader& reader, std::optional<Span> lines, bool whole_file) {
    if (whole_file) lines = std::nullopt;
    do {
      reader.skip(" \t");
      const Span code = reader.until(", \t\r\n");
      if (lines) for_lines_.push_back(list_.size());
      if (whole_file) for_file_.push_back(list_.size());
      list_.push_back(
          {code, find_rule(source_.text(code)), lines, whole_file, false});
      reader.skip(" \t");
    } while (reader.take(","));
  }

  const SourceFile& source_;
  std::string_view thing_;
  std::vector<Suppression> list_;
  std::vector<std::size_t> for_lines_;  // indices of those about lines
  std::vector<std::size_t> for_file_;
  std::vector<Diagnostic> problems_;
};

}  // namespace

namespace {

std::vector<Diagnostic> apply(Suppressions suppressions,
                              std::vector<Diagnostic> diagnostics) {
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    return suppressions.cover(diagnostic);
  });
  suppressions.report(diagnostics);
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return a.span.begin < b.span.begin;
                   });
  return diagnostics;
}

}  // namespace

std::vector<Diagnostic> apply_suppressions(
    const Document& document, std::vector<Diagnostic> diagnostics) {
  return apply(Suppressions(document), std::move(diagnostics));
}

std::vector<Diagnostic> apply_suppressions(
    const SourceFile& source, const std::vector<CommentLines>& comments,
    std::vector<Diagnostic> diagnostics) {
  return apply(Suppressions(source, comments, "setting"),
               std::move(diagnostics));
}

void drop_excused_fixes(const Document& document,
                        std::vector<Diagnostic>& diagnostics) {
  Suppressions suppressions(document);
  for (Diagnostic& it : diagnostics) {
    if (it.fix && suppressions.cover(it)) it.fix.reset();
  }
}

bool is_excused(const Document& document, const Diagnostic& finding) {
  return Suppressions(document).cover(finding);
}

}  // namespace harden
