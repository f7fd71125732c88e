#include "cli/check_settings.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/service_images.h"
#include "harden/settings.h"
#include "passes/suppressions.h"
#include "report/summary.h"
#include "report/text_report.h"
#include "report/visible_text.h"

namespace harden::cli {
namespace {

// What the engine would refuse.
bool is_refusal(const Diagnostic& it) {
  return it.severity == Severity::error &&
         (it.rule == "HD201" || it.rule == "HD202" || it.rule == "HD203");
}

int status_of(const std::vector<Diagnostic>& found) {
  if (std::any_of(found.begin(), found.end(), is_refusal)) return failed;
  const bool errors = std::any_of(
      found.begin(), found.end(),
      [](const Diagnostic& it) { return it.severity == Severity::error; });
  return errors ? not_shown : done;
}

std::vector<CommentLines> comments_of(const SettingsFile& file) {
  std::vector<CommentLines> result;
  for (const SettingsComment& it : file.comments) {
    std::optional<Span> lines;
    if (!it.lines.empty()) lines = it.lines;
    result.push_back({it.span, lines});
  }
  return result;
}

// --unknown: without a word, one of many images that is not known is no error.
void weigh_unknown(std::vector<Diagnostic>& found, UnknownUser policy) {
  std::erase_if(found, [&](const Diagnostic& it) {
    return it.rule == "HD214" && policy == UnknownUser::ignore;
  });
  for (Diagnostic& it : found) {
    if (it.rule == "HD214" && policy == UnknownUser::warn) {
      it.severity = Severity::warning;
    }
  }
}

std::string user_lines(const SettingsFile& file, const ImageUser& image_user,
                       bool colour) {
  std::string result;
  if (file.containers.empty()) {
    return fmt::format("{}: describes no container\n",
                       visible(file.source->name()));
  }
  for (const ContainerSettings& it : file.containers) {
    result += user_line(fmt::format("{}: {}", file.source->name(), it.name),
                        container_user(it, image_user), colour);
  }
  return result;
}

int check_containers(const Arguments& arguments, const SettingsFile& file,
                     const std::string& path) {
  ServiceImages images(arguments, path);
  const ImageUser image_user = [&](const ContainerSettings& it) {
    return images.user_of(it);
  };
  auto found = apply_suppressions(*file.source, comments_of(file),
                                  check_settings(file, image_user));
  const int status = status_of(found);
  weigh_unknown(found, arguments.unknown);
  if (arguments.quiet) {
    std::erase_if(found, [](const Diagnostic& it) {
      return it.severity != Severity::error;
    });
  }
  const bool colour = wants_colour(STDOUT_FILENO, arguments.no_color);
  std::string text = text_report(*file.source, found, {colour, false});
  if (!arguments.quiet) text += user_lines(file, image_user, colour);
  print(text);
  return status;
}

}  // namespace

int check_settings_file(const Arguments& arguments, const std::string& file,
                        SourceFile source) {
  return check_containers(arguments, read_settings(std::move(source)), file);
}

int check_run_line(const Arguments& arguments) {
  const SettingsFile file =
      read_run_line(SourceFile("--run", arguments.run_line));
  return check_containers(arguments, file, "-");
}

}  // namespace harden::cli
