// Lines of a server's configuration, as far as the build context shows it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "image/stage_view.h"
#include "knowledge/server_facts.h"

namespace harden {

struct SettingLine {
  std::string place;  // "/etc/rsyncd.conf:1"
  std::string text;   // "uid = nobody"
  std::string value;  // "nobody"
};

struct SettingLines {
  std::string file;  // in the image
  bool at_hand = false;
  std::vector<SettingLine> lines;  // that begin with one of the words
};

// `argv` begins with the server, which starts in `folder`.
SettingLines setting_lines(const StageView& stage, const ServerSetting& setting,
                           const std::vector<std::string>& argv,
                           const std::string& folder);

}  // namespace harden
