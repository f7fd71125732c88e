#include "rewrite/step_down/script_site.h"

#include <algorithm>

namespace harden {
namespace {

class ScriptSiteFinder {
 public:
  explicit ScriptSiteFinder(Span span) : span_(span) {}

  std::optional<ScriptSite> in(const shell::List& list) const {
    for (const shell::AndOr& it : list) {
      if (!holds(it.span)) continue;
      for (const shell::Pipeline& pipeline : it.pipelines) {
        if (auto found = in(it, pipeline)) return found;
      }
    }
    return std::nullopt;
  }

 private:
  bool holds(Span span) const {
    return span.begin <= span_.begin && span_.end <= span.end;
  }

  std::optional<ScriptSite> in(const shell::AndOr& list,
                               const shell::Pipeline& pipeline) const {
    for (const shell::Command& it : pipeline.commands) {
      if (!holds(it.span)) continue;
      if (it.span == span_ && it.as<shell::Simple>() != nullptr) {
        ScriptSite site{&it};
        site.in_pipeline = pipeline.commands.size() > 1;
        site.background = list.background;
        site.behind_word =
            pipeline.span.begin != pipeline.commands.front().span.begin;
        site.by_itself = list.pipelines.size() == 1 && !pipeline.negated &&
                         !site.in_pipeline && !site.background;
        return site;
      }
      if (auto found = inside(it)) return found;
    }
    return std::nullopt;
  }

  std::optional<ScriptSite> inside(const shell::Command& it) const {
    if (const auto* body = it.as<shell::Group>()) return in(body->body);
    if (const auto* body = it.as<shell::Subshell>()) return in(body->body);
    if (const auto* body = it.as<shell::For>()) return in(body->body);
    if (const auto* body = it.as<shell::Function>()) return in(body->body);
    if (const auto* body = it.as<shell::Loop>()) {
      auto found = in(body->condition);
      return found ? found : in(body->body);
    }
    if (const auto* body = it.as<shell::If>()) return inside(*body);
    if (const auto* body = it.as<shell::Case>()) {
      for (const shell::Case::Item& item : body->items) {
        if (auto found = in(item.body)) return found;
      }
    }
    return std::nullopt;
  }

  std::optional<ScriptSite> inside(const shell::If& it) const {
    for (const shell::If::Branch& branch : it.branches) {
      auto found = in(branch.condition);
      if (!found) found = in(branch.body);
      if (found) return found;
    }
    return it.otherwise ? in(*it.otherwise) : std::nullopt;
  }

  Span span_;
};

// What ends in a backslash goes on in the next line.
bool goes_on(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line.ends_with('\\');
}

}  // namespace

std::optional<ScriptSite> find_site(const shell::Script& script, Span span) {
  return ScriptSiteFinder(span).in(script.commands);
}

ScriptLine line_at(std::string_view text, std::uint32_t offset) {
  ScriptLine result;
  const std::size_t before = text.substr(0, offset).rfind('\n');
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  result.begin = static_cast<std::uint32_t>(begin);
  result.indent = text.substr(begin, offset - begin);
  result.begins = result.indent.find_first_not_of(" \t") == text.npos;
  if (before != text.npos && goes_on(text.substr(0, before))) {
    result.begins = false;
  }
  const std::size_t end = text.find('\n', offset);
  if (end != text.npos && end > 0 && text[end - 1] == '\r') {
    result.newline = "\r\n";
  }
  return result;
}

std::string indent_step(std::string_view text) {
  std::size_t least = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\t') return "\t";
    const std::size_t word = text.find_first_not_of(' ', at);
    const std::size_t blanks = std::min(word, text.size()) - at;
    const bool counts = blanks >= 2 && blanks <= 8 && word < text.size() &&
                        text[word] != '\n' && text[word] != '\r';
    if (counts && (least == 0 || blanks < least)) least = blanks;
    const std::size_t end = text.find('\n', at);
    if (end == text.npos) break;
    at = end + 1;
  }
  return std::string(least == 0 ? 4 : least, ' ');
}

}  // namespace harden
