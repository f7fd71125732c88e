#include "command/expand_word.h"

#include <utility>

#include "base/glob/build_pattern.h"
#include "base/text/find_any.h"
#include "command/word_reader.h"

namespace harden {
namespace {

// Real files nest three deep. BuildKit has no limit; this one keeps hostile
// words from exhausting the stack.
constexpr int kMaxDepth = 100;

// A part of the result: text, or the variable that keeps it from being known.
struct WordPiece {
  std::string text;
  std::string unknown_name = {};
  Unknown unknown = {};

  bool known() const { return !unknown; }
};

class WordExpander {
 public:
  WordExpander(std::string_view word, const VariableSource& variables,
               const ExpandOptions& options)
      : in_(word),
        variables_(variables),
        options_(options),
        outside_{'$', '\'', '"', options.escape},
        quoted_{'$', '"', options.escape} {}

  Expansion run() {
    WordPiece all = part_until('\0', false);
    return {std::move(all.text), std::move(all.unknown_name),
            std::move(all.unknown), std::move(error_), spent_ + steps_};
  }

 private:
  bool failed() const { return !error_.empty(); }

  void fail(std::string message) {
    if (!failed()) error_ = std::move(message);
  }

  void append(WordPiece& to, std::string_view text) {
    spent_ += text.size();
    if (spent_ > options_.limit) {
      fail("the value grows beyond " + std::to_string(options_.limit) +
           " bytes");
    } else {
      to.text += text;
    }
  }

  void append(WordPiece& to, WordPiece&& from) {
    append(to, from.text);
    if (to.known() && !from.known()) {
      to.unknown_name = std::move(from.unknown_name);
      to.unknown = std::move(from.unknown);
    }
  }

  // Reads up to `stop` and takes it; NUL stands for the end of the word. In
  // patterns (`raw`) the escape character stays, for the pattern to see it.
  WordPiece part_until(char stop, bool raw) {
    const bool raw_outside = std::exchange(raw_, raw);
    WordPiece part;
    // Where none is wanted, one of the others again.
    const char stops[] = {outside_[0], outside_[1], outside_[2], outside_[3],
                          stop == '\0' ? outside_[0] : stop};
    bool stopped = false;
    while (!failed() && !in_.at_end() && !stopped) {
      append(part, in_.until_any({stops, sizeof stops}));
      if (in_.at_end()) break;
      const char c = in_.peek();
      // The stop comes first: in `${V/'/x}` the quote still opens a string.
      if (stop != '\0' && c == stop) {
        in_.next();
        stopped = true;
      } else {
        special(part, c);
      }
    }
    if (stop != '\0' && !stopped) {
      fail(std::string("`${` is never closed: `") + stop + "` is missing");
    }
    raw_ = raw_outside;
    return part;
  }

  void special(WordPiece& part, char c) {
    if (c == '$') return append(part, dollar());
    if (c == '\'') return single_quoted(part);
    if (c == '"') return double_quoted(part);
    const char escape = in_.next();
    if (raw_) append(part, std::string_view(&escape, 1));
    if (!in_.at_end()) append(part, in_.character());
  }

  void single_quoted(WordPiece& part) {
    in_.next();
    append(part, in_.until_any("'"));
    if (in_.at_end()) return fail("`'` is never closed");
    in_.next();
  }

  void double_quoted(WordPiece& part) {
    in_.next();
    while (!failed()) {
      append(part, in_.until_any({quoted_, sizeof quoted_}));
      if (in_.at_end()) return fail("`\"` is never closed");
      if (in_.is_at('$')) {
        append(part, dollar());
        continue;
      }
      const char c = in_.next();
      if (c == '"') return;
      escaped_in_quotes(part, c);
    }
  }

  // Only the quote, the dollar and the escape character itself are escaped
  // inside double quotes; before anything else the escape character stays.
  void escaped_in_quotes(WordPiece& part, char escape) {
    if (raw_) append(part, std::string_view(&escape, 1));
    if (in_.at_end()) return;
    const char c = in_.peek();
    const bool takes = c == '"' || c == '$' || c == options_.escape;
    const char kept = takes ? in_.next() : escape;
    append(part, std::string_view(&kept, 1));
  }

  WordPiece dollar() {
    in_.next();
    if (in_.is_at('{')) return braces();
    if (!options_.special_names && in_.is_at('$')) {
      in_.next();
      return {"$$"};
    }
    const std::string_view name = in_.name();
    if (name.empty()) return {"$"};
    return value_of(name);
  }

  static WordPiece unknown(std::string_view name, const Binding& binding) {
    return {{}, std::string(name), binding.unknown};
  }

  WordPiece value_of(std::string_view name) const {
    const Binding binding = variables_.find(name);
    if (binding.state == Binding::State::unknown) return unknown(name, binding);
    return {std::string(binding.value)};
  }

