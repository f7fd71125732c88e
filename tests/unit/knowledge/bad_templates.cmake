# A mistake in a template must end the build with a line that names it:
#   cmake -DMAKE_KNOWLEDGE=… -DTEMPLATES=… -DSCRATCH=… -P bad_templates.cmake
function(expect_error_in name message content)
  file(MAKE_DIRECTORY ${SCRATCH})
  foreach(template base_images commands distributions
      package_managers runtimes servers step_down_tools)
    file(COPY ${TEMPLATES}/${template}.json DESTINATION ${SCRATCH})
  endforeach()
  file(REMOVE_RECURSE ${SCRATCH}/lists)
  file(COPY ${TEMPLATES}/rootfs.sh ${TEMPLATES}/strace.sh ${TEMPLATES}/lists
    DESTINATION ${SCRATCH})
  if(NOT name MATCHES "[.]")
    string(APPEND name .json)
  endif()
  file(WRITE ${SCRATCH}/${name} "${content}")
  execute_process(COMMAND ${MAKE_KNOWLEDGE} ${SCRATCH} ${SCRATCH}/tables.cpp
    RESULT_VARIABLE status ERROR_VARIABLE error)
  string(FIND "${error}" "${message}" place)
  if(status EQUAL 0 OR place EQUAL -1)
    message(SEND_ERROR "expected `${message}`, got ${status}: ${error}")
  endif()
endfunction()

function(expect_error message entry)
  expect_error_in(base_images "${message}"
    "{\"library_prefixes\": [], \"images\": [${entry}]}")
endfunction()

set(rest "\"images\": [\"x\"], \"source\": \"none\"")
expect_error("x: unknown key `usr`" "{\"id\": \"x\", ${rest}, \"usr\": \"\"}")
expect_error("x: `a:b:1` is not a valid item of `accounts`"
  "{\"id\": \"x\", ${rest}, \"accounts\": [\"a:b:1\"]}")
expect_error("`a:4294967295:1` is not a valid item"
  "{\"id\": \"x\", ${rest}, \"accounts\": [\"a:4294967295:1\"]}")
expect_error("two entries have the id `x`"
  "{\"id\": \"x\", ${rest}}, {\"id\": \"x\", ${rest}}")
expect_error("key `id` occurs twice" "{\"id\": \"x\", \"id\": \"y\", ${rest}}")
expect_error("`id` is missing" "{${rest}}")
expect_error("`images` is missing" "{\"id\": \"x\", \"source\": \"none\"}")
expect_error("`source` is missing" "{\"id\": \"x\", \"images\": [\"x\"]}")
expect_error("`family` is none" "{\"id\": \"x\", ${rest}, \"family\": \"bsd\"}")
expect_error("x-y: unknown key `z`"
  "{\"id\": \"x\", ${rest}, \"variants\": [{\"id\": \"y\", \"z\": 1}]}")
expect_error("`0` is not a valid item of `ports`"
  "{\"id\": \"x\", ${rest}, \"ports\": [\"0\"]}")
expect_error("`=8` is not a valid item of `versions`"
  "{\"id\": \"x\", ${rest}, \"versions\": [\"=8\"]}")
expect_error("`user` has the wrong type" "{\"id\": \"x\", ${rest}, \"user\": 0}")
expect_error("exclude each other" "{\"id\": \"x\", ${rest}, \
\"needs_root\": \"it does\", \"runs_as_any_user\": true}")
expect_error("base_images.json" "{")

function(expect_command_error message commands scripts)
  expect_error_in(commands "${message}"
    "{\"commands\": [${commands}], \"start_scripts\": [${scripts}]}")
endfunction()

set(root "\"use\": \"root\", \"effect\": \"write\", \"source\": \"x(1)\"")
expect_command_error("x: `source` is missing"
  "{\"names\": [\"x\"], \"use\": \"tool\"}" "")
expect_command_error("x.sh: `source` is missing" "" "{\"names\": [\"x.sh\"]}")
expect_command_error("`names` is missing" "{\"use\": \"tool\"}" "")
expect_command_error("`use` is none" "{\"names\": [\"x\"], \"use\": \"y\"}" "")
expect_command_error("x: `reason` is missing" "{\"names\": [\"x\"], ${root}}" "")
expect_command_error("`CAP_X` is not a known capability" "{\"names\": [\"x\"], \
\"capabilities\": [\"CAP_X\"], \"reason\": \"y\", ${root}}" "")
expect_command_error("command `x` occurs twice" "{\"names\": [\"x\", \"x\"], \
\"use\": \"tool\", \"source\": \"x(1)\"}" "")

expect_error_in(step_down_tools "`doas` is not a tool" "[{\"tool\": \"doas\"}]")
expect_error_in(step_down_tools "do not end with a call of `gosu`"
  "[{\"tool\": \"gosu\", \"commands\": [\"true\"], \"source\": \"none\"}]")

expect_error_in(servers "`programs` is missing"
  "[{\"id\": \"x\", \"source\": \"none\"}]")
expect_error_in(servers "program `x` occurs twice"
  "[{\"id\": \"x\", \"programs\": [\"x\", \"x\"], \"source\": \"none\"}]")
expect_error_in(servers "`needs_root` and `remedy` need each other"
  "[{\"id\": \"x\", \"programs\": [\"x\"], \"needs_root\": \"y\", \"source\": \"none\"}]")
expect_error_in(runtimes "a sign: `needs` is neither"
  "[{\"id\": \"x\", \"source\": \"none\", \"scratch\": {\"signs\": [
    {\"text\": \"a\", \"means\": \"b\", \"needs\": \"luck\"}]}}]")
expect_error_in(rootfs.sh "cannot be joined: echo" "#: start\necho\n")
expect_error_in(rootfs.sh "has no sections" "echo;\n")
expect_error_in(strace.sh "section `start` occurs twice" "#: start\necho;\n")

set(manager "\"manager\": \"other\", \"source\": \"x(1)\"")
expect_error_in(package_managers "`manager` is none" "[{\"manager\": \"x\"}]")
expect_error_in(package_managers "`programs` is missing" "[{${manager}}]")
expect_error_in(package_managers "there is no `x` yet that it could be like"
  "[{${manager}, \"programs\": [\"apt\"], \"like\": \"x\"}]")
expect_error_in(package_managers "no command is called `no-such`"
  "[{${manager}, \"programs\": [\"no-such\"]}]")

function(expect_list_error message list)
  expect_error_in(lists/programs "${message}" "{\"shells\": {${list}}}")
endfunction()
expect_list_error("shells: `source` is missing" "\"words\": [\"a\"]")
expect_list_error("shells: `a` occurs twice"
  "\"words\": [\"a\", \"b\", \"a\"], \"source\": \"x\"")
expect_list_error("has neither `words` nor `rows`" "\"source\": \"x\"")
expect_list_error("no struct is known for the rows of `shells`"
  "\"rows\": [{\"a\": 1}], \"source\": \"x\"")

# Keys that another template does not have.
expect_error("base_images.json: x: no runtime is called `cobol`"
  "{\"id\": \"x\", ${rest}, \"runtime\": \"cobol\"}")
expect_command_error("commands.json: x.sh: no runtime is called `cobol`" ""
  "{\"names\": [\"x.sh\"], \"runtime\": \"cobol\", \"source\": \"x\"}")
expect_list_error("programs.json: shells: no command is called `no-such`"
  "\"of\": \"commands\", \"words\": [\"no-such\"], \"source\": \"x\"")
expect_list_error("`of` is neither commands nor runtimes"
  "\"of\": \"cats\", \"words\": [\"tom\"], \"source\": \"x\"")
