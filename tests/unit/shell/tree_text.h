// A tree as one line of text, to compare it in tests.
//
// `a "b$c"` is `(a "b" $c)`; expansions keep their first letters.
#pragma once

#include <string>
#include <string_view>

#include "shell/shell_script.h"

namespace harden::shell {

class TreeText {
 public:
  explicit TreeText(std::string_view script) : script_(script) {}

  std::string of(const List& list) const {
    std::string result;
    for (const AndOr& it : list) {
      if (!result.empty()) result += ' ';
      result += of(it);
    }
    return result;
  }

  std::string of(const Word& word) const {
    std::string result;
    for (const WordPart& it : word.parts) {
      if (!result.empty()) result += '~';
      result += of(it);
    }
    return result;
  }

 private:
  static std::string of(const WordPart& part) {
    const char* kinds[] = {"", "$", "P:", "C:", "A:", "O:"};
    const std::string text =
        kinds[static_cast<std::size_t>(part.kind)] + part.text;
    return part.quoted ? "\"" + text + "\"" : text;
  }

  std::string of(const AndOr& it) const {
    std::string result;
    for (std::size_t i = 0; i < it.pipelines.size(); ++i) {
      if (i > 0) {
        result += it.joins[i - 1] == AndOr::Join::both ? " && " : " || ";
      }
      result += of(it.pipelines[i]);
    }
    return result + (it.background ? "&" : "");
  }

  std::string of(const Pipeline& it) const {
    std::string result;
    for (const Command& command : it.commands) {
      if (!result.empty()) result += " | ";
      result += of(command);
    }
    return (it.negated ? "!" : "") + result;
  }

  std::string of(const Command& it) const {
    std::string result =
        "(" + std::visit([&](const auto& body) { return of(body); }, it.body);
    for (const Redirection& here : it.redirections) {
      if (result.size() > 1) result += ' ';
      result += of(here);
    }
    return result + ")";
  }

  std::string of(const Redirection& it) const {
    std::string result =
        it.descriptor ? std::to_string(*it.descriptor) : std::string();
    result += it.op + " " + of(it.target);
    if (it.heredoc.empty()) return result;
    return result + (it.heredoc_expands ? "{$" : "{") +
           std::string(script_.substr(it.heredoc.begin, it.heredoc.size())) +
           "}";
  }

  std::string words(const std::vector<Word>& list) const {
    std::string result;
    for (const Word& it : list) {
      if (!result.empty()) result += ' ';
      result += of(it);
    }
    return result;
  }

  static std::string of(const Opaque&) { return "?"; }
  std::string of(const Simple& it) const {
    std::string result;
    for (const Assignment& here : it.assignments) {
      result +=
          here.name + (here.is_element ? "[]" : "") +
          (here.append ? "+=" : "=") +
          (here.is_array ? "[" + words(here.elements) + "]" : of(here.value)) +
          " ";
    }
    result += words(it.words);
    if (result.ends_with(' ')) result.pop_back();
    return result;
  }
  std::string of(const Group& it) const { return "{ " + of(it.body); }
  std::string of(const Subshell& it) const { return "sub " + of(it.body); }
  std::string of(const If& it) const {
    std::string result;
    for (const If::Branch& branch : it.branches) {
      result += (result.empty() ? "if " : " elif ") + of(branch.condition) +
                " then " + of(branch.body);
    }
    return result + (it.otherwise ? " else " + of(*it.otherwise) : "");
  }
  std::string of(const Loop& it) const {
    return (it.until ? "until " : "while ") + of(it.condition) + " do " +
           of(it.body);
  }
  std::string of(const For& it) const {
    std::string result = (it.select ? "select " : "for ") + it.variable;
    if (it.words) result += " in " + words(*it.words);
    return result + " do " + of(it.body);
  }
  std::string of(const Case& it) const {
    std::string result = "case " + of(it.subject);
    for (const Case::Item& item : it.items) {
      const char* ends[] = {";;", ";&", ";;&"};
      result += " [" + words(item.patterns) + ": " + of(item.body) +
                ends[static_cast<std::size_t>(item.end)] + "]";
    }
    return result;
  }
  std::string of(const Function& it) const {
    return "fn " + it.name + " " + of(it.body);
  }
  std::string of(const Test& it) const { return "test " + words(it.words); }
  std::string of(const Arithmetic& it) const {
    return "let " +
           std::string(script_.substr(it.inner.begin, it.inner.size()));
  }

  std::string_view script_;
};

inline std::string tree_of(std::string_view script) {
  return TreeText(script).of(parse_script(script).commands);
}

}  // namespace harden::shell
