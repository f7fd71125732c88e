#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text/ascii.h"
#include "dockerfile/syntax/arguments.h"
#include "dockerfile/syntax/heredoc.h"
#include "dockerfile/syntax/logical_line.h"
#include "dockerfile/syntax/problems.h"

namespace harden {
namespace {

// `['a']`, `["a" "b"]`, `["a"`, `[ "a", ]`; not the shell's `[ "$a" = b ]`,
// `[[ a ]]`.
bool looks_like_exec_form(std::string_view text) {
  if (text.starts_with("[\"") || text.starts_with("['")) return true;
  if (text.size() < 3 || text.front() != '[' || text.back() != ']' ||
      text[1] == '[') {
    return false;
  }
  if (!is_blank(text[1])) return true;
  const std::size_t first = text.find_first_not_of(" \t", 1);
  return (text[first] == '"' || text[first] == '\'') &&
         text.find(',') != std::string_view::npos;
}

class InstructionParser {
 public:
  InstructionParser(char escape, std::vector<Diagnostic>& problems)
      : escape_(escape), problems_(problems) {}

  Instruction build(const LogicalText& line, bool in_onbuild = false) {
    const std::string_view text = line.text;
    std::size_t begin = 0;
    while (begin < text.size() && is_blank(text[begin])) ++begin;
    std::size_t end = begin;
    while (end < text.size() && !is_blank(text[end])) ++end;
    Instruction result;
    result.keyword = keyword_of(text);
    result.keyword_span = line.to_source(static_cast<std::uint32_t>(begin),
                                         static_cast<std::uint32_t>(end));
    Flags flags = parse_flags(line, end);
    result.flags = std::move(flags.list);
    result.arguments = trimmed(line, flags.rest);
    result.span = span_of(result);
    result.body = body(result, in_onbuild);
    return result;
  }

 private:
  static Span span_of(const Instruction& it) {
    Span span = it.keyword_span;
    if (!it.flags.empty()) span.end = it.flags.back().span.end;
    const auto size = static_cast<std::uint32_t>(it.arguments.text.size());
    if (size > 0) span.end = it.arguments.to_source(0, size).end;
    return span;
  }

  Unreadable refuse(Span span, std::string message, std::string help = {}) {
    problems_.push_back(
        syntax_error(span, std::move(message), std::move(help)));
    return {};
  }
  Unreadable refuse(const Instruction& it, std::string message,
                    std::string help = {}) {
    return refuse(it.span, std::move(message), std::move(help));
  }

  Body body(const Instruction& it, bool in_onbuild) {
    if (in_onbuild) {
      if (auto why = forbidden_trigger(it.keyword); !why.empty()) {
        return refuse(it.keyword_span, why);
      }
    }
    switch (it.keyword) {
      case Keyword::from:
        return from(it);
      case Keyword::run:
      case Keyword::cmd:
      case Keyword::entrypoint:
      case Keyword::shell:
        return command_body(it);
      case Keyword::healthcheck:
        return healthcheck(it);
      case Keyword::copy:
      case Keyword::add:
        return transfer(it);
      case Keyword::env:
      case Keyword::label:
        return assignments(it);
      case Keyword::arg:
        return arg(it);
      case Keyword::expose:
      case Keyword::volume:
        return word_list(it);
      case Keyword::user:
      case Keyword::workdir:
      case Keyword::stopsignal:
      case Keyword::maintainer:
        return single_word(it);
      case Keyword::onbuild:
        return onbuild(it);
      case Keyword::unknown:
        return Unreadable{};
    }
    return Unreadable{};
  }

  static std::string forbidden_trigger(Keyword keyword) {
    if (keyword != Keyword::onbuild && keyword != Keyword::from &&
        keyword != Keyword::maintainer) {
      return {};
    }
    return "`" + std::string(to_string(keyword)) +
           "` cannot be a trigger of `ONBUILD`";
  }

  Body from(const Instruction& it) {
    std::vector<Word> words = words_between_blanks(it.arguments);
    if (words.size() == 1) return From{std::move(words[0]), std::nullopt};
    if (words.size() == 3 && equals_ignoring_case(words[1].value, "AS")) {
      return From{std::move(words[0]), std::move(words[2])};
    }
    std::string help;
    if (words.size() > 1 && words[1].value.starts_with('#')) {
      help = "a comment needs a line of its own";
    } else if (words.size() == 2) {
      help = "did you mean `FROM " + words[0].value + " AS " + words[1].value +
             "`?";
    }
    return refuse(it, "`FROM` takes an image, or an image, `AS` and a name",
                  std::move(help));
  }

  bool refuse_other_json(const Instruction& it, std::string_view text) {
    if (!is_other_json_array(text)) return false;
    refuse(it, "the exec form takes strings only",
           "write every argument in double quotes");
    return true;
  }

  // The command that begins at `begin` of the arguments.
  Command command(const Instruction& it, std::size_t begin) {
    Command result;
    result.text_begin = static_cast<std::uint32_t>(begin);
    if (auto argv = parse_string_array(it.arguments, begin)) {
      result.form = Command::Form::exec;
      result.argv = std::move(*argv);
      return result;
    }
    std::string_view text = std::string_view(it.arguments.text).substr(begin);
    result.broken_exec_form =
        !refuse_other_json(it, text) && looks_like_exec_form(text);
    return result;
  }

  Body command_body(const Instruction& it) {
    Command result = command(it, 0);
    if (it.keyword == Keyword::shell &&
        (result.form != Command::Form::exec || result.argv.empty())) {
      return refuse(it, "`SHELL` takes a JSON array of at least one string");
    }
    return result;
  }

