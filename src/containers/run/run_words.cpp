#include "containers/run/run_words.h"

#include <fmt/format.h>

#include "containers/compose/interpolate.h"

namespace harden::containers {
namespace {

using Part = shell::WordPart;

void add_unknown(std::string_view name, Argument& out) {
  out.text += fmt::format("${}", name);
  if (!out.unknown_because.empty()) return;
  out.unknown_because = fmt::format("`${}` is not told by the line", name);
}

void add_variable(const std::string& name, Argument& out) {
  if (name == "HOME") {
    out.text += '~';
  } else if (name == "PWD") {
    out.text += '.';
  } else {
    add_unknown(name, out);
  }
}

// `${NAME:-default}`, which Compose writes the same way.
void add_parameter(const std::string& inner, Argument& out) {
  if (inner == "PWD") return add_variable(inner, out);
  const Interpolated told = interpolate("${" + inner + "}");
  out.text += told.text;
  if (told.unknown_because.empty() || !out.unknown_because.empty()) return;
  out.unknown_because = fmt::format("`{}` is not told by the line", told.text);
}

void add_part(const Part& part, std::string_view script, Argument& out) {
  switch (part.kind) {
    case Part::Kind::text:
      out.text += part.text;
      return;
    case Part::Kind::variable:
      return add_variable(part.text, out);
    case Part::Kind::parameter:
      return add_parameter(part.text, out);
    case Part::Kind::command:
      if (part.text == "pwd") {
        out.text += '.';
        return;
      }
      return add_unknown("(…)", out);
    case Part::Kind::arithmetic:
    case Part::Kind::other:
      break;
  }
  add_unknown(script.substr(part.span.begin, part.span.size()), out);
}

}  // namespace

Argument argument_of(const shell::Word& word, std::string_view script) {
  Argument result;
  result.span = word.span;
  for (const Part& it : word.parts) add_part(it, script, result);
  return result;
}

Argument part_of(const Argument& word, std::size_t from) {
  Argument result = word;
  result.text.erase(0, from);
  const bool as_written = word.span.size() == word.text.size();
  if (as_written && !result.text.empty()) {
    result.span.begin += static_cast<std::uint32_t>(from);
  }
  return result;
}

}  // namespace harden::containers
