#include "findings/images/taken_images.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

#include "base/text/ascii.h"
#include "dockerfile/model/scope.h"
#include "findings/subject.h"

namespace harden::rule {
namespace {

class TakenImageCollector {
 public:
  TakenImageCollector(const Document& document, const Evaluation& evaluation)
      : document_(document), evaluation_(evaluation), names_(document) {}

  std::vector<TakenImage> run() {
    for (std::size_t i = 0; i < document_.stages.size(); ++i) {
      const Stage& stage = document_.stages[i];
      from(i, document_.instructions[stage.begin]);
      for (std::size_t at = stage.begin + 1; at < stage.end; ++at) {
        flags(document_.instructions[at]);
      }
    }
    return std::move(found_);
  }

 private:
  void from(std::size_t stage, const Instruction& it) {
    const auto* from = it.as<From>();
    if (from == nullptr || evaluation_.parents[stage]) return;
    const ImageState& state = evaluation_.stages[stage];
    const std::string& name = state.base_reference;
    if (name.empty() || name == "scratch" || is_refused(name)) return;
    // No name has one: it stands for what is not known.
    const bool known = name.find('$') == std::string::npos;
    found_.push_back({from->image.span, name,
                      known ? std::string() : state.base_unknown.text()});
  }

  // `FROM Build`: nothing is taken, and the engine says why.
  static bool is_refused(const std::string& name) {
    const std::string full = full_repository(name);
    const std::string path = full.substr(full.find('/') + 1);
    return name.find('$') == std::string::npos && lower_case(path) != path;
  }

  void flags(const Instruction& it) {
    for (const Flag& flag : it.flags) {
      if (!flag.value) continue;
      const std::string& value = flag.value->value;
      if (flag.name == "from") {
        image(flag.value->span, value);
      } else if (flag.name == "mount" && it.keyword == Keyword::run) {
        if (const auto name = mounted(value)) image(flag.value->span, *name);
      }
    }
  }

  // `type=bind,from=NAME,…`.
  static std::optional<std::string> mounted(std::string_view value) {
    while (!value.empty()) {
      const std::size_t comma = std::min(value.find(','), value.size());
      const std::string_view part = value.substr(0, comma);
      if (part.starts_with("from=")) return std::string(part.substr(5));
      value.remove_prefix(std::min(comma + 1, value.size()));
    }
    return std::nullopt;
  }

  // Once, however many files are taken from it.
  void image(Span span, const std::string& name) {
    if (!seen_.insert(name).second) return;
    if (name.empty() || name == "scratch" || names_.for_copy(name)) return;
    const bool known = name.find('$') == std::string::npos;
    found_.push_back(
        {span, name,
         known ? std::string() : "variables of `--from` are not followed"});
  }

  const Document& document_;
  const Evaluation& evaluation_;
  StageNames names_;
  std::set<std::string, std::less<>> seen_;
  std::vector<TakenImage> found_;
};

}  // namespace

std::vector<TakenImage> taken_images(const Document& document,
                                     const Evaluation& evaluation) {
  return TakenImageCollector(document, evaluation).run();
}

void find_references(const Subject& subject, const RuleInfo& rule,
                     bool (*objects)(const ImageReference&),
                     std::string_view message, std::string_view help,
                     Findings& findings) {
  for (const TakenImage& it : subject.taken_images) {
    if (!it.unknown_because.empty()) continue;
    if (!objects(parse_image_reference(it.reference))) continue;
    report(findings, rule, it.span,
           fmt::format("`{}` {}", it.reference, message), std::string(help));
  }
}

std::string full_repository(std::string_view reference) {
  std::string name = parse_image_reference(reference).repository;
  const std::size_t slash = name.find('/');
  const std::string host = name.substr(0, slash);
  const bool has_host =
      slash != std::string::npos &&
      (host == "localhost" || host.find_first_of(".:") != std::string::npos);
  if (has_host) return name;
  return (slash == std::string::npos ? "docker.io/library/" : "docker.io/") +
         name;
}

}  // namespace harden::rule