  Body healthcheck(const Instruction& it) {
    const std::string_view text = it.arguments.text;
    std::size_t end = 0;
    while (end < text.size() && !is_blank(text[end])) ++end;
    std::size_t rest = end;
    while (rest < text.size() && is_blank(text[rest])) ++rest;
    if (equals_ignoring_case(text.substr(0, end), "NONE") &&
        rest == text.size()) {
      return Healthcheck{};
    }
    if (equals_ignoring_case(text.substr(0, end), "CMD") &&
        rest < text.size()) {
      return Healthcheck{command(it, rest)};
    }
    return refuse(it, "`HEALTHCHECK` takes `NONE`, or `CMD` and a command");
  }

  Body transfer(const Instruction& it) {
    Transfer result;
    auto array = parse_string_array(it.arguments);
    result.exec_form = array.has_value();
    if (!array) refuse_other_json(it, it.arguments.text);
    std::vector<Word> words =
        array ? std::move(*array) : words_between_blanks(it.arguments);
    if (words.size() < 2) {
      return refuse(it, "`" + std::string(to_string(it.keyword)) +
                            "` takes at least one source and a destination");
    }
    if (!array && is_heredoc(words.back().value)) {
      refuse(words.back().span, "a heredoc cannot be the destination",
             "name the target path behind it");
    }
    result.destination = std::move(words.back());
    words.pop_back();
    result.sources = std::move(words);
    return result;
  }

  // A word `name=value`, split at the first `=`.
  static Assignment split(Word word) {
    Assignment result;
    const std::size_t equals = word.value.find('=');
    if (equals == std::string::npos) {
      result.name = std::move(word);
      return result;
    }
    Word value = word;
    value.value = word.value.substr(equals + 1);
    // Exact as long as no continuation stands inside the name.
    value.span.begin =
        std::min(word.span.end,
                 word.span.begin + static_cast<std::uint32_t>(equals) + 1);
    result.value = std::move(value);
    word.span.end = std::min(
        word.span.end, word.span.begin + static_cast<std::uint32_t>(equals));
    word.value.resize(equals);
    result.name = std::move(word);
    return result;
  }

  Body assignments(const Instruction& it) {
    std::vector<Word> words = words_with_quotes(it.arguments, escape_);
    const std::string name(to_string(it.keyword));
    if (words.empty()) return refuse(it, "`" + name + "` has no arguments");
    Assignments result;
    if (words[0].value.find('=') == std::string::npos) {
      if (words.size() < 2) {
        return refuse(it, "`" + name + " " + words[0].value + "` has no value",
                      "write `" + name + " " + words[0].value + "=…`");
      }
      // The old form `ENV name the whole rest`.
      Word value{{words[1].span.begin, words.back().span.end}, {}};
      std::size_t at = words[0].value.size();
      while (is_blank(it.arguments.text[at])) ++at;
      value.value = it.arguments.text.substr(at);
      result.list.push_back({std::move(words[0]), std::move(value)});
      return result;
    }
    for (Word& word : words) {
      if (word.value.find('=') == std::string::npos) {
        return refuse(word.span,
                      "`" + word.value + "` has no `=` in an `" + name + "`",
                      "quote the value, or escape its blanks");
      }
      result.list.push_back(named(it, std::move(word)));
    }
    return result;
  }

  Assignment named(const Instruction& it, Word word) {
    if (word.value.starts_with('=')) {
      refuse(word.span, "`" + std::string(to_string(it.keyword)) +
                            "` has no name before its `=`");
    }
    return split(std::move(word));
  }

  Body arg(const Instruction& it) {
    Assignments result;
    for (Word& word : words_with_quotes(it.arguments, escape_)) {
      result.list.push_back(named(it, std::move(word)));
    }
    if (result.list.empty()) return refuse(it, "`ARG` has no name");
    return result;
  }

  Body word_list(const Instruction& it) {
    WordList result;
    auto array = it.keyword == Keyword::volume
                     ? parse_string_array(it.arguments)
                     : std::nullopt;
    result.exec_form = array.has_value();
    if (!array && it.keyword == Keyword::volume) {
      refuse_other_json(it, it.arguments.text);
    }
    result.words =
        array ? std::move(*array) : words_between_blanks(it.arguments);
    if (result.words.empty()) {
      return refuse(
          it, "`" + std::string(to_string(it.keyword)) + "` has no arguments");
    }
    for (const Word& word : result.words) {
      if (word.value.find_first_not_of(" \t") != std::string::npos) continue;
      refuse(word.span, "the path of a `VOLUME` is empty");
    }
    return result;
  }

  Body single_word(const Instruction& it) {
    const auto size = static_cast<std::uint32_t>(it.arguments.text.size());
    if (size == 0) {
      return refuse(
          it, "`" + std::string(to_string(it.keyword)) + "` has no argument");
    }
    return SingleWord{{it.arguments.to_source(0, size), it.arguments.text}};
  }

  Body onbuild(const Instruction& it) {
    if (it.arguments.text.empty()) {
      return refuse(it, "`ONBUILD` has no instruction");
    }
    Onbuild result;
    result.trigger.push_back(build(it.arguments, true));
    Instruction& trigger = result.trigger.back();
    if (trigger.keyword == Keyword::unknown) {
      problems_.push_back(unknown_instruction(trigger, it.arguments.text));
    }
    return result;
  }

  char escape_;
  std::vector<Diagnostic>& problems_;
};

}  // namespace

Instruction build_instruction(const LogicalText& line, char escape,
                              std::vector<Diagnostic>& problems) {
  return InstructionParser(escape, problems).build(line);
}

}  // namespace harden
