#include "rewrite/scratch/image_config.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace harden {
namespace {

bool is_setting(Keyword keyword) {
  switch (keyword) {
    case Keyword::env:
    case Keyword::label:
    case Keyword::maintainer:
    case Keyword::workdir:
    case Keyword::expose:
    case Keyword::volume:
      return true;
    default:
      return false;
  }
}

bool is_name_part(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

VariableNames variables_in(std::string_view text) {
  VariableNames names;
  for (std::size_t at = text.find('$'); at != std::string_view::npos;
       at = text.find('$', at + 1)) {
    std::size_t begin = at + 1;
    if (begin < text.size() && text[begin] == '{') ++begin;
    std::size_t end = begin;
    while (end < text.size() && is_name_part(text[end])) ++end;
    if (end > begin) names.emplace(text.substr(begin, end - begin));
  }
  return names;
}

ImageConfig image_config(const StageView& stage) {
  const ImageState& state = stage.state();
  const std::vector<std::size_t> chain = stage.chain();
  ImageConfig result;
  result.user = state.user.instruction;
  if (state.entrypoint) result.entrypoint = state.entrypoint->instruction;
  if (state.cmd) result.cmd = state.cmd->instruction;
  std::optional<std::size_t> stop_signal;
  for (const std::size_t i : chain) {
    const Keyword keyword = stage.instruction(i).keyword;
    if (keyword == Keyword::healthcheck) result.healthcheck = i;
    if (keyword == Keyword::stopsignal) stop_signal = i;
  }
  std::vector<std::size_t> all;
  VariableNames used;
  for (const std::size_t i : chain) {
    const Instruction& it = stage.instruction(i);
    const bool kept = is_setting(it.keyword) || stop_signal == i;
    if (kept || result.user == i) used.merge(variables_in(it.arguments.text));
    if (kept || it.keyword == Keyword::arg) all.push_back(i);
  }
  for (const std::size_t i : all) {
    const Instruction& it = stage.instruction(i);
    const auto* list = it.as<Assignments>();
    const bool needed =
        it.keyword != Keyword::arg ||
        (list != nullptr && std::any_of(list->list.begin(), list->list.end(),
                                        [&](const Assignment& arg) {
                                          return used.contains(arg.name.value);
                                        }));
    if (needed) result.settings.push_back(i);
  }
  return result;
}

}  // namespace harden
