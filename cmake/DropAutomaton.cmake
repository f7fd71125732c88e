# The generated parser reads its automaton before main() begins. Only
# predictions and the texts of error messages need it, and here are neither.
file(READ ${FILE} text)
string(REGEX REPLACE "\n[A-Za-z]+::Initializer [A-Za-z]+::_init;" "" dropped
  "${text}")
if(dropped STREQUAL text)
  message(FATAL_ERROR "${FILE} has no initializer of its automaton")
endif()
file(WRITE ${FILE} "${dropped}")
