// harden.1 in the macros of man(7).
#include <fmt/format.h>

#include <string_view>

#include "base/quote/escaped.h"
#include "cli/completion/command_pages.h"
#include "cli/options/version.h"

namespace harden::cli {
namespace {

// As it stands: no hyphens for minus signs, no control lines.
std::string roff_escaped(std::string_view text) {
  static constexpr auto words = word_table<char>({{"\\e", '\\'},
                                                  {"\\-", '-'},
                                                  {"\\(aq", '\''},
                                                  {"\\(ga", '`'},
                                                  {"\\(ti", '~'},
                                                  {"\\(ha", '^'}});
  const bool is_control = text.starts_with('.') || text.starts_with('\'');
  return (is_control ? "\\&" : "") + escaped(text, words);
}

// Takes the first line off.
std::string_view next_line(std::string_view& text) {
  const auto end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text = end == text.npos ? std::string_view() : text.substr(end + 1);
  return line;
}

// Columns: these lines are not filled.
bool is_laid_out(std::string_view line) {
  return line.starts_with(' ') || line.find("  ") != line.npos;
}

// Notes around the list of options: headings, examples and paragraphs.
class PageNotes {
 public:
  explicit PageNotes(std::string& page) : page_(page) {}

  void add(std::string_view text) {
    while (!text.empty()) line(next_line(text));
    lay_out(false);
  }

 private:
  void line(std::string_view text) {
    if (text.empty()) {
      lay_out(false);
      begins_ = true;
      return;
    }
    lay_out(is_laid_out(text));
    if (begins_ && !laid_out_) page_ += ".PP\n";
    begins_ = false;
    const bool is_heading = text.ends_with(':') && !laid_out_;
    page_ += is_heading ? fmt::format(".B {}\n", roff_escaped(text))
                        : roff_escaped(text) + "\n";
  }

  void lay_out(bool wanted) {
    if (wanted == laid_out_) return;
    page_ += wanted ? ".PP\n.EX\n" : ".EE\n";
    begins_ = !wanted;
    laid_out_ = wanted;
  }

  std::string& page_;
  bool laid_out_ = false;
  bool begins_ = true;
};

void add_manual_option(std::string& page, const OptionPage& option) {
  page += ".TP\n";
  bool first = true;
  for (const std::string& it : option.names) {
    page += fmt::format("{}\\f{}{}\\fR", first ? "" : ", ",
                        option.is_positional ? 'I' : 'B', roff_escaped(it));
    first = false;
  }
  if (!option.type.empty()) {
    page += fmt::format(" \\fI{}\\fR", roff_escaped(option.type));
  }
  page += "\n" + roff_escaped(option.description) + "\n";
}

void add_manual_command(std::string& page, const CommandPage& command) {
  page += fmt::format(".SS {}\n.B {}\n", roff_escaped(command.help->name),
                      roff_escaped(command.help->usage));
  PageNotes(page).add(command.help->description);
  for (const OptionPage& it : command.options) add_manual_option(page, it);
  PageNotes(page).add(command.help->examples);
}

}  // namespace

std::string manual_page(const std::vector<CommandPage>& pages) {
  std::string page = fmt::format(
      ".\\\" Made by `harden man`.\n"
      ".TH HARDEN 1 \"\" \"harden {}\" \"User Commands\"\n"
      ".SH NAME\nharden \\- make container images run without root\n"
      ".SH SYNOPSIS\n",
      roff_escaped(version));
  for (const CommandPage& it : pages) {
    page += fmt::format("{}.B {}\n", &it == pages.data() ? "" : ".br\n",
                        roff_escaped(it.help->usage));
  }
  page += ".SH DESCRIPTION\n";
  for (const CommandPage& it : pages) add_manual_command(page, it);
  page +=
      ".SH FILES\n.TP\n.I harden.toml\n"
      "Settings; the nearest one in the folder of the file or above it.\n"
      ".SH SEE ALSO\n.BR docker (1),\n.BR podman (1),\n.BR strace (1),\n"
      ".BR apparmor_parser (8)\n";
  return page;
}

}  // namespace harden::cli
