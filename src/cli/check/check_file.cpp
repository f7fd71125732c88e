#include "cli/check/check_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files/clean_path.h"
#include "base/files/read_input.h"
#include "base/source/source_file.h"
#include "cli/check/check_choices.h"
#include "cli/check/check_dockerfile.h"
#include "cli/check/service_images.h"
#include "cli/output/failure.h"
#include "containers/settings.h"
#include "findings/registry.h"
#include "findings/suppressions/suppressions.h"

namespace harden::cli {
namespace {

// What the engine would refuse.
bool is_refusal(const Diagnostic& it) {
  return it.severity == Severity::error && find_rule(it.rule)->refuses_file;
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

CheckedFile check_containers(const CheckChoices& choices,
                             const SettingsFile& file, const std::string& path,
                             ConfigFiles& configs) {
  ServiceImages images(choices, path, configs);
  const ImageOf image_of = [&](const ContainerSettings& it) {
    return images.image_of(it);
  };
  CheckedFile result;
  result.name = file.source->name();
  result.source = file.source;
  result.findings = apply_suppressions(*file.source, comments_of(file),
                                       check_settings(file, image_of),
                                       choices.suppressions());
  result.unusable = std::ranges::any_of(result.findings, is_refusal);
  for (const ContainerSettings& it : file.containers) {
    result.verdicts.push_back({fmt::format("{}: {}", result.name, it.name),
                               container_user(it, image_of)});
  }
  return result;
}

using By = FoundFile::By;

// Other YAML may be large; what is read as settings is 2 MiB a document.
constexpr std::size_t max_settings = std::size_t{16} << 20;

// Of Helm, Jinja and the like, and of ERB.
bool has_placeholders(std::string_view text) {
  return text.find("{{") != text.npos || text.find("<%") != text.npos;
}

std::string content_of(const FoundFile& file) {
  return read_small_file(file.path, max_settings).value_or("");
}

bool is_readable(const FoundFile& file) {
  return access(file.path.c_str(), R_OK) == 0;
}

// What only a look at the content tells, before the file is checked.
bool is_other_yaml(const FoundFile& file) {
  return file.by != By::name && is_settings_name(file.path) &&
         is_readable(file) && !looks_like_settings(content_of(file));
}

// Files that are not Dockerfiles in spite of their name, such as Dockerfile.md.
bool may_be_other(const FoundFile& file) {
  return file.by == By::folder && !is_settings_name(file.path) &&
         !is_plain_dockerfile_name(name_of(file.path));
}

bool is_template(const FoundFile& file) {
  const bool may_be = may_be_other(file) ||
                      (file.by != By::name && is_settings_name(file.path));
  return may_be && has_placeholders(content_of(file));
}

// Whether what is wrong with the file shows that it is something else.
bool is_other(const FoundFile& file, const BadInput& error) {
  if (error.file() != file.path || !is_readable(file)) return false;
  return may_be_other(file) || is_template(file);
}

// Manifests of things that run nothing.
bool says_nothing(const FoundFile& file, const CheckedFile& checked) {
  return file.by != By::name && is_settings_name(file.path) &&
         checked.verdicts.empty() && checked.findings.empty();
}

// Before it is changed.
bool is_broken_template(const CheckArguments& arguments, const FoundFile& file,
                        ConfigFiles& configs, const CheckFile& check) {
  if (!is_template(file)) return false;
  CheckArguments looks = arguments;
  looks.fix = false;
  return check(looks, file.path, configs).refused;
}

std::optional<CheckedFile> checked_unless_other(const CheckArguments& arguments,
                                                const FoundFile& file,
                                                ConfigFiles& configs,
                                                const CheckFile& check) {
  if (is_other_yaml(file)) return std::nullopt;
  try {
    if (arguments.fix && is_broken_template(arguments, file, configs, check)) {
      return std::nullopt;
    }
    CheckedFile checked = check(arguments, file.path, configs);
    if (says_nothing(file, checked)) return std::nullopt;
    if (checked.refused && is_template(file)) return std::nullopt;
    return checked;
  } catch (const BadInput& error) {
    if (is_other(file, error)) return std::nullopt;
    throw;
  }
}

}  // namespace

CheckedFile check_file(const CheckArguments& arguments,
                       const std::string& given, ConfigFiles& configs) {
  // --stdin-filename: as if it lay there.
  const bool is_named = given == "-" && !arguments.stdin_filename.empty();
  const std::string& file = is_named ? arguments.stdin_filename : given;
  SourceFile source =
      is_named ? read_input(file, STDIN_FILENO) : read_input(file);
  const auto settings = configs.of(file);
  const CheckChoices choices(arguments, *settings, file);
  CheckedFile result =
      is_settings_file(file, source.bytes())
          ? check_containers(choices, read_settings(std::move(source)), file,
                             configs)
      : arguments.fix
          ? fix_dockerfile(choices, file, given == "-", std::move(source),
                           configs)
          : check_dockerfile(arguments, file, std::move(source), configs);
  weigh(choices, result);
  return result;
}

CheckedFile check_run_line(const CheckArguments& arguments,
                           ConfigFiles& configs) {
  const auto settings = configs.of("-");
  const CheckChoices choices(arguments, *settings, "-");
  CheckedFile result = check_containers(
      choices, read_run_line(SourceFile("--run", arguments.run_line)), "-",
      configs);
  weigh(choices, result);
  return result;
}

std::optional<CheckedFile> check_found(const CheckArguments& arguments,
                                       const FoundFile& file,
                                       ConfigFiles& configs,
                                       const CheckFile& check) {
  std::optional<CheckedFile> result;
  auto failure = failure_in(file.path, [&] {
    result = checked_unless_other(arguments, file, configs, check);
  });
  if (failure) result = unchecked_file(file.path, *std::move(failure));
  return result;
}

}  // namespace harden::cli
