// Generated scripts, most of them broken.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace harden::shell {

// Pieces that mean something, in any order.
inline rc::Gen<std::string> script_like() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(
          rc::gen::element<std::string>(
              "a", "b ", "$c", " ", "\t", "\n", "\r\n", "\r", "\\", "\\\n", "'",
              "\"", "`", "$(", "${", "$((", "((", "$[", "$'", "<(", "(", ")",
              "))", "}", "]", "{ ", "; }", ";", ";;", "&", "&&", "||", "|", "!",
              "# c", "if ", "then ", "else ", "fi ", "for x in ", "do ",
              "done ", "case x in ", "esac ", "a) ", "[[ ", " ]]", "=~ ",
              "f() ", "function g ", "x=", "x=(", "y[1]=", "2>", "<<E",
              "<<-'E'", "\nE\n", "<<<", "&>", "@(", "\xC3\xA9", "\xFF")),
      [](const std::vector<std::string>& pieces) {
        std::string text;
        for (const std::string& piece : pieces) text += piece;
        return text;
      });
}

}  // namespace harden::shell
