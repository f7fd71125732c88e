# A mistake in a template must end the build with a line that names it:
#   cmake -DMAKE_KNOWLEDGE=… -DTEMPLATES=… -DSCRATCH=… -P bad_templates.cmake
function(expect_error message entry)
  file(MAKE_DIRECTORY ${SCRATCH})
  foreach(template distributions runtimes)
    file(READ ${TEMPLATES}/${template}.json text)
    file(WRITE ${SCRATCH}/${template}.json "${text}")
  endforeach()
  file(WRITE ${SCRATCH}/base_images.json
    "{\"library_prefixes\": [], \"images\": [${entry}]}")
  execute_process(COMMAND ${MAKE_KNOWLEDGE} ${SCRATCH} ${SCRATCH}/tables.cpp
    RESULT_VARIABLE status ERROR_VARIABLE error)
  string(FIND "${error}" "${message}" place)
  if(status EQUAL 0 OR place EQUAL -1)
    message(SEND_ERROR "expected `${message}`, got ${status}: ${error}")
  endif()
endfunction()

set(rest "\"images\": [\"x\"], \"source\": \"none\"")
expect_error("x: unknown key `usr`" "{\"id\": \"x\", ${rest}, \"usr\": \"\"}")
expect_error("x: `a:b:1` is no valid item of `accounts`"
  "{\"id\": \"x\", ${rest}, \"accounts\": [\"a:b:1\"]}")
expect_error("`a:4294967295:1` is no valid item"
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
expect_error("`0` is no valid item of `ports`"
  "{\"id\": \"x\", ${rest}, \"ports\": [\"0\"]}")
expect_error("`=8` is no valid item of `versions`"
  "{\"id\": \"x\", ${rest}, \"versions\": [\"=8\"]}")
expect_error("`user` has the wrong type" "{\"id\": \"x\", ${rest}, \"user\": 0}")
expect_error("exclude each other" "{\"id\": \"x\", ${rest}, \
\"needs_root\": \"it does\", \"runs_as_any_user\": true}")
expect_error("base_images.json" "{")
