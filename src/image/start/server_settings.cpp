#include "image/start/server_settings.h"

#include <algorithm>
#include <string_view>

#include "base/text/paths.h"
#include "image/files/file_origin.h"
#include "image/start/option_value.h"

namespace harden {
namespace {

constexpr std::string_view setting_blanks = " \t\r";
// What stands between a word and its value: `uid = nobody`, `user: nobody`.
constexpr std::string_view before_value = " \t\r=:";

std::string_view trimmed_line(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(setting_blanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(setting_blanks) + 1 - begin);
}

std::string_view value_behind(std::string_view line, std::size_t word_end) {
  const std::size_t begin = line.find_first_not_of(before_value, word_end);
  return begin == line.npos ? std::string_view() : line.substr(begin);
}

}  // namespace

SettingLines setting_lines(const StageView& stage, const ServerSetting& setting,
                           const std::vector<std::string>& argv,
                           const std::string& folder) {
  SettingLines result;
  const auto named = find_option(setting.options, argv);
  result.file =
      named ? absolute_path(folder, named->value) : std::string(setting.file);
  const auto found = FileOrigin(stage).find(result.file);
  result.at_hand =
      found && found->at_hand() && !found->changed_by &&
      !(found->heredoc_expands && found->text.find('$') != std::string::npos);
  if (!result.at_hand) return result;
  const auto& words = setting.words;
  int number = 0;
  std::string_view rest = found->text;
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    line = trimmed_line(line);
    ++number;
    const std::size_t end =
        std::min(line.find_first_of(before_value), line.size());
    if (std::find(words.begin(), words.end(), line.substr(0, end)) ==
        words.end()) {
      continue;
    }
    result.lines.push_back({result.file + ":" + std::to_string(number),
                            std::string(line),
                            std::string(value_behind(line, end))});
  }
  return result;
}

}  // namespace harden
