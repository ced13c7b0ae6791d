"""The command line: one file in `commands` for each command, each calling one use case of `journal`.

root        the program itself: global options, the table of commands
outcome     every way a command can end, and its exit status
invocation  what all commands share: which home, opening its journal
asking      passphrases, confirmations and other questions on the terminal
words       a new entry's text from arguments, standard input or an editor
terminal    the only way to standard output and error, and it lets no control characters through
"""
