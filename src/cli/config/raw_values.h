// Options as they were written, before they are checked.
#pragma once

#include <string>
#include <vector>

namespace harden::cli {

// Values that are checked by hand, so that each gets its own message.
struct RawValues {
  std::string uid;
  std::string gid;
  std::string user_style = "numeric";
  std::string unknown = "fail";
  std::string step_down = "auto";
  std::string step_down_tool;
  std::string allow_step_down = "yes";
  std::string rootfs;
  std::string emit;
  std::string engine = "docker";
  std::string format = "text";
  std::string watch = "30s";
  std::string starts = "20";
  std::string margin = "none";
  std::string on_deny;
  std::string jobs;
  std::string fail_level = "error";
  std::string write_baseline;
  std::string strength;
  std::vector<std::string> fix_only;
  bool no_comments = false;
};

}  // namespace harden::cli
