// What templates/*.json says about images, distributions and runtimes. The
// tables are compiled in as constants: nothing is parsed at start-up.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harden/base_image.h"

namespace harden {

// The images of templates/base_images.json.
const BaseImages& builtin_bases();

// Asks several sources in turn; the first that knows an image answers.
class LayeredBases : public BaseImages {
 public:
  explicit LayeredBases(std::vector<std::shared_ptr<const BaseImages>> layers);
  std::optional<BaseImage> find(std::string_view reference) const override;

 private:
  std::vector<std::shared_ptr<const BaseImages>> layers_;
};

// How a distribution creates users: templates/distributions.json. The strings
// hold the placeholders {name}, {group}, {uid}, {gid}, {home}, {shell}.
struct UserCommands {
  // Run first when the tools are missing, unless the image has its own
  // (BaseImage::install_tools). May be empty.
  std::string_view install_tools;
  std::string_view add_group;
  std::string_view add_user;
  std::string_view nologin;  // "/usr/sbin/nologin"
};
// Null for families where no command can (distroless, scratch, windows). For
// Family::unknown and busybox lines are written to /etc/passwd and /etc/group.
const UserCommands* user_commands(Family family);

const Runtime* find_runtime(std::string_view id);
// By the name of a program: "node", "npm", "python3", "gunicorn".
const Runtime* find_runtime_of_program(std::string_view program);

}  // namespace harden
