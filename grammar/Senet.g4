/**
 * The grammar of `.senet`: convolutional networks and their channel-attention blocks.
 *
 * Two choices carry the rest. Words such as `squeeze`, `scale`, `at` or `slot` are tokens, and rule `name` takes them
 * back wherever a name may stand, so they are keywords only where they mean something: the alternatives of `statement`
 * are ordered, and an ambiguity goes to the first. And a comparison stands only in a `condition`, which is always inside
 * parentheses, so that a bare `>` closes a body and `>>` closes two.
 */
grammar Senet;

file : header? importation* declaration* EOF ;

header : SENET NUMBER ';' ;

importation
    : IMPORT qualifiedName ('(' name (',' name)* ')')? ';'  # libraryImport
    | IMPORT STRING AS name ';'                             # fileImport
    ;

declaration : DOC* (block | net | variant | experiment) ;

block   : BLOCK name parameters? body ;
net     : NET name parameters? (':' list body | '=' use ';') ;
variant : VARIANT name parameters? OF use '<' (graft (';' graft?)*)? '>' ;

graft   : AT path (IF '(' condition ')')? PUT chain ;
path    : step ('.' step)* ;
step    : (name | '*') ('[' selector ']')? ;
selector
    : LET name                       # boundSelector
    | LAST                           # lastSelector
    | expression '..'                # openSelector
    | expression                     # indexSelector
    ;

experiment : EXPERIMENT name '<' (setting (';' setting?)*)? '>' ;

setting
    : NET use                        # netSetting
    | COMPARE path IN expression     # compareSetting
    | name expression*               # wordSetting
    ;

/** What `--put` takes: `slot=Block(args)`. */
placement : path '=' chain EOF ;

/** What `--set` takes after its name. */
assignment : (condition | body) EOF ;

/** What a TARGET of the command line ends in: `Name(r = 4)`. */
application : arguments EOF ;

parameters : '(' (parameter (',' parameter)*)? ')' ;
parameter  : name (':' name)? ('=' value)? ;

/** Two semicolons side by side are refused afterwards: so the parser always knows where a statement ends. */
body : '<' (statement (';' statement?)*)? '>' ;

statement
    : LET name (',' name)* '=' chain                    # letStatement
    | SHARE name '=' (place ':')? chain                 # shareStatement
    | OUTPUT name '=' chain                             # outputStatement
    | REQUIRE '(' condition ')' STRING                  # requireStatement
    | SLOT name parameters? ('=' chain)?                # slotStatement
    | phase=(SQUEEZE | LEARN | EXCITE) chain            # phaseStatement
    | SCALE                                             # scaleStatement
    | (name ':')? chain                                 # chainStatement
    ;

/** The step of the path that a share has, where that is not its name. */
place : name ('[' NUMBER ']')? ;

chain : element+ ;

element
    : operation ('*' count)?                            # repeatedElement
    | conditional                                       # conditionalElement
    ;

operation
    : merge=(ADD | MUL | SUB | DIV | MAX | CONCAT | ATTEND)
      '(' branch ('|' branch)* (',' option)* ')'        # mergeOperation
    | loop                                              # loopOperation
    | use                                               # useOperation
    | body                                              # bodyOperation
    ;

/** An argument of a merge. */
option : name '=' expression ;

branch : (name ':')? chain? ;

loop : FOR '(' name (',' name)* IN expression ')' body ;

conditional : IF '(' condition ')' body (ELSE (conditional | body))? ;

use      : qualifiedName arguments? ;
arguments: '(' (argument (',' argument)*)? ')' ;
argument : (name '=')? value ;

/** A body stands for a block where a block is meant: `pool = < avgpool(3, 1) >`. */
value : expression | body ;

count
    : NUMBER                            # literalCount
    | name ('[' expression ']')?        # nameCount
    | '(' expression ')'                # expressionCount
    ;

expression
    : expression '[' expression ']'                     # indexing
    | '-' expression                                    # negation
    | expression op=('*' | '/' | '%') expression        # product
    | expression op=('+' | '-') expression              # total
    | expression '..' expression                        # range
    | IF '(' condition ')' value ELSE value             # choice
    | qualifiedName arguments                           # call
    | qualifiedName                                     # reference
    | NUMBER                                            # number
    | STRING                                            # string
    | (TRUE | FALSE)                                    # truth
    | list                                              # listing
    | '(' condition ')'                                 # parenthesis
    ;

list : '[' (value (',' value)*)? ']' ;

condition
    : NOT condition                                     # notCondition
    | condition AND condition                           # andCondition
    | condition OR condition                            # orCondition
    | expression (op=('<' | '<=' | '>' | '>=' | '==' | '!=') expression)?  # comparison
    ;

qualifiedName : name ('.' name)* ;

name
    : IDENTIFIER
    | SENET | AS | AT | PUT | OF | SLOT | LET | REQUIRE | SQUEEZE | LEARN | EXCITE | SCALE
    | BLOCK | NET | VARIANT | IMPORT | ADD | MUL | SUB | DIV | MAX | CONCAT | ATTEND
    | SHARE | OUTPUT | FOR | IN | LAST | EXPERIMENT | COMPARE
    ;

SENET : 'senet' ; IMPORT : 'import' ; AS : 'as' ;
BLOCK : 'block' ; NET : 'net' ; VARIANT : 'variant' ; OF : 'of' ; AT : 'at' ; PUT : 'put' ;
LET : 'let' ; REQUIRE : 'require' ; SLOT : 'slot' ;
SQUEEZE : 'squeeze' ; LEARN : 'learn' ; EXCITE : 'excite' ; SCALE : 'scale' ;
SHARE : 'share' ; OUTPUT : 'output' ; FOR : 'for' ; IN : 'in' ; LAST : 'last' ;
EXPERIMENT : 'experiment' ; COMPARE : 'compare' ;
ADD : 'add' ; MUL : 'mul' ; SUB : 'sub' ; DIV : 'div' ; MAX : 'max' ; CONCAT : 'concat' ; ATTEND : 'attend' ;
IF : 'if' ; ELSE : 'else' ; AND : 'and' ; OR : 'or' ; NOT : 'not' ; TRUE : 'true' ; FALSE : 'false' ;

IDENTIFIER : [A-Za-z_] [A-Za-z0-9_]* ;
NUMBER     : [0-9]+ ('.' [0-9]+)? ([eE] [-+]? [0-9]+)? ;
STRING     : '"' ('\\' ["\\n] | ~["\\\r\n])* '"' ;
/** Spelled out, so that `0..3` is a range and not the number `0.` */
RANGE      : '..' ;

DOC        : '///' ~[\r\n]* ;
COMMENT    : '//' (~[/\r\n] ~[\r\n]*)? -> channel(HIDDEN) ;
SPACE      : [ \t\r\n\f\uFEFF]+ -> channel(HIDDEN) ;
/** Whatever fits nowhere becomes a token of its own, so that the parser reports it like anything else unexpected. */
UNKNOWN    : . ;
