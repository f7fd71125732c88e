#include "report/check_text.h"

#include "report/summary.h"
#include "report/text_report.h"
#include "report/visible_text.h"

namespace harden {

// What could not be checked is said on standard error, for every format.
std::string CheckText::add(const CheckedFile& file) {
  std::string text;
  if (file.unfixed != nullptr && !style_.quiet) {
    text += text_report(*file.unfixed, file.fixed, {style_.colour, true});
  }
  if (file.source == nullptr) return text;
  text +=
      text_report(*file.source, file.findings, {style_.colour, false, true});
  if (style_.quiet) return text;
  if (file.verdicts.empty()) {
    text += visible(file.name) + ": describes no container\n";
  }
  for (const Verdict& it : file.verdicts) {
    text += user_line(it.name, it.user, style_.colour);
  }
  return text;
}

}  // namespace harden
