// A Dockerfile as a sequence of instructions, each over one or more lines.
//
// Every sequence of tokens that the lexer can produce is a dockerfile: what
// the engine would refuse is said by src/syntax, which knows why. Each decision
// needs one token only (the build fails when the generated parser predicts).
parser grammar DockerfileParser;

options { tokenVocab = DockerfileLexer; }

dockerfile
    : BOM? (DIRECTIVE | COMMENT | BLANK_LINE | SPACE | CONTINUATION
       | instruction)* EOF
    ;

instruction
    : (ONBUILD trigger | KEYWORD continuedLine*) ending
    ;

// ONBUILD's own instruction, if there is one.
trigger
    : (SPACE | CONTINUATION | COMMENT | BLANK_LINE)*
      ((KEYWORD | TEXT) continuedLine*)?
    ;

// A physical line of the logical line, or what stands between two.
continuedLine
    : TEXT
    | CONTINUATION
    | COMMENT
    | BLANK_LINE
    ;

// The line's end, and the heredocs that it opened.
ending
    : NEWLINE (HEREDOC_BODY | HEREDOC_END)*
    | EOF
    ;
