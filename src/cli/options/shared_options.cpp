#include "cli/options/command_options.h"

namespace harden::cli {

void add_text(CLI::App& app, const char* names, std::string& value,
              const char* type, const char* description) {
  app.add_option(names, value, description)->type_name(type);
}

void add_list(CLI::App& app, const char* names,
              std::vector<std::string>& values, const char* type,
              const char* description) {
  app.add_option(names, values, description)
      ->type_name(type)
      ->allow_extra_args(false);
}

void add_flag(CLI::App& app, const char* names, bool& value,
              const char* description) {
  app.add_flag(names, value, description)->disable_flag_override();
}

void add_files(CLI::App& app, Arguments& arguments, const char* name,
               const char* description) {
  app.add_option(name, arguments.files, description)->type_name("");
}

void add_output(CLI::App& app, Arguments& arguments) {
  add_text(app, "-o,--output", arguments.output, "FILE",
           "Where to write; standard output if not given");
}

void add_no_color(CLI::App& app, Arguments& arguments) {
  add_flag(app, "--no-color", arguments.no_color, "No colours");
}

void add_evaluation(CLI::App& app, Arguments& arguments) {
  add_text(app, "--target", arguments.target, "STAGE",
           "The stage that becomes the image");
  add_list(app, "--build-arg", arguments.build_args, "NAME=VALUE",
           "Value of an ARG, as for docker build");
  add_text(app, "--context", arguments.context, "DIR",
           "Build context, if not the Dockerfile's folder");
  add_list(app, "--base-inspect", arguments.base_inspect, "FILE",
           "What docker image inspect says of a base");
  add_text(app, "--config", arguments.config, "FILE",
           "Settings, if not the nearest harden.toml");
}

void add_reporting(CLI::App& app, Arguments& arguments) {
  add_flag(app, "-q,--quiet", arguments.quiet, "Say nothing but errors");
  add_no_color(app, arguments);
}

// What becomes of the file; for all who look at the result.
void add_rewrite(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_text(app, "--user", arguments.user, "NAME",
           "Account to use, or to create");
  add_text(app, "--uid", raw.uid, "N", "Its uid (10001 for a new one)");
  add_text(app, "--gid", raw.gid, "N", "Its gid (the same as the uid)");
  add_text(app, "--user-style", raw.user_style, "STYLE",
           "USER as numeric (default) or by name");
  add_flag(app, "--no-comments", raw.no_comments,
           "Insert no comments into the file");
  add_text(app, "--step-down", raw.step_down, "auto|always|never",
           "If a start script gives up root itself (auto)");
  add_text(app, "--step-down-tool", raw.step_down_tool, "TOOL",
           "gosu, su-exec or setpriv; chosen by the base");
  add_rootfs(app, arguments, raw);
}

void add_rootfs(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_text(app, "--rootfs", raw.rootfs, "auto|scratch|keep",
           "Final image from scratch where that is safe (auto)");
  add_text(app, "--artifact", arguments.artifact, "PATH",
           "The program in the image, if it is not found");
  add_list(app, "--keep", arguments.keep, "PATH",
           "What a scratch image takes along besides");
  add_flag(app, "--keep-shell", arguments.keep_shell,
           "Take a shell along, and what scripts start");
  add_flag(app, "--drop-healthcheck", arguments.drop_healthcheck,
           "Drop one that a scratch image cannot run");
}

void add_settings(CLI::App& app, Arguments& arguments) {
  add_list(app, "--set", arguments.set, "KEY=VALUE",
           "A setting of [policy]: limits.memory=1g");
}

void add_policy(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_settings(app, arguments);
  add_rewrite(app, arguments, raw);
  add_evaluation(app, arguments);
}

}  // namespace harden::cli
