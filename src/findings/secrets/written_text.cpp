#include "findings/secrets/written_text.h"

#include <algorithm>
#include <utility>

#include "base/text/ascii.h"
#include "command/expand_word.h"

namespace harden::rule {
namespace {

void add_lines(std::string_view text, std::vector<std::string>& lines) {
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    // echo and printf make lines of `\n`.
    const bool escaped = c == '\\' && i + 1 < text.size() && text[i + 1] == 'n';
    if (c == '\n' || escaped) {
      lines.push_back(std::move(line));
      line.clear();
      i += escaped;
    } else if (c != ' ' && c != '\t') {
      line += lower(c);
    }
  }
  lines.push_back(std::move(line));
}

}  // namespace

WrittenText::WrittenText(const Call& call) {
  for (const auto& it : call.command->redirections) {
    if (it.heredoc.empty()) continue;
    add_lines(it.heredoc, lines_);
    span_ = it.target.span;
  }
  const std::string_view program = call.program;
  const bool writes =
      program == "echo" || program == "printf" || program == "sed";
  if (!writes || call.argv.size() < 2) return;
  for (std::size_t i = 1; i < call.argv.size(); ++i) {
    add_lines(call.argv[i].value, lines_);
  }
  span_ = {call.argv[1].span.begin, call.argv.back().span.end};
}

std::string_view WrittenText::find(const SortedWords& settings) const {
  for (const std::string& line : lines_) {
    if (line.starts_with('#')) continue;
    for (const std::string_view it : settings) {
      const std::size_t at = line.find(it);
      if (at == std::string::npos) continue;
      // `gpgcheck=00`, `s/gpgcheck=0/gpgcheck=1/`: not this one.
      const std::size_t end = at + it.size();
      const bool whole = end == line.size() ||
                         std::string_view("\"';/|,]#\\").find(line[end]) !=
                             std::string_view::npos;
      const bool replaced =
          end < line.size() &&
          (line[end] == '/' || line[end] == '|' || line[end] == '#' ||
           line[end] == ',') &&
          line.find(line[end], end + 1) != std::string::npos &&
          line.starts_with("s");
      if (whole && !replaced) return it;
    }
  }
  return {};
}

namespace {

class NothingKnown : public VariableSource {
 public:
  Binding find(std::string_view) const override {
    return {Binding::State::unknown, {}, Unknown::Kind::unset_variable};
  }
};

}  // namespace

WrittenValue written_value(const Document& document, const Word& word) {
  Expansion read = expand_word(word.value, NothingKnown(),
                               {.escape = document.style.escape});
  if (!read.known()) return {{}, false, std::move(read.unknown_name)};
  return {std::move(read.value), true, {}};
}

}  // namespace harden::rule
