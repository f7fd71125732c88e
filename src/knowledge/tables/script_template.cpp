// Scripts of templates/, cut into their sections. In a RUN the lines of a
// section stand behind one another, so that a line must not end in the middle
// of something that only a line ending would close.
#include <algorithm>
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

void read_sections(const std::string& path,
                   std::vector<ScriptSection>& sections) {
  std::ifstream file(path);
  if (!file) throw TemplateError(path + ": cannot be read");
  const std::size_t before = sections.size();
  std::string line;
  while (std::getline(file, line)) {
    if (line.starts_with(section_mark)) {
      const std::string name = line.substr(section_mark.size());
      if (std::ranges::find(sections, name, &ScriptSection::name) !=
          sections.end()) {
        throw TemplateError(path + ": section `" + name + "` occurs twice");
      }
      sections.push_back({name, {}});
    } else if (sections.size() > before && !line.empty()) {
      if (!may_be_joined(line) || line.ends_with('\\') ||
          line.find("<<") != std::string::npos) {
        throw TemplateError(path + ": cannot be joined: " + line);
      }
      sections.back().lines.push_back(line);
    }
  }
  if (sections.size() == before)
    throw TemplateError(path + ": has no sections");
}

}  // namespace

std::vector<ScriptSection> read_script_templates(
    const std::vector<std::string>& paths) {
  std::vector<ScriptSection> sections;
  for (const std::string& it : paths) read_sections(it, sections);
  return sections;
}

}  // namespace harden::knowledge
