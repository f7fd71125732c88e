// A Dockerfile as a sequence of instructions, each over one or more lines.
//
// Every sequence of tokens that the lexer can produce is a dockerfile: what
// the engine would refuse is said by src/syntax, which knows why. Each decision
// needs one token only (the build fails when the generated parser predicts).
parser grammar DockerfileParser;

options { tokenVocab = DockerfileLexer; superClass = RuleParser; }

@postinclude {
#include "shell/grammar/rule_parser.h"
namespace grammar {
using harden::RuleParser;
}
}

dockerfile
    : BOM? (DIRECTIVE | COMMENT | BLANK_LINE | SPACE | CONTINUATION
       | instruction)* EOF
    ;

// Behind the keyword come the physical lines of the logical line, and what
// stands between them. They are no rule of their own, which would cost more
// than all the rest.
instruction
    : (ONBUILD trigger | KEYWORD (TEXT | CONTINUATION | COMMENT | BLANK_LINE)*)
      ending
    ;

// ONBUILD's own instruction, if there is one.
trigger
    : (SPACE | CONTINUATION | COMMENT | BLANK_LINE)*
      ((KEYWORD | TEXT) (TEXT | CONTINUATION | COMMENT | BLANK_LINE)*)?
    ;

// The line's end, and the heredocs that it opened.
ending
    : NEWLINE (HEREDOC_BODY | HEREDOC_END)*
    | EOF
    ;
