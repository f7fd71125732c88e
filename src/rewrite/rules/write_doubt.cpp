#include "base/rules/rule.h"
#include "image/files/write_doubts.h"
#include "rewrite/user/user_notes.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo write_doubt = {
    .code = "HD118",
    .name = "write-doubt",
    .summary = "The program may write where its user cannot",
    .what =
        "What the program writes beside its code by its own habits (`celery "
        "beat` its schedule), and lines of the sources in the build context "
        "that write files there: an SQLite database of Django, "
        "`fs.appendFileSync(path.join(__dirname, …))`. A line is a hint and no "
        "proof.",
    .why =
        "Code stays root's, so that the program cannot change it. What it "
        "writes beside that fails with \"Permission denied\", often only once "
        "it is used.",
    .remedy =
        "Let it write to a folder of its own, and make and give that to the "
        "user in the Dockerfile; or name one below /tmp.",
    .before =
        "FROM python:3.12\n"
        "WORKDIR /app\n"
        "COPY . .\n"
        "CMD [\"celery\", \"-A\", \"tasks\", \"beat\"]\n",
    .references = {"https://docs.celeryq.dev/en/stable/userguide/"
                   "periodic-tasks.html",
                   "https://docs.djangoproject.com/en/stable/ref/databases/"},
    .severity = Severity::warning,
    .of_rewrite = true,
};

}  // namespace rule

Findings write_doubt_notes(const UserPlan& plan, const StageView& stage,
                           const std::vector<std::string>& mounted,
                           Span verdict) {
  Findings result;
  const auto changes = run_paths(stage);
  const GivenPaths given(
      stage, plan.user.create ? std::string() : plan.user.account(), changes);
  for (const WriteDoubt& it :
       write_doubts(stage, plan.start, {plan.needs, given, mounted})) {
    const Span place = plan.start.instruction
                           ? stage.instruction(*plan.start.instruction).span
                           : verdict;
    report(result, rule::write_doubt, place, it.message, it.help);
  }
  return result;
}

}  // namespace harden
