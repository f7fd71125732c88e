#include "knowledge/combine.h"

#include <algorithm>

namespace harden::knowledge {

namespace {

bool same(const Account& one, const Account& other) {
  return one.name == other.name && one.uid == other.uid && one.gid == other.gid;
}
bool same(const Group& one, const Group& other) {
  return one.name == other.name && one.gid == other.gid;
}
bool same(const WrittenPath& one, const WrittenPath& other) {
  return one.path == other.path;
}

template <typename T>
void keep_common(std::vector<T>& list, const std::vector<T>& other) {
  std::erase_if(list, [&](const T& item) {
    return std::ranges::none_of(
        other, [&](const T& candidate) { return same(item, candidate); });
  });
}

template <typename T>
void keep_equal(T& value, const T& other) {
  if (value != other) value = T();
}

}  // namespace

BaseImage facts_in_common(const BaseImage& one, const BaseImage& other) {
  BaseImage common = one;
  keep_equal(common.family, other.family);
  common.has_shell = one.has_shell && other.has_shell;
  common.has_user_tools = one.has_user_tools && other.has_user_tools;
  keep_equal(common.install_tools, other.install_tools);
  keep_equal(common.user, other.user);
  keep_common(common.accounts, other.accounts);
  keep_common(common.groups, other.groups);
  keep_equal(common.ready_account, other.ready_account);
  keep_equal(common.steps_down_to, other.steps_down_to);
  common.runs_as_any_user = one.runs_as_any_user && other.runs_as_any_user;
  if (common.needs_root.empty()) common.needs_root = other.needs_root;
  keep_equal(common.entrypoint, other.entrypoint);
  keep_equal(common.cmd, other.cmd);
  keep_equal(common.env, other.env);
  common.env_complete = one.env_complete && other.env_complete;
  keep_equal(common.ports, other.ports);
  keep_equal(common.env_names, other.env_names);
  keep_equal(common.stop_signal, other.stop_signal);
  keep_equal(common.entrypoint_reads, other.entrypoint_reads);
  keep_equal(common.workdir, other.workdir);
  keep_common(common.writes, other.writes);
  keep_equal(common.runtime, other.runtime);
  keep_equal(common.compiles, other.compiles);
  keep_equal(common.installs_to, other.installs_to);
  common.starts_arguments = one.starts_arguments && other.starts_arguments;
  common.logs_to_stdout = one.logs_to_stdout && other.logs_to_stdout;
  keep_equal(common.templates_in, other.templates_in);
  keep_equal(common.templates_fill, other.templates_fill);
  return common;
}

}  // namespace harden::knowledge