  WordPiece braces() {
    if (++depth_ > kMaxDepth) {
      fail("variables are nested more than " + std::to_string(kMaxDepth) +
           " deep");
      return {};
    }
    in_.next();
    WordPiece part = in_braces();
    --depth_;
    return part;
  }

  WordPiece in_braces() {
    if (in_.at_end()) return refuse("`${` is never closed: `}` is missing");
    const char first = in_.peek();
    if (first == '{' || first == '}' || first == ':') {
      return refuse("`${` is not followed by the name of a variable");
    }
    const std::string_view name = in_.name();
    if (in_.at_end()) return refuse("`${` is never closed: `}` is missing");
    std::string modifier(in_.character());
    if (modifier == "}") return value_of(name);
    if (modifier == "/") return replaced(name);
    if (modifier == "#" || modifier == "%") return trimmed(name, modifier[0]);
    const bool null_is_unset = modifier == ":";
    if (null_is_unset) modifier += in_.character();
    const char last = modifier.back();
    if (modifier.size() > 2 || (modifier.size() == 1 && null_is_unset) ||
        std::string_view("-+?").find(last) == std::string_view::npos) {
      return refuse("`" + modifier + "` in `${" + std::string(name) + modifier +
                    "…}` is not known to Dockerfiles");
    }
    return with_default(name, last, null_is_unset);
  }

  WordPiece refuse(std::string message) {
    fail(std::move(message));
    return {};
  }

  // `${V-w}`, `${V+w}`, `${V?w}` and the same with a colon.
  WordPiece with_default(std::string_view name, char modifier,
                         bool null_is_unset) {
    WordPiece word = part_until('}', false);
    const Binding binding = variables_.find(name);
    if (failed()) return {};
    // An ARG without default has one here: `${V:-w}` says as much as `ARG V=w`.
    const bool own_default =
        modifier == '-' && binding.unknown.is(Unknown::Kind::argument);
    if (own_default) return word;
    if (binding.state == Binding::State::unknown) return unknown(name, binding);
    const bool unset = binding.state == Binding::State::unset;
    const bool absent = unset || (null_is_unset && binding.value.empty());
    if (modifier == '+') return absent ? WordPiece{} : word;
    if (!absent) return {std::string(binding.value)};
    if (modifier == '-') return word;
    std::string why =
        unset ? "is not allowed to be unset" : "is not allowed to be empty";
    if (!word.text.empty()) why = word.text;
    return refuse("`" + std::string(name) + "`: " + why);
  }

  // `${V#p}`, `${V##p}`, `${V%p}`, `${V%%p}`.
  WordPiece trimmed(std::string_view name, char modifier) {
    WordPiece pattern = part_until('}', true);
    if (failed() || !pattern.known()) return pattern;
    const bool longest = pattern.text.starts_with(modifier);
    if (longest) pattern.text.erase(0, 1);
    WordPiece value = value_of(name);
    if (!value.known()) return value;
    return taken(name, remove_pattern(value.text, pattern.text,
                                      modifier == '#' ? PatternEnd::prefix
                                                      : PatternEnd::suffix,
                                      longest));
  }

  // `${V/p/r}`, `${V//p/r}`.
  WordPiece replaced(std::string_view name) {
    const bool all = in_.is_at('/');
    if (all) in_.next();
    WordPiece pattern = part_until('/', true);
    if (failed()) return {};
    WordPiece replacement = part_until('}', true);
    WordPiece value = value_of(name);
    if (failed() || !value.known()) return value;
    if (!pattern.known()) return pattern;
    if (!replacement.known()) return replacement;
    return taken(name, replace_pattern(value.text, pattern.text,
                                       replacement.text, all, options_.limit));
  }

  WordPiece taken(std::string_view name, Substituted result) {
    steps_ += result.steps + result.value.size();
    if (!result.error.empty()) return refuse(std::move(result.error));
    if (!result.too_costly) return {std::move(result.value)};
    return {
        {}, std::string(name), {Unknown::Kind::slow_value, std::string(name)}};
  }

  WordReader in_;
  const VariableSource& variables_;
  const ExpandOptions& options_;
  const char outside_[4];  // what is special outside quotes
  const char quoted_[3];   // and inside double quotes
  bool raw_ = false;
  int depth_ = 0;
  std::size_t spent_ = 0;  // bytes appended anywhere
  std::size_t steps_ = 0;  // of patterns
  std::string error_;
};

}  // namespace

Expansion expand_word(std::string_view word, const VariableSource& variables,
                      const ExpandOptions& options) {
  const char special[] = {'$', '\'', '"', options.escape};
  const std::string_view specials(special, sizeof special);
  // Most words are plain.
  if (find_any_of(word, specials) == std::string_view::npos) {
    return {.value = std::string(word), .cost = word.size()};
  }
  return WordExpander(word, variables, options).run();
}

}  // namespace harden
