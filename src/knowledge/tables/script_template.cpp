// templates/rootfs.sh, cut into its sections. In a RUN the lines of a section
// stand behind one another, so that a line must not end in the middle of
// something that only a line ending would close.
#include <fstream>
#include <string_view>

#include "knowledge/tables/template_reader.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {

namespace {

constexpr std::string_view section_mark = "#: ";

bool may_be_joined(std::string_view line) {
  for (const std::string_view end :
       {";", "{", " then", " do", " else", " in"}) {
    if (line.ends_with(end) || line == end.substr(1)) return true;
  }
  return line.find_first_not_of(' ') == line.find('#');  // a comment
}

}  // namespace

std::vector<ScriptSection> read_script_template(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw TemplateError(path + ": cannot be read");
  std::vector<ScriptSection> sections;
  std::string line;
  while (std::getline(file, line)) {
    if (line.starts_with(section_mark)) {
      sections.push_back({line.substr(section_mark.size()), {}});
    } else if (!sections.empty() && !line.empty()) {
      if (!may_be_joined(line) || line.ends_with('\\') ||
          line.find("<<") != std::string::npos) {
        throw TemplateError(path + ": cannot be joined: " + line);
      }
      sections.back().lines.push_back(line);
    }
  }
  if (sections.empty()) throw TemplateError(path + ": has no sections");
  return sections;
}

}  // namespace harden::knowledge
