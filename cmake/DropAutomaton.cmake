# The generated parser reads its automaton before main() begins, and has an
# object that walks it. Only predictions and the texts of error messages need
# them, and here are neither.
file(READ ${FILE} text)
foreach(unneeded
    "\n[A-Za-z]+::Initializer [A-Za-z]+::_init[\;]"
    "\n  _interpreter = new atn::ParserATNSimulator[^\n]*"
    "\n  delete _interpreter[\;]")
  string(REGEX REPLACE "${unneeded}" "" dropped "${text}")
  if(dropped STREQUAL text)
    message(FATAL_ERROR "${FILE} has nothing like ${unneeded}")
  endif()
  set(text "${dropped}")
endforeach()
file(WRITE ${FILE} "${text}")
