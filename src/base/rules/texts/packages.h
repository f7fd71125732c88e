// HD440 to HD443: what package managers bring and leave behind.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view package_cache_references[] = {
    "https://docs.docker.com/build/building/best-practices/#apt-get",
    "https://docs.docker.com/build/cache/optimize/#use-cache-mounts",
};
inline constexpr RuleInfo package_cache = {
    .code = "HD440",
    .name = "package-cache-left",
    .summary = "Lists or caches of a package manager stay in the image",
    .what =
        "A RUN of the final image calls apt-get, apk, yum, dnf, microdnf, "
        "zypper, pip, npm or yarn and leaves what they fetched besides the "
        "packages: no `rm -rf /var/lib/apt/lists/*`, `--no-cache`, "
        "`clean all`, `--no-cache-dir` or `npm cache clean --force` in the "
        "same RUN, no cache mount, no PIP_NO_CACHE_DIR. Build stages do not "
        "count. Of Yarn there is no fix: a project may load its packages from "
        "the cache.",
    .why =
        "The files make the image larger, and old lists let a later `install` "
        "choose packages that are outdated.",
    .remedy =
        "harden adds the option, or the command that cleans up at the end of "
        "the same RUN, where that is certain to run and no later RUN needs the "
        "lists. A later RUN cannot take files out of an earlier layer.",
    .before =
        "FROM debian:12\n"
        "RUN apt-get update && apt-get install -y "
        "--no-install-recommends nginx\n"
        "USER 1000:1000\n",
    .after = "",
    .references = package_cache_references,
    .severity = Severity::info,
};

inline constexpr std::string_view recommended_packages_references[] = {
    "apt-get(8): --no-install-recommends",
    "https://docs.docker.com/build/building/best-practices/#apt-get",
};
inline constexpr RuleInfo recommended_packages = {
    .code = "HD441",
    .name = "recommended-packages",
    .summary = "`apt-get install` brings packages that nobody asked for",
    .what =
        "`apt-get install` or `apt install` in the final image without "
        "`--no-install-recommends`, where neither `-o` nor a file of "
        "/etc/apt/apt.conf.d says the same. One finding a RUN.",
    .why =
        "apt then installs what maintainers recommend as well: often many "
        "packages, each with errors of its own and with programs that help an "
        "attacker.",
    .remedy =
        "On request harden adds the option. Where the program needs a "
        "recommended package, name it.",
    .before =
        "FROM debian:12\n"
        "RUN apt-get update && apt-get install -y nginx "
        "&& rm -rf /var/lib/apt/lists/*\n"
        "USER 1000:1000\n",
    .after = "",
    .references = recommended_packages_references,
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
};

inline constexpr std::string_view update_alone_references[] = {
    "https://docs.docker.com/build/building/best-practices/#apt-get",
};
inline constexpr RuleInfo update_alone = {
    .code = "HD442",
    .name = "update-alone",
    .summary = "Package lists get a layer of their own",
    .what =
        "A RUN of the final image only fetches package lists (`RUN apt-get "
        "update`), or one moves the whole distribution (`dist-upgrade`, "
        "`full-upgrade`, `distro-sync`, `zypper dup`). A plain `upgrade`, "
        "which brings security updates, is fine.",
    .why =
        "Builds take the layer from the cache for months. A later `install` "
        "then asks for versions that are outdated or no longer there. A "
        "dist-upgrade removes and replaces packages of the base as it sees "
        "fit.",
    .remedy =
        "Write `apt-get update && apt-get install …` in one RUN; take a newer "
        "base image instead of upgrading to it.",
    .before =
        "FROM debian:12\nRUN apt-get update\n"
        "RUN apt-get install -y --no-install-recommends nginx\n"
        "USER 1000:1000\n",
    .after = "",
    .references = update_alone_references,
    .severity = Severity::info,
};

inline constexpr std::string_view build_tool_left_references[] = {
    "https://docs.docker.com/build/building/multi-stage/",
    "https://docs.docker.com/build/building/best-practices/"
    "#dont-install-unnecessary-packages",
};
inline constexpr RuleInfo build_tool_left = {
    .code = "HD443",
    .name = "build-tool-left",
    .summary = "Compilers, debuggers or login servers stay in the image",
    .what =
        "Package managers install compilers and headers (gcc, make, `*-dev` "
        "…), debuggers (gdb, strace, tcpdump …) or servers for logins "
        "(openssh-server) in the final image, and no later command removes "
        "them (`apt-get purge`, `apk del` of a `--virtual` group …). Images "
        "that are there to build programs (golang, rust, …) may have "
        "compilers. One finding a command and kind; login servers are a "
        "warning.",
    .why =
        "They have errors of their own, and whoever gets into the container "
        "can build and look around with them. A login server is another door.",
    .remedy =
        "Build in a stage of its own and copy the result, or remove the tools "
        "in the RUN that brought them. `docker exec`, `docker debug` and "
        "`kubectl debug` need nothing in the image.",
    .before =
        "FROM debian:12\n"
        "RUN apt-get update && apt-get install -y --no-install-recommends "
        "gcc libpq-dev && rm -rf /var/lib/apt/lists/*\n"
        "USER 1000:1000\n",
    .after = "",
    .references = build_tool_left_references,
    .severity = Severity::info,
};

}  // namespace harden::rule_texts
