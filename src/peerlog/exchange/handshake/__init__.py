"""Meeting for the first time, and taking in a second device: three files and four words (DESIGN 5).

    one who invites                                     one who joins
    invite_… -> Inviting                ──invitation──▶ read_invitation; answer_… -> Joining
    read_answer -> Inviting, with words ◀────answer────
    acceptance_file                     ──acceptance──▶ read_acceptance -> Joining, with words

The words are 44 bits of a hash over the first two files and a nonce to which the invitation commits and which only the
acceptance reveals, so whoever sits in between has one chance in 2⁴⁴, and has to take it before anybody knows what the
words will be. Bytes in, bytes out: no files, no database, no clock. Nothing is believed before it is verified.

The modules:
    invitation, answer, acceptance    the three files, written and read
    inviting, joining                 what each side keeps between them
    words                             the four words, and the eight for people whom somebody introduced
    signed_lines, sealed, fields      their form: two lines, encrypted; what a card may hold
    refusals                          what can be wrong, one class and one sentence each
"""
