# A parser that has to predict is ten times slower: every decision of the
# grammar must need one token only.
file(READ ${FILE} text)
if(text MATCHES "adaptivePredict")
  message(FATAL_ERROR "${FILE} contains adaptivePredict: a rule of the grammar "
    "needs more than one token of lookahead")
endif()
